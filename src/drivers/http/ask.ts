// A short question to another process of this installation, many times over: on a connection that stays open, bounded in time
// and size. `fetch` costs several times the processor for the same, which a process that asks each second notices.

import type { Agent, IncomingMessage, RequestOptions } from "node:http";
import { insideAgent, insideRequest } from "./inside.ts";

export type Asked = { status: number; body: string };

const SOCKETS_MAX = 8;
const BODY_BYTES_MAX = 256 * 1024;
/** Waiting for its next question a connection keeps no process alive. */
let agent: Agent | undefined;

/** GET on a loopback port. Rejects when nothing has been answered within `timeoutMs`, or too much. */
export function ask(
  port: number,
  path: string,
  headers: Record<string, string>,
  timeoutMs: number,
  signal?: AbortSignal,
  bytesMax = BODY_BYTES_MAX,
): Promise<Asked> {
  return exchange({ port, path, headers, ...(signal && { signal }) }, undefined, timeoutMs, bytesMax);
}

/** PUT or POST of a JSON body, otherwise as `ask`. After a rejection it isn't known whether the other side acted. */
export function tell(
  port: number,
  method: "PUT" | "POST",
  path: string,
  headers: Record<string, string>,
  body: unknown,
  timeoutMs: number,
): Promise<Asked> {
  const text = JSON.stringify(body);
  const own = { "content-type": "application/json", "content-length": String(Buffer.byteLength(text)) };
  return exchange({ port, method, path, headers: { ...headers, ...own } }, text, timeoutMs);
}

/** One request and its answer, with the headers as they are given. */
export function exchange(
  options: RequestOptions,
  text: string | undefined,
  timeoutMs: number,
  bytesMax = BODY_BYTES_MAX,
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    agent ??= insideAgent({ keepAlive: true, maxSockets: SOCKETS_MAX });
    const asked = insideRequest({ agent, ...options }, (response) => {
      read(response, bytesMax).then((body) => {
        clearTimeout(overdue);
        resolve({ status: response.statusCode ?? 0, body });
      }, fail);
    });
    let isOver = false;
    const fail = (error: Error): void => {
      // Ending the request makes it fail once more.
      if (isOver) return;
      isOver = true;
      clearTimeout(overdue);
      // The other side closed an idle connection at the moment when it was used again: a question may be put once more.
      const wasClosed = (error as NodeJS.ErrnoException).code === "ECONNRESET" && asked.reusedSocket;
      if (wasClosed && text === undefined) resolve(exchange(options, text, timeoutMs, bytesMax));
      else reject(error);
      asked.destroy();
    };
    const overdue = setTimeout(() => fail(new Overdue(`no answer within ${timeoutMs} ms`)), timeoutMs);
    asked.on("error", fail);
    asked.end(text);
  });
}

export class Overdue extends Error {}

function read(response: IncomingMessage, bytesMax: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    response.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bytesMax) reject(new RangeError(`an answer of more than ${bytesMax} bytes`));
      else chunks.push(chunk);
    });
    response.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    response.on("error", reject);
    response.on("close", () => reject(new Error("the answer broke off")));
  });
}
