// `npm run proof:emulator [-- --blueprint NAME] [-- --stack NAME…]`: the real output, applied. Every root is applied to an
// emulator of AWS and planned again (nothing to do); the roles are flipped as a fail-over flips them (nothing to do); one
// region's endpoints go dead (every root but its own and `link` still plans, and asks it nothing); the roles are flipped
// back; all is destroyed. Beside it a database on RDS is rebuilt and adopted: database-drill.ts. What the emulator can't
// carry is left out by name: left-out.ts.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Platform } from "../../../src/blueprint/platform.ts";
import { freePorts } from "../../../src/drivers/process/free-ports.ts";
import { synthesize } from "../synthesized.ts";
import { initialiseOnce, Missing, requireTerraform, side } from "../terraform-command.ts";
import type { Shell } from "./command-line.ts";
import { drillDatabase } from "./database-drill.ts";
import { mayNeed, PLANS_AT_ONCE, refusedOnDeath } from "./dead-region.ts";
import { ALTERED, DROPPED, MISREAD } from "./left-out.ts";
import { type RegionsProxy, startRegionsProxy } from "./regions-proxy.ts";
import { flipRoles, hasLeader } from "./role-flips.ts";
import { changeRoot, type Ground, planRoot, type Rooted, writeRoot } from "./roots.ts";

/** Importing moto takes seconds, and minutes on a busy machine. */
const EMULATOR_START_MS_MAX = 240_000;
const EMULATOR_LOOK_MS = 250;
/** The standby needs one thing of the primary: a global database that somebody leads. */
const LEADER_MS_MAX = 15 * 60_000;
const LEADER_LOOK_MS = 5_000;
/** The reference blueprint whose database is on RDS, with a copy in the other region and read replicas. */
const DRILLED = "A";

/** The roots by their names, in the order of the manual: each group needs those before it. */
const BOOTSTRAPS = /^bootstrap\//;
const GLOBAL = /^global$/;
const REGIONS = /^region\//;
const APART = /^(witness|edge)$/;
const LINK = /^link$/;

