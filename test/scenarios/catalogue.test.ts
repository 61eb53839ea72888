// The catalogue in real PostgreSQL, primary and standby: the same contract as the one in memory, migrations, reads on the
// standby, and what happens when the connection ends while a change is being committed.
import assert from "node:assert/strict";
import { connect as connectSocket, createServer, type Socket } from "node:net";
import { after, before, test } from "node:test";
import pg from "pg";
import { OutcomeUnknown } from "../../src/app/catalogue/port.ts";
import { Refused, Unavailable } from "../../src/core/errors.ts";
import { catalogueContract } from "../../src/drivers/catalogue/catalogue-contract.ts";
import { migrate } from "../../src/drivers/catalogue/migrate.ts";
import { postgresCatalogue } from "../../src/drivers/catalogue/postgres-catalogue.ts";
import { readKeySnapshot } from "../../src/drivers/catalogue/read-key-snapshot.ts";
import { digestOf } from "../../src/drivers/catalogue/secrets.ts";
import { ensureCluster, startPostgres } from "../../src/drivers/postgres/cluster.ts";
import { adminClient, postgresPool } from "../../src/drivers/postgres/connect.ts";
import type { ConfirmLease } from "../../src/drivers/register/confirm-lease.ts";
import { makeScene, type Scene, until } from "./pair-of-regions.ts";

const by = { who: "test", epoch: 1, at: Date.now() };
/** As in a region whose guardian holds every epoch that it is asked for. */
const catalogueIn = (where: pg.Pool, confirm: ConfirmLease = async (epoch) => ({ kind: "confirmed", epoch })) =>
  postgresCatalogue(where, { pool: where, confirm });
const ending: (() => Promise<unknown>)[] = [];
let scene: Scene;
let pool: pg.Pool;
let standbyPool: pg.Pool;

before(async () => {
  scene = await makeScene();
  const { installation, primary, standby } = scene;
  for (const region of [primary, standby]) {
    await ensureCluster({ installation, region, onStep: () => {} });
    const server = await startPostgres({ installation, region, onExit: () => {}, onLine: () => {} });
    ending.unshift(() => server.stop("immediate"));
  }
  pool = postgresPool(installation, primary.name, { max: 8, applicationName: "test" });
  standbyPool = postgresPool(installation, standby.name, { max: 2, applicationName: "test" });
  await migrate(pool);
});

after(async () => {
  await Promise.all([pool?.end(), standbyPool?.end()]);
  for (const end of ending) await end();
  await scene?.end();
});

catalogueContract(async () => catalogueIn(pool));

test("migrating again, also side by side, changes nothing", async () => {
  const counts = async () =>
    (
      await pool.query(
        "select (select count(*) from journal) as rows, (select max(number) from schema_migrations) as last",
      )
    ).rows;
  const before = await counts();
  await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
  assert.deepEqual(await counts(), before);
});

test("a new catalogue has its owner without a password and the project web with one key", async () => {
  const catalogue = catalogueIn(pool);
  const owner = await catalogue.userByName("owner");
  assert.deepEqual([owner?.role, owner?.passwordHash], ["owner", null]);
  const web = await catalogue.project("web");
  assert.deepEqual([web?.name, web?.keys.length, web?.acknowledgement], ["My site", 1, "region"]);
});

test("a catalogue that a newer program migrated further is refused, but for one step", async () => {
  const add = (number: number) => pool.query("insert into schema_migrations values ($1, 'later', 'x')", [number]);
  const { rows } = await pool.query<{ last: number }>("select max(number) as last from schema_migrations");
  const last = rows[0]?.last ?? 0;
  try {
    await add(last + 1);
    await migrate(pool);
    await add(last + 2);
    await assert.rejects(migrate(pool), (error) => error instanceof Refused && /newer version/.test(error.message));
  } finally {
    await pool.query("delete from schema_migrations where number > $1", [last]);
  }
});

