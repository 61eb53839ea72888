// Serves a fetch-style handler (a Hono app, usually) on a loopback port.

import { getRequestListener } from "@hono/node-server";
import { listenError } from "./listen-error.ts";
import { type Observing, observedServer } from "./observed-server.ts";

export { hasLinkKey, linkHeaders } from "./link-key.ts";
export { listenError };

type Handler = (request: Request) => Response | Promise<Response>;

/** Longer than the time between two looks of a recoverer or a guardian: each would connect anew. */
export const KEEP_ALIVE_MS = 60_000;

/** Listens on 127.0.0.1. `close` ends idle connections at once and the others when their answer is out. */
export async function serve(
  handler: Handler,
  port: number,
  who: string,
  observing: Observing,
): Promise<{ close(): Promise<void> }> {
  const server = observedServer({ keepAliveTimeout: KEEP_ALIVE_MS }, observing, getRequestListener(handler));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, who)));
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2_000).unref();
      }),
  };
}
