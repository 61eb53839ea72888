// Two real PostgreSQL servers, two guardians and a witness: what is written in one region is in the other, a lost standby
// costs seconds and is written down, and no server outlives its supervisor.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmod, chown, cp, mkdtemp, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Pool } from "pg";
import { Refused } from "../../src/core/errors.ts";
import type { RegionLayout } from "../../src/core/installation.ts";
import { packagedNative, usableBinaries } from "../../src/drivers/postgres/binaries.ts";
import { ensureCluster, startPostgres } from "../../src/drivers/postgres/cluster.ts";
import { adminClient, postgresPool } from "../../src/drivers/postgres/connect.ts";
import { isAlive, livePostmaster } from "../../src/drivers/postgres/inspect.ts";
import { runProgram } from "../../src/drivers/postgres/run-program.ts";
import type { RunningServer } from "../../src/drivers/postgres/server.ts";
import { serverUser } from "../../src/drivers/postgres/server-user.ts";
import { readVotes } from "../../src/drivers/register/voters.ts";
import { unheardTelemetry } from "../../src/drivers/telemetry/telemetry.ts";
import { LEASE_TIMES } from "../../src/recovery/lease/times.ts";
import type { LeaseView } from "../../src/recovery/lease/view.ts";
import { STANDBY_AWAY_MS } from "../../src/recovery/synchrony.ts";
import type { RunningWorkload } from "../../src/workloads/context.ts";
import { start as startGuardian } from "../../src/workloads/guardian/start.ts";
import { start as startWatchdog } from "../../src/workloads/watchdog/start.ts";
import { start as startWitness } from "../../src/workloads/witness/start.ts";
import { makeScene, type Scene, until } from "./pair-of-regions.ts";

const servers = new Set<RunningServer>();

async function startServer(scene: Scene, region: RegionLayout): Promise<RunningServer> {
  const { installation } = scene;
  await ensureCluster({ installation, region, onStep: () => undefined });
  const server = await startPostgres({
    installation,
    region,
    onExit: () => servers.delete(server),
    onLine: () => undefined,
  });
  servers.add(server);
  return server;
}

async function stopServers(): Promise<void> {
  for (const server of servers) await server.stop("immediate");
  servers.clear();
}

async function kill(server: RunningServer): Promise<void> {
  servers.delete(server);
  process.kill(server.pid, "SIGKILL");
  await until("the killed server is gone", 3_000, async () => !isAlive(server.pid));
}

const marksOf = async (scene: Scene) =>
  (await readVotes(scene.installation, scene.linkKey, 500)).filter(
    (vote) => vote.kind === "register" && vote.register.marks.solo,
  ).length;

async function leaseOf(scene: Scene): Promise<LeaseView> {
  const answer = await fetch(`http://127.0.0.1:${scene.primary.ports.guardian}/lease`, {
    headers: { "x-tandem-link": scene.linkKey },
  });
  return (await answer.json()) as LeaseView;
}

async function syncStateOf(scene: Scene): Promise<string | undefined> {
  const client = await adminClient(scene.installation, scene.primary.name, {
    applicationName: "test",
    queryMsMax: 2_000,
  });
  try {
    const { rows } = await client.query<{ sync_state: string }>("SELECT sync_state FROM pg_stat_replication");
    return rows[0]?.sync_state;
  } finally {
    await client.end();
  }
}

