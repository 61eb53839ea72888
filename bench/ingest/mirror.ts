// The other region's mirror, the real one, reading the measured collector's log over a link with a delay.
import { createServer, connect as open, type Socket } from "node:net";
import { portsFrom, type RegionLayout } from "../../src/core/installation.ts";
import { start } from "../../src/workloads/mirror/start.ts";
import { LINK_KEY } from "./load.ts";

const [directory, collectorPort, roundTripMs] = process.argv.slice(2) as [string, string, string];
process.on("disconnect", () => process.exit(0));

const linkPort = Number(roundTripMs) === 0 ? Number(collectorPort) : await delayedLink(Number(roundTripMs) / 2);
const base = 20_000 + 30 * Math.floor(Math.random() * 1_000);
const ports = portsFrom(base);
const layout = (index: 0 | 1): RegionLayout => ({
  name: `ap-south-${index + 1}`,
  configured: index === 0 ? "primary" : "standby",
  directory: `${directory}/${index}`,
  postgresDirectory: `${directory}/${index}`,
  ports: index === 0 ? { ...ports.regions[0], collector: linkPort } : ports.regions[1],
});
const regions: [RegionLayout, RegionLayout] = [layout(0), layout(1)];
await start({
  installation: {
    format: 1,
    directory,
    edgePort: ports.edge,
    witness: { directory: `${directory}/witness`, port: ports.witness },
    regions,
    linkKeyFile: `${directory}/link.key`,
  },
  region: regions[1],
  peer: regions[0],
  linkKey: LINK_KEY,
  log: () => undefined,
});
process.send?.("ready");

/** A port that hands every byte on after a delay, in both directions. */
function delayedLink(delayMs: number): Promise<number> {
  const carry = (from: Socket, to: Socket) => {
    from.on("data", (chunk) => setTimeout(() => to.write(chunk), delayMs));
    from.on("close", () => setTimeout(() => to.destroy(), delayMs));
    from.on("error", () => undefined);
  };
  const server = createServer({ noDelay: true }, (near) => {
    const far = open({ port: Number(collectorPort), host: "127.0.0.1", noDelay: true });
    carry(near, far);
    carry(far, near);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
  });
}
