// Small files that are either wholly there or not at all, also after a power cut.

import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { requireDiskSpace } from "../faults/region-faults.ts";

/** Names in a directory are on disk once the directory is synced. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function makeDirectory(directory: string): Promise<void> {
  const made = await mkdir(directory, { recursive: true });
  if (made) await syncDirectory(dirname(directory));
}

export async function writeDurably(file: string, content: Uint8Array | string): Promise<void> {
  requireDiskSpace(file);
  const draft = `${file}.new`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(content);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  await syncDirectory(dirname(file));
}

/** undefined when there is no such file, or it doesn't hold JSON. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
