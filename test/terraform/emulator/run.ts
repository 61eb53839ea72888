// `npm run proof:emulator [-- --blueprint NAME] [-- --stack NAME…]`: the real output, applied. Every root is applied to an
// emulator of AWS in the order that the manual gives, planned again (nothing to do), the roles are flipped as a fail-over
// flips them (nothing to do), one region's endpoints go dead (every root but its own and `link` still plans), and all is
// destroyed. What the emulator can't carry is left out by name: left-out.ts.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { freePorts } from "../../../src/drivers/process/free-ports.ts";
import { synthesize, writeStacks } from "../synthesized.ts";
import {
  errorsOf,
  initialiseOnce,
  Missing,
  type Run,
  requireTerraform,
  side,
  terraform,
} from "../terraform-command.ts";
import { refusedOnDeath } from "./dead-region.ts";
import { type Emulated, emulated, overrideText, withLocalState } from "./emulated.ts";
import { ALTERED, DROPPED } from "./left-out.ts";
import { type RegionsProxy, startRegionsProxy } from "./regions-proxy.ts";
import { flipRoles } from "./role-flips.ts";

/** Importing moto takes seconds, and minutes on a busy machine. */
const EMULATOR_START_MS_MAX = 240_000;
const EMULATOR_LOOK_MS = 250;
/** Most of an apply is the provider's waiting, so many resources wait side by side. */
const PARALLELISM = 30;
/** A plan is work, not waiting. */
const PLANS_AT_ONCE = 2;
/** Of a plan that isn't empty or a run that failed. */
const LINES_SHOWN_MAX = 60;

