// Recovery on real processes, seen from outside: an installation loses its active region, gets it back, hands the role over and
// back, and loses the processes that recover at the worst moment. Clients write throughout, and nothing acknowledged is missing.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { type Installation, type RegionLayout, regionOf } from "../../src/core/installation.ts";
import type { RecoveryView, RunView } from "../../src/core/recovery-view.ts";
import { type AskNetwork, askNetwork } from "../../src/drivers/faults/ask-network.ts";
import { adminClient } from "../../src/drivers/postgres/connect.ts";
import { readProcesses } from "../../src/drivers/status/read-region.ts";
import { killWard } from "../../src/local/kill-ward.ts";
import { until } from "./pair-of-regions.ts";
import { RunningInstallation } from "./running-installation.ts";

const RTO_MS_MAX = 10_000;
const PAUSE_MS_MAX = 2_000;
const REJOIN_MS_MAX = 60_000;
/** Between two tries of a client; a pause is measured to about this. */
const WRITE_EVERY_MS = 20;

type Write = { id: string; region: string; at: number; token: string };

/** Makes one change after the other at whichever region takes it, and remembers each that was acknowledged. */
class Writer {
  readonly acknowledged: Write[] = [];
  private readonly regions: RegionLayout[];
  private readonly linkKey: string;
  private running: Promise<void> | undefined;
  private stopping = false;
  private number = 0;

  constructor(regions: RegionLayout[], linkKey: string) {
    this.regions = regions;
    this.linkKey = linkKey;
  }

  begin(): void {
    this.stopping = false;
    this.running = this.run();
  }

  async end(): Promise<void> {
    this.stopping = true;
    await this.running;
  }

  /** The longest time between two acknowledged changes since `since`. */
  longestGapMs(since: number): number {
    const times = this.acknowledged.map(({ at }) => at).filter((at) => at >= since);
    return Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? at)));
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      for (const region of this.regions) await this.tryAt(region);
      await wait(WRITE_EVERY_MS);
    }
  }

  private async tryAt(region: RegionLayout): Promise<void> {
    this.number += 1;
    const id = `written-${this.number}`;
    try {
      const response = await fetch(`http://127.0.0.1:${region.ports.console}/internal/projects`, {
        method: "POST",
        headers: { "x-tandem-link": this.linkKey, "content-type": "application/json" },
        body: JSON.stringify({ id, name: id }),
        signal: AbortSignal.timeout(4_000),
      });
      await response.arrayBuffer();
      const token = response.headers.get("tandem-token") ?? "";
      if (response.ok) this.acknowledged.push({ id, region: region.name, at: performance.now(), token });
    } catch {
      // Not acknowledged: a client would try again with its Idempotency-Key.
    }
  }
}

