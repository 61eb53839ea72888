import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Installation, portsFrom } from "../../core/installation.ts";
import { initialRegister, type Register } from "../../recovery/register.ts";
import { serve } from "../http/serve.ts";
import { REGISTER_FILE, registerFile, writeInitialRegisters } from "./register-file.ts";
import { registerRoute } from "./register-routes.ts";
import { watchRole } from "./role-watcher.ts";
import { readVotes, setVote, votersOf } from "./voters.ts";

const KEY = "k".repeat(64);
let directory = "";
before(async () => {
  directory = await mkdtemp(join(tmpdir(), "tandem-register-"));
});
after(() => rm(directory, { recursive: true, force: true }));

const solo = (register: Register): Register => ({ ...register, marks: { ...register.marks, solo: true } });

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function makeInstallation(name: string): Promise<Installation> {
  const home = join(directory, name);
  const region = (region: string, configured: "primary" | "standby", guardian: number) => ({
    name: region,
    configured,
    directory: join(home, region),
    postgresDirectory: join(home, region, "postgres"),
    ports: { ...portsFrom(1).regions[0], guardian },
  });
  const [one, two, three] = await Promise.all([freePort(), freePort(), freePort()]);
  return {
    format: 1,
    directory: home,
    edgePort: 1,
    witness: { directory: join(home, "witness"), port: three },
    regions: [region("north", "standby", one), region("south", "primary", two)],
    linkKeyFile: join(home, "link.key"),
  };
}

test("a register that is lost once there is a catalogue isn't made anew: it may have carried a mark that nobody else knows", async () => {
  const installation = await makeInstallation("lost");
  await writeInitialRegisters(installation);
  await rm(join(directory, "lost", "witness", REGISTER_FILE));
  await writeInitialRegisters(installation);
  const witness = registerFile(installation.witness.directory);
  assert.equal((await witness.read()).kind, "register", "a first start that was interrupted goes on");
  await mkdir(join(installation.regions[1].postgresDirectory, "data"), { recursive: true });
  await rm(join(directory, "lost", "witness", REGISTER_FILE));
  await writeInitialRegisters(installation);
  assert.equal((await witness.read()).kind, "abstains");
});

test("a new installation's three registers name the configured primary, and are never overwritten", async () => {
  const installation = await makeInstallation("new");
  await writeInitialRegisters(installation);
  const own = registerFile(join(directory, "new", "north"));
  assert.deepEqual(await own.read(), { kind: "register", register: initialRegister("south") });
  await own.set(initialRegister("south"), solo(initialRegister("south")));
  await writeFile(join(directory, "new", "south", REGISTER_FILE), "{torn");
  await writeInitialRegisters(installation);
  assert.deepEqual(await own.read(), { kind: "register", register: solo(initialRegister("south")) });
  assert.equal(await readFile(join(directory, "new", "south", REGISTER_FILE), "utf8"), "{torn");
});

