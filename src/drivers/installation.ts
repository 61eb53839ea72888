// Reads and makes the files that say what an installation is: installation.json and link.key. Every failure is a sentence
// that names the file and what to do; nothing is ever changed in a directory that isn't a Tandem installation.

import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXIT, Refused } from "../core/errors.ts";
import { type Installation, portsFrom, type RegionLayout } from "../core/installation.ts";

export const INSTALLATION_FILE = "installation.json";
const LINK_KEY = /^[0-9a-f]{64}$/;

/** Where PostgreSQL keeps a region's data; given from outside, since it may have to lie elsewhere. */
type PostgresDirectory = (region: { name: string; directory: string }) => string;

export function layOut(directory: string, edgePort: number, postgresDirectory: PostgresDirectory): Installation {
  const ports = portsFrom(edgePort);
  const region = (index: 0 | 1, name: string, configured: "primary" | "standby"): RegionLayout => {
    const own = join(directory, name);
    return {
      name,
      configured,
      directory: own,
      postgresDirectory: postgresDirectory({ name, directory: own }),
      ports: ports.regions[index],
    };
  };
  return {
    format: 1,
    directory,
    edgePort,
    witness: { directory: join(directory, "witness"), port: ports.witness },
    regions: [region(0, "ap-south-1", "primary"), region(1, "ap-south-2", "standby")],
    linkKeyFile: join(directory, "link.key"),
  };
}

/** "absent": no such directory, or an empty one. "other": something else lives there. */
export function whatLiesAt(directory: string): "absent" | "installation" | "other" {
  try {
    if (existsSync(join(directory, INSTALLATION_FILE))) return "installation";
    return readdirSync(directory).length === 0 ? "absent" : "other";
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "absent";
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return "other";
    throw unreadable(directory, error);
  }
}

export function readInstallation(file: string): Installation {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new Refused(
        `There is no Tandem installation at ${file}. Start one with 'npm start', or name its directory with --data DIR.`,
        EXIT.missing,
        { cause: error },
      );
    }
    throw unreadable(file, error);
  }
  let value: Partial<Installation>;
  try {
    value = JSON.parse(text) as Partial<Installation>;
  } catch (error) {
    throw damaged(file, "it is not JSON", error);
  }
  if (typeof value !== "object" || value === null) throw damaged(file, "it holds no object");
  const format: unknown = value.format;
  if (typeof format === "number" && format > 1) {
    throw new Refused(
      `${file} has format ${format}; this Tandem knows format 1. The data belongs to a newer version: use that one.`,
      EXIT.badInput,
    );
  }
  if (format !== 1) throw damaged(file, "it has no format number");
  const [first, second] = Array.isArray(value.regions) ? value.regions : [];
  if (!isRegion(first) || !isRegion(second)) throw damaged(file, "its two regions are not described");
  if (typeof value.directory !== "string" || !Number.isInteger(value.edgePort)) {
    throw damaged(file, "its directory or edge port is missing");
  }
  if (typeof value.witness?.directory !== "string" || typeof value.linkKeyFile !== "string") {
    throw damaged(file, "its witness or link key is missing");
  }
  return value as Installation;
}

export function readLinkKey(installation: Installation): string {
  let text: string;
  try {
    text = readFileSync(installation.linkKeyFile, "utf8").trim();
  } catch (error) {
    throw damaged(installation.linkKeyFile, "the regions' shared key can't be read", error);
  }
  if (!LINK_KEY.test(text)) throw damaged(installation.linkKeyFile, "it is not a key of 64 hex digits");
  return text;
}

/** Ensures the directories, the link key and installation.json; running it twice equals running it once. */
export function ensureInstallation(installation: Installation): void {
  const { directory, witness, regions } = installation;
  // As root, PostgreSQL's unprivileged user must pass through (not list); what is secret is closed by itself.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  try {
    mkdirSync(directory, { recursive: true, mode });
    for (const path of [join(witness.directory, "run"), join(directory, "edge/run"), join(directory, "network/run")]) {
      mkdirSync(path, { recursive: true, mode });
    }
    for (const region of regions) {
      mkdirSync(region.directory, { recursive: true, mode });
      for (const part of ["salts", "log/own", "log/mirror", "bucket", "aside", "cache", "run"]) {
        mkdirSync(join(region.directory, part), { recursive: true, mode: 0o700 });
      }
      // Those of an older version, too: events are people's data, whatever the modes of the files that hold them.
      for (const part of ["salts", "log", "bucket", "aside", "cache", "run"]) {
        chmodSync(join(region.directory, part), 0o700);
      }
    }
    if (!existsSync(installation.linkKeyFile)) {
      writeWhole(installation.linkKeyFile, `${randomBytes(32).toString("hex")}\n`, 0o600);
    }
    writeWhole(join(directory, INSTALLATION_FILE), `${JSON.stringify(installation, null, 2)}\n`, 0o644);
  } catch (error) {
    throw unwritable(directory, error);
  }
}

/** Atomic: a reader sees the old file or the new one. */
export function writeWhole(file: string, text: string, mode = 0o644): void {
  const temporary = `${file}.${process.pid}.new`;
  writeFileSync(temporary, text, { mode });
  renameSync(temporary, file);
}

export function unwritable(path: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new Refused(
      `No permission to write in ${path}. Give this user that permission, or choose another directory with --data DIR.`,
      EXIT.refused,
      { cause: error },
    );
  }
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new Refused(`The disk under ${path} is full. Free some space and start again.`, EXIT.disk, { cause: error });
  }
  if (code === "ENOTDIR" || code === "EEXIST") {
    return new Refused(`${path} is not a directory. Choose another one with --data DIR.`, EXIT.badInput, {
      cause: error,
    });
  }
  return error instanceof Error ? error : new Error(String(error));
}

function unreadable(path: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EACCES" || code === "EPERM") {
    return new Refused(
      `No permission to read ${path}. Run the command as the user who started the installation.`,
      EXIT.refused,
      { cause: error },
    );
  }
  return error instanceof Error ? error : new Error(String(error));
}

function damaged(file: string, because: string, cause?: unknown): Refused {
  return new Refused(
    `${file} is damaged: ${because}. Nothing was changed. Put the file back from a copy, or start anew in another ` +
      "directory with --data DIR ('tandem up --fresh' deletes this one's data).",
    EXIT.badInput,
    { cause },
  );
}

function isRegion(value: unknown): value is RegionLayout {
  const region = value as Partial<RegionLayout> | undefined;
  return (
    typeof region?.name === "string" &&
    typeof region.directory === "string" &&
    typeof region.postgresDirectory === "string" &&
    typeof region.ports?.console === "number"
  );
}