describe("recovery of a running installation", () => {
  let running: RunningInstallation;
  let installation: Installation;
  let linkKey: string;
  let network: AskNetwork;
  let first: RegionLayout;
  let second: RegionLayout;
  let writer: Writer;

  const inside = () => ({ "x-tandem-link": linkKey });
  const view = async (region: RegionLayout): Promise<RecoveryView> =>
    (await (
      await fetch(`http://127.0.0.1:${region.ports.recoverer}/internal/status`, { headers: inside() })
    ).json()) as RecoveryView;
  const isActive = async (region: RegionLayout): Promise<boolean> =>
    (await fetch(`http://127.0.0.1:${region.ports.console}/healthz/active`)).ok;
  const projectsIn = async (region: RegionLayout): Promise<Set<string>> => {
    const response = await fetch(`http://127.0.0.1:${region.ports.console}/internal/projects`, { headers: inside() });
    return new Set(((await response.json()) as { projects: { id: string }[] }).projects.map(({ id }) => id));
  };
  const requireNothingLost = async (region: RegionLayout): Promise<void> => {
    const there = await projectsIn(region);
    assert.deepEqual(
      writer.acknowledged.filter(({ id }) => !there.has(id)),
      [],
    );
  };
  const inStep = (active: RegionLayout, passive: RegionLayout) =>
    until(`${passive.name} is in step with ${active.name}`, REJOIN_MS_MAX, async () => {
      const [one, other] = await Promise.all([view(active), view(passive)]);
      const check = other.checks.find(({ name }) => name === "in-step");
      return one.run === null && other.run === null && check?.state === "pass" && (await isActive(active));
    });
  const runOf = (region: RegionLayout, plan: string, since: number) =>
    until(`${region.name} has begun a ${plan}`, RTO_MS_MAX, async () => {
      const { run, history } = await view(region);
      return [...(run ? [run] : []), ...history].find((one) => one.plan === plan && one.startedAt >= since);
    });
  const finished = (region: RegionLayout, id: string) =>
    until(`the run ${id} ends`, REJOIN_MS_MAX, async (): Promise<RunView | undefined> => {
      const response = await fetch(`http://127.0.0.1:${region.ports.recoverer}/runs/${id}`, { headers: inside() });
      const run = (await response.json()) as RunView;
      return response.ok && run.endedAt !== null ? run : undefined;
    });
  const killProcess = async (region: RegionLayout, name: string): Promise<void> => {
    const found = (await readProcesses(region.directory)).find((one) => one.name === name);
    assert.ok(found?.pid, `${name} of ${region.name} doesn't run`);
    process.kill(found.pid, "SIGKILL");
  };

  before(async () => {
    running = await RunningInstallation.prepare();
    await running.start();
    installation = await running.installation();
    linkKey = await running.linkKey();
    network = askNetwork(installation, linkKey);
    [first, second] = installation.regions;
    writer = new Writer(installation.regions, linkKey);
    await inStep(first, second);
  });
  after(() => running?.remove());

  test("the loss of the active region: the other one is active within the bound, with every acknowledged change", async () => {
    writer.begin();
    await until("changes are made", 10_000, async () => writer.acknowledged.length > 20);
    // What is committed there from now on can't reach the other region, and isn't acknowledged either.
    const ways = [first, second].map((from) => ({ from: from.name, to: from === first ? second.name : first.name }));
    const trouble = { kind: "cut", reset: true } as const;
    await network.trouble({ id: "test", forMs: 20_000, ways, services: ["postgres"], trouble });
    await until("a change waits for the standby", 2_000, async () => await waitsForStandby(first));
    const [killedAt, since] = [performance.now(), Date.now()];
    await killWard(installation, { kind: "region", region: first.name });
    await network.heal("test");
    await until(`${second.name} is active`, RTO_MS_MAX, () => isActive(second));
    await until("a change is acknowledged there", RTO_MS_MAX, async () =>
      writer.acknowledged.some(({ region, at }) => region === second.name && at > killedAt),
    );
    const gapMs = writer.longestGapMs(killedAt - 2_000);
    await writer.end();
    const run = await finished(second, (await runOf(second, "fail-over", since - 1_000)).id);
    assert.equal(run.state, "finished", run.because);
    const terms = run.steps.map(({ action, elapsedMs }) => `${action} ${elapsedMs} ms`).join(", ");
    console.log(`changes stood still for ${Math.round(gapMs)} ms: ${terms}`);
    assert.ok(gapMs <= RTO_MS_MAX, `no change was acknowledged for ${gapMs} ms`);
    await requireNothingLost(second);
  });

  test("the region that comes back rejoins by itself, and what only it had is listed, kept and exported", async () => {
    await running.tandem("start", first.name);
    await inStep(second, first);
    await requireNothingLost(first);
    const listed = JSON.parse((await running.tandem("recovery", "tail", "--json")).stdout) as {
      rows: { what: string; after: unknown }[];
      formers: unknown[];
    }[];
    assert.equal(listed.length, 1);
    assert.ok((listed[0]?.rows.length ?? 0) >= 1, "the change that was never sent isn't listed");
    assert.ok(listed[0]?.rows.every(({ what }) => what === "create a project"));
    assert.equal(listed[0]?.formers.length, 1);
    const early = await running.tandem("recovery", "tail", "--drop", "--yes");
    assert.equal(early.code, 77, early.stderr);
    const exported = await running.tandem("recovery", "tail", "--export", `${running.directory}/tail.ndjson`);
    assert.equal(exported.code, 0, exported.stderr);
    const dropped = await running.tandem("recovery", "tail", "--drop", "--yes");
    assert.equal(dropped.code, 0, dropped.stderr);
  });

  test("a token of a lost change is answered 409, and one of a kept change shows it in either region", async () => {
    const read = (region: RegionLayout, token: string) =>
      fetch(`http://127.0.0.1:${region.ports.console}/internal/projects`, {
        headers: { ...inside(), "tandem-token": token },
      });
    const kept = writer.acknowledged.filter(({ region }) => region === first.name).at(-1);
    assert.ok(kept && kept.token !== "");
    for (const region of [first, second]) assert.equal((await read(region, kept.token)).status, 200);
    const lost = `${kept.token.split(".")[0]}.FF/0`;
    for (const region of [first, second]) assert.equal((await read(region, lost)).status, 409);
  });

  test("the way back: changes pause shortly, nothing is lost, and the former primary follows without a copy", async () => {
    writer.begin();
    await until("changes are made", 10_000, async () => writer.acknowledged.at(-1)?.region === second.name);
    const [since, sinceMs] = [Date.now(), performance.now()];
    const { code, stdout, stderr } = await running.tandem("failback", "--yes", "--reason", "the test goes on");
    assert.equal(code, 0, stdout + stderr);
    await until("changes are made there", 5_000, async () => writer.acknowledged.at(-1)?.region === first.name);
    const gapMs = writer.longestGapMs(sinceMs);
    await writer.end();
    console.log(`changes paused for ${Math.round(gapMs)} ms`);
    assert.ok(gapMs <= PAUSE_MS_MAX * slowness(), `changes paused for ${gapMs} ms`);
    await inStep(first, second);
    const rejoin = await runOf(second, "rejoin", since);
    const done = rejoin.steps.filter(({ state }) => state === "done").map(({ action }) => action);
    assert.ok(done.includes("follow") && !done.includes("rebuild"), done.join(", "));
    for (const region of [first, second]) await requireNothingLost(region);
  });

  test("a recoverer that is killed in the middle of its run goes on where its journal ends", async () => {
    const since = Date.now();
    const asked = running.tandem(
      "switchover",
      "--to",
      second.name,
      "--yes",
      "--detach",
      "--reason",
      "the test goes on",
    );
    const { id } = await runOf(second, "switch-over", since);
    // Effects follow what is durable: once a step has begun, the journal knows the run.
    await until("a step of it is under way", RTO_MS_MAX, async () => {
      const { run, history } = await view(second);
      return [run, ...history].some((one) => one?.id === id && one.steps.some(({ state }) => state !== "waiting"));
    });
    await killProcess(second, "recoverer");
    // It may have been killed before it answered: the command is repeated under its key, and finds its run.
    const { code, stdout, stderr } = await asked;
    assert.equal(code, 0, stdout + stderr);
    assert.match(stdout, new RegExp(id));
    const run = await until("the recoverer is back", 10_000, () => finished(second, id));
    assert.equal(run.state, "finished", run.because);
    await inStep(second, first);
    for (const region of [first, second]) await requireNothingLost(region);
  });

  test("a guardian that is killed in the middle of a fail-over is awaited, and the fail-over ends well", async () => {
    const since = Date.now();
    await killWard(installation, { kind: "region", region: second.name });
    const { id } = await runOf(first, "fail-over", since - 1_000);
    await killProcess(first, "guardian");
    const run = await finished(first, id);
    await until(`${first.name} is active`, 2 * RTO_MS_MAX, () => isActive(first));
    assert.ok(["finished", "superseded", "failed"].includes(run.state));
    await requireNothingLost(first);
    await running.tandem("start", second.name);
    await inStep(first, second);
    await requireNothingLost(second);
  });

  test("a region that wrote alone is replaced only when a person says so, and what it had alone is listed", async () => {
    await killWard(installation, { kind: "region", region: second.name });
    await until(`${first.name} writes alone`, 10_000, async () => ((await view(first)).lease?.solo.marked ?? 0) >= 2);
    writer.begin();
    const before = writer.acknowledged.length;
    await until(
      "changes are acknowledged by one region alone",
      10_000,
      async () => writer.acknowledged.length > before,
    );
    await writer.end();
    const alone = writer.acknowledged.slice(before);
    await killWard(installation, { kind: "region", region: first.name });
    await running.tandem("start", second.name);
    const asked = await until("a person is asked", 30_000, async () => (await view(second)).question ?? undefined);
    assert.match(asked.question, /alone/);
    assert.equal(await isActive(second), false);
    const approved = await running.tandem("approve", asked.run, "--yes", "--reason", "the loss is accepted");
    assert.equal(approved.code, 0, approved.stdout + approved.stderr);
    await until(`${second.name} is active`, RTO_MS_MAX, () => isActive(second));
    await running.tandem("start", first.name);
    await inStep(second, first);
    const [listed] = JSON.parse((await running.tandem("recovery", "tail", "--json")).stdout) as [
      { rows: { after: { id: string } }[] },
    ];
    const there = new Set(listed.rows.map(({ after }) => after.id));
    assert.deepEqual(
      alone.filter(({ id }) => !there.has(id)),
      [],
    );
    const token = alone[0]?.token ?? "";
    const read = await fetch(`http://127.0.0.1:${second.ports.console}/internal/projects`, {
      headers: { ...inside(), "tandem-token": token },
    });
    assert.equal(read.status, 409);
  });

  test("finished runs are in both regions' buckets, and the command line tells them", async () => {
    const { stdout, code } = await running.tandem("history", "--json");
    assert.equal(code, 0);
    const { runs } = JSON.parse(stdout) as { runs: RunView[] };
    for (const plan of ["fail-over", "rejoin", "fail-back", "switch-over"]) {
      assert.ok(
        runs.some((run) => run.plan === plan && run.state === "finished"),
        `no finished ${plan}`,
      );
    }
    await until("both buckets hold every run", 60_000, async () => {
      const kept = await Promise.all(
        installation.regions.map(async (region) => {
          const response = await fetch(`http://127.0.0.1:${region.ports.recoverer}/runs`, { headers: inside() });
          return new Set(((await response.json()) as { runs: string[] }).runs);
        }),
      );
      return runs.every(({ id, endedAt }) => endedAt === null || kept.every((one) => one.has(id)));
    });
  });

  async function asAdmin<T>(region: RegionLayout, query: string): Promise<T[]> {
    const client = await adminClient(installation, regionOf(installation, region.name).name, {
      applicationName: "test",
      queryMsMax: 2_000,
    });
    try {
      return (await client.query(query)).rows as T[];
    } finally {
      await client.end();
    }
  }
  const waitsForStandby = async (region: RegionLayout): Promise<boolean> =>
    (
      await asAdmin(
        region,
        "SELECT FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND application_name = 'console changes'",
      )
    ).length > 0;
});

/** A pause of 2 s is promised on a machine that isn't overcommitted; one that runs other tests at the same time gets more. */
function slowness(): number {
  return process.env.TANDEM_BUSY === "1" ? 3 : 1;
}
