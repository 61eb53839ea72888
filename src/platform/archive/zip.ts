// A ZIP archive of text files, as base64: what Lambda and Synthetics want their code in. Entries are stored, not
// compressed, with one fixed date, so that the same files are the same bytes on every machine and every run.
import { strToU8, type Zippable, zipSync } from "fflate";

/** The oldest day that the format knows, in the machine's own time: the format has no other, so it reads the same everywhere. */
const OLDEST = new Date(1980, 0, 1, 12);
const UNIX = 3;
/** Regular file, readable by all: Lambda refuses a file that its own user can't read. The upper half of the attributes. */
const MODE = 0o100644 * 0x10000;

/** The archive of these files (path → text), sorted by path, as base64. */
export function zipBase64(files: Readonly<Record<string, string>>): string {
  const entries: Zippable = {};
  for (const path of Object.keys(files).sort())
    entries[path] = [strToU8(files[path] ?? ""), { level: 0, mtime: OLDEST, os: UNIX, attrs: MODE }];
  let binary = "";
  for (const byte of zipSync(entries)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
