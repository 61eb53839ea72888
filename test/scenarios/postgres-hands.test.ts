// What recovery does to two real servers: promotion, following without a copy, and the list of what was lost.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import type { Client } from "pg";
import type { RegionLayout } from "../../src/core/installation.ts";
import { migrate } from "../../src/drivers/catalogue/migrate.ts";
import { ensureCluster, startPostgres } from "../../src/drivers/postgres/cluster.ts";
import { adminClient, postgresPool } from "../../src/drivers/postgres/connect.ts";
import {
  dropFormer,
  follow,
  judgeFormer,
  keepFormer,
  listFormers,
  readOnDisk,
} from "../../src/drivers/postgres/former.ts";
import { readHistory } from "../../src/drivers/postgres/history.ts";
import { listTail, type TailRow } from "../../src/drivers/postgres/journal-tail.ts";
import { promote, recordEpoch } from "../../src/drivers/postgres/promote.ts";
import { setWaiting } from "../../src/drivers/postgres/replication.ts";
import type { RunningServer } from "../../src/drivers/postgres/server.ts";
import { makeScene, type Scene, until } from "./pair-of-regions.ts";

describe("the hands of recovery", () => {
  let scene: Scene;
  const servers = new Map<string, RunningServer>();

  const start = async (region: RegionLayout): Promise<void> => {
    const { installation } = scene;
    await ensureCluster({ installation, region, onStep: () => undefined });
    servers.set(
      region.name,
      await startPostgres({ installation, region, onExit: () => servers.delete(region.name), onLine: () => undefined }),
    );
  };
  const stop = async (region: RegionLayout, mode: "fast" | "immediate"): Promise<void> => {
    await servers.get(region.name)?.stop(mode);
    servers.delete(region.name);
  };
  const asked = async <T>(region: RegionLayout, work: (client: Client) => Promise<T>): Promise<T> => {
    const client = await adminClient(scene.installation, region.name, { applicationName: "test", queryMsMax: 10_000 });
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const journal = (region: RegionLayout, epoch: number, what: string) =>
    asked(region, (client) =>
      client.query(
        "INSERT INTO journal (epoch, who, what, before, after, at) VALUES ($1, 'test', $2, null, '{\"a\":1}', now())",
        [epoch, what],
      ),
    );
  const streams = (region: RegionLayout, standby: RegionLayout) =>
    until(`${standby.name} follows ${region.name}`, 15_000, () =>
      asked(region, async (client) => {
        const { rows } = await client.query(
          "SELECT FROM pg_stat_replication WHERE application_name = $1 AND state = 'streaming' AND flush_lsn = pg_current_wal_flush_lsn()",
          [standby.name],
        );
        return rows.length > 0;
      }),
    );

  before(async () => {
    scene = await makeScene();
    await start(scene.primary);
    await asked(scene.primary, (client) => setWaiting(client, undefined));
    const pool = postgresPool(scene.installation, scene.primary.name, { max: 1, applicationName: "test" });
    await migrate(pool);
    await pool.end();
    await start(scene.standby);
    await streams(scene.primary, scene.standby);
    await asked(scene.primary, (client) => recordEpoch(client, 1, scene.primary.name));
  });

  after(async () => {
    for (const server of servers.values()) await server.stop("immediate");
    await scene?.end();
  });

  test("a planned change of role: the former primary follows without a copy, and nothing is lost", async () => {
    await journal(scene.primary, 1, "before the change");
    await stop(scene.primary, "fast");
    const promoted = await asked(scene.standby, (client) => promote(client, scene.primary.name, { alone: true }));
    assert.equal(promoted.timeline, 2);
    await asked(scene.standby, (client) => recordEpoch(client, 2, scene.standby.name));
    await journal(scene.standby, 2, "after the change");
    const found = await readOnDisk(scene.primary);
    assert.ok(found.kind === "present" && found.role === "primary" && !found.running);
    assert.equal(found.control.state, "stopped");
    const verdict = judgeFormer(found.control, found.ends, await asked(scene.standby, readHistory));
    assert.deepEqual(verdict, { kind: "follows" });
    await follow(scene.installation, scene.primary);
    await follow(scene.installation, scene.primary);
    await start(scene.primary);
    await streams(scene.standby, scene.primary);
    const { rows } = await asked(scene.primary, (client) =>
      client.query("SELECT what FROM journal WHERE who = 'test' ORDER BY id"),
    );
    assert.deepEqual(
      rows.map((row) => row.what),
      ["before the change", "after the change"],
    );
  });

  test("promoting a primary again changes nothing", async () => {
    const again = await asked(scene.standby, (client) => promote(client, scene.primary.name, { alone: true }));
    assert.deepEqual([again.timeline, again.wasPrimary], [2, true]);
  });

  test("a former primary that went on alone can't follow; what only it has is listed, and its files are kept", async () => {
    const [active, passive] = [scene.standby, scene.primary];
    await stop(passive, "immediate");
    await journal(active, 2, "written alone");
    await journal(active, 2, "written alone, too");
    const more = 100_500;
    await asked(active, (client) =>
      client.query(
        "INSERT INTO journal (epoch, who, what, before, after, at) SELECT 2, 'test', 'one of many', null, '{}', now() FROM generate_series(1, $1)",
        [more],
      ),
    );
    await stop(active, "immediate");
    await start(passive);
    await asked(passive, (client) => promote(client, active.name, { alone: true }));
    await asked(passive, (client) => recordEpoch(client, 3, passive.name));
    await journal(passive, 3, "the new history");

    const found = await readOnDisk(active);
    assert.ok(found.kind === "present");
    const verdict = judgeFormer(found.control, found.ends, await asked(passive, readHistory));
    assert.equal(verdict.kind, "diverged");
    await assert.rejects(follow(scene.installation, active), /can't follow/);

    const rows: TailRow[] = [];
    await listTail(scene.installation, active, `${active.postgresDirectory}/data`, async (some) => {
      rows.push(...some);
    });
    assert.deepEqual(
      rows.slice(0, 2).map(({ epoch, what, after }) => [epoch, what, after]),
      [
        [2, "written alone", { a: 1 }],
        [2, "written alone, too", { a: 1 }],
      ],
    );
    // However many they are: none is left out, none comes twice, and they come in their order.
    assert.equal(rows.length, 2 + more);
    assert.ok(rows.slice(2).every(({ what }) => what === "one of many"));
    assert.ok(rows.every(({ id }, index) => index === 0 || id > (rows[index - 1]?.id ?? 0)));
    assert.deepEqual(await readOnDisk(active), found);
    const aside = await keepFormer(active, 3);
    assert.equal(await keepFormer(active, 3), aside);
    assert.deepEqual(await listFormers(active), [{ epoch: 3, directory: aside }]);
    await start(active);
    await streams(passive, active);
    await dropFormer(active, 3);
    assert.deepEqual(await listFormers(active), []);
    await rm(aside, { recursive: true, force: true });
  });

  test("R4: a region that lost its disk, register and all, is copied from the other one, and never begins an empty catalogue", async () => {
    const [active, lost] = [scene.standby, scene.primary];
    await stop(lost, "fast");
    await asked(active, (client) => promote(client, lost.name, { alone: true }));
    for (const directory of [lost.directory, lost.postgresDirectory])
      await rm(directory, { recursive: true, force: true });
    await start(lost);
    await streams(active, lost);
    const { rows } = await asked(lost, (client) =>
      client.query("SELECT what FROM journal WHERE who = 'test' ORDER BY id DESC LIMIT 1"),
    );
    assert.equal(rows[0]?.what, "the new history");
  });
});
