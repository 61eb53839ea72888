import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Refused } from "../../core/errors.ts";
import { type Installation, LINK_KEY_HEADER, portsFrom, type RegionLayout } from "../../core/installation.ts";
import { utcDay } from "../../core/time.ts";
import { unheardTelemetry } from "../../drivers/telemetry/telemetry.ts";
import type { CollectorStatus } from "./collector.ts";
import { start } from "./start.ts";

const linkKey = "ab".repeat(32);

/** A region's directory with keys and a salt from an earlier run, and no database. */
async function ground() {
  const directory = await mkdtemp(join(tmpdir(), "tandem-collector-"));
  const ports = portsFrom(20_000 + 30 * Math.floor(Math.random() * 1_000));
  const [region, peer] = ports.regions.map((regionPorts, index): RegionLayout => {
    const name = `ap-south-${index + 1}`;
    const own = join(directory, name);
    return {
      name,
      configured: index === 0 ? "primary" : "standby",
      directory: own,
      postgresDirectory: own,
      ports: regionPorts,
    };
  }) as [RegionLayout, RegionLayout];
  await mkdir(join(region.directory, "salts"), { recursive: true });
  await writeFile(join(region.directory, "salts", utcDay(Date.now())), randomBytes(32));
  const projects = [{ id: "shop", acknowledgement: "region", pairPolicy: "degrade", keys: ["KEY"] }];
  const copy = { format: 1, snapshot: { projects, heartbeatAt: 1 } };
  await writeFile(join(region.directory, "keys.json"), JSON.stringify(copy));
  const installation: Installation = {
    format: 1,
    directory,
    edgePort: ports.edge,
    witness: { directory: join(directory, "witness"), port: ports.witness },
    regions: [region, peer],
    linkKeyFile: join(directory, "link.key"),
  };
  return {
    directory,
    context: { installation, region, peer, linkKey, log: () => undefined, telemetry: unheardTelemetry() },
    port: region.ports.collector,
  };
}

test("it takes events without a database, and goes on with the same log after a clean stop", async () => {
  const { directory, context, port } = await ground();
  const url = `http://127.0.0.1:${port}`;
  const send = (writeKey: string) =>
    fetch(`${url}/v1/track`, { method: "POST", body: JSON.stringify({ event: "e", userId: "u", writeKey }) });
  const status = async () =>
    (await (
      await fetch(`${url}/internal/status`, { headers: { [LINK_KEY_HEADER]: linkKey } })
    ).json()) as CollectorStatus;
  let running = await start(context);
  try {
    assert.equal((await send("KEY")).status, 200);
    assert.equal((await send("OTHER")).status, 503, "an unknown key can't be refused for good now");
    const first = await status();
    assert.deepEqual([first.accepting, first.acceptedTotal, first.log.end, first.keys.projects], [true, 1, 1, 1]);
    assert.deepEqual(first.refused, { "keys-not-current": 1 });
    const link = await fetch(`${url}/link/log`, { headers: { [LINK_KEY_HEADER]: linkKey } });
    assert.equal(((await link.json()) as { origins: { end: number }[] }).origins[0]?.end, 1);

    await running.stop();
    running = await start(context);
    assert.equal((await send("KEY")).status, 200);
    const second = await status();
    assert.deepEqual([second.log.origin, second.log.end], [first.log.origin, 2]);
  } finally {
    await running.stop();
    await rm(directory, { recursive: true });
  }
});

test("a port in use is a sentence, and the log is left closed", async () => {
  const { directory, context, port } = await ground();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  await assert.rejects(start(context), (error: Error) => error instanceof Refused && /in use/.test(error.message));
  await new Promise((resolve) => other.close(resolve));
  await (await start(context)).stop();
  await rm(directory, { recursive: true });
});