test("R1: a change is committed, and called neither done nor failed, where nobody confirms its epoch after the commit", async () => {
  const answers: [string, ConfirmLease][] = [
    ["nobody says anything", async () => ({ kind: "unheard" })],
    ["the guardian refuses", async () => ({ kind: "unconfirmed", because: "the lease has run out" })],
    ["another epoch is held", async (epoch) => ({ kind: "confirmed", epoch: epoch + 1 })],
  ];
  const project = {
    name: "Doubtful",
    timeZone: "UTC",
    acknowledgement: "region",
    pairPolicy: "degrade",
    demo: false,
  } as const;
  await catalogueIn(pool).addProject({ id: "doubtful", ...project, key: { key: "wk_first", name: "First" } }, by);
  for (const [index, [name, confirm]] of answers.entries()) {
    const key = `wk_unconfirmed_${index}`;
    const doubtful = catalogueIn(pool, confirm);
    const idempotent = { ...by, idempotency: { scope: "test", key: digestOf(key), request: digestOf(name) } };
    await assert.rejects(doubtful.addWriteKey("doubtful", { key, name }, idempotent), OutcomeUnknown, name);
    const keys = (await catalogueIn(pool).project("doubtful"))?.keys.map((one) => one.key);
    assert.ok(keys?.includes(key), `${name}: it was committed`);
    await assert.rejects(
      doubtful.addWriteKey("doubtful", { key, name }, idempotent),
      OutcomeUnknown,
      "a repeat is no better",
    );
    const repeated = await catalogueIn(pool).addWriteKey("doubtful", { key, name }, idempotent);
    assert.ok(repeated.kind === "done" && repeated.repeated, `${name}: a confirmed repeat answers what was done`);
  }
});

test("the standby knows sessions and keys, and takes no change", async () => {
  const catalogue = catalogueIn(pool);
  const reader = catalogueIn(standbyPool);
  const owner = await catalogue.userByName("owner");
  const session = { digest: digestOf("token"), csrf: "c", createdAt: by.at, expiresAt: by.at + 60_000 };
  await catalogue.openSession(owner?.id ?? "", session, by);
  await until(
    "the standby has the session",
    10_000,
    async () => (await reader.session(session.digest, by.at)) !== undefined,
  );
  assert.equal(await reader.writable(), false);
  assert.equal(await catalogue.writable(), true);
  await assert.rejects(reader.changeProject("web", { name: "No" }, by), Unavailable);
  assert.deepEqual((await reader.project("web"))?.keys, (await catalogue.project("web"))?.keys);
});

test("the key snapshot leaves out revoked keys and tells the heartbeat's instant", async () => {
  const catalogue = catalogueIn(pool);
  await catalogue.addWriteKey("web", { key: "wk_gone", name: "Gone" }, by);
  await catalogue.revokeWriteKey("web", "wk_gone", by);
  await pool.query("update heartbeat set at = to_timestamp(1700000000)");
  const snapshot = await readKeySnapshot(pool);
  const web = await catalogue.project("web");
  const keys = web?.keys.filter((key) => key.revokedAt === null).map((key) => key.key);
  assert.deepEqual(
    snapshot.projects.find((project) => project.id === "web"),
    { id: "web", acknowledgement: "region", pairPolicy: "degrade", keys },
  );
  assert.equal(snapshot.heartbeatAt, 1_700_000_000_000);
});

test("a connection that ends before COMMIT undoes the change; one that ends during it leaves the outcome unknown", async () => {
  const cable = await cutCable(scene.primary.ports.postgres);
  const behindCable = structuredClone(scene.installation);
  behindCable.regions[0].ports.postgres = cable.port;
  const through = postgresPool(behindCable, scene.primary.name, { max: 1, applicationName: "test" });
  try {
    const catalogue = catalogueIn(through);
    cable.cutAt(/update projects set/);
    await assert.rejects(catalogue.changeProject("web", { name: "Undone" }, by), Unavailable);
    assert.equal((await catalogueIn(pool).project("web"))?.name, "My site");
    cable.cutAt(/commit/);
    await assert.rejects(catalogue.changeProject("web", { name: "Unknown" }, by), OutcomeUnknown);
    cable.cutAt(undefined);
    assert.equal((await catalogue.changeProject("web", { name: "My site" }, by)).kind, "done");
  } finally {
    await through.end();
    cable.close();
  }
});

