// Serves the processes of this installation on a loopback port: JSON in, JSON out, behind the link key. On bare sockets, because
// guardian, witness and watchdog are asked several times a second all day long, and must be small and quick to start:
// `node:http` takes twice the processor for the same (bench/README.md).

import { STATUS_CODES } from "node:http";
import { createServer, type Socket } from "node:net";
import { LINK_KEY_HEADER } from "../../core/installation.ts";
import { hasLinkKey } from "./link-key.ts";
import { listenError } from "./listen-error.ts";
import { type BrokenRequest, type ReadRequest, requestReader } from "./request-reader.ts";

const BODY_BYTES_MAX = 16_384;
/** Of answers that are under way when the server closes. */
const CLOSE_MS_MAX = 2_000;
/** From the first byte of a request to its last. */
const REQUEST_MS_MAX = 10_000;
/** A connection that its other side keeps for the next question must not be closed under that question's feet. */
const IDLE_MS_MAX = 60_000;
const PIPELINED_BYTES_MAX = 256 * 1024;

export type InternalRequest = { method: string; url: URL; body: string; headers: Record<string, string> };
/** `bytes` go out as they are, everything else as JSON. */
export type InternalAnswer = { status: number; json?: unknown; bytes?: Uint8Array };
/** A path that is missing here is answered 404. */
type Handler = (request: InternalRequest) => InternalAnswer | undefined | Promise<InternalAnswer | undefined>;
export type InternalServer = { close(): Promise<void> };

const BASE = "http://internal";

type Options = { port: number; who: string; linkKey: string; open: readonly string[]; handle: Handler };

/** `open` names the paths that are answered without the link key. */
export async function serveInternal(options: Options): Promise<InternalServer> {
  const { port, who } = options;
  const open = new Map<Socket, { isBusy(): boolean }>();
  let closing = false;
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    open.set(
      socket,
      converse(socket, options, () => closing),
    );
    socket.once("close", () => open.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, who)));
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        closing = true;
        server.close(() => resolve());
        for (const [socket, { isBusy }] of open) if (!isBusy()) socket.destroy();
        setTimeout(() => {
          for (const socket of open.keys()) socket.destroy();
        }, CLOSE_MS_MAX).unref();
      }),
  };
}

/** One connection: its questions are answered one after the other. */
function converse(socket: Socket, options: Options, isClosing: () => boolean): { isBusy(): boolean } {
  const reader = requestReader(BODY_BYTES_MAX, (head) => refuseStranger(head, options));
  let busy = false;
  let ended = false;
  let beganAtMs = 0;

  const turn = (): void => {
    if (busy || socket.destroyed) return;
    const request = reader.next();
    if (request === undefined) {
      if (ended) socket.end();
      return;
    }
    busy = true;
    if ("status" in request) {
      write(socket, refusal(request.status, request.because), { mayStay: false, isHead: false });
      return;
    }
    answer(options, request)
      .catch((error: Error) => refusal(500, `${options.who} failed: ${error.message}`))
      .then((given) => {
        const mayStay = request.mayStay && !isClosing();
        write(socket, given, { mayStay, isHead: request.method === "HEAD" });
        if (!mayStay) return;
        busy = false;
        beganAtMs = performance.now();
        turn();
      });
  };
  socket.setTimeout(IDLE_MS_MAX, () => socket.destroy());
  socket.on("data", (bytes) => {
    if (!socket.writable) return;
    if (!reader.isWaiting()) beganAtMs = performance.now();
    else if (!busy && performance.now() - beganAtMs > REQUEST_MS_MAX) return void socket.destroy();
    reader.take(bytes);
    if (busy && reader.waitingBytes() > PIPELINED_BYTES_MAX) return void socket.destroy();
    turn();
  });
  socket.on("end", () => {
    ended = true;
    turn();
  });
  socket.on("error", () => {
    // Its close follows; whoever asked hears nothing more.
  });
  return { isBusy: () => busy };
}

/** What a stranger sends isn't even read. */
function refuseStranger({ target, headers }: Omit<ReadRequest, "body">, options: Options): BrokenRequest | undefined {
  const path = target.split("?", 1)[0] ?? "";
  if (options.open.includes(path) || hasLinkKey(headers[LINK_KEY_HEADER], options.linkKey)) return undefined;
  return { status: 401, because: "The link key is missing or wrong." };
}

async function answer({ handle, who }: Options, request: ReadRequest): Promise<InternalAnswer> {
  const { method, target, headers, body } = request;
  if (!URL.canParse(target, BASE)) return refusal(400, "The path can't be read.");
  const url = new URL(target, BASE);
  return (
    (await handle({ method, url, body, headers })) ?? refusal(404, `There is nothing at ${url.pathname} of ${who}.`)
  );
}

/** A refusal as a problem document; `because` is a sentence. */
export function refusal(status: number, because: string): InternalAnswer {
  return { status, json: { type: "about:blank", title: "Refused", status, detail: because, because } };
}

function write(
  socket: Socket,
  { status, json, bytes }: InternalAnswer,
  how: { mayStay: boolean; isHead: boolean },
): void {
  if (socket.destroyed || !socket.writable) return;
  const text = bytes ? "" : JSON.stringify(json ?? {});
  const type = bytes ? "application/octet-stream" : status >= 400 ? "application/problem+json" : "application/json";
  const head =
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\ncontent-type: ${type}\r\n` +
    `content-length: ${bytes?.length ?? Buffer.byteLength(text)}\r\ncache-control: no-store\r\n` +
    `${how.mayStay ? "" : "connection: close\r\n"}\r\n`;
  socket.write(how.isHead ? head : head + text);
  if (bytes && !how.isHead) socket.write(bytes);
  if (how.mayStay) return;
  // What is still on its way here is read and forgotten: closed over it, the answer would be lost.
  socket.setTimeout(CLOSE_MS_MAX);
  socket.end();
}

/** The members of a JSON object; undefined for anything else. */
export function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = text === "" ? {} : JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
