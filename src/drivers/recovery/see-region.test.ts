import assert from "node:assert/strict";
import { test } from "node:test";
import type { RegionPorts } from "../../core/installation.ts";
import { observing } from "../http/observed-server.ts";
import { type InternalServer, serveInternal } from "../http/serve-internal.ts";
import { freePorts } from "../process/free-ports.ts";
import { unheardTelemetry } from "../telemetry/telemetry.ts";
import { behindPeer, lookingFor, seeLake, seeProcesses } from "./see-region.ts";
import { regionForTest } from "./test-region.ts";

const KEY = "k".repeat(64);
const WITHIN_MS = 2_000;
const NOTHING = { warmedEpoch: null, announcedRuns: [], tail: null };

const STATUS: { [P in keyof RegionPorts]?: object } = {
  collector: { accepting: true, atRisk: 3 },
  mirror: { mirror: { behindEvents: 7, behindMs: 90 } },
  lakeWriter: { lake: { completeUntil: Date.now() - 1_000 } },
  query: {},
  console: {},
};

test("one look asks a process for its status once, however many parts want it; a silent process is named", async () => {
  const { region, end } = await regionForTest();
  const first = await freePorts(20);
  const names = Object.keys(STATUS) as (keyof RegionPorts)[];
  const ports = { ...region.ports, ...Object.fromEntries(names.map((name, index) => [name, first + index])) };
  const here = { ...region, ports };
  const asked: string[] = [];
  const servers = new Map<string, InternalServer>();
  for (const name of names) {
    const handle = ({ url }: { url: URL }) => {
      asked.push(`${name} ${url.pathname}`);
      return { status: 200, json: url.pathname === "/internal/status" ? STATUS[name] : { ok: true } };
    };
    const observed = observing("guardian", unheardTelemetry());
    servers.set(
      name,
      await serveInternal({ port: ports[name], who: name, linkKey: KEY, open: [], observing: observed, handle }),
    );
  }
  try {
    const looking = lookingFor(KEY, WITHIN_MS);
    const [processes, lake, behind] = await Promise.all([
      seeProcesses(here, looking, NOTHING),
      seeLake(here, looking),
      behindPeer(here, looking),
    ]);
    assert.deepEqual([processes.accepting, processes.failing], [true, []]);
    assert.equal(lake?.atRiskEvents, 3);
    assert.ok((lake?.advancedMs ?? 0) >= 1_000);
    assert.deepEqual(behind, { behindEvents: 7, behindMs: 90 });
    assert.deepEqual(
      asked.filter((one) => one.endsWith("/internal/status")).sort(),
      ["collector", "lakeWriter", "mirror"].map((name) => `${name} /internal/status`),
    );

    // The next look asks anew.
    STATUS.collector = { accepting: false, atRisk: 0 };
    await servers.get("mirror")?.close();
    const next = await seeProcesses(here, lookingFor(KEY, WITHIN_MS), NOTHING);
    assert.deepEqual([next.accepting, next.failing], [false, ["mirror"]]);
    await servers.get("collector")?.close();
    const last = await seeProcesses(here, lookingFor(KEY, WITHIN_MS), NOTHING);
    assert.deepEqual([last.accepting, [...last.failing].sort()], [null, ["collector", "mirror"]]);
  } finally {
    for (const server of servers.values()) await server.close();
    await end();
  }
});
