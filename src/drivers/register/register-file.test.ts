import assert from "node:assert/strict";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Installation, portsFrom } from "../../core/installation.ts";
import { initialRegister, type Register } from "../../recovery/register.ts";
import { observing } from "../http/observed-server.ts";
import { type InternalAnswer, serveInternal } from "../http/serve-internal.ts";
import { unheardTelemetry } from "../telemetry/telemetry.ts";
import {
  registerFile as openRegister,
  placeRegister,
  REGISTER_FILE,
  type RegisterFile,
  writeInitialRegisters,
} from "./register-file.ts";
import { registerRoute } from "./register-routes.ts";
import { followRole } from "./role-watcher.ts";
import { readVotes, setVote, votersOf } from "./voters.ts";

const KEY = "k".repeat(64);
let directory = "";
before(async () => {
  directory = await mkdtemp(join(tmpdir(), "tandem-register-"));
});
after(async () => {
  for (const file of opened) await file.close();
  await rm(directory, { recursive: true, force: true });
});

const opened: RegisterFile[] = [];
function registerFile(home: string): RegisterFile {
  const file = openRegister(home);
  opened.push(file);
  return file;
}

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
  await placeRegister(home, first);
  const file = registerFile(home);
  await writeFile(join(home, `${REGISTER_FILE}.1.left-over`), "of a process that was killed in mid-write");
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => file.set(first, { ...first, beat: index + 1 })),
  );
  assert.equal(outcomes.filter(({ kind }) => kind === "set").length, 1);
  assert.deepEqual(await readdir(home), [REGISTER_FILE]);
  assert.equal((await stat(join(home, REGISTER_FILE))).mode & 0o077, 0);
});

test("V1: what a voter has answered is on disk, whole: one that is started anew finds it", async () => {
  const home = await mkdtemp(join(directory, "durable-"));
  await placeRegister(home, initialRegister("north"));
  const file = registerFile(home);
  let present = initialRegister("north");
  for (let beat = 1; beat <= 5; beat += 1) {
    const next = { ...present, beat };
    assert.equal((await file.set(present, next)).kind, "set");
    present = next;
    assert.deepEqual(await registerFile(home).read(), { kind: "register", register: present });
  }
  await file.close();
});

test("a register of the previous format votes, and is kept in the new one from its first change on", async () => {
  const home = await mkdtemp(join(directory, "format-"));
  const { incarnation: _, ...rest } = initialRegister("north");
  await writeFile(join(home, REGISTER_FILE), JSON.stringify({ ...rest, format: 1 }));
  const file = registerFile(home);
  const first = initialRegister("north");
  assert.deepEqual(await file.read(), { kind: "register", register: first });
  assert.equal((await file.set(first, solo(first))).kind, "set");
  assert.equal(JSON.parse(await readFile(join(home, REGISTER_FILE), "utf8")).format, 2);
  assert.deepEqual(await registerFile(home).read(), { kind: "register", register: solo(first) });
});

test("V2: a register that was restored from a copy abstains, whichever way it came back, until it is re-admitted", async () => {
  const first = initialRegister("north");
  const later = { ...first, epoch: 2, incarnation: "b" };
  const ways: Record<string, (path: string, copy: string) => Promise<void>> = {
    "copied over": (path, copy) => copyFile(copy, path),
    "moved into place": (path, copy) => rename(copy, path),
    "written anew after the file was lost": async (path, copy) => {
      await rm(path);
      await copyFile(copy, path);
    },
  };
  for (const [name, restore] of Object.entries(ways)) {
    const home = await mkdtemp(join(directory, "restored-"));
    const path = join(home, REGISTER_FILE);
    await placeRegister(home, first);
    await copyFile(path, `${home}/copy`);
    const file = registerFile(home);
    assert.equal((await file.set(first, later)).kind, "set", name);
    assert.equal((await file.readmit(first)).kind, "votes", "one that votes is never overwritten");
    await restore(path, `${home}/copy`);
    for (const voter of [file, registerFile(home)]) {
      const vote = await voter.read();
      assert.ok(
        vote.kind === "abstains" && /copied or restored/.test(vote.because),
        `${name}: ${JSON.stringify(vote)}`,
      );
      assert.equal((await voter.set(first, later)).kind, "abstains", name);
    }
    assert.equal((await file.readmit(later)).kind, "readmitted", name);
    assert.deepEqual(await registerFile(home).read(), { kind: "register", register: later }, name);
  }
});

