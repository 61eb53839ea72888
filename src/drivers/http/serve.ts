// Serves a fetch-style handler (a Hono app, usually) on a loopback port.

import type { Server } from "node:http";
import { serve as serveNode } from "@hono/node-server";
import { listenError } from "./listen-error.ts";

export { hasLinkKey, linkHeaders } from "./link-key.ts";
export { listenError };

type Handler = (request: Request) => Response | Promise<Response>;

/** Listens on 127.0.0.1. `close` ends idle connections at once and the others when their answer is out. */
export async function serve(handler: Handler, port: number, who: string): Promise<{ close(): Promise<void> }> {
  const server = serveNode({ fetch: handler, port, hostname: "127.0.0.1" }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, who)));
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
