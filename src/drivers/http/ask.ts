// A short question to another process of this installation, many times over: on a connection that stays open, bounded in time
// and size. Written on bare sockets: `node:http` takes twice the processor for the same, and `fetch` several times, which a
// guardian that asks all day long notices (bench/README.md).

import { connect, type Socket } from "node:net";
import { type Answer, answerReader } from "./answer-reader.ts";

export type Asked = { status: number; body: string };

/** To one port; more questions wait for their turn, and their time runs meanwhile. */
const SOCKETS_MAX = 8;
const BODY_BYTES_MAX = 256 * 1024;
/** A server may close a connection that has been idle for five seconds; what mustn't be sent twice isn't sent into that. */
const IDLE_MS_MAX = 4_000;
const PATH = /^\/[\x21-\x7e]*$/;
const HEADER = /^[\x20-\x7e]*$/;

type Question = {
  port: number;
  text: string;
  /** Asking again changes nothing, so a connection that had just been closed is no failure yet. */
  mayRepeat: boolean;
  timeoutMs: number;
  bytesMax: number;
  signal?: AbortSignal | undefined;
};

/** GET on a loopback port. Rejects when nothing has been answered within `timeoutMs`, or too much. */
export function ask(
  port: number,
  path: string,
  headers: Record<string, string>,
  timeoutMs: number,
  signal?: AbortSignal,
  bytesMax = BODY_BYTES_MAX,
): Promise<Asked> {
  return exchange({ port, text: requestText("GET", path, headers, ""), mayRepeat: true, timeoutMs, bytesMax, signal });
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
  const text = requestText(method, path, headers, JSON.stringify(body));
  return exchange({ port, text, mayRepeat: false, timeoutMs, bytesMax: BODY_BYTES_MAX });
}

export class Overdue extends Error {}

function requestText(method: string, path: string, headers: Record<string, string>, body: string): string {
  if (!PATH.test(path)) throw new TypeError(`"${path}" is no path that can be asked for.`);
  let head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n`;
  for (const [name, value] of Object.entries(headers)) {
    if (!HEADER.test(value)) throw new TypeError(`The header ${name} can't be sent: a character in it isn't ASCII.`);
    head += `${name}: ${value}\r\n`;
  }
  if (method !== "GET") {
    head += `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
  }
  return `${head}\r\n${body}`;
}

function exchange(question: Question): Promise<Asked> {
  const { port, timeoutMs, bytesMax, signal } = question;
  return new Promise((resolve, reject) => {
    let line: Connection | undefined;
    let isOver = false;
    const finish = (): void => {
      isOver = true;
      clearTimeout(overdue);
      signal?.removeEventListener("abort", onAbort);
    };
    const fail = (error: Error): void => {
      if (isOver) return;
      finish();
      reject(error);
      line?.socket.destroy();
    };
    const onAbort = () => fail(new Error("the question was given up"));
    const overdue = setTimeout(() => fail(new Overdue(`no answer within ${timeoutMs} ms`)), timeoutMs);
    if (signal?.aborted) return onAbort();
    signal?.addEventListener("abort", onAbort);

    const send = (connection: Connection): boolean => {
      if (isOver) return false;
      line = connection;
      const read = answerReader(bytesMax);
      let isHeard = false;
      connection.current = {
        hear(bytes) {
          isHeard = true;
          let answer: Answer | undefined;
          try {
            answer = read(bytes);
          } catch (error) {
            return fail(error as Error);
          }
          if (!answer || isOver) return;
          finish();
          release(port, connection, answer.mayStay);
          resolve({ status: answer.status, body: answer.body });
        },
        break(error) {
          if (isOver) return;
          if (connection.wasUsed && !isHeard && question.mayRepeat) whenFree(port, 0, send);
          else fail(error);
        },
      };
      connection.socket.write(question.text);
      return true;
    };
    whenFree(port, question.mayRepeat ? Number.POSITIVE_INFINITY : IDLE_MS_MAX, send);
  });
}

type Connection = {
  socket: Socket;
  current: { hear(bytes: Buffer): void; break(error: Error): void } | undefined;
  wasUsed: boolean;
  idleSinceMs: number;
};

/** Uses the connection; false when it isn't needed any more. */
type Send = (connection: Connection) => boolean;

type Port = { open: number; idle: Connection[]; waiting: Send[] };

const ports = new Map<number, Port>();

function portOf(port: number): Port {
  let known = ports.get(port);
  if (!known) {
    known = { open: 0, idle: [], waiting: [] };
    ports.set(port, known);
  }
  return known;
}

/** A connection that was idle for no longer than `idleMsMax`, a new one, or the next that gets free. */
function whenFree(port: number, idleMsMax: number, send: Send): void {
  const known = portOf(port);
  const kept = known.idle.pop();
  if (kept && performance.now() - kept.idleSinceMs < idleMsMax) {
    kept.socket.ref();
    if (!send(kept)) release(port, kept, true);
    return;
  }
  kept?.socket.destroy();
  if (known.open >= SOCKETS_MAX + (kept ? 1 : 0)) known.waiting.push(send);
  else {
    const opened = openTo(port, known);
    if (!send(opened)) release(port, opened, true);
  }
}

function openTo(port: number, known: Port): Connection {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  const connection: Connection = { socket, current: undefined, wasUsed: false, idleSinceMs: 0 };
  let why: Error | undefined;
  let isConnected = false;
  known.open += 1;
  const leave = (): void => {
    const at = known.idle.indexOf(connection);
    if (at >= 0) known.idle.splice(at, 1);
  };
  socket.on("data", (bytes) => {
    if (connection.current) connection.current.hear(bytes);
    else socket.destroy();
  });
  socket.once("connect", () => {
    isConnected = true;
  });
  socket.on("end", leave);
  socket.on("error", (error) => {
    why = error;
  });
  socket.once("close", () => {
    known.open -= 1;
    leave();
    const { current } = connection;
    connection.current = undefined;
    current?.break(why && !isConnected ? why : brokenOff(why));
    next(port, known);
  });
  return connection;
}

/** However it ended: whether the question was heard isn't known. */
function brokenOff(cause: Error | undefined): Error {
  return Object.assign(new Error("the connection broke off before the answer", { cause }), { code: "ECONNRESET" });
}

function release(port: number, connection: Connection, mayStay: boolean): void {
  const known = portOf(port);
  connection.current = undefined;
  connection.wasUsed = true;
  if (!mayStay || connection.socket.destroyed) {
    connection.socket.destroy();
    return;
  }
  while (known.waiting.length > 0) if (known.waiting.shift()?.(connection)) return;
  connection.idleSinceMs = performance.now();
  // Waiting for its next question it keeps no process alive.
  connection.socket.unref();
  known.idle.push(connection);
}

/** A place has become free: whoever waits gets a new connection. */
function next(port: number, known: Port): void {
  const send = known.waiting.shift();
  if (send) whenFree(port, IDLE_MS_MAX, send);
}