test("a register that is missing, torn, foreign or newer abstains with a reason, and can't be set", async () => {
  const home = await mkdtemp(join(directory, "odd-"));
  const file = registerFile(home);
  const next = initialRegister("north");
  const table: [string | undefined, RegExp][] = [
    [undefined, /doesn't exist/],
    ["", /isn't JSON/],
    ['{"format":1,"epo', /isn't JSON/],
    ["[]", /no format/],
    [JSON.stringify({ ...next, format: 3 }), /format 3/],
    [JSON.stringify({ ...next, epoch: -1 }), /whole numbers/],
    [" ".repeat(5_000), /too long/],
  ];
  for (const [text, reason] of table) {
    if (text !== undefined) await writeFile(join(home, REGISTER_FILE), text);
    const vote = await file.read();
    assert.ok(vote.kind === "abstains" && reason.test(vote.because), JSON.stringify(vote));
    assert.equal((await file.set(next, next)).kind, "abstains");
  }
});

test("of many writers at once exactly one wins, and no temporary file is left", async () => {
  const home = await mkdtemp(join(directory, "race-"));
  const first = initialRegister("north");
  await writeFile(join(home, REGISTER_FILE), JSON.stringify(first));
  const file = registerFile(home);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => file.set(first, { ...first, beat: index + 1 })),
  );
  assert.equal(outcomes.filter(({ kind }) => kind === "set").length, 1);
  assert.deepEqual(await readdir(home), [REGISTER_FILE]);
  assert.equal((await stat(join(home, REGISTER_FILE))).mode & 0o077, 0);
});

test("the route wants the link key and answers a stale writer with what it holds", async () => {
  const home = await mkdtemp(join(directory, "route-"));
  const first = initialRegister("north");
  await writeFile(join(home, REGISTER_FILE), JSON.stringify(first));
  const file = registerFile(home);
  const ask = async (method: string, body?: unknown, key = KEY) =>
    (await registerRoute(
      new Request("http://127.0.0.1/register", {
        method,
        headers: { "x-tandem-link": key },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
      file,
      KEY,
    )) as Response;
  assert.equal((await ask("GET", undefined, "wrong")).status, 401);
  assert.equal((await ask("PUT", { expected: first, next: solo(first) }, "")).status, 401);
  assert.deepEqual(await (await ask("GET")).json(), first);
  assert.equal((await ask("PUT", { expected: first, next: solo(first) })).status, 200);
  const stale = await ask("PUT", { expected: first, next: first });
  assert.equal(stale.status, 409);
  assert.deepEqual(await stale.json(), { present: solo(first) });
  for (const body of ["no json", "null", {}, { expected: first }, { expected: first, next: { ...first, format: 9 } }]) {
    assert.equal((await ask("PUT", body)).status, 400);
  }
  assert.equal((await ask("DELETE")).status, 405);
  assert.equal(await registerRoute(new Request("http://127.0.0.1/else"), file, KEY), undefined);
});

test("a lost voter changes nothing; with two lost the role is unknown, and never another region's", async () => {
  const installation = await makeInstallation("three");
  await writeInitialRegisters(installation);
  const homes = [...installation.regions.map((region) => region.directory), installation.witness.directory];
  const servers = await Promise.all(
    votersOf(installation).map((voter, index) => {
      const file = registerFile(homes[index] as string);
      const handle = async (request: Request) =>
        (await registerRoute(request, file, KEY)) ?? new Response(null, { status: 404 });
      return serve(handle, Number(new URL(voter.url).port), voter.name);
    }),
  );
  const watcher = watchRole({ installation, region: "south", linkKey: KEY, pollMs: 20 });
  try {
    await watcher.asked;
    assert.deepEqual(watcher.current(), { kind: "known", role: "active", epoch: 1, holder: "south", solo: false });
    await servers[2]?.close();
    const [north] = votersOf(installation);
    const first = initialRegister("south");
    assert.ok(north && (await setVote(north, KEY, { expected: first, next: solo(first) }, 500)));
    assert.equal(north && (await setVote(north, KEY, { expected: first, next: solo(first) }, 500)), false);
    const votes = await readVotes(installation, KEY, 500);
    assert.deepEqual(
      votes.map((vote) => vote.kind),
      ["register", "register", "abstains"],
    );
    const passive = watchRole({ installation, region: "north", linkKey: KEY, pollMs: 20 });
    await passive.asked;
    passive.stop();
    assert.deepEqual(passive.current(), { kind: "known", role: "passive", epoch: 1, holder: "south", solo: true });
    await servers[1]?.close();
    const alone = watchRole({ installation, region: "south", linkKey: KEY, pollMs: 20 });
    await alone.asked;
    alone.stop();
    const current = alone.current();
    assert.ok(current.kind === "unknown" && /witness: it isn't running/.test(current.because), JSON.stringify(current));
  } finally {
    watcher.stop();
    for (const server of servers) await server.close();
  }
});
