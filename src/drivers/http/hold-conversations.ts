// The answering side of conversations (conversation.ts): a request with the right key is switched to lines, each question of
// which is answered as the request with the same method, path and body would be, and counted as one.

import type { IncomingHttpHeaders, IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";
import { StringDecoder } from "node:string_decoder";
import { CONVERSATION_PATH, CONVERSATION_PROTOCOL } from "./conversation.ts";

/** A side that has put no question for so long has gone, or puts the next one on a new connection. */
const SILENCE_MS_MAX = 60_000;
/** Questions of one connection that wait for their answers; beyond it somebody doesn't follow the rules. */
const WAITING_MAX = 64;
const SWITCHING = `HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: ${CONVERSATION_PROTOCOL}\r\n\r\n`;
const NOT_SWITCHING = "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";

export type Line = { method: string; path: string; body: string; headers: IncomingHttpHeaders };
export type LineAnswer = { status: number; text: string };

export type HeldConversations = {
  /** No more begin; those that stand end when what was asked is answered. */
  close(): void;
  /** Those that still stand end now. */
  break(): void;
};

export function holdConversations(
  server: Server,
  options: {
    isAdmitted(request: IncomingMessage): boolean;
    /** A longer question ends its conversation. */
    questionBytesMax: number;
    /** Never throws. */
    answer(line: Line): Promise<LineAnswer>;
  },
): HeldConversations {
  const held = new Map<Socket, () => void>();
  let isClosing = false;
  server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    socket.on("error", () => {
      // Its close follows, and whoever waited asks again on another connection.
    });
    const isOurs = request.url === CONVERSATION_PATH && request.headers.upgrade === CONVERSATION_PROTOCOL;
    if (!isOurs || isClosing || !options.isAdmitted(request)) return void socket.end(NOT_SWITCHING);
    socket.write(SWITCHING);
    held.set(socket, hold(socket, head, request.headers, options));
    socket.once("close", () => held.delete(socket));
  });
  return {
    close() {
      isClosing = true;
      for (const leave of held.values()) leave();
    },
    break() {
      for (const socket of held.keys()) socket.destroy();
    },
  };
}

/** Returns the way to end it in order. */
function hold(
  socket: Socket,
  head: Buffer,
  headers: IncomingHttpHeaders,
  { answer, questionBytesMax }: Parameters<typeof holdConversations>[1],
): () => void {
  let heard = "";
  let waiting = 0;
  let isLeaving = false;
  const endWhenAnswered = (): void => {
    if (isLeaving && waiting === 0) socket.end();
  };
  const reply = async (number: string, line: Line): Promise<void> => {
    waiting += 1;
    const { status, text } = await answer(line);
    waiting -= 1;
    if (!socket.destroyed) socket.write(`${number} ${status}\n${text}\n`);
    endWhenAnswered();
  };
  // A server's sockets take no encoding of their own.
  const decoder = new StringDecoder("utf8");
  const hear = (bytes: Buffer): void => {
    heard += decoder.write(bytes);
    while (!isLeaving) {
      const first = heard.indexOf("\n");
      const second = first === -1 ? -1 : heard.indexOf("\n", first + 1);
      if (second === -1) break;
      const [number, method, path] = heard.slice(0, first).split(" ");
      const body = heard.slice(first + 1, second);
      heard = heard.slice(second + 1);
      const isWhole = number !== undefined && method !== undefined && path !== undefined;
      if (!isWhole || body.length > questionBytesMax || waiting >= WAITING_MAX) return void socket.destroy();
      void reply(number, { method, path, body, headers });
    }
    if (heard.length > 2 * questionBytesMax) socket.destroy();
  };
  if (head.length > 0) socket.unshift(head);
  socket.setTimeout(SILENCE_MS_MAX, () => socket.destroy());
  socket.on("data", hear);
  // The server lets connections be half open, for requests' sake.
  socket.on("end", () => socket.end());
  return () => {
    isLeaving = true;
    endWhenAnswered();
  };
}
