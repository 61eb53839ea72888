// One request of a client as any client would send it: bounded in time, with what is known about it when it fails.

import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from "node:http";

const BODY_BYTES_MAX = 8 * 1024 * 1024;

export type Request = {
  port: number;
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
  timeoutMs: number;
  agent: Agent;
};

export type Response = { status: number; headers: IncomingHttpHeaders; body: string };

export type Outcome =
  | ({ kind: "answer" } & Response)
  /** Nobody was reached, so nothing can have been done. */
  | { kind: "unsent"; because: string }
  /** It was sent, and no whole answer came. */
  | { kind: "silence"; because: string };

export const newAgent = (sockets: number): Agent => new Agent({ keepAlive: true, maxSockets: sockets });

/** Never rejects: a client that records what it sees has three outcomes, and none of them is an exception. */
export function send({ port, method, path, headers = {}, body, timeoutMs, agent }: Request): Promise<Outcome> {
  return new Promise((resolve) => {
    let connected = false;
    const outgoing = request(
      {
        host: "127.0.0.1",
        port,
        method,
        path,
        agent,
        headers: {
          ...headers,
          ...(body === undefined
            ? {}
            : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) }),
        },
      },
      (response) => read(response).then(finish, fail),
    );
    const finish = (answer: Response): void => {
      clearTimeout(overdue);
      resolve({ kind: "answer", ...answer });
    };
    const fail = (error: Error): void => {
      clearTimeout(overdue);
      resolve({ kind: connected ? "silence" : "unsent", because: error.message });
      outgoing.destroy();
    };
    const overdue = setTimeout(() => fail(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    outgoing.on("socket", (socket) => {
      // A connection that was kept may have been closed by now; what was written on it may have arrived.
      if (!socket.connecting) connected = true;
      else
        socket.once("connect", () => {
          connected = true;
        });
    });
    outgoing.on("error", fail);
    outgoing.end(body);
  });
}

function read(response: IncomingMessage): Promise<Response> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    response.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > BODY_BYTES_MAX) reject(new RangeError(`an answer of more than ${BODY_BYTES_MAX} bytes`));
      else chunks.push(chunk);
    });
    response.on("end", () =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        body: Buffer.concat(chunks).toString("utf8"),
      }),
    );
    response.on("error", reject);
    response.on("close", () => reject(new Error("the answer broke off")));
  });
}

export function header(answer: Response, name: string): string | null {
  const value = answer.headers[name];
  return typeof value === "string" ? value : null;
}

/** The member of a JSON body that names a problem: the last part of its type. */
export function problemOf(answer: Response): string {
  try {
    const type = (JSON.parse(answer.body) as { type?: unknown }).type;
    return typeof type === "string" ? (type.split("/").at(-1) ?? type) : `status ${answer.status}`;
  } catch {
    return `status ${answer.status}`;
  }
}
