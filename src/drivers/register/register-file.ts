// A voter's register in a file: replaced whole and fsynced before anyone hears of it; what can't be read abstains, and is
// never guessed. One process owns a file; within it, changes are made one after the other.
//
// A register that was restored from a copy may have forgotten an epoch that it had promised to somebody (V2). So its text
// names the file that it was written into, by inode and time of birth: in any other file it abstains until it is re-admitted.

import { randomBytes } from "node:crypto";
import { constants, existsSync, fstatSync, statSync } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Installation, regionOf } from "../../core/installation.ts";
import {
  compareAndSet,
  initialRegister,
  parseRegister,
  type Register,
  type SetOutcome,
  type Vote,
} from "../../recovery/register.ts";
import { requireDiskSpace } from "../faults/region-faults.ts";

export const REGISTER_FILE = "register.json";
/** A register takes some 200 bytes; anything much longer isn't one. */
const REGISTER_BYTES_MAX = 4_096;

type Abstention = Extract<Vote, { kind: "abstains" }>;

export type RegisterFile = {
  read(): Promise<Vote>;
  /** Answers only when the new register is on disk. A missing or unreadable register can't be set: it abstains. */
  set(expected: Register, next: Register): Promise<SetOutcome | Abstention>;
  /** Gives a voter that abstains its register back, as a plan found it with the other two. One that votes is left alone. */
  readmit(register: Register): Promise<{ kind: "readmitted" } | { kind: "votes"; present: Register }>;
  /** Lets go of the directory, which is kept open from the first change on. */
  close(): Promise<void>;
};

export function registerFile(directory: string): RegisterFile {
  const path = join(directory, REGISTER_FILE);
  let turn: Promise<unknown> = Promise.resolve();
  let known: { stamp: string; register: Register } | undefined;
  let newest: Register | undefined;
  let isTidy = false;
  let folder: FileHandle | undefined;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const read = async (): Promise<Vote> => {
    // Asked several times a second: a file that is as it was holds what it held.
    const stamp = stampOf(path);
    if (known && stamp === known.stamp) return { kind: "register", register: known.register };
    const vote = await readVote(path);
    if (vote.kind === "abstains") return vote;
    const { register } = vote;
    if (newest && isBefore(register, newest)) return abstention(path, "is older than it was a moment ago");
    newest = register;
    known = stamp === undefined ? undefined : { stamp, register };
    return { kind: "register", register };
  };
  const write = async (register: Register): Promise<void> => {
    if (!isTidy) await removeLeftOvers(directory);
    isTidy = true;
    folder ??= await open(directory, "r");
    known = undefined;
    await writeDurably(path, register, folder);
    newest = register;
    const stamp = stampOf(path);
    if (stamp !== undefined) known = { stamp, register };
  };
  return {
    // Behind a change that is under way: what isn't on disk yet is heard by nobody.
    read: () => inTurn(read),
    set: (expected, next) =>
      inTurn(async () => {
        const vote = await read();
        if (vote.kind === "abstains") return vote;
        const outcome = compareAndSet(vote.register, expected, next);
        if (outcome.kind === "set") await write(outcome.register);
        return outcome;
      }),
    readmit: (register) =>
      inTurn(async () => {
        const vote = await read();
        if (vote.kind === "register") return { kind: "votes", present: vote.register };
        await write(register);
        return { kind: "readmitted" };
      }),
    close: () =>
      inTurn(async () => {
        await folder?.close();
        folder = undefined;
      }),
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
  for (const { directory } of [...installation.regions, installation.witness]) {
    if (existsSync(join(directory, REGISTER_FILE))) continue;
    await placeRegister(directory, initialRegister(holder));
  }
}

/** Writes a register where no process keeps one: a new installation's, or a test's. */
export async function placeRegister(directory: string, register: Register): Promise<void> {
  await mkdir(directory, { recursive: true });
  const folder = await open(directory, "r");
  try {
    await writeDurably(join(directory, REGISTER_FILE), register, folder);
  } finally {
    await folder.close();
  }
}

/**
 * What changes with every change of the file; undefined where there is none. Not by way of a thread: a file that is looked at or
 * written several times a second is in the system's memory, and its disk isn't asked.
 */
function stampOf(path: string): string | undefined {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false });
    return found && `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
  } catch {
    // It is read then, and says why it can't be.
    return undefined;
  }
}

async function readVote(path: string): Promise<Vote> {
  let text: string;
  let identity: FileIdentity;
  try {
    const file = await open(path, "r");
    try {
      identity = identityOf(await file.stat({ bigint: true }));
      text = await readFile(file, "utf8");
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return abstention(
      path,
      code === "ENOENT" ? "doesn't exist, so this voter abstains; the other two decide" : `can't be read (${code})`,
    );
  }
  if (text.length > REGISTER_BYTES_MAX) return abstention(path, "is too long");
  try {
    const value = JSON.parse(text) as { format?: unknown; file?: Partial<FileIdentity> } | null;
    const register = parseRegister(value);
    if ("because" in register) return abstention(path, `can't be used: ${register.because}`);
    // Format 1 didn't name its file; the next change does.
    if (value?.format !== 1 && !isIn(value?.file, identity)) {
      return abstention(path, "was copied or restored, so it may have forgotten an epoch; it needs to be re-admitted");
    }
    return { kind: "register", register };
  } catch {
    return abstention(path, "can't be used: it isn't JSON");
  }
}

type FileIdentity = { inode: string; bornNs: string };

/** File systems that don't know a time of birth say 0. */
const identityOf = ({ ino, birthtimeNs }: { ino: bigint; birthtimeNs: bigint }): FileIdentity => ({
  inode: ino.toString(),
  bornNs: birthtimeNs.toString(),
});

const isIn = (written: Partial<FileIdentity> | undefined, file: FileIdentity): boolean =>
  written?.inode === file.inode && written.bornNs === file.bornNs;

const isBefore = (a: Register, b: Register): boolean => a.epoch < b.epoch || (a.epoch === b.epoch && a.beat < b.beat);

function abstention(path: string, why: string): Abstention {
  return { kind: "abstains", because: `The register ${path} ${why}.` };
}

/** What a process that was killed in mid-write left behind. */
async function removeLeftOvers(directory: string): Promise<void> {
  const names = await readdir(directory);
  for (const name of names.filter((one) => one.startsWith(`${REGISTER_FILE}.`))) {
    await rm(join(directory, name), { force: true });
  }
}

/** Everything that is written through it is on disk before the write returns: one way to the disk instead of two. */
const NEW_SYNCHRONOUS = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_SYNC;

/** Temporary file, on disk, rename, fsync of the directory: after a power cut there is the old text or the new, never half. */
async function writeDurably(path: string, register: Register, folder: FileHandle): Promise<void> {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  let file: FileHandle | undefined;
  try {
    requireDiskSpace(path);
    file = await open(temporary, NEW_SYNCHRONOUS, 0o600);
    // Of a file that is open nothing is read from the disk.
    const identity = identityOf(fstatSync(file.fd, { bigint: true }));
    await file.writeFile(`${JSON.stringify({ ...register, file: identity })}\n`);
    await rename(temporary, path);
    await folder.sync();
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    // Nothing depends on when it is closed.
    void file?.close().catch(() => undefined);
  }
}
