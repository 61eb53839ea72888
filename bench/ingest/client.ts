// Sends one kind of request over raw sockets, as cheaply as can be: the client must not be what is measured.
import { connect, type Socket } from "node:net";
import { type Load, type Measured, requestBytes } from "./load.ts";

process.on("disconnect", () => process.exit(0));
process.on("message", (load: Load) => {
  measure(load).then((measured) => process.send?.(measured));
});

/** Not measured: connections, compilers and caches settle. */
const WARM_UP_MS = 700;
const ANSWER_OK = Buffer.from("HTTP/1.1 200");

type Connection = { socket: Socket; sentAt: number; busy: boolean };

async function measure(load: Load): Promise<Measured> {
  const bytes = requestBytes(load.kind);
  const latencies: number[] = [];
  const due: number[] = [];
  let measuring = false;
  let ended = false;
  let otherAnswers = 0;

  const send = (connection: Connection, at: number): void => {
    connection.busy = true;
    connection.sentAt = at;
    connection.socket.write(bytes);
  };
  const onAnswer = (connection: Connection, ok: boolean): void => {
    if (measuring) {
      latencies.push(performance.now() - connection.sentAt);
      if (!ok) otherAnswers += 1;
    }
    connection.busy = false;
    if (ended) return;
    if (load.ratePerSecond === undefined) send(connection, performance.now());
    else if (due.length > 0) send(connection, due.shift() as number);
  };
  const connections = await Promise.all(Array.from({ length: load.connections }, () => open(load.port, onAnswer)));

  let timer: NodeJS.Timeout | undefined;
  if (load.ratePerSecond === undefined) {
    for (const connection of connections) send(connection, performance.now());
  } else {
    timer = schedule(load.ratePerSecond, (at) => {
      const free = connections.find((connection) => !connection.busy);
      if (free) send(free, at);
      else due.push(at);
    });
  }
  await pause(WARM_UP_MS);
  measuring = true;
  const began = performance.now();
  process.send?.("measuring");
  await pause(load.seconds * 1_000);
  const seconds = (performance.now() - began) / 1_000;
  process.send?.("measured");
  ended = true;
  measuring = false;
  clearInterval(timer);
  for (const { socket } of connections) socket.destroy();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN;
  return { requests: latencies.length, seconds, p50Ms: at(0.5), p99Ms: at(0.99), otherAnswers };
}

/** Calls at fixed times; what a late timer missed is made up for with its own time. */
function schedule(ratePerSecond: number, call: (at: number) => void): NodeJS.Timeout {
  const began = performance.now();
  let calls = 0;
  return setInterval(() => {
    const now = performance.now();
    for (let at = began + (calls * 1_000) / ratePerSecond; at <= now; at = began + (calls * 1_000) / ratePerSecond) {
      calls += 1;
      call(at);
    }
  }, 1);
}

/** Answers are small and whole in one piece, or continue one that was counted. */
function open(port: number, onAnswer: (connection: Connection, ok: boolean) => void): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    const connection: Connection = { socket, sentAt: 0, busy: false };
    socket.once("error", reject);
    socket.once("connect", () => resolve(connection));
    socket.on("data", (chunk) => {
      if (chunk.subarray(0, 5).equals(ANSWER_OK.subarray(0, 5))) {
        onAnswer(connection, chunk.subarray(0, ANSWER_OK.length).equals(ANSWER_OK));
      }
    });
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
