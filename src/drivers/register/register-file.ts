// A voter's register in a file: replaced whole and fsynced before anyone hears of it; what can't be read abstains, and is
// never guessed. One process owns a file; within it, changes are made one after the other.

import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Installation, regionOf } from "../../core/installation.ts";
import {
  compareAndSet,
  initialRegister,
  parseRegister,
  type Register,
  type SetOutcome,
  type Vote,
} from "../../recovery/register.ts";

export const REGISTER_FILE = "register.json";
/** A register takes some 120 bytes; anything much longer isn't one. */
const REGISTER_BYTES_MAX = 4_096;

export type RegisterFile = {
  read(): Promise<Vote>;
  /** Answers only when the new register is on disk. A missing or unreadable register can't be set: it abstains. */
  set(expected: Register, next: Register): Promise<SetOutcome | { kind: "abstains"; because: string }>;
};

export function registerFile(directory: string): RegisterFile {
  const path = join(directory, REGISTER_FILE);
  let turn: Promise<unknown> = Promise.resolve();
  const change: RegisterFile["set"] = async (expected, next) => {
    const vote = await readVote(path);
    if (vote.kind === "abstains") return vote;
    const outcome = compareAndSet(vote.register, expected, next);
    if (outcome.kind === "set") await writeDurably(path, `${JSON.stringify(outcome.register)}\n`);
    return outcome;
  };
  return {
    read: () => readVote(path),
    set(expected, next) {
      const mine = turn.then(() => change(expected, next));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/**
 * Writes the three registers of a new installation, naming its configured primary; those that exist stay as they are. Once
 * there is a catalogue, a missing register stays missing: it may have carried an epoch or the mark `solo` that nobody else
 * knows, so that voter abstains.
 */
export async function writeInitialRegisters(installation: Installation): Promise<void> {
  if (installation.regions.some(({ postgresDirectory }) => existsSync(join(postgresDirectory, "data")))) return;
  const primary = installation.regions.find((region) => region.configured === "primary") ?? installation.regions[0];
  const holder = regionOf(installation, primary.name).name;
  const text = `${JSON.stringify(initialRegister(holder))}\n`;
  for (const { directory } of [...installation.regions, installation.witness]) {
    const path = join(directory, REGISTER_FILE);
    await mkdir(directory, { recursive: true });
    const present = await readVote(path);
    if (present.kind === "abstains" && present.missing) await writeDurably(path, text);
  }
}

async function readVote(path: string): Promise<Vote & { missing?: boolean }> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    const why = missing
      ? "doesn't exist, so this voter abstains; the other two decide"
      : `can't be read (${(error as NodeJS.ErrnoException).code})`;
    return { kind: "abstains", because: `The register ${path} ${why}.`, missing };
  }
  if (text.length > REGISTER_BYTES_MAX) return { kind: "abstains", because: `The register ${path} is too long.` };
  try {
    const register = parseRegister(JSON.parse(text));
    if (!("because" in register)) return { kind: "register", register };
    return { kind: "abstains", because: `The register ${path} can't be used: ${register.because}.` };
  } catch {
    return { kind: "abstains", because: `The register ${path} can't be used: it isn't JSON.` };
  }
}

/** Temporary file, fsync, rename, fsync of the directory: after a power cut there is the old text or the new, never half. */
async function writeDurably(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