describe("a pair of regions", () => {
  let scene: Scene;
  let primary: RunningServer;
  let standby: RunningServer;
  let writes: Pool;
  let reads: Pool;
  const workloads: RunningWorkload[] = [];
  const visible = (id: number) => async () =>
    (await reads.query("SELECT FROM note WHERE id = $1", [id])).rowCount === 1;

  before(async () => {
    scene = await makeScene();
    const { installation, linkKey } = scene;
    for (const [start, region, peer] of [
      [startWitness, scene.primary, scene.standby],
      [startWatchdog, scene.primary, scene.standby],
      [startWatchdog, scene.standby, scene.primary],
      [startGuardian, scene.primary, scene.standby],
      [startGuardian, scene.standby, scene.primary],
    ] as const) {
      workloads.push(
        await start({ installation, region, peer, linkKey, log: () => undefined, telemetry: unheardTelemetry() }),
      );
    }
    await ensureCluster({ installation, region: scene.primary, onStep: () => undefined });
    await until("the lease is held", 5_000, async () => (await leaseOf(scene)).state === "held");
    primary = await startServer(scene, scene.primary);
    standby = await startServer(scene, scene.standby);
    writes = postgresPool(installation, scene.primary.name, { max: 3, applicationName: "test" });
    reads = postgresPool(installation, scene.standby.name, { max: 3, applicationName: "test" });
    await until("the pair is synchronous and unmarked", 15_000, async () => {
      return (await syncStateOf(scene)) === "sync" && (await marksOf(scene)) === 0;
    });
    await writes.query("CREATE TABLE note (id int PRIMARY KEY)");
  });

  after(async () => {
    await writes?.end();
    await reads?.end();
    for (const workload of workloads) await workload.stop();
    await stopServers();
    await scene?.end();
  });

  test("a write on the primary is on the standby's disk when it is answered, and soon visible there", async () => {
    await writes.query("INSERT INTO note VALUES (1)");
    const client = await adminClient(scene.installation, scene.primary.name, {
      applicationName: "test",
      queryMsMax: 2_000,
    });
    const { rows } = await client.query("SELECT application_name, sync_state FROM pg_stat_replication");
    await client.end();
    assert.deepEqual(rows, [{ application_name: "ap-south-2", sync_state: "sync" }]);
    await until("visible on the standby", 2_000, visible(1));
    await assert.rejects(reads.query("INSERT INTO note VALUES (99)"), /read-only transaction/);
  });

  test("the active guardian keeps the catalogue's heartbeat going, and the standby sees it", async () => {
    const beat = async () => (await reads.query<{ at: Date }>("SELECT at FROM heartbeat")).rows[0]?.at.getTime();
    const first = await until("a heartbeat", 5_000, beat);
    await until("a later heartbeat", 4_000, async () => ((await beat()) ?? 0) > first);
  });

  test("the salts of both regions are the same", async () => {
    const status = async (region: RegionLayout) => {
      const answer = await fetch(`http://127.0.0.1:${region.ports.guardian}/internal/status`, {
        headers: { "x-tandem-link": scene.linkKey },
      });
      return (await answer.json()) as {
        salts: string[];
        role: string;
        database: { state: string; synchronous: boolean };
      };
    };
    const both = await until("salts in both regions", 5_000, async () => {
      const seen = [await status(scene.primary), await status(scene.standby)];
      const settled = seen.every(({ salts, database }) => salts.length >= 3 && database.state !== "down");
      return settled && seen;
    });
    assert.deepEqual(
      both.map(({ role, database }) => [role, database.state, database.synchronous]),
      [
        ["active", "primary", true],
        ["passive", "standby", true],
      ],
    );
    const { readSalt } = await import("../../src/drivers/salts/salt-files.ts");
    for (const day of both[0]?.salts ?? []) {
      const [one, other] = await Promise.all(
        [scene.primary, scene.standby].map((region) => readSalt(join(region.directory, "salts"), day)),
      );
      assert.deepEqual(one, other);
    }
  });

  test("when the standby is killed, writes go on within seconds, and two voters say solo first", async () => {
    await kill(standby);
    const beganMs = performance.now();
    await writes.query("INSERT INTO note VALUES (2)");
    const tookMs = performance.now() - beganMs;
    assert.ok((await marksOf(scene)) >= 2, "the write was answered before two voters carried the mark");
    assert.ok(tookMs > 300 && tookMs < 6_000, `the write took ${tookMs} ms`);
  });

  test("when the standby returns it is synchronous again, and only then the mark goes", async () => {
    standby = await startServer(scene, scene.standby);
    await until("the mark is gone", 10_000, async () => (await marksOf(scene)) === 0);
    assert.equal(await syncStateOf(scene), "sync");
    await until("the write made alone is on the standby", 2_000, visible(2));
  });

  test("while the server is slow to wait although its setting says so, the mark stays", async () => {
    const client = await adminClient(scene.installation, scene.primary.name, {
      applicationName: "test",
      queryMsMax: 2_000,
    });
    const { rows } = await client.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'",
    );
    const checkpointer = rows[0]?.pid as number;
    await kill(standby);
    await until("alone and marked", 6_000, async () => (await marksOf(scene)) >= 2);
    process.kill(checkpointer, "SIGSTOP");
    try {
      standby = await startServer(scene, scene.standby);
      await until("every session sees a synchronous standby", 10_000, async () => {
        const shown = await client.query<{ names: string }>(
          "SELECT current_setting('synchronous_standby_names') AS names",
        );
        return shown.rows[0]?.names !== "" && (await syncStateOf(scene)) === "sync";
      });
      await assert.rejects(
        until("the mark went", 4_000, async () => (await marksOf(scene)) < 2),
        /Not within/,
      );
    } finally {
      process.kill(checkpointer, "SIGCONT");
      await client.end();
    }
    await until("the mark is gone", 10_000, async () => (await marksOf(scene)) === 0);
  });

  test("a killed primary comes back with everything that was answered", async () => {
    await writes.query("INSERT INTO note SELECT generate_series(10, 500)");
    await kill(primary);
    primary = await startServer(scene, scene.primary);
    const { rows } = await writes.query<{ count: number }>("SELECT count(*)::int AS count FROM note WHERE id >= 10");
    assert.equal(rows[0]?.count, 491);
    await until("synchronous again", 10_000, async () => (await syncStateOf(scene)) === "sync");
  });

  test("a standby whose log the primary gave up is rebuilt at its next start", async () => {
    await standby.stop("fast");
    const client = await adminClient(scene.installation, scene.primary.name, {
      applicationName: "test",
      queryMsMax: 5_000,
    });
    await until("the slot is free", 5_000, async () => {
      await client.query("SELECT pg_drop_replication_slot('ap_south_2')");
      return true;
    });
    await client.end();
    await writes.query("INSERT INTO note VALUES (3)");
    standby = await startServer(scene, scene.standby);
    await until("the write is on the rebuilt standby", 5_000, visible(3));
    await until("synchronous again and unmarked", 10_000, async () => {
      return (await syncStateOf(scene)) === "sync" && (await marksOf(scene)) === 0;
    });
  });

  test("without a second voter nobody writes alone: the write is never answered, and the server ends with the lease", async () => {
    const { installation, primary: region, standby: peer, linkKey } = scene;
    const { epoch } = await leaseOf(scene);
    await workloads.shift()?.stop();
    await workloads.pop()?.stop();
    await kill(standby);
    const write = writes.query("INSERT INTO note VALUES (4)").then(
      () => "answered",
      () => "broken off",
    );
    await until("the primary is stopped", 2 * LEASE_TIMES.leaseMs + STANDBY_AWAY_MS, async () => !isAlive(primary.pid));
    assert.equal(await write, "broken off");
    assert.ok((await marksOf(scene)) < 2);
    workloads.unshift(
      await startWitness({ installation, region, peer, linkKey, log: () => undefined, telemetry: unheardTelemetry() }),
    );
    await until("the lease is taken again", 10_000, async () => (await leaseOf(scene)).epoch > epoch);
    primary = await startServer(scene, scene.primary);
    await writes.query("INSERT INTO note VALUES (5)");
    assert.ok((await marksOf(scene)) >= 2);
    workloads.push(
      await startGuardian({
        installation,
        region: peer,
        peer: region,
        linkKey,
        log: () => undefined,
        telemetry: unheardTelemetry(),
      }),
    );
    standby = await startServer(scene, scene.standby);
    await until("synchronous again and unmarked", 10_000, async () => {
      return (await syncStateOf(scene)) === "sync" && (await marksOf(scene)) === 0;
    });
  });

  test("an existing cluster isn't made again", async () => {
    const steps: string[] = [];
    for (const region of [scene.primary, scene.standby]) {
      await ensureCluster({ installation: scene.installation, region, onStep: (step) => steps.push(step) });
    }
    assert.deepEqual(steps, []);
  });
});

