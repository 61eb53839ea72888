// The one place that knows where the peer is and how it is spoken to: its collector for logs, its mirror for objects.

import type { IncomingMessage } from "node:http";
import { Unavailable } from "../../core/errors.ts";
import { insideAgent, insideRequest } from "../../drivers/http/inside.ts";
import { linkHeaders } from "../../drivers/http/serve.ts";

/** Longer than any wait that the peer is asked for, and than the beat of a stream. */
const SILENCE_MS_MAX = 5_000;
const SOCKETS_MAX = 16;
const JSON_BYTES_MAX = 32 * 1024 * 1024;

export type Peer = {
  /** GET to the peer's collector; the answer's body is the caller's to read. */
  log(path: string, signal: AbortSignal): Promise<IncomingMessage>;
  /** GET to the peer's mirror. */
  bucket(path: string, signal: AbortSignal): Promise<IncomingMessage>;
  close(): void;
};

export function peerAt(addresses: { log: string; bucket: string }, linkKey: string): Peer {
  const agent = insideAgent({ keepAlive: true, maxSockets: SOCKETS_MAX });
  const get = (base: string, path: string, signal: AbortSignal) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const { hostname: host, port, pathname, search } = new URL(path, base);
      const options = { host, port, path: pathname + search, agent, signal, timeout: SILENCE_MS_MAX };
      const asked = insideRequest({ ...options, headers: linkHeaders(linkKey) }, resolve);
      asked.on("timeout", () =>
        asked.destroy(new Unavailable(`hear from the peer at ${base} within ${SILENCE_MS_MAX} ms`)),
      );
      asked.on("error", reject);
      asked.end();
    });
  return {
    log: (path, signal) => get(addresses.log, path, signal),
    bucket: (path, signal) => get(addresses.bucket, path, signal),
    close: () => agent.destroy(),
  };
}

/** Reads an answer to its end; throws `Unavailable` for any status but 200. */
export async function jsonOf(response: IncomingMessage, what: string): Promise<unknown> {
  const bytes = await bytesOf(response, JSON_BYTES_MAX);
  if (response.statusCode !== 200) throw new Unavailable(`${what}: the peer answered ${response.statusCode}`);
  return JSON.parse(bytes.toString("utf8"));
}

export async function bytesOf(response: IncomingMessage, bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += (chunk as Buffer).length;
    if (bytes > bytesMax) throw new Unavailable(`read an answer of the peer: it has more than ${bytesMax} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
