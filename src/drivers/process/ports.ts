// Finds out whether loopback ports are free, by taking them for a moment.

import { createServer } from "node:net";

/** The ports that can't be taken, ascending. */
export async function portsInUse(ports: number[]): Promise<number[]> {
  const taken = await Promise.all(ports.map(async (port) => ((await canListen(port)) ? [] : [port])));
  return taken.flat().sort((a, b) => a - b);
}

/** Waits until all can be taken; answers those that still can't be when the time is over. */
export async function waitForFreePorts(ports: number[], limitMs: number): Promise<number[]> {
  const end = performance.now() + limitMs;
  for (;;) {
    const taken = await portsInUse(ports);
    if (taken.length === 0 || performance.now() >= end) return taken;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}
