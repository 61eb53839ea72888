// Reads and inflates a request's body within bounds: of one body, of its inflation, and of all bodies held at once.

import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { INGEST_LIMITS } from "../../app/events/limits.ts";
import { ProblemAnswer } from "./answer.ts";

/** Of all bodies that are being received, inflated or made durable at one moment. */
export class BodyBudget {
  private held = 0;
  readonly bytesMax: number;
  constructor(bytesMax = 96 * 1024 * 1024) {
    this.bytesMax = bytesMax;
  }
  take(bytes: number): boolean {
    if (this.held + bytes > this.bytesMax) return false;
    this.held += bytes;
    return true;
  }
  give(bytes: number): void {
    this.held -= bytes;
  }
}

/** What one request holds of the budget; given back when its answer is out. */
export class Hold {
  private bytes = 0;
  private readonly budget: BodyBudget;
  constructor(budget: BodyBudget) {
    this.budget = budget;
  }
  add(bytes: number): void {
    if (!this.budget.take(bytes)) {
      const detail = "The collector holds as many bodies as it may. Send the request again after the pause.";
      throw new ProblemAnswer("too-busy", detail, { headers: { "retry-after": 1 } });
    }
    this.bytes += bytes;
  }
  release(bytes = this.bytes): void {
    this.budget.give(bytes);
    this.bytes -= bytes;
  }
}

/** Types whose bodies can't be JSON. Everything else is read as JSON: SDKs send text/plain, forms, or nothing. */
const NOT_JSON =
  /^(?:multipart|image|audio|video|font|model)\/|^application\/(?:pdf|zip|gzip|wasm|protobuf|x-protobuf|vnd\.google\.protobuf|msgpack|x-msgpack|cbor|avro|xml|[\w.-]+\+xml)\b|^text\/(?:html|xml|css|csv)\b/i;

/** Refused bodies are read on up to this, so that the client gets to read the answer. */
const DISCARDED_BYTES_MAX = 8 * INGEST_LIMITS.bodyBytes;
/** Smaller bodies are inflated at once; larger ones beside the event loop. */
const INFLATE_INLINE_BYTES_MAX = 16 * 1024;

/** The body as sent, inflated, without a byte order mark. Throws a `ProblemAnswer`. */
export async function receiveBody(request: IncomingMessage, hold: Hold): Promise<Buffer> {
  const mediaType = request.headers["content-type"];
  if (mediaType !== undefined && NOT_JSON.test(mediaType.trim())) {
    await discard(request);
    throw new ProblemAnswer("unsupported-media-type", "Send the event as JSON, with Content-Type: application/json.");
  }
  const encoding = (request.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const inflate = INFLATERS[encoding];
  if (encoding !== "identity" && encoding !== "" && !inflate) {
    await discard(request);
    throw new ProblemAnswer("unsupported-encoding", "Content-Encoding may be gzip, deflate or br, once.");
  }
  const sent = await receive(request, hold);
  const body = inflate ? await inflated(sent, inflate, hold) : sent;
  return body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? body.subarray(3) : body;
}

function receive(request: IncomingMessage, hold: Hold): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      try {
        if (length > INGEST_LIMITS.bodyBytes) throw tooLarge(`${INGEST_LIMITS.bodyBytes} bytes as sent`);
        hold.add(chunk.length);
        chunks.push(chunk);
      } catch (problem) {
        request.off("data", onData).off("end", onEnd);
        chunks.length = 0;
        discard(request, length).then(() => reject(problem));
      }
    };
    const onEnd = () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, length));
    const onClose = () => {
      if (!request.complete) reject(new ProblemAnswer("incomplete-body", "The connection ended within the body."));
    };
    request.on("data", onData).once("end", onEnd).once("error", onClose).once("close", onClose);
  });
}

/** Reads and forgets the rest, up to a bound; then the connection is closed with the answer. */
function discard(request: IncomingMessage, already = 0): Promise<void> {
  let length = already;
  return new Promise((resolve) => {
    if (request.complete || request.destroyed) return resolve();
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= DISCARDED_BYTES_MAX) return;
      request.pause();
      resolve();
    });
    request.once("end", resolve);
    request.once("close", resolve);
    request.resume();
  });
}

type Options = { maxOutputLength: number };
type Inflater = {
  now(bytes: Buffer, options: Options): Buffer;
  beside(bytes: Buffer, options: Options): Promise<Buffer>;
};

const gunzip = promisify<Buffer, Options, Buffer>(zlib.gunzip);
const inflateZlib = promisify<Buffer, Options, Buffer>(zlib.inflate);
const inflateRaw = promisify<Buffer, Options, Buffer>(zlib.inflateRaw);
const unBrotli = promisify<Buffer, Options, Buffer>(zlib.brotliDecompress);

/** "deflate" is zlib's format by the standard and a bare stream by custom; the first two bytes tell which. */
const hasZlibHeader = (bytes: Buffer): boolean =>
  bytes.length >= 2 && ((bytes[0] as number) & 15) === 8 && bytes.readUInt16BE(0) % 31 === 0;

const gzip: Inflater = { now: (bytes, options) => zlib.gunzipSync(bytes, options), beside: gunzip };
const INFLATERS: Record<string, Inflater | undefined> = {
  __proto__: null as never,
  gzip,
  "x-gzip": gzip,
  deflate: {
    now: (bytes, options) => (hasZlibHeader(bytes) ? zlib.inflateSync : zlib.inflateRawSync)(bytes, options),
    beside: (bytes, options) => (hasZlibHeader(bytes) ? inflateZlib : inflateRaw)(bytes, options),
  },
  br: { now: (bytes, options) => zlib.brotliDecompressSync(bytes, options), beside: unBrotli },
};

async function inflated(sent: Buffer, inflater: Inflater, hold: Hold): Promise<Buffer> {
  const allowed = Math.max(INGEST_LIMITS.inflationFreeBytes, sent.length * INGEST_LIMITS.inflationRatio);
  const maxOutputLength = Math.min(INGEST_LIMITS.bodyBytes, allowed);
  // The largest possible output is reserved first: inflation can't go beyond the budget while it runs.
  const inline = sent.length <= INFLATE_INLINE_BYTES_MAX;
  if (!inline) hold.add(maxOutputLength);
  try {
    if (inline) {
      const small = inflater.now(sent, { maxOutputLength });
      hold.add(small.length);
      return small;
    }
    const body = await inflater.beside(sent, { maxOutputLength });
    hold.release(maxOutputLength - body.length);
    return body;
  } catch (error) {
    if (error instanceof ProblemAnswer) throw error;
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw tooLarge(
        `${maxOutputLength} bytes after inflation (at most ${INGEST_LIMITS.inflationRatio} times as sent)`,
      );
    }
    throw new ProblemAnswer("bad-encoding", "The body is not what its Content-Encoding says. Send it again, whole.");
  }
}

function tooLarge(limit: string): ProblemAnswer {
  return new ProblemAnswer("body-too-large", `The body may have ${limit}. Send it in parts.`);
}
