// The other region's mirror, the real one, reading the measured collector's log, from its port or over a link.

import { portsFrom, type RegionLayout } from "../../src/core/installation.ts";
import { unheardTelemetry } from "../../src/drivers/telemetry/telemetry.ts";
import { start } from "../../src/workloads/mirror/start.ts";
import { LINK_KEY } from "./load.ts";

const [directory, collectorPort] = process.argv.slice(2) as [string, string];
process.on("disconnect", () => process.exit(0));

const base = 20_000 + 50 * Math.floor(Math.random() * 600);
const ports = portsFrom(base);
const layout = (index: 0 | 1): RegionLayout => ({
  name: `ap-south-${index + 1}`,
  configured: index === 0 ? "primary" : "standby",
  directory: `${directory}/${index}`,
  postgresDirectory: `${directory}/${index}`,
  ports: index === 0 ? { ...ports.regions[0], collector: Number(collectorPort) } : ports.regions[1],
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
  telemetry: unheardTelemetry(),
});
process.send?.("ready");
