// What a blueprint is refused for, and what a platform always has.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Blueprint, BlueprintError, defineBlueprint, ENVIRONMENTS } from "./blueprint.ts";
import { CAPABILITIES, CAPABILITIES_AS_OF } from "./capabilities.ts";
import { smallerEnvironments } from "./environments.ts";
import { type Platform, resolve } from "./platform.ts";
import { overlap } from "./sizing/addresses.ts";
import { leftAfterZone } from "./sizing/replicas.ts";
import { WORKLOADS } from "./workloads.ts";

function problemsOf(blueprint: unknown): readonly { field: string; wrong: string; instead: string }[] {
  try {
    resolve(blueprint as Blueprint);
  } catch (error) {
    if (error instanceof BlueprintError) return error.problems;
    throw error;
  }
  return [];
}

/** Field that must be named, a word of what is wrong, a word of the way out, and the blueprint that is refused for it. */
const REFUSED: [field: string, wrong: RegExp, instead: RegExp, blueprint: unknown][] = [
  [
    "regions.standby.name",
    /three different regions/,
    /another region/,
    { regions: { standby: { name: "ap-south-1" } } },
  ],
  ["regions.primary.name", /zones aren't known/, /ap-south-1/, { regions: { primary: { name: "xx-nowhere-1" } } }],
  [
    "regions.standby.cidr",
    /overlaps with regions\.primary\.cidr/,
    /no other network/,
    { regions: { standby: { cidr: "10.0.0.0/17" } } },
  ],
  ["regions.primary.cidr", /own boundary/, /blueprint\.md/, { regions: { primary: { cidr: "10.0.3.0/16" } } }],
  [
    "regions.primary.cidr",
    /addresses and the pods need/,
    /larger range/,
    { regions: { primary: { cidr: "10.0.0.0/20" } }, objectives: { requestsPerSecond: 20_000 } },
  ],
  [
    "data.relational.iops",
    /can't be changed/,
    /400/,
    { data: { relational: { kind: "rds", storageGib: 100, iops: 6_000 } } },
  ],
  ["data.relational.kind", /nothing in the other one/, /aurora-global/, { data: { relational: { kind: "aurora" } } }],
  ["data.pooling.kind", /no RDS Proxy before a replica/, /pgbouncer/, { data: { pooling: { kind: "rds-proxy" } } }],
  [
    "data.pooling.serverConnectionsMax",
    /901/,
    /larger/,
    { data: { pooling: { kind: "pgbouncer", serverConnectionsMax: 2_000 } } },
  ],
  ["data.queues.kind", /evicts/, /taskBroker/, { data: { queues: { kind: "redis" } } }],
  ["data.stream.brokers", /three zones/, /6/, { data: { stream: { kind: "msk", brokers: 4 } } }],
  [
    "data.stream.retentionHours",
    /outlast/,
    /Keep them 2 hours/,
    { objectives: { rtoSeconds: 3_600 }, data: { stream: { kind: "msk", retentionHours: 1 } } },
  ],
  [
    "data.stream.replicator",
    /isn't offered in ap-south-2/,
    /mirror/,
    { data: { stream: { kind: "msk", replicator: "msk-replicator" } } },
  ],
  [
    "data.globalTablesConsistency",
    /isn't offered in ap-south-1 and ap-south-2/,
    /eventual/,
    { data: { globalTablesConsistency: "strong" } },
  ],
  [
    "observability.grafana",
    /isn't offered in ap-south-1 and ap-south-2/,
    /in-cluster/,
    { observability: { grafana: "managed" } },
  ],
  [
    "observability.grafana",
    /isn't built/,
    /in-cluster/,
    {
      observability: { grafana: "managed" },
      regions: { primary: { name: "us-east-1" }, standby: { name: "ap-southeast-1" }, witness: { name: "ap-south-1" } },
    },
  ],
  [
    "objectives.rtoSeconds",
    /takes 14400 s/,
    /warm-standby/,
    { recovery: { approach: "backup-restore" }, objectives: { rpoSeconds: 3_600 } },
  ],
  [
    "objectives.rpoSeconds",
    /since the last copy/,
    /replicate/,
    { recovery: { approach: "backup-restore" }, objectives: { rtoSeconds: 20_000 } },
  ],
  [
    "edge.audiences.0.answer.kind",
    /nothing answers/,
    /fail-over/,
    {
      recovery: { approach: "pilot-light" },
      objectives: { rtoSeconds: 1_800 },
      edge: { audiences: [{ name: "x", route: "api", answer: { kind: "latency" } }] },
    },
  ],
  [
    "edge.audiences.0.name",
    /taken/,
    /no other/,
    { edge: { audiences: [{ name: "api", route: "api", answer: { kind: "fail-over" } }] } },
  ],
  [
    "observability.chat",
    /External Secrets only/,
    /external-secrets/,
    { observability: { chat: "slack" }, secrets: { intoPods: "csi" } },
  ],
  ["observability.onPremisesMonitor", /there is none/, /sqlServer/, { observability: { onPremisesMonitor: "zabbix" } }],
  [
    "backups.plans.0.coldAfterDays",
    /90 days/,
    /120/,
    {
      backups: {
        plans: [{ importance: "critical", everyHours: 1, keepDays: 35, coldAfterDays: 30, copyToOtherRegion: true }],
      },
    },
  ],
  [
    "cluster.nodes.instanceTypes.0",
    /amd64/,
    /architecture/,
    { cluster: { nodes: { kind: "managed", instanceTypes: ["m5.large"] } } },
  ],
  [
    "data.cache.nodeType",
    /can't be read|size can be read/,
    /m7g/,
    { data: { cache: { kind: "redis", nodeType: "big" } } },
  ],
  [
    "data.reltional",
    /no such field/,
    /Here may stand .*relational.*blueprint\.md/,
    { data: { reltional: {} } as never },
  ],
  [
    "data.relational.readerz",
    /no such field/,
    /^Here may stand kind, .*readReplicas.*blueprint\.md/,
    { data: { relational: { kind: "aurora-global", readerz: 2 } as never } },
  ],
  ["observability.logDays", /one of 7, 14, 30/, /blueprint\.md/, { observability: { logDays: 31 as never } }],
  [
    "waivers.0.expires",
    /it is no day/,
    /2027-03-31|blueprint\.md/,
    { waivers: [{ rule: "CAP-5", reason: "a try", expires: "2027-02-31" }] },
  ],
  ["accountId", /12 digits/, /blueprint\.md/, { accountId: "12" }],
];

for (const [field, wrong, instead, blueprint] of REFUSED) {
  test(`${field} is refused with its name and a way out: ${wrong.source}`, () => {
    const found = problemsOf(blueprint).find((one) => one.field === field && wrong.test(one.wrong));
    assert.ok(found, JSON.stringify(problemsOf(blueprint)));
    assert.match(found.instead, instead);
  });
}

test("the default blueprint is refused for nothing", () => {
  assert.deepEqual(problemsOf({}), []);
});

test("all problems are told at once, of every environment", () => {
  const blueprint = {
    accountId: "1",
    domain: "x",
    environments: { dev: { objectives: { rtoSeconds: 1 } } },
  } as Blueprint;
  assert.throws(
    () => defineBlueprint(blueprint),
    (error: unknown) => {
      assert.ok(error instanceof BlueprintError);
      assert.deepEqual(error.problems.map(({ field }) => field).sort(), [
        "accountId",
        "domain",
        "objectives.rtoSeconds",
      ]);
      for (const { field } of error.problems) assert.match(error.message, new RegExp(field));
      return true;
    },
  );
});

test("what isn't established of a region is a warning that says how to find out", () => {
  const warning = resolve({}).warnings.find(({ field }) => field === "recovery.faultExperiments");
  assert.match(warning?.says ?? "", /ap-south-2/);
  assert.match(warning?.instead ?? "", /doctor --aws/);
});

test("every line of the capability table has a source and another choice, and the table a date", () => {
  for (const [name, { source, instead }] of Object.entries(CAPABILITIES))
    assert.ok(source.length > 10 && instead.length > 5, name);
  assert.match(CAPABILITIES_AS_OF, /^\d{4}-\d{2}-\d{2}$/);
});

test("a size that is too small for the objectives is raised, and the raise is said", () => {
  const platform = resolve({ cluster: { podsPerService: 4 }, data: { search: { kind: "opensearch", nodes: 1 } } });
  const raised = platform.warnings.map(({ field }) => field);
  assert.ok(raised.includes("cluster.podsPerService") && raised.includes("data.search.nodes"));
  assert.equal(platform.data.search.kind === "opensearch" && platform.data.search.nodes, 3);
});

test("an environment's override merges parts, replaces lists, and replaces a way of another kind whole", () => {
  const blueprint: Blueprint = {
    objectives: { requestsPerSecond: 300 },
    edge: {
      audiences: [{ name: "board", route: "api", answer: { kind: "fail-over" } }],
      cdn: { kind: "external", provider: "akamai", originRanges: ["198.51.100.0/24"], hosts: ["x.example.net"] },
    },
    environments: { qa: { objectives: { eventsPerSecond: 7 }, edge: { audiences: [], cdn: { kind: "none" } } } },
  };
  const qa = resolve(blueprint, "qa");
  assert.equal(qa.objectives.requestsPerSecond, 300);
  assert.equal(qa.objectives.eventsPerSecond, 7);
  assert.deepEqual(qa.edge.audiences, []);
  assert.deepEqual(qa.edge.cdn, { kind: "none" });
  assert.equal(resolve(blueprint).edge.cdn.kind, "external");
});

test("environments share no name, no domain and no range", () => {
  const blueprint: Blueprint = {
    environments: smallerEnvironments({ name: "tandem", domain: "tandem.example.com", small: {} }),
  };
  const platforms = ENVIRONMENTS.map((name) => resolve(blueprint, name));
  for (const part of [(one: Platform) => one.name, (one: Platform) => one.domain])
    assert.equal(new Set(platforms.map(part)).size, platforms.length);
  const ranges = platforms.flatMap(({ regions }) => [regions.primary.cidr, regions.standby.cidr]);
  ranges.forEach((one, index) => {
    for (const other of ranges.slice(0, index)) assert.ok(!overlap(one, other), `${one} and ${other}`);
  });
});

test("whatever the objectives: what serves survives a zone at full load, the standby can grow to the primary's size, and pods find addresses", () => {
  const objectives = fc.record({
    requestsPerSecond: fc.integer({ min: 1, max: 3_000 }),
    eventsPerSecond: fc.integer({ min: 1, max: 50_000 }),
    writeShare: fc.double({ min: 0, max: 1, noNaN: true }),
    growthPerYear: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(objectives, (wanted) => {
      const platform = resolve({ objectives: wanted });
      const console = platform.workloads.find(({ name }) => name === "console");
      assert.ok(console && leftAfterZone(console.replicas.primary.min) * 50 >= wanted.requestsPerSecond);
      for (const { name, replicas } of platform.workloads) {
        assert.ok(replicas.primary.min <= replicas.primary.max, name);
        assert.equal(replicas.standby.max, replicas.primary.max, name);
      }
    }),
    { numRuns: 40 },
  );
});

test("every workload has a row, runs the one executable, and only what retries may run on spot", () => {
  const { workloads } = resolve({});
  assert.deepEqual(workloads.map(({ name }) => name).sort(), [...WORKLOADS].sort());
  for (const one of workloads) {
    assert.equal(one.command[0], "workload");
    assert.ok(!one.spot || one.tier > 1, `${one.name} serves clients and must not run on spot`);
  }
});

test("flows are declared once each, and nothing but the edge is reached from the internet", () => {
  for (const cdn of [{ kind: "cloudfront" }, { kind: "none" }] as const) {
    const { flows } = resolve({ edge: { cdn } });
    const keys = flows.map(({ from, to, protocol, ports }) => `${from} ${to} ${protocol} ${ports.join("-")}`);
    assert.deepEqual(keys, [...new Set(keys)]);
    assert.deepEqual(
      [...new Set(flows.filter(({ from }) => from === "internet").map(({ to }) => to))],
      [cdn.kind === "none" ? "alb" : "cloudfront"],
    );
  }
});

test("a secret that a workload reads is one that the platform has", () => {
  const platform = resolve({});
  const has = new Set(platform.secrets.entries.map(({ name }) => name));
  for (const { name, access } of platform.workloads)
    for (const one of access) if (one.to === "secret") assert.ok(has.has(one.name), `${name} reads ${one.name}`);
});