test("a change whose wait for the standby is cancelled is unknown, and reads don't wait with it", async () => {
  const admin = await adminClient(scene.installation, scene.primary.name, {
    applicationName: "test",
    queryMsMax: 5_000,
  });
  try {
    await admin.query("alter system set synchronous_standby_names = 'nobody'");
    await admin.query("select pg_reload_conf()");
    const setting = "select current_setting('synchronous_standby_names') as names";
    await until("the setting holds", 5_000, async () => (await admin.query(setting)).rows[0].names === "nobody");
    const catalogue = catalogueIn(pool);
    const changing = catalogue.changeProject("web", { name: "Waiting" }, by);
    const refused = assert.rejects(changing, OutcomeUnknown);
    const waiting = "select pid from pg_stat_activity where wait_event = 'SyncRep'";
    const pid = await until("the commit waits", 5_000, async () => (await admin.query(waiting)).rows[0]?.pid);
    assert.equal((await catalogue.project("web"))?.name, "My site");
    await admin.query("select pg_cancel_backend($1)", [pid]);
    await refused;
    // It happens to be there; the caller was rightly not told either way.
    assert.equal((await catalogue.project("web"))?.name, "Waiting");
  } finally {
    await admin.query("alter system reset synchronous_standby_names");
    await admin.query("select pg_reload_conf()");
    await admin.end();
  }
});

test("R4: an answer that is repeated, or says that nothing had to change, waits for the standby as the change itself did", async () => {
  const admin = await adminClient(scene.installation, scene.primary.name, {
    applicationName: "test",
    queryMsMax: 5_000,
  });
  const waiting = "select pid from pg_stat_activity where wait_event = 'SyncRep'";
  const onceItWaits = async (): Promise<void> => {
    const pid = await until("the commit waits", 5_000, async () => (await admin.query(waiting)).rows[0]?.pid);
    await admin.query("select pg_cancel_backend($1)", [pid]);
  };
  const catalogue = catalogueIn(pool);
  const idempotent = { ...by, idempotency: { scope: "test", key: digestOf("twice"), request: digestOf("twice") } };
  const add = () => catalogue.addWriteKey("web", { key: "wk_twice", name: "Twice" }, idempotent);
  const settings = {
    name: "Same",
    timeZone: "UTC",
    acknowledgement: "region",
    pairPolicy: "degrade",
    demo: false,
  } as const;
  const addSame = () => catalogue.addProject({ id: "same", ...settings, key: { key: "wk_same", name: "First" } }, by);
  await addSame();
  try {
    await admin.query("alter system set synchronous_standby_names = 'nobody'");
    await admin.query("select pg_reload_conf()");
    const setting = "select current_setting('synchronous_standby_names') as names";
    await until("the setting holds", 5_000, async () => (await admin.query(setting)).rows[0].names === "nobody");
    // Committed here and shown to everyone, as after a crash, and in no other region.
    await Promise.all([assert.rejects(add(), OutcomeUnknown), onceItWaits()]);
    await Promise.all([assert.rejects(add(), OutcomeUnknown, "a repeat"), onceItWaits()]);
    await Promise.all([assert.rejects(addSame(), OutcomeUnknown, "nothing to change"), onceItWaits()]);
  } finally {
    await admin.query("alter system reset synchronous_standby_names");
    await admin.query("select pg_reload_conf()");
    await admin.end();
  }
  const repeated = await add();
  assert.ok(repeated.kind === "done" && repeated.repeated);
});

test("a database that isn't there is unavailable, not a fault", async () => {
  const nowhere = new pg.Pool({ host: "127.0.0.1", port: 1, max: 1, connectionTimeoutMillis: 500 });
  const catalogue = catalogueIn(nowhere);
  await assert.rejects(catalogue.projects(), Unavailable);
  await assert.rejects(catalogue.changeProject("web", { name: "x" }, by), Unavailable);
  assert.equal(await catalogue.writable(), false);
  await nowhere.end();
});

/** A proxy before PostgreSQL that passes on what a pattern matches and then cuts the connection. */
async function cutCable(target: number) {
  let pattern: RegExp | undefined;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connectSocket(target, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => sockets.delete(socket));
    }
    near.on("data", (chunk) => {
      far.write(chunk);
      if (!pattern?.test(chunk.toString("latin1"))) return;
      near.destroy();
      far.end();
    });
    far.on("data", (chunk) => near.write(chunk));
    far.on("close", () => near.destroy());
    near.on("close", () => far.end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    cutAt(next: RegExp | undefined) {
      pattern = next;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
