import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { type Installation, portsFrom } from "../../core/installation.ts";
import type { Register } from "../../recovery/register.ts";
import { observing } from "../http/observed-server.ts";
import { type InternalServer, serveInternal } from "../http/serve-internal.ts";
import { freePorts } from "../process/free-ports.ts";
import { placeRegister, REGISTER_FILE, type RegisterFile, registerFile } from "../register/register-file.ts";
import { registerRoute } from "../register/register-routes.ts";
import { unheardTelemetry } from "../telemetry/telemetry.ts";
import { markWanted, readmitVoter } from "./voter-marks.ts";

const KEY = "k".repeat(64);
const held: Register = {
  format: 2,
  epoch: 7,
  holder: "north",
  incarnation: "run-1",
  beat: 40,
  marks: { solo: false, wanted: false },
};
const open: { server: InternalServer; file: RegisterFile }[] = [];
let root = "";
let installation: Installation;
let homes: string[] = [];

/** Three voters with the same record, each on its own port. */
beforeEach(async () => {
  await close();
  root = await mkdtemp(join(tmpdir(), "tandem-voters-"));
  const ports = portsFrom(await freePorts(50));
  const region = (name: string, index: 0 | 1) => ({
    name,
    configured: index === 0 ? ("primary" as const) : ("standby" as const),
    directory: join(root, name),
    postgresDirectory: join(root, name),
    ports: ports.regions[index],
  });
  installation = {
    format: 1,
    directory: root,
    edgePort: ports.edge,
    witness: { directory: join(root, "witness"), port: ports.witness },
    regions: [region("north", 0), region("south", 1)],
    linkKeyFile: join(root, "link.key"),
  };
  homes = [...installation.regions.map(({ directory }) => directory), installation.witness.directory];
  for (const home of homes) await placeRegister(home, held);
});
after(close);

async function close(): Promise<void> {
  for (const { server, file } of open.splice(0)) {
    await server.close();
    await file.close();
  }
  if (root !== "") await rm(root, { recursive: true, force: true });
}

async function serve(
  index: number,
  onRead: (file: RegisterFile) => Promise<void> = async () => undefined,
): Promise<RegisterFile> {
  const file = registerFile(homes[index] ?? "");
  const port = [...installation.regions.map(({ ports }) => ports.guardian), installation.witness.port][index] ?? 0;
  const server = await serveInternal({
    port,
    who: "a voter",
    linkKey: KEY,
    open: [],
    observing: observing("guardian", unheardTelemetry()),
    async handle(request) {
      const answer = await registerRoute(request, file);
      if (request.method === "GET") await onRead(file);
      return answer;
    },
  });
  open.push({ server, file });
  return file;
}

const marked = async (file: RegisterFile): Promise<boolean | undefined> => {
  const vote = await file.read();
  return vote.kind === "register" ? vote.register.marks.wanted : undefined;
};

test("a sick holder is marked as wanted at the voters that can be heard; two are enough, one isn't", async () => {
  const south = await serve(1);
  await assert.rejects(markWanted(installation, "south", "north", 7, KEY), /Only 1 of the three voters/);
  const witness = await serve(2);
  assert.match(await markWanted(installation, "south", "north", 7, KEY), /2 voters/);
  assert.deepEqual([await marked(south), await marked(witness)], [true, true]);
});

test("a holder whose beats go on between reading and setting is marked all the same", async () => {
  let beats = 0;
  const beat = async (file: RegisterFile): Promise<void> => {
    const vote = await file.read();
    if (vote.kind !== "register" || beats >= 3) return;
    beats += 1;
    await file.set(vote.register, { ...vote.register, beat: vote.register.beat + 1 });
  };
  const files = [await serve(1, beat), await serve(2)];
  await markWanted(installation, "south", "north", 7, KEY);
  assert.deepEqual(await Promise.all(files.map(marked)), [true, true]);
  assert.equal(beats, 3);
});

test("another region's record, or an older epoch's, isn't marked", async () => {
  const files = [await serve(1), await serve(2)];
  await assert.rejects(markWanted(installation, "south", "south", 7, KEY), /Only 0/);
  await assert.rejects(markWanted(installation, "south", "north", 8, KEY), /Only 0/);
  assert.deepEqual(await Promise.all(files.map(marked)), [false, false]);
});

test("a voter that abstains votes again with what the two others agree on, and one that votes is left alone", async () => {
  await writeFile(join(homes[2] ?? "", REGISTER_FILE), "nonsense");
  await serve(0);
  await serve(1);
  const witness = await serve(2);
  assert.equal((await witness.read()).kind, "abstains");
  assert.match(await readmitVoter(installation, "south", 2, KEY), /witness votes again, with epoch 7/);
  const vote = await witness.read();
  assert.deepEqual(vote.kind === "register" && [vote.register.epoch, vote.register.holder, vote.register.beat], [
    7,
    "north",
    40,
  ]);
  await assert.rejects(readmitVoter(installation, "south", 2, KEY), /votes; nothing was changed/);
  await assert.rejects(readmitVoter(installation, "south", 3, KEY), /There is no voter 3/);
});