test("V2: a register that is older than it was a moment ago abstains, although it lies in its own file", async () => {
  const home = await mkdtemp(join(directory, "backwards-"));
  const path = join(home, REGISTER_FILE);
  const first = initialRegister("north");
  await placeRegister(home, { ...first, beat: 7 });
  const file = registerFile(home);
  await file.read();
  const text = await readFile(path, "utf8");
  await writeFile(path, text.replace('"beat":7', '"beat":6'));
  const vote = await file.read();
  assert.ok(vote.kind === "abstains" && /older/.test(vote.because), JSON.stringify(vote));
});

test("the route answers a stale writer with what it holds, and re-admits only a voter that abstains", async () => {
  const home = await mkdtemp(join(directory, "route-"));
  const first = initialRegister("north");
  await placeRegister(home, first);
  const file = registerFile(home);
  const ask = async (method: string, body?: unknown, path = "/register") =>
    (await registerRoute(
      {
        method,
        url: new URL(path, "http://voter"),
        headers: {},
        body: body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body),
      },
      file,
    )) as InternalAnswer;
  assert.deepEqual(await ask("GET"), { status: 200, json: first });
  assert.equal((await ask("PUT", { expected: first, next: solo(first) })).status, 200);
  assert.deepEqual(await ask("PUT", { expected: first, next: first }), { status: 409, json: { present: solo(first) } });
  for (const body of ["no json", "null", {}, { expected: first }, { expected: first, next: { ...first, format: 9 } }]) {
    assert.equal((await ask("PUT", body)).status, 400);
  }
  assert.equal((await ask("DELETE")).status, 405);
  assert.equal((await ask("POST", { register: first }, "/register/readmit")).status, 409);
  await rm(join(home, REGISTER_FILE));
  assert.equal((await ask("PUT", { expected: first, next: solo(first) })).status, 503);
  assert.equal((await ask("POST", {}, "/register/readmit")).status, 400);
  assert.equal((await ask("POST", { register: solo(first) }, "/register/readmit")).status, 200);
  assert.deepEqual(await ask("GET"), { status: 200, json: solo(first) });
  assert.equal(
    await registerRoute({ method: "GET", url: new URL("http://voter/else"), headers: {}, body: "" }, file),
    undefined,
  );
});

test("a lost voter changes nothing; with two lost the role is unknown, and never another region's", async () => {
  const installation = await makeInstallation("three");
  await writeInitialRegisters(installation);
  const homes = [...installation.regions.map((region) => region.directory), installation.witness.directory];
  const servers = await Promise.all(
    votersOf(installation).map((voter, index) => {
      const file = registerFile(homes[index] as string);
      const { name: who, port } = voter;
      return serveInternal({
        port,
        who,
        linkKey: KEY,
        open: [],
        observing: observing("guardian", unheardTelemetry()),
        handle: (request) => registerRoute(request, file),
      });
    }),
  );
  const watcher = followRole({ installation, region: "south", linkKey: KEY, guardianPort: 1 });
  try {
    await watcher.asked;
    assert.deepEqual(watcher.current(), { kind: "known", role: "active", epoch: 1, holder: "south", solo: false });
    await servers[2]?.close();
    const [north] = votersOf(installation);
    const first = initialRegister("south");
    assert.ok(north);
    const set = (key: string) => setVote(north, key, { expected: first, next: solo(first) }, 500);
    assert.equal((await set("wrong")).kind, "silent");
    assert.deepEqual(await set(KEY), { kind: "set" });
    assert.deepEqual(await set(KEY), { kind: "differs", present: solo(first) });
    const votes = await readVotes(installation, KEY, 500);
    assert.deepEqual(
      votes.map((vote) => vote.kind),
      ["register", "register", "abstains"],
    );
    const passive = followRole({ installation, region: "north", linkKey: KEY, guardianPort: 1 });
    await passive.asked;
    passive.stop();
    assert.deepEqual(passive.current(), { kind: "known", role: "passive", epoch: 1, holder: "south", solo: true });
    await servers[1]?.close();
    const alone = followRole({ installation, region: "south", linkKey: KEY, guardianPort: 1 });
    await alone.asked;
    alone.stop();
    const current = alone.current();
    assert.ok(current.kind === "unknown" && /witness: it isn't running/.test(current.because), JSON.stringify(current));
  } finally {
    watcher.stop();
    for (const server of servers) await server.close();
  }
});
