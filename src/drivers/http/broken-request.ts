// What isn't HTTP, comes too slowly or has too large a head never becomes a request; it is still told why.

import type { Server } from "node:http";
import type { Socket } from "node:net";
import { ingestProblem } from "../../app/events/problem.ts";

/** Bounds of every server that strangers reach. A slow sender loses its connection, not a thread. */
export const STRANGER_LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16 * 1024 };

export function answerBrokenRequests(server: Server): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
    const problem = problemOf(error.code);
    const text = JSON.stringify(problem);
    socket.end(
      `HTTP/1.1 ${problem.status} Refused\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nconnection: close\r\n\r\n${text}`,
    );
  });
}

function problemOf(code: string | undefined) {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") {
    return ingestProblem(
      "request-timeout",
      `Send the whole request within ${STRANGER_LIMITS.requestTimeout / 1_000} s.`,
    );
  }
  if (code === "HPE_HEADER_OVERFLOW") {
    return ingestProblem("header-too-large", `Headers may have ${STRANGER_LIMITS.maxHeaderSize} bytes in all.`);
  }
  return ingestProblem("bad-request", "Send HTTP/1.1.");
}
