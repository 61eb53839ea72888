// A client before the web tier: HTTPS to a port of this machine under a public name, as the load balancer would carry it.

import type { IncomingHttpHeaders } from "node:http";
import { Agent, type RequestOptions, request } from "node:https";

export type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };
export type Asked = {
  readonly host: string;
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly agent?: Agent;
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 15_000;
const once = new Agent({ keepAlive: false, rejectUnauthorized: false });

export const keepingAgent = (sockets: number): Agent =>
  new Agent({ keepAlive: true, maxSockets: sockets, rejectUnauthorized: false });

/** Rejects when no whole answer comes. The tier's own certificate is checked by nobody, here as on AWS. */
export function ask(port: number, asked: Asked): Promise<Answer> {
  const { host, path = "/", method = "GET", headers = {}, body, agent = once, timeoutMs = TIMEOUT_MS } = asked;
  const options: RequestOptions = {
    host: "127.0.0.1",
    port,
    path,
    method,
    agent,
    // An address is no name that TLS would ask for.
    servername: /^[\d.]+$/.test(host) ? "" : host,
    headers: {
      host,
      ...(body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }),
      ...headers,
    },
  };
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        clearTimeout(late);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      });
      response.on("error", reject);
    });
    const late = setTimeout(() => sent.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    sent.on("error", (error) => {
      clearTimeout(late);
      reject(error);
    });
    sent.end(body);
  });
}
