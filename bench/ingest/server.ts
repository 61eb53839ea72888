// One server under measurement, in a process of its own: a bare node:http server with the hand-written validator as the
// ceiling, or the collector over a log that is kept nowhere ("off") or on disk ("region", "pair").
import { createServer } from "node:http";
import { join } from "node:path";
import { parseBody, readBody } from "../../src/app/events/ingest-body.ts";
import type { EventLog } from "../../src/app/log/port.ts";
import { openCountryDatabase } from "../../src/drivers/country.ts";
import { openEventLog } from "../../src/drivers/log/event-log.ts";
import { logRoutes } from "../../src/drivers/log/serve-log.ts";
import { unheardTelemetry } from "../../src/drivers/telemetry/telemetry.ts";
import { startCollector } from "../../src/workloads/collector/collector.ts";
import { MemoryLog } from "../../src/workloads/collector/memory-log.ts";
import { LINK_KEY, WRITE_KEY } from "./load.ts";

const [mode, directory] = process.argv.slice(2) as ["bare" | "off" | "region" | "pair", string];
process.on("disconnect", () => process.exit(0));
process.send?.({ port: mode === "bare" ? await bare() : await collector() });

function bare(): Promise<number> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const parsed = parseBody(Buffer.concat(chunks).toString());
      const kind = request.url === "/v1/batch" ? "batch" : "track";
      const read =
        parsed.kind === "parsed" && readBody(kind, parsed.body, { escapes: false, large: false, address: false });
      const text = `{"success":true,"accepted":${read && read.kind === "events" ? read.accepted : 0}}`;
      response.writeHead(200, { "content-type": "application/json", "content-length": text.length });
      response.end(text);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
  });
}

async function collector(): Promise<number> {
  const own = join(directory, "own");
  const log: EventLog =
    mode === "off"
      ? new MemoryLog("here~1-000000", false)
      : await openEventLog({
          directory: own,
          region: "ap-south-1",
          onNotice: (notice) => process.stderr.write(`${notice}\n`),
        });
  const owner = {
    project: "shop",
    acknowledgement: mode === "pair" ? "pair" : "region",
    pairPolicy: "degrade",
  } as const;
  const { port } = await startCollector({
    port: 0,
    linkKey: LINK_KEY,
    log,
    keys: {
      find: (key) => (key === WRITE_KEY ? owner : undefined),
      isCurrent: () => true,
      refresh: async () => undefined,
      status: () => ({ asOf: null, projects: 1 }),
      close: async () => undefined,
    },
    countryOf: openCountryDatabase(),
    saltOf: () => Buffer.alloc(32, 1),
    link: (onAck) => logRoutes({ directory: own, log, onAck }),
    rateLimit: { eventsPerSecond: 1e9 },
    telemetry: unheardTelemetry(),
    onEvent: (event, details) => process.stderr.write(`${event} ${JSON.stringify(details ?? {})}\n`),
  });
  return port;
}
