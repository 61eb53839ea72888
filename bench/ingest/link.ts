// The link between the regions in a process of its own, as the network workload holds it: to the collector on a port, free or
// with a delay.
import { createServer } from "node:net";
import { openProxy } from "../../src/workloads/network/proxy.ts";

const [collectorPort, roundTripMs] = process.argv.slice(2).map(Number) as [number, number];
process.on("disconnect", () => process.exit(0));

const port = await freePort();
const [from, to] = ["ap-south-2", "ap-south-1"] as const;
const proxy = await openProxy([{ from, to, service: "collector", port, target: collectorPort }]);
if (roundTripMs > 0) {
  const since = Date.now();
  const trouble = { kind: "slow", latencyMs: roundTripMs / 2, jitterMs: 0, loss: 0, bytesPerSecond: null } as const;
  const ways = [
    { from, to },
    { from: to, to: from },
  ];
  proxy.setFaults([{ id: "distance", ways, services: null, trouble, since, endsAt: since + 600_000 }]);
}
process.send?.({ port });

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
