// Evidence of drills as it lies in a region's bucket: one directory per drill under evidence/, written by the drill and never
// changed. Reads only, and only what a name of that shape can name.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { PastDrill } from "../../core/drills-view.ts";

const ID = /^(?=.{1,120}$)[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*$/;
const FILE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,59}(?:\.[A-Za-z0-9]{1,12}){0,3}$/;
const RECORD = "record.json";
const RECORD_BYTES_MAX = 4 * 1024 * 1024;
const FILE_BYTES_MAX = 64 * 1024 * 1024;
/** The newest; more than that many drills are looked up by file. */
const LISTED_MAX = 200;

export type EvidenceFile = { name: string; bytes: number };
export type Evidence = {
  id: string;
  files: EvidenceFile[];
  /** Null where record.json is missing or can't be read. */
  summary: PastDrill | null;
};

const folder = (regionDirectory: string): string => join(regionDirectory, "bucket", "evidence");

/** Newest first, by the start of the drill. */
export async function listEvidence(regionDirectory: string): Promise<Evidence[]> {
  const entries = await readdir(folder(regionDirectory), { withFileTypes: true }).catch(none);
  const ids = entries.filter((entry) => entry.isDirectory() && ID.test(entry.name)).map((entry) => entry.name);
  const found = await Promise.all(ids.map((id) => evidenceOf(join(folder(regionDirectory), id), id)));
  return found.sort((a, b) => (b.summary?.startedAt ?? 0) - (a.summary?.startedAt ?? 0)).slice(0, LISTED_MAX);
}

async function evidenceOf(directory: string, id: string): Promise<Evidence> {
  const names = (await readdir(directory).catch(none)).filter((name) => FILE.test(name)).sort();
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: (await stat(join(directory, name))).size })),
  );
  return { id, files, summary: await summaryOf(directory, files) };
}

async function summaryOf(directory: string, files: EvidenceFile[]): Promise<PastDrill | null> {
  const record = files.find((file) => file.name === RECORD);
  if (!record || record.bytes > RECORD_BYTES_MAX) return null;
  try {
    const told = JSON.parse(await readFile(join(directory, RECORD), "utf8")) as { summary?: PastDrill };
    return typeof told.summary?.scenario === "string" ? told.summary : null;
  } catch {
    return null;
  }
}

/** undefined where there is no such file, and for names that no evidence has. */
export async function readEvidence(regionDirectory: string, id: string, file: string): Promise<Buffer | undefined> {
  if (!ID.test(id) || !FILE.test(file)) return undefined;
  const path = join(folder(regionDirectory), id, file);
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() && info.size <= FILE_BYTES_MAX ? readFile(path) : undefined;
}

const none = (error: NodeJS.ErrnoException): never[] => {
  if (error.code === "ENOENT") return [];
  throw error;
};
