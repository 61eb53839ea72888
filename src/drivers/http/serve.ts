// Serves a fetch-style handler (a Hono app, usually) on a loopback port.

import { timingSafeEqual } from "node:crypto";
import type { Server } from "node:http";
import { serve as serveNode } from "@hono/node-server";
import { EXIT, Refused } from "../../core/errors.ts";
import { LINK_KEY_HEADER } from "../../core/installation.ts";

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

/** A port that can't be had, as a sentence for people. */
export function listenError(error: NodeJS.ErrnoException, port: number, who: string): Error {
  if (error.code !== "EADDRINUSE") return error;
  return new Refused(
    `Port ${port} on 127.0.0.1, which ${who} needs, is in use by another program. ` +
      "Stop that program, or choose other ports with --port N (Tandem uses N to N + 49).",
    EXIT.conflict,
    { cause: error },
  );
}

/** Whether a request carries the installation's link key; compared in constant time. */
export function hasLinkKey(header: string | null | undefined, linkKey: string): boolean {
  // Bytes are counted, not characters: a header may hold some that take two, and the comparison throws on unequal lengths.
  const given = Buffer.from(header ?? "");
  const wanted = Buffer.from(linkKey);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** The header that shows the link key to the other side. */
export function linkHeaders(linkKey: string): Record<string, string> {
  return { [LINK_KEY_HEADER]: linkKey };
}
