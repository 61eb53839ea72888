// Reads one answer of HTTP/1.1 from the bytes of a connection, however they are cut: what this installation's own servers send,
// with a length or in chunks. Whatever else comes is refused; nothing is guessed.

/** `mayStay`: the connection can take the next question. */
export type Answer = { status: number; body: string; mayStay: boolean };

const HEAD_BYTES_MAX = 16 * 1024;
const HEAD_END = "\r\n\r\n";
const LINE_END = "\r\n";
const NOTHING = Buffer.alloc(0);

type Part = "head" | "body" | "chunk-head" | "chunk" | "chunk-end" | "trailer" | "done";

/** Feed it what arrives; it answers once, with the last byte. Throws where this is no answer, or one of more than `bytesMax`. */
export function answerReader(bytesMax: number): (bytes: Buffer) => Answer | undefined {
  let rest: Buffer = NOTHING;
  let part: Part = "head";
  let status = 0;
  let mayStay = true;
  let left = 0;
  let taken = 0;
  const body: Buffer[] = [];

  const expect = (length: number, next: Part): void => {
    if (taken + length > bytesMax) throw new RangeError(`an answer of more than ${bytesMax} bytes`);
    taken += length;
    left = length;
    part = next;
  };
  /** Up to `end`, and over it; undefined while it hasn't come. */
  const takeUntil = (end: string): string | undefined => {
    const at = rest.indexOf(end);
    if (at > HEAD_BYTES_MAX || (at < 0 && rest.length > HEAD_BYTES_MAX))
      throw new Error("an answer with an endless head");
    if (at < 0) return undefined;
    const text = rest.toString("latin1", 0, at);
    rest = rest.subarray(at + end.length);
    return text;
  };
  const takeHead = (): boolean => {
    const head = takeUntil(HEAD_END);
    if (head === undefined) return false;
    const first = /^HTTP\/1\.1 ([1-5]\d\d)(?: |\r\n|$)/.exec(head);
    if (!first) throw new Error("an answer that isn't HTTP/1.1");
    status = Number(first[1]);
    // What announces the answer isn't the answer yet.
    if (status < 200) return true;
    mayStay = !/\r\nconnection:[ \t]*close/i.test(head);
    if (status === 204 || status === 304) expect(0, "body");
    else if (/\r\ntransfer-encoding:[ \t]*chunked/i.test(head)) part = "chunk-head";
    else {
      const length = /\r\ncontent-length:[ \t]*(\d{1,15})[ \t]*(?:\r\n|$)/i.exec(head)?.[1];
      if (length === undefined) throw new Error("an answer of unknown length");
      expect(Number(length), "body");
    }
    return true;
  };
  const takeBody = (next: Part): boolean => {
    if (left > 0 && rest.length === 0) return false;
    const piece = rest.subarray(0, left);
    rest = rest.subarray(piece.length);
    left -= piece.length;
    body.push(piece);
    if (left > 0) return false;
    part = next;
    return true;
  };
  const takeChunkHead = (): boolean => {
    const line = takeUntil(LINE_END);
    if (line === undefined) return false;
    const size = /^([0-9a-f]{1,8})(?:;|$)/i.exec(line)?.[1];
    if (size === undefined) throw new Error("an answer with a broken chunk");
    const length = Number.parseInt(size, 16);
    expect(length, length === 0 ? "trailer" : "chunk");
    return true;
  };
  const takeChunkEnd = (): boolean => {
    const line = takeUntil(LINE_END);
    if (line === undefined) return false;
    if (line !== "") throw new Error("an answer with a broken chunk");
    part = "chunk-head";
    return true;
  };
  const takeTrailer = (): boolean => {
    const line = takeUntil(LINE_END);
    if (line === undefined) return false;
    if (line === "") part = "done";
    return true;
  };
  const take: Record<Part, () => boolean> = {
    head: takeHead,
    body: () => takeBody("done"),
    "chunk-head": takeChunkHead,
    chunk: () => takeBody("chunk-end"),
    "chunk-end": takeChunkEnd,
    trailer: takeTrailer,
    done: () => false,
  };
  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    while (take[part]()) {
      // Each part takes what it can.
    }
    if (part !== "done") return undefined;
    // Bytes that nobody asked for belong to no answer.
    return { status, body: Buffer.concat(body).toString("utf8"), mayStay: mayStay && rest.length === 0 };
  };
}