describe("one server", () => {
  let scene: Scene;
  // A directory like root's home: as root, the server's user can't enter it, and the cluster lies elsewhere.
  before(async () => {
    scene = await makeScene(0o700);
    await ensureCluster({ installation: scene.installation, region: scene.primary, onStep: () => undefined });
  });
  after(async () => {
    await stopServers();
    await scene?.end();
  });

  test("runs although its user can't enter the data directory", async () => {
    const server = await startServer(scene, scene.primary);
    const inside = scene.primary.postgresDirectory.startsWith(scene.installation.directory);
    assert.equal(inside, process.getuid?.() !== 0);
    await server.stop("fast");
    assert.equal(isAlive(server.pid), false);
  });

  test("is gone within 2 s after its supervisor was killed with -9", async () => {
    const file = join(scene.installation.directory, "installation.json");
    await writeFile(file, JSON.stringify(scene.installation));
    const script = fileURLToPath(new URL("hold-postgres.ts", import.meta.url));
    const supervisor = spawn(process.execPath, [script, file, scene.primary.name], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const pid = await new Promise<number>((resolve, reject) => {
      supervisor.stdout.setEncoding("utf8").once("data", (text: string) => resolve(Number(text)));
      supervisor.once("exit", () => reject(new Error("the stand-in ended by itself")));
    });
    assert.equal(await livePostmaster(join(scene.primary.postgresDirectory, "data")), pid);
    supervisor.kill("SIGKILL");
    await until("the server is gone", 2_000, async () => !isAlive(pid));
  });

  test("left over from an earlier run is stopped before a new one starts", async () => {
    const first = await startServer(scene, scene.primary);
    const second = await startServer(scene, scene.primary);
    assert.equal(isAlive(first.pid), false);
    assert.equal(isAlive(second.pid), true);
    await second.stop("fast");
  });

  test("starts over the pid file of a process that is no more", async () => {
    const server = await startServer(scene, scene.primary);
    await kill(server);
    assert.ok(await stat(join(scene.primary.postgresDirectory, "data", "postmaster.pid")));
    const again = await startServer(scene, scene.primary);
    await again.stop("fast");
  });

  test("has programs that its user can run, also when npm left out the links and the clone is closed to that user", async () => {
    const packaged = await packagedNative();
    const closed = await mkdtemp(join(tmpdir(), "tandem-closed-"));
    const open = await mkdtemp(join(tmpdir(), "tandem-open-"));
    try {
      await chmod(open, 0o755);
      const native = join(closed, "native");
      const filter = (file: string) => !file.endsWith(".a") && !/libicu\w+\.so(\.60)?$/.test(file);
      await cp(packaged.native, native, { recursive: true, verbatimSymlinks: true, filter });
      const [one, other] = await Promise.all(
        [1, 2].map(() => usableBinaries({ native, version: "x" }, serverUser(), [join(open, "programs")])),
      );
      assert.deepEqual(one, other);
      assert.equal(one?.postgres.startsWith(process.getuid?.() === 0 ? open : closed), true);
      await runProgram(one?.postgres ?? "", ["--describe-config"], { user: serverUser(), cwd: "/" });
    } finally {
      await rm(closed, { recursive: true });
      await rm(open, { recursive: true });
    }
  });

  test("isn't started on files that belong to another user", {
    skip: process.getuid?.() !== 0 && "needs root",
  }, async () => {
    const data = join(scene.primary.postgresDirectory, "data");
    const { uid, gid } = await stat(data);
    await chown(data, 1, 1);
    await assert.rejects(startServer(scene, scene.primary), /belongs to the user with id 1/);
    await chown(data, uid, gid);
  });

  test("isn't started on a damaged directory, and nothing in it is touched", async () => {
    const data = join(scene.primary.postgresDirectory, "data");
    const refused = (pattern: RegExp) => (error: unknown) => error instanceof Refused && pattern.test(error.message);
    await writeFile(join(data, "PG_VERSION"), "17\n");
    await assert.rejects(startServer(scene, scene.primary), refused(/PG_VERSION says "17".*left untouched/));
    await rm(join(data, "PG_VERSION"));
    await assert.rejects(startServer(scene, scene.primary), refused(/PG_VERSION is missing.*left untouched/));
    await writeFile(join(data, "PG_VERSION"), "18\n");
    const before = await stat(join(data, "postgresql.conf"));
    await truncate(join(data, "global", "pg_control"), 100);
    await assert.rejects(startServer(scene, scene.primary), refused(/pg_control is cut short.*--fresh/));
    const since = await stat(join(data, "postgresql.conf"));
    assert.equal(since.mtimeMs, before.mtimeMs);
  });
});
