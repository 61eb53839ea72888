// This region's copy of one origin of the peer: the same frames, byte for byte, in segments of its own.

import { basename } from "node:path";
import type { FoundFrame } from "../../app/log/scan.ts";
import { Unavailable } from "../../core/errors.ts";
import { DISK_FLOOR, type DiskFloor, type LogDisk, REAL_DISK, tooFull } from "./disk.ts";
import { makeDirectory } from "./durable-file.ts";
import { readSealed, seal } from "./origins.ts";
import { recoverTail } from "./recover.ts";
import { SEGMENT_BYTES_MAX, SegmentFile } from "./segment-file.ts";
import { joined } from "./stream-log.ts";

const SPACE_CHECK_EVERY_MS = 1_000;

export type MirrorLogOptions = { disk?: LogDisk; floor?: DiskFloor };

export class MirrorLog {
  readonly #directory: string;
  readonly #seed: number;
  readonly #disk: LogDisk;
  readonly #floor: DiskFloor;
  #segment: SegmentFile | undefined;
  #end: number | undefined;
  #spaceCheckedAt = Number.NEGATIVE_INFINITY;

  private constructor(directory: string, seed: number, options: MirrorLogOptions) {
    this.#directory = directory;
    this.#seed = seed;
    this.#disk = options.disk ?? REAL_DISK;
    this.#floor = options.floor ?? DISK_FLOOR;
  }

  /**
   * `directory` is …/log/mirror/<origin>; what a kill left torn is cut off. "finished": the whole origin is here already.
   * Without a seed the peer has no record left to give.
   */
  static async open(
    directory: string,
    seed: number | null,
    options: MirrorLogOptions = {},
  ): Promise<MirrorLog | "finished"> {
    await makeDirectory(directory);
    if (await readSealed(directory)) return "finished";
    const mirror = new MirrorLog(directory, seed ?? 0, options);
    const recovered = await recoverTail(directory, basename(directory));
    if (seed !== null && recovered.seed !== undefined && recovered.seed !== seed) {
      throw new Unavailable(
        `mirror ${basename(directory)}: the copy in ${directory} is of another log of the same name`,
      );
    }
    const { last } = recovered;
    if (last) mirror.#end = recovered.end;
    // Behind a cut a new file begins: a reader that saw the torn bytes isn't led astray.
    if (last && recovered.tornBytes === 0 && recovered.end > last.first) {
      mirror.#segment = await SegmentFile.goOn(directory, last.first, last.bytes, mirror.#disk);
    }
    return mirror;
  }

  /** Everything below is on disk here; undefined for an empty copy. */
  get end(): number | undefined {
    return this.#end;
  }

  /** On disk when it returns. The frames follow each other but for what is lost in the peer's copy too. */
  async append(frames: FoundFrame[]): Promise<void> {
    await this.#checkSpace();
    let run: FoundFrame[] = [];
    for (const frame of frames) {
      const before = run.at(-1)?.header ?? { offset: this.#end ?? frame.header.offset, count: 0 };
      if (frame.header.offset !== before.offset + before.count) {
        await this.#write(run);
        run = [];
        await this.#leave();
      }
      run.push(frame);
    }
    await this.#write(run);
  }

  /** The peer ended this origin at `end` and its last record is here; what only this copy still has behind it counts, too. */
  async finish(end: number): Promise<void> {
    await this.#leave();
    await seal(this.#directory, Math.max(end, this.#end ?? 0));
  }

  async close(): Promise<void> {
    await this.#leave();
  }

  async #write(run: FoundFrame[]): Promise<void> {
    const first = run[0]?.header;
    const last = run.at(-1)?.header;
    if (!first || !last) return;
    if (this.#segment && this.#segment.durableBytes >= SEGMENT_BYTES_MAX) await this.#leave();
    const header = { origin: basename(this.#directory), first: first.offset, seed: this.#seed };
    this.#segment ??= await SegmentFile.create(this.#directory, header, this.#disk);
    try {
      const parts = joined(run);
      const bytes = parts.reduce((sum, part) => sum + part.length, 0);
      await this.#segment.append(parts, bytes);
    } catch (error) {
      const segment = this.#segment;
      this.#segment = undefined;
      await segment.abandon();
      throw error;
    }
    this.#end = last.offset + last.count;
  }

  async #leave(): Promise<void> {
    const segment = this.#segment;
    this.#segment = undefined;
    await segment?.close();
  }

  async #checkSpace(): Promise<void> {
    if (performance.now() - this.#spaceCheckedAt < SPACE_CHECK_EVERY_MS) return;
    const because = tooFull(await this.#disk.space(this.#directory), this.#floor);
    if (because) throw new Unavailable(`mirror ${basename(this.#directory)}: ${because}`);
    this.#spaceCheckedAt = performance.now();
  }
}
