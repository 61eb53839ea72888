// Reads a text file line by line, gzip or not, in bounded memory, with each line's number and how far the file is read.

import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { EXIT, Refused } from "../../core/errors.ts";

/** `bytesRead` counts bytes of the file as it lies on disk, for progress. */
export type Line = { number: number; text: string; tooLong: boolean; bytesRead: number };

/** Longer lines are cut and marked: they can't be events (32 KiB is the most). */
const LINE_MAX = 256 * 1024;

export async function* readLines(file: string): AsyncGenerator<Line> {
  const source = createReadStream(file, { highWaterMark: 256 * 1024 });
  const text: Readable = (await isGzip(file)) ? source.pipe(createGunzip()) : source;
  source.on("error", (error) => text.destroy(error));
  text.setEncoding("utf8");
  let number = 0;
  let rest = "";
  let overflowing = false;
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const pieces = (rest + chunk).split("\n");
      rest = pieces.pop() as string;
      for (const piece of pieces) {
        number += 1;
        yield {
          number,
          text: strip(piece),
          tooLong: overflowing || piece.length > LINE_MAX,
          bytesRead: source.bytesRead,
        };
        overflowing = false;
      }
      if (rest.length > LINE_MAX) {
        overflowing = true;
        rest = rest.slice(0, LINE_MAX);
      }
    }
  } catch (error) {
    throw new Refused(
      `${file} could not be read beyond line ${number}: ${error instanceof Error ? error.message : error}. ` +
        "What was read before is imported; mend or replace the file and run the same command again.",
      EXIT.badInput,
      { cause: error },
    );
  } finally {
    source.destroy();
  }
  if (rest !== "") yield { number: number + 1, text: strip(rest), tooLong: overflowing, bytesRead: source.bytesRead };
}

const strip = (line: string): string =>
  line
    .replace(/\r$/, "")
    .replace(/^\uFEFF/, "")
    .slice(0, LINE_MAX);

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