const { values } = parseArgs({
  options: {
    blueprint: { type: "string", default: "flagship" },
    stack: { type: "string", multiple: true },
    keep: { type: "boolean", default: false },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Proof = {
  readonly failures: string[];
  readonly platform: Platform;
  readonly roots: readonly Rooted[];
  readonly proxy: RegionsProxy;
  readonly ground: Ground;
  readonly shell: Shell;
};

const work = mkdtempSync(join(tmpdir(), "tandem-emulator-"));
let emulator: ChildProcess | undefined;
process.once("exit", () => emulator?.kill("SIGTERM"));
try {
  process.exitCode = (await prove()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  say(error.message);
  process.exitCode = 1;
} finally {
  emulator?.kill("SIGTERM");
  if (!values.keep) rmSync(work, { recursive: true, force: true });
  else say(`kept: ${work}`);
}

async function prove(): Promise<boolean> {
  const began = performance.now();
  const seconds = (): string => ((performance.now() - began) / 1000).toFixed(0);
  const version = requireTerraform();
  requireMoto();
  const { platform, stacks } = await synthesize(values.blueprint);
  const port = await freePorts(3);
  emulator = startEmulator(port, platform.accountId);
  await answering(port);
  const prepare = await initialiseOnce(work);
  const [proxy, drillProxy] = [await startRegionsProxy(port + 1, port), await startRegionsProxy(port + 2, port)];
  const shellOf = ({ url }: RegionsProxy): Shell => ({
    endpoint: url,
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: "emulated",
      AWS_SECRET_ACCESS_KEY: "emulated",
      AWS_EC2_METADATA_DISABLED: "true",
      // Memory is to be had here, and time isn't: Go tidies up less often.
      GOGC: "200",
    },
  });
  const groundOf = (name: string, { environment }: Shell): Ground => ({
    directory: join(work, name),
    environment,
    prepare,
  });
  const shell = shellOf(proxy);
  const ground = groundOf("roots", shell);
  const roots = stacks
    .filter((stack) => values.stack === undefined || values.stack.includes(stack.name))
    .map((stack): Rooted => writeRoot(ground, stack));
  say(`Terraform ${version}, ${values.blueprint} on moto: ${roots.length} roots`);
  tellLeftOut(roots);
  const proof: Proof = { failures: [], platform, roots, proxy, ground, shell };
  const drillShell = shellOf(drillProxy);
  const drill =
    values.stack === undefined
      ? drillDatabase({
          blueprint: DRILLED,
          ground: groundOf("drill", drillShell),
          shell: drillShell,
          say: (line) => say(`${line}   [${DRILLED}'s database]`),
        }).catch((error: Error) => fail(proof, `the drill of ${DRILLED}'s database: ${error.message}`))
      : Promise.resolve();
  try {
    await proveRoots(proof, seconds);
  } finally {
    await drill;
    await proxy.close();
    await drillProxy.close();
  }
  say(`\n${proof.failures.length === 0 ? "proved" : `${proof.failures.length} failures`} in ${seconds()} s`);
  return proof.failures.length === 0;
}

async function proveRoots(proof: Proof, seconds: () => string): Promise<void> {
  const { platform, roots, failures } = proof;
  const { primary, standby } = platform.regions;
  try {
    await applyAll(proof);
    say(`     applied after ${seconds()} s`);
    await planAll(proof, roots, "after the apply");
    const flips = platform.data.relational.kind === "aurora-global" && values.stack === undefined;
    for (const [lost, way] of [
      [primary.name, "over"],
      [standby.name, "back"],
    ] as const) {
      if (flips) say(`     ${await flipRoles(proof.shell, platform, way)}`);
      // What asks nothing of the lost region plans without it as it would with it; the others are planned before.
      const others = roots.filter(({ stack }) => mayNeed(stack.name, lost));
      if (flips) await planAll(proof, others, `after the fail-${way}`);
      failures.push(...(await refusedOnDeath({ ...proof, lost, plan: (one) => planRoot(proof.ground, one), say })));
    }
    say(`     planned after ${seconds()} s`);
  } catch (error) {
    fail(proof, (error as Error).message);
  } finally {
    await destroyAll(proof);
  }
}

/** Said at once, since a run takes minutes. */
function fail({ failures }: Pick<Proof, "failures">, failure: string): void {
  failures.push(failure);
  say(`── ${failure}\n`);
}

function named(roots: readonly Rooted[], pattern: RegExp): readonly Rooted[] {
  return roots.filter(({ stack }) => pattern.test(stack.name));
}

/** In the order of the manual, side by side where nothing needs the other. */
async function applyAll(proof: Proof): Promise<void> {
  const { roots, platform, shell } = proof;
  const all = (some: readonly Rooted[]) => Promise.all(some.map((rooted) => change(proof, rooted, "apply")));
  await all(named(roots, BOOTSTRAPS));
  await all(named(roots, GLOBAL));
  // The witness and the edge know the regions by their names alone, so they may be first.
  const apart = all(named(roots, APART));
  const [first, ...others] = named(roots, REGIONS);
  const begun = first ? change(proof, first, "apply") : Promise.resolve();
  if (platform.data.relational.kind === "aurora-global" && others.length > 0)
    await Promise.race([begun, leading(shell, platform)]);
  else await begun;
  await Promise.all([begun, all(others), apart]);
  await all(named(roots, LINK));
}

async function leading(shell: Shell, platform: Platform): Promise<void> {
  for (const until = performance.now() + LEADER_MS_MAX; performance.now() < until; ) {
    if (await hasLeader(shell, platform.regions.primary.name)) return;
    await new Promise((resolve) => setTimeout(resolve, LEADER_LOOK_MS));
  }
}

async function destroyAll(proof: Proof): Promise<void> {
  const all = (pattern: RegExp) =>
    Promise.all(named(proof.roots, pattern).map((rooted) => change(proof, rooted, "destroy")));
  await all(LINK);
  await Promise.all([all(APART), all(REGIONS)]);
  await all(GLOBAL);
  await all(BOOTSTRAPS);
}

async function change(proof: Proof, rooted: Rooted, what: "apply" | "destroy"): Promise<void> {
  const { fine, made, shown, seconds } = await changeRoot(proof.ground, rooted, what);
  say(`${fine ? "ok  " : "FAIL"} ${what} ${rooted.stack.name}: ${made} resources (${seconds.toFixed(0)} s)`);
  if (!fine) fail(proof, `${what} ${rooted.stack.name}\n${shown}`);
}

async function planAll(proof: Proof, roots: readonly Rooted[], when: string): Promise<void> {
  await side(roots, PLANS_AT_ONCE, async (rooted) => {
    const { planned, shown, seconds } = await planRoot(proof.ground, rooted);
    const verdict = planned === "empty" ? "ok  " : "FAIL";
    say(`${verdict} plan ${when}, ${rooted.stack.name}: ${planned} (${seconds.toFixed(0)} s)`);
    if (planned !== "empty") fail(proof, `plan ${when}, ${rooted.stack.name}: ${planned}\n${shown}`);
  });
}

/** The types applied, and those not with their reasons. */
function tellLeftOut(roots: readonly Rooted[]): void {
  const applied = roots.flatMap(({ stack }) => stack.resources.filter(({ mode }) => mode === "resource"));
  const appliedTypes = new Set(applied.map(({ type }) => type));
  const reasons = new Map<string, { count: number; because: Set<string> }>();
  for (const { leftOut } of roots) {
    for (const [address, because] of leftOut) {
      const type = address.slice(0, address.lastIndexOf("."));
      const entry = reasons.get(type) ?? { count: 0, because: new Set() };
      entry.count += 1;
      entry.because.add(because);
      reasons.set(type, entry);
    }
  }
  for (const { stack } of roots) {
    const types = new Set(stack.resources.filter(({ mode }) => mode === "resource").map(({ type }) => type));
    say(`  ${stack.name}: ${[...types].sort().join(", ")}`);
  }
  const outCount = [...reasons.values()].reduce((sum, { count }) => sum + count, 0);
  say(
    `applied: ${applied.length} resources of ${appliedTypes.size} types; left out: ${outCount} of ${reasons.size} types`,
  );
  for (const [type, { count, because }] of [...reasons].sort(([a], [b]) => a.localeCompare(b))) {
    const some = appliedTypes.has(type) ? " (others of this type are applied)" : "";
    say(`  - ${type} × ${count}: ${[...because].slice(0, 3).join("; ")}${some}`);
  }
  for (const [type, { set, because }] of Object.entries(ALTERED))
    if (appliedTypes.has(type)) say(`  ~ ${type}: ${Object.keys(set).join(", ")}: ${because}`);
  for (const [type, { path, because }] of Object.entries(DROPPED))
    if (appliedTypes.has(type)) say(`  ~ ${type}: without ${path.join(".")}: ${because}`);
  for (const [type, attributes] of Object.entries(MISREAD))
    if (appliedTypes.has(type)) say(`  ? ${type}: moto misreads ${attributes.join(", ")}`);
}

function python(): string | undefined {
  return ["python3", "python"].find(
    (name) => spawnSync(name, ["-c", "import moto.server"], { stdio: "ignore" }).status === 0,
  );
}

function requireMoto(): void {
  if (python() === undefined)
    throw new Missing("moto isn't installed for python3. Get it with: pip install 'moto[server]==5.2.1'");
  if (spawnSync("aws", ["--version"], { stdio: "ignore" }).error) {
    throw new Missing("The AWS CLI isn't on PATH; it flips the roles on the emulator. Get it with: pip install awscli");
  }
}

function startEmulator(port: number, accountId: string): ChildProcess {
  const program = fileURLToPath(new URL("mended_moto.py", import.meta.url));
  return spawn(python() as string, [program, String(port)], {
    stdio: "ignore",
    env: {
      ...process.env,
      MOTO_ACCOUNT_ID: accountId,
      MOTO_IAM_LOAD_MANAGED_POLICIES: "true",
      // Certificates are issued at once, as the validation records would have it.
      MOTO_ACM_VALIDATION_WAIT: "1",
      MOTO_PORT: String(port),
    },
  });
}

async function answering(port: number): Promise<void> {
  const until = performance.now() + EMULATOR_START_MS_MAX;
  while (performance.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/moto-api/`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, EMULATOR_LOOK_MS));
  }
  throw new Error(
    `moto didn't answer on port ${port} within ${EMULATOR_START_MS_MAX / 1000} s. Start it by hand to see why: python3 test/terraform/emulator/mended_moto.py ${port}`,
  );
}