const { values } = parseArgs({
  options: {
    blueprint: { type: "string", default: "flagship" },
    stack: { type: "string", multiple: true },
    keep: { type: "boolean", default: false },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Rooted = Emulated & { readonly root: string };
type Proof = {
  readonly failures: string[];
  readonly roots: readonly Rooted[];
  readonly proxy: RegionsProxy;
  readonly environment: NodeJS.ProcessEnv;
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
  const version = requireTerraform();
  requireMoto();
  const { platform, stacks } = await synthesize(values.blueprint);
  const port = await freePorts(2);
  emulator = startEmulator(port, platform.accountId);
  await answering(port);
  const proxy = await startRegionsProxy(port + 1, port);
  const prepare = await initialiseOnce(work);
  const roots = stacks
    .filter((stack) => values.stack === undefined || values.stack.includes(stack.name))
    .map((stack): Rooted => {
      const carried = emulated(stack);
      const root = join(work, "roots", stack.name);
      writeStacks(join(work, "roots"), [carried.stack]);
      mkdirSync(root, { recursive: true });
      const main = join(root, "main.tf");
      writeFileSync(main, withLocalState(readFileSync(main, "utf8")));
      writeFileSync(join(root, "proof_override.tf"), overrideText(stack));
      prepare(root);
      return { ...carried, root };
    });
  say(`Terraform ${version}, ${values.blueprint} on moto: ${roots.length} roots`);
  tellLeftOut(roots);
  const environment = {
    AWS_ENDPOINT_URL: proxy.url,
    AWS_ACCESS_KEY_ID: "emulated",
    AWS_SECRET_ACCESS_KEY: "emulated",
    AWS_EC2_METADATA_DISABLED: "true",
  };
  const proof: Proof = { failures: [], roots, proxy, environment };
  try {
    await applyAll(proof);
    await planAll(proof, "after the apply");
    if (proof.failures.length === 0) {
      for (const flip of await flipRoles({
        platform,
        roots: roots.map(({ stack }) => stack),
        endpoint: proxy.url,
        environment,
      })) {
        say(`     ${flip}`);
      }
      await planAll(proof, "after the roles were flipped");
      proof.failures.push(
        ...(await refusedOnDeath({ platform, proxy, roots, plan: (rooted) => plan(proof, rooted), say })),
      );
    }
  } finally {
    await destroyAll(proof);
    await proxy.close();
  }
  say(
    `\n${proof.failures.length === 0 ? "proved" : `${proof.failures.length} failures`} in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  return proof.failures.length === 0;
}

function run({ environment }: Proof, { root }: Rooted, args: readonly string[]): Promise<Run> {
  return terraform(root, [...args, "-no-color"], environment);
}
/** Said at once, since a run takes minutes. */
function fail({ failures }: Proof, failure: string): void {
  failures.push(failure);
  say(`── ${failure}\n`);
}

function shown(output: string): string {
  return errorsOf(output).split("\n").slice(0, LINES_SHOWN_MAX).join("\n");
}

/** Roots that need nothing of each other, group after group in the order of the manual. */
function groups(roots: readonly Rooted[]): readonly (readonly Rooted[])[] {
  const order = [/^bootstrap\//, /^global$/, /^region\//, /^witness$/, /^link$/, /^edge$/];
  const [primary, ...others] = roots.filter(({ stack }) => stack.name.startsWith("region/"));
  // The standby copies what the primary has, so the two regions are groups of their own.
  return order.flatMap((pattern) =>
    pattern.source === "^region\\/"
      ? [primary ? [primary] : [], others]
      : [roots.filter(({ stack }) => pattern.test(stack.name))],
  );
}

async function inOrder(proof: Proof, act: (rooted: Rooted) => Promise<void>, reversed = false): Promise<void> {
  const ordered = reversed ? groups(proof.roots).toReversed() : groups(proof.roots);
  for (const group of ordered) await Promise.all(group.map(act));
}

async function applyAll(proof: Proof): Promise<void> {
  await inOrder(proof, async (rooted) => {
    const { code, output, seconds } = await run(proof, rooted, [
      "apply",
      "-auto-approve",
      `-parallelism=${PARALLELISM}`,
    ]);
    const made = /Resources: (\d+) added/.exec(output)?.[1] ?? "0";
    say(`${code === 0 ? "ok  " : "FAIL"} apply ${rooted.stack.name}: ${made} resources (${seconds.toFixed(0)} s)`);
    if (code !== 0) fail(proof, `apply ${rooted.stack.name}\n${shown(output.slice(output.search(/Error: /)))}`);
  });
}

type Planned = "empty" | "not empty" | "failed";

async function plan(
  proof: Proof,
  rooted: Rooted,
): Promise<{ readonly planned: Planned; readonly output: string; readonly seconds: number }> {
  const { code, output, seconds } = await run(proof, rooted, [
    "plan",
    "-detailed-exitcode",
    `-parallelism=${PARALLELISM}`,
  ]);
  return { planned: code === 0 ? "empty" : code === 2 ? "not empty" : "failed", output, seconds };
}

async function planAll(proof: Proof, when: string): Promise<void> {
  await side(proof.roots, PLANS_AT_ONCE, async (rooted) => {
    const { planned, output, seconds } = await plan(proof, rooted);
    say(
      `${planned === "empty" ? "ok  " : "FAIL"} plan ${when}, ${rooted.stack.name}: ${planned} (${seconds.toFixed(0)} s)`,
    );
    const from = Math.max(0, output.search(/Error: |Terraform will perform/));
    if (planned !== "empty")
      fail(proof, `plan ${when}, ${rooted.stack.name}: ${planned}\n${shown(output.slice(from))}`);
  });
}

async function destroyAll(proof: Proof): Promise<void> {
  const destroy = async (rooted: Rooted): Promise<void> => {
    const { code, output, seconds } = await run(proof, rooted, [
      "destroy",
      "-auto-approve",
      `-parallelism=${PARALLELISM}`,
    ]);
    say(`${code === 0 ? "ok  " : "FAIL"} destroy ${rooted.stack.name} (${seconds.toFixed(0)} s)`);
    if (code !== 0) fail(proof, `destroy ${rooted.stack.name}\n${shown(output.slice(output.search(/Error: /)))}`);
  };
  await inOrder(proof, destroy, true);
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
