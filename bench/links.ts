// What it costs that traffic between regions goes through a process which could cut or slow it: a stream and a question with its
// answer, from port to port (control) and over a link, by turns in the same run. The link is a process of its own, as it is
// in an installation.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { fileURLToPath } from "node:url";

const LINK = fileURLToPath(new URL("ingest/link.ts", import.meta.url));
const STREAM_BYTES = 256 * 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, 7);
const STREAMS = 5;
const QUESTIONS = 4_000;
const QUESTION = Buffer.alloc(300, 1);
const CLOCK_TICKS_PER_SECOND = 100;

type Way = { name: string; port: number; streamsMs: number[]; questionsUs: number[] };

export async function run(): Promise<{ name: string; rows: Record<string, string | number>[] }> {
  const sink = createServer((socket) => {
    // One byte for each stream's end, and each question back as it came.
    let first: number | undefined;
    let bytes = 0;
    socket.on("data", (chunk) => {
      first ??= chunk[0];
      bytes += chunk.length;
      if (first === QUESTION[0]) socket.write(chunk);
      else if (bytes % STREAM_BYTES === 0) socket.write("!");
    });
    socket.on("error", () => undefined);
  });
  sink.listen(0, "127.0.0.1");
  await once(sink, "listening");
  const { port } = sink.address() as AddressInfo;
  const link = spawn(process.execPath, [LINK, `${port}`, "0"], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  try {
    const [told] = (await once(link, "message")) as [{ port: number }];
    const ways: Way[] = [
      { name: "port to port (control)", port, streamsMs: [], questionsUs: [] },
      { name: "over a link", port: told.port, streamsMs: [], questionsUs: [] },
    ];
    const streaming = await cpuMs(link);
    for (let round = 0; round < STREAMS; round += 1) for (const way of ways) await stream(way);
    const asking = await cpuMs(link);
    await ask(ways);
    const end = await cpuMs(link);
    const mib = (STREAMS * STREAM_BYTES) / 2 ** 20;
    return {
      name: `Links: ${STREAMS} streams of ${STREAM_BYTES / 2 ** 20} MiB, ${QUESTIONS} questions of ${QUESTION.length} bytes, each way by turns`,
      rows: ways.map((way, index) => ({
        way: way.name,
        "MiB/s": Math.round(STREAM_BYTES / 2 ** 20 / (median(way.streamsMs) / 1_000)),
        "question p50 µs": Math.round(median(way.questionsUs)),
        "question p99 µs": Math.round(quantile(way.questionsUs, 0.99)),
        "stream ÷ control": round(median(ways[0]?.streamsMs ?? []) / median(way.streamsMs)),
        "link CPU ms/MiB": index === 0 ? "" : round((asking - streaming) / mib),
        "link CPU µs/question": index === 0 ? "" : round(((end - asking) * 1_000) / QUESTIONS),
      })),
    };
  } finally {
    link.kill("SIGKILL");
    sink.close();
  }
}

async function stream(way: Way): Promise<void> {
  const socket = await open(way.port);
  const began = performance.now();
  const done = once(socket, "data");
  const data = CHUNK;
  for (let sent = 0; sent < STREAM_BYTES; sent += data.length) {
    if (!socket.write(data)) await once(socket, "drain");
  }
  await done;
  way.streamsMs.push(performance.now() - began);
  socket.destroy();
}

/** By turns, so that whatever else this machine does hits both alike. */
async function ask(ways: Way[]): Promise<void> {
  const sockets = await Promise.all(ways.map(({ port }) => open(port)));
  for (let question = 0; question < QUESTIONS; question += 1) {
    for (const [index, way] of ways.entries()) {
      const socket = sockets[index] as Socket;
      const began = performance.now();
      const answered = once(socket, "data");
      socket.write(QUESTION);
      await answered;
      way.questionsUs.push((performance.now() - began) * 1_000);
    }
  }
  for (const socket of sockets) socket.destroy();
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  await once(socket, "connect");
  return socket;
}

/** User and system time; 0 where the system doesn't tell. */
async function cpuMs(child: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${child.pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 1_000) / CLOCK_TICKS_PER_SECOND;
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const median = (values: number[]): number => quantile(values, 0.5);
const round = (value: number): number => Math.round(value * 100) / 100;
