// Reads the questions on a connection of HTTP/1.1, one after the other, however their bytes are cut: what this installation's
// own processes, `fetch` and `curl` send. A body has a length; whatever else comes is refused, and the connection with it.

/** Names of headers in lower case. `mayStay`: the connection can take another question. */
export type ReadRequest = {
  method: string;
  target: string;
  headers: Record<string, string>;
  body: string;
  mayStay: boolean;
};

/** What can't be a question, with the status that says so. */
export type BrokenRequest = { status: 400 | 401 | 411 | 413 | 431; because: string };

export type RequestReader = {
  take(bytes: Buffer): void;
  /** The next whole question; undefined while it hasn't come. After a broken one there is nothing more. */
  next(): ReadRequest | BrokenRequest | undefined;
  /** Part of a question has come. */
  isWaiting(): boolean;
  waitingBytes(): number;
};

const HEAD_BYTES_MAX = 16 * 1024;
const HEAD_END = "\r\n\r\n";
const FIRST_LINE = /^([A-Z]{1,16}) (\/[\x21-\x7e]*) HTTP\/1\.([01])$/;
const HEADER = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*$/;
const LENGTH = /^\d{1,9}$/;
const NOTHING = Buffer.alloc(0);

type Head = Omit<ReadRequest, "body"> & { length: number };

/** `admit` sees each head before its body is read; what it answers ends the connection. */
export function requestReader(
  bodyBytesMax: number,
  admit: (head: Omit<ReadRequest, "body">) => BrokenRequest | undefined,
): RequestReader {
  let rest: Buffer = NOTHING;
  let head: Head | undefined;

  const takeHead = (): Head | BrokenRequest | undefined => {
    const at = rest.indexOf(HEAD_END);
    if (at > HEAD_BYTES_MAX || (at < 0 && rest.length > HEAD_BYTES_MAX)) {
      return { status: 431, because: `The head of a request may have ${HEAD_BYTES_MAX} bytes.` };
    }
    if (at < 0) return undefined;
    const text = rest.toString("latin1", 0, at);
    rest = rest.subarray(at + HEAD_END.length);
    const read = headOf(text);
    if ("status" in read) return read;
    if (read.length > bodyBytesMax) return { status: 413, because: `The body may have ${bodyBytesMax} bytes.` };
    return read;
  };
  return {
    take(bytes) {
      rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    },
    isWaiting: () => head !== undefined || rest.length > 0,
    waitingBytes: () => rest.length,
    next() {
      if (head === undefined) {
        const taken = takeHead();
        if (taken === undefined || "status" in taken) return taken;
        const refused = admit(taken);
        if (refused) return refused;
        head = taken;
      }
      if (rest.length < head.length) return undefined;
      const { length, ...request } = head;
      const body = rest.toString("utf8", 0, length);
      rest = rest.subarray(length);
      head = undefined;
      return { ...request, body };
    },
  };
}

function headOf(text: string): Head | BrokenRequest {
  const broken = (because: string): BrokenRequest => ({ status: 400, because });
  const [first = "", ...lines] = text.split("\r\n");
  const [, method, target, version] = FIRST_LINE.exec(first) ?? [];
  if (method === undefined || target === undefined) return broken("This isn't a request of HTTP/1.1.");
  const headers: Record<string, string> = Object.create(null);
  for (const line of lines) {
    const [, name, value] = HEADER.exec(line) ?? [];
    if (name === undefined || value === undefined) return broken("A header can't be read.");
    const key = name.toLowerCase();
    headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
  }
  if (headers["transfer-encoding"] !== undefined) {
    return { status: 411, because: "A body is sent with its length here, not in chunks." };
  }
  const length = headers["content-length"] ?? "0";
  // Two lengths are two requests in one: nobody honest sends that.
  if (!LENGTH.test(length)) return broken("The length of the body can't be read.");
  const mayStay = version === "1" && !/\bclose\b/i.test(headers.connection ?? "");
  return { method, target, headers, mayStay, length: Number(length) };
}
