// Follows one origin of the peer: frames come in one long answer, are checked, go to disk together with whatever came
// meanwhile, and only then the peer hears that they are here.

import type { IncomingMessage } from "node:http";
import { type FoundFrame, scan, type Walk } from "../../app/log/scan.ts";
import { Unavailable } from "../../core/errors.ts";
import type { OriginId } from "../../core/origin.ts";
import { crc32 } from "../../drivers/log/disk.ts";
import type { MirrorLog } from "../../drivers/log/mirror-log.ts";
import { bytesOf, type Peer } from "./peer.ts";

/** Received and not yet on disk; beyond it the peer has to wait. */
const WAITING_BYTES_MAX = 16 * 1024 * 1024;
const ACKS_AT_ONCE_MAX = 8;

type PullProgress = {
  /** Frames are on disk up to `end`; `receivedAt` is that of the last one. */
  onStored(end: number, receivedAt: number): void;
  /** The peer said how far its log is on disk there. */
  onPeerEnd(end: number): void;
  onHole(from: number, to: number): void;
};

export type PullOptions = {
  peer: Peer;
  origin: OriginId;
  seed: number;
  mirror: MirrorLog;
  /** Where the peer's log begins. */
  first: number;
  progress: PullProgress;
  signal: AbortSignal;
};

/** "finished" when an ended origin is here whole; throws when the link breaks or the disk fails. */
export async function pullOrigin(options: PullOptions): Promise<"finished"> {
  const path = `/link/log/${encodeURIComponent(options.origin)}`;
  const from = Math.max(options.mirror.end ?? 0, options.first);
  const response = await options.peer.log(`${path}?from=${from}&stream=1`, options.signal);
  if (response.statusCode !== 200) {
    const said = (await bytesOf(response, 64 * 1024)).toString("utf8").slice(0, 200);
    throw new Unavailable(`read ${options.origin} of the peer: it answered ${response.statusCode} ${said}`);
  }
  const end = Number(response.headers["x-end"]);
  options.progress.onPeerEnd(end);
  if (from > (options.mirror.end ?? from)) options.progress.onHole(options.mirror.end ?? 0, from);
  const store = new Store(options, path);
  // A copy that was complete already is confirmed at once: the peer may just have come back.
  store.acknowledge();
  await receive(response, from, options, store);
  await store.idle();
  if (response.headers["x-sealed"] !== "true")
    throw new Unavailable(`read ${options.origin}: the peer ended the answer`);
  await options.mirror.finish(end);
  return "finished";
}

async function receive(response: IncomingMessage, from: number, options: PullOptions, store: Store): Promise<void> {
  let rest: Uint8Array = Buffer.alloc(0);
  let needBytes = 0;
  let walk: Walk = { byte: 0, expected: from, bad: undefined };
  let parts: Buffer[] = [];
  let partBytes = 0;
  for await (const part of response) {
    parts.push(part as Buffer);
    partBytes += (part as Buffer).length;
    // A large frame arrives in many parts: they are joined once.
    if (partBytes < needBytes) continue;
    const chunk = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    const result = scan(chunk, walk, { seed: options.seed, crc32, check: "payloads" });
    // The peer sends only what is whole there: a gap is a hole in its copy, wrong bytes were made wrong by the link.
    const wrong = result.walk.bad ?? result.damage.find(({ bytes }) => bytes === "wrong");
    if (wrong) throw new Unavailable(`read ${options.origin}: bytes were changed on the way (${wrong.reason})`);
    for (const damage of result.damage) options.progress.onHole(damage.range.from, damage.range.to);
    rest = chunk.subarray(result.walk.byte - walk.byte);
    walk = result.walk;
    needBytes = result.stopped.kind === "more" ? result.stopped.needBytes : 0;
    parts = rest.length > 0 ? [rest as Buffer] : [];
    partBytes = rest.length;
    await store.add(result.frames);
  }
  if (partBytes > 0) throw new Unavailable(`read ${options.origin}: the answer broke off within a record`);
}

/** Writes what has come back to back, as the log itself does, and confirms it. */
class Store {
  readonly #options: PullOptions;
  readonly #path: string;
  #waiting: FoundFrame[] = [];
  #waitingBytes = 0;
  #running: Promise<void> | undefined;
  #error: unknown;
  #acks = 0;
  #acknowledged = -1;

  constructor(options: PullOptions, path: string) {
    this.#options = options;
    this.#path = path;
  }

  async add(frames: FoundFrame[]): Promise<void> {
    for (const frame of frames) {
      if (frame.header.count === 0) {
        this.#options.progress.onPeerEnd(frame.header.receivedAt);
        this.acknowledge();
      } else {
        this.#waiting.push(frame);
        this.#waitingBytes += frame.bytes.length;
      }
    }
    if (this.#error) throw this.#error;
    if (this.#waiting.length > 0) this.#running ??= this.#run();
    if (this.#waitingBytes > WAITING_BYTES_MAX) await this.idle();
  }

  async idle(): Promise<void> {
    await this.#running;
    if (this.#error) throw this.#error;
  }

  acknowledge(): void {
    const { end } = this.#options.mirror;
    if (end === undefined || end <= this.#acknowledged || this.#acks >= ACKS_AT_ONCE_MAX) return;
    this.#acknowledged = end;
    this.#acks++;
    let heard = false;
    const done = () => {
      this.#acks--;
      if (heard) this.acknowledge();
      // Made good by the next one, at the latest when the peer's next beat comes.
      else this.#acknowledged = -1;
    };
    const accept = (response: IncomingMessage) => {
      heard = response.statusCode === 204;
      response.on("error", () => undefined);
      response.on("close", done);
      response.resume();
    };
    this.#options.peer.log(`${this.#path}?ack=${end}`, this.#options.signal).then(accept, done);
  }

  async #run(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const frames = this.#waiting;
        this.#waiting = [];
        this.#waitingBytes = 0;
        await this.#options.mirror.append(frames);
        const last = frames.at(-1) as FoundFrame;
        this.#options.progress.onStored(this.#options.mirror.end ?? 0, last.header.receivedAt);
        this.acknowledge();
      }
    } catch (error) {
      this.#error = error;
    } finally {
      this.#running = undefined;
    }
  }
}
