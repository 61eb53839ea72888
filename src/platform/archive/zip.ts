// A ZIP archive of text files, as base64: what Lambda and Synthetics want their code in. Entries are stored, not
// compressed, with one fixed date, so that the same files are the same bytes on every machine and every run.
// Layout: APPNOTE.TXT 6.3.10, 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end of central directory).

/** 1 January 1980, the oldest date that the format knows. */
const DOS_DATE = 0x0021;
/** Regular file, readable by all: Lambda refuses a file that its own user can't read. */
const UNIX_MODE = 0o100644;
const VERSION_MADE_BY_UNIX = 0x0314;
const VERSION_NEEDED = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;

type Entry = { readonly name: Uint8Array; readonly content: Uint8Array; readonly crc: number; readonly offset: number };

/** The archive of these files (path → text), sorted by path, as base64. */
export function zipBase64(files: Readonly<Record<string, string>>): string {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  const put = (part: Uint8Array): void => {
    parts.push(part);
    offset += part.length;
  };
  for (const path of Object.keys(files).sort()) {
    const content = encoder.encode(files[path]);
    const entry = { name: encoder.encode(path), content, crc: crc32(content), offset };
    entries.push(entry);
    put(localHeader(entry));
    put(entry.content);
  }
  const directoryAt = offset;
  for (const entry of entries) put(directoryHeader(entry));
  put(endOfDirectory(entries.length, offset - directoryAt, directoryAt));
  return base64(parts);
}

function localHeader(entry: Entry): Uint8Array {
  return record(0x04034b50, [
    [VERSION_NEEDED, 2],
    ...commonFields(entry),
    [entry.name.length, 2],
    [0, 2], // No extra field.
    entry.name,
  ]);
}

function directoryHeader(entry: Entry): Uint8Array {
  return record(0x02014b50, [
    [VERSION_MADE_BY_UNIX, 2],
    [VERSION_NEEDED, 2],
    ...commonFields(entry),
    [entry.name.length, 2],
    [0, 2], // No extra field,
    [0, 2], // no comment,
    [0, 2], // the first disk,
    [0, 2], // no internal attributes.
    [UNIX_MODE * 0x10000, 4],
    [entry.offset, 4],
    entry.name,
  ]);
}

function endOfDirectory(count: number, lengthBytes: number, offset: number): Uint8Array {
  return record(0x06054b50, [
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [lengthBytes, 4],
    [offset, 4],
    [0, 2],
  ]);
}

type Field = readonly [value: number, bytes: 2 | 4] | Uint8Array;

const commonFields = (entry: Entry): readonly Field[] => [
  [FLAGS, 2],
  [0, 2], // Stored.
  [0, 2], // Midnight.
  [DOS_DATE, 2],
  [entry.crc, 4],
  [entry.content.length, 4],
  [entry.content.length, 4],
];

/** A signature and its fields, little-endian. */
function record(signature: number, fields: readonly Field[]): Uint8Array {
  const bytes: number[] = [];
  for (const field of [[signature, 4] as Field, ...fields]) {
    if (field instanceof Uint8Array) bytes.push(...field);
    else for (let at = 0; at < field[1]; at += 1) bytes.push(Math.floor(field[0] / 256 ** at) % 256);
  }
  return Uint8Array.from(bytes);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] as number);
  return (crc ^ 0xffffffff) >>> 0;
}

function base64(parts: readonly Uint8Array[]): string {
  let binary = "";
  for (const part of parts) for (const byte of part) binary += String.fromCharCode(byte);
  return btoa(binary);
}
