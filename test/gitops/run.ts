// `npm run proof:gitops`: the scripts of delivery, run. The registries and alarms are an emulator's, the repository of
// manifests is a real one on this machine, the Git host's two calls are answered by a stand-in that merges there. A release
// goes the whole way, from the first region of the first environment to the last, and on it is stopped where it must be:
// by an image that one region hasn't, by an alarm, by a region that still bakes.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ENVIRONMENTS } from "../../src/blueprint/blueprint.ts";
import { type Platform, resolve } from "../../src/blueprint/platform.ts";
import { freePorts } from "../../src/drivers/process/free-ports.ts";
import { loadBlueprint } from "../../src/drivers/synthesis/blueprint-file.ts";
import { wayOf } from "../../src/platform/gitops/promotion.ts";
import { repositoryName } from "../../src/platform/names/images.ts";
import { regionIllAlarm } from "../../src/platform/names/safety.ts";
import { pipelineFiles } from "../../src/platform/pipelines/files.ts";
import { bootstrapSpec } from "../../src/platform/terraform/region/bootstrap-build.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const EMULATOR_START_MS_MAX = 240_000;
const LOOK_MS = 250;
const LINES_SHOWN_MAX = 30;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const began = performance.now();
const seconds = (): string => ((performance.now() - began) / 1000).toFixed(1);
const work = mkdtempSync(join(tmpdir(), "tandem-delivery-"));
let emulator: ChildProcess | undefined;
let failures = 0;
let digest = "";
const IMAGE = JSON.stringify({
  schemaVersion: 2,
  mediaType: "application/vnd.oci.image.manifest.v1+json",
  config: { mediaType: "application/vnd.oci.image.config.v1+json", size: 2, digest: `sha256:${"1".repeat(64)}` },
  layers: [],
});

try {
  const missing = ["python3", "aws", "jq", "git", "shellcheck"].filter(
    (command) => spawnSync("sh", ["-c", `command -v ${command}`]).status !== 0,
  );
  if (missing.length > 0)
    say(
      `Missing: ${missing.join(", ")}. Get them with: apt-get install jq git shellcheck; pip install 'moto[server]==5.2.1' awscli`,
    );
  else await prove();
  process.exitCode = missing.length > 0 || failures > 0 ? 1 : 0;
} finally {
  emulator?.kill("SIGTERM");
  rmSync(work, { recursive: true, force: true });
}

function holds(what: string, well: boolean, otherwise: string): void {
  failures += well ? 0 : 1;
  say(well ? `ok    ${what}` : `FAIL  ${what}\n${otherwise.split("\n").slice(-LINES_SHOWN_MAX).join("\n")}`);
}

async function prove(): Promise<void> {
  const { blueprint } = await loadBlueprint("flagship");
  const environments = ENVIRONMENTS.map((name) => resolve(blueprint, name));
  checkBootstrap(environments.at(-1) as Platform);
  const port = await freePorts(1);
  emulator = spawn("python3", [join(ROOT, "test/terraform/emulator/mended_moto.py"), String(port)], {
    stdio: "ignore",
    env: { ...process.env, MOTO_ACCOUNT_ID: environments[0]?.accountId, MOTO_PORT: String(port) },
  });
  const site = layOut(environments, `http://127.0.0.1:${port}`);
  await answering(port);
  for (const platform of environments) furnish(site, platform);
  proveParity(site, environments[0] as Platform);
  proveTheWay(site, environments);
  say(`\n${failures === 0 ? "proved" : `${failures} failures`} in ${seconds()} s`);
}

/** The commands that install Argo CD, as one script. */
function checkBootstrap(platform: Platform): void {
  for (const region of [platform.regions.primary, platform.regions.standby]) {
    const { phases } = JSON.parse(bootstrapSpec({ platform, region })) as {
      phases: Record<string, { commands: string[] }>;
    };
    const file = join(work, `bootstrap-${region.name}.sh`);
    writeFileSync(
      file,
      `#!/usr/bin/env bash\n${Object.values(phases)
        .flatMap(({ commands }) => commands)
        .join("\n")}\n`,
    );
    const run = spawnSync("shellcheck", ["--shell=bash", file], { encoding: "utf8" });
    const parsed = spawnSync("bash", ["-n", file], { encoding: "utf8" });
    holds(
      `the bootstrap build of ${region.name} is a script without a complaint`,
      run.status === 0 && parsed.status === 0,
      `${run.stdout}${parsed.stderr}`,
    );
  }
}

type Site = {
  /** The source repository, as a job has it checked out. */
  readonly source: string;
  /** The repository of manifests, bare, as its host has it. */
  readonly host: string;
  readonly environment: NodeJS.ProcessEnv;
};

/** A source tree with the generated scripts, an empty repository of manifests, and stand-ins for the world. */
function layOut(environments: readonly Platform[], endpoint: string): Site {
  const source = join(work, "source");
  mkdirSync(source);
  // The last commit: what a job would have checked out.
  spawnSync("sh", ["-c", `git -C '${ROOT}' archive HEAD | tar -x -C '${source}'`]);
  spawnSync("ln", ["-s", join(ROOT, "node_modules"), join(source, "node_modules")]);
  // The program as it is, without its installer: packages are found a directory further up, and nobody else's are touched.
  writeFileSync(
    join(source, "bin/tandem.mjs"),
    'import { spawnSync } from "node:child_process";\nconst main = new URL("../src/cli/main.ts", import.meta.url).pathname;\nprocess.exitCode = spawnSync(process.execPath, [main, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 1;\n',
  );
  // Every bake is over at once but one, which is tried on its own.
  const hurried = environments.map((one) => ({ ...one, delivery: { ...one.delivery, regionBakeMinutes: 0 } }));
  for (const { path, text } of pipelineFiles(hurried.at(-1) as Platform, hurried)) {
    const at = join(source, path.replace(/^pipelines\//, ""));
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, text);
  }
  // Roles are another proof's: here everybody is the emulator's one account.
  writeFileSync(join(source, "ci/take-role.sh"), "# shellcheck shell=bash\n:\n");
  const stops = "blueprints/flagship.ts";
  const text = readFileSync(join(source, stops), "utf8");
  writeFileSync(join(source, stops), text.replace('approval: "prod",', 'approval: "prod",\n    regionBakeMinutes: 0,'));
  git(source, "init", "-q", "-b", "main");
  writeFileSync(join(source, ".gitignore"), "node_modules\n");
  git(source, "add", "-A");
  git(source, "commit", "-q", "-m", "source");
  git(source, "remote", "add", "origin", source);

  const host = join(work, "host.git");
  spawnSync("git", ["init", "-q", "--bare", "-b", "main", host]);
  const seed = join(work, "seed");
  spawnSync("git", ["clone", "-q", host, seed]);
  writeFileSync(join(seed, "README.md"), "What the clusters obey.\n");
  git(seed, "checkout", "-q", "-B", "main");
  git(seed, "add", "-A");
  git(seed, "commit", "-q", "-m", "begin");
  git(seed, "push", "-q", "origin", "main");
  return { source, host, environment: standIns(host, endpoint, environments[0] as Platform) };
}

function standIns(host: string, endpoint: string, { delivery }: Platform): NodeJS.ProcessEnv {
  const bin = join(work, "bin");
  mkdirSync(bin);
  const write = (name: string, text: string): void => {
    writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${text}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  // The emulator keeps no history of alarms: none rang but now.
  const aws = spawnSync("sh", ["-c", "command -v aws"], { encoding: "utf8" }).stdout.trim();
  write("aws", `case "$*" in *describe-alarm-history*) echo 0 ;; *) exec ${aws} "$@" ;; esac`);
  // The host: opening a request answers its number, merging it puts the branch onto main.
  write(
    "curl",
    `data=""; url=""; while [ "$#" -gt 0 ]; do case "$1" in -d) data="$2"; shift ;; http*) url="$1" ;; esac; shift; done
case "$url" in
  */pulls) jq -r .head <<< "$data" > ${work}/head; echo '{"number": 7}' ;;
  */pulls/7/merge) git -C ${host} update-ref refs/heads/main "refs/heads/$(cat ${work}/head)" ;;
  *) echo "nobody answers $url" >&2; exit 22 ;;
esac`,
  );
  // Images are moved by their digest; that crane moves them is crane's.
  write("crane", 'case "$1" in auth) cat > /dev/null ;; esac; echo "crane $*" >> "$TANDEM_CALLS"');
  write("cosign", 'echo "cosign $*" >> "$TANDEM_CALLS"');
  return {
    ...process.env,
    PATH: `${bin}:${dirname(process.execPath)}:${process.env.PATH}`,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: "emulated",
    AWS_SECRET_ACCESS_KEY: "emulated",
    AWS_EC2_METADATA_DISABLED: "true",
    TANDEM_BLUEPRINT: "flagship",
    TANDEM_DEPLOY_TOKEN: "a token that stands nowhere",
    TANDEM_PARITY_TRIES: "1",
    TANDEM_CALLS: join(work, "calls"),
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `url.${host}.insteadOf`,
    GIT_CONFIG_VALUE_0: `https://github.com/${delivery.gitOpsRepository}.git`,
  };
}

function git(directory: string, ...args: string[]): string {
  const run = spawnSync(
    "git",
    ["-C", directory, "-c", "user.name=proof", "-c", "user.email=proof@localhost", ...args],
    { encoding: "utf8" },
  );
  if (run.status !== 0) throw new Error(`git ${args.join(" ")} in ${directory}: ${run.stderr}`);
  return run.stdout.trim();
}

type Run = { readonly status: number | null; readonly said: string };
function script(site: Site, ...args: string[]): Run {
  const run = spawnSync("bash", args, { cwd: site.source, encoding: "utf8", env: site.environment });
  return { status: run.status, said: `${run.stdout}${run.stderr}` };
}
function aws(site: Site, region: string, ...args: string[]): string {
  const run = spawnSync("aws", ["--region", region, "--output", "json", ...args], {
    encoding: "utf8",
    env: site.environment,
  });
  if (run.status !== 0) throw new Error(`aws ${args.join(" ")}: ${run.stderr}`);
  return run.stdout;
}

async function answering(port: number): Promise<void> {
  const until = performance.now() + EMULATOR_START_MS_MAX;
  while (performance.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/moto-api/`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error(`moto didn't answer on port ${port} within ${EMULATOR_START_MS_MAX / 1000} s.`);
}

/** Registries in both regions, and the alarm of each, at rest. */
function furnish(site: Site, platform: Platform): void {
  for (const { name } of [platform.regions.primary, platform.regions.standby]) {
    aws(site, name, "ecr", "create-repository", "--repository-name", repositoryName(platform, "app"));
    const alarm = regionIllAlarm(platform, name);
    aws(
      site,
      name,
      "cloudwatch",
      "put-metric-alarm",
      "--alarm-name",
      alarm,
      "--metric-name",
      "x",
      "--namespace",
      "x",
      "--statistic",
      "Sum",
      "--period",
      "60",
      "--evaluation-periods",
      "1",
      "--threshold",
      "1",
      "--comparison-operator",
      "GreaterThanThreshold",
    );
    ring(site, alarm, name, "OK");
  }
}

function ring(site: Site, alarm: string, region: string, state: "OK" | "ALARM"): void {
  aws(
    site,
    region,
    "cloudwatch",
    "set-alarm-state",
    "--alarm-name",
    alarm,
    "--state-value",
    state,
    "--state-reason",
    "proof",
  );
}

/** Answers the image's digest. */
function pushImage(site: Site, platform: Platform, region: string, tag: string): string {
  const answer = aws(
    site,
    region,
    "ecr",
    "put-image",
    "--repository-name",
    repositoryName(platform, "app"),
    "--image-tag",
    tag,
    "--image-manifest",
    IMAGE,
  );
  return (JSON.parse(answer) as { image: { imageId: { imageDigest: string } } }).image.imageId.imageDigest;
}

function writeRelease(site: Site, version: string): void {
  const release = { version, commit: git(site.source, "rev-parse", "HEAD"), images: { app: digest } };
  writeFileSync(join(site.source, "release.json"), JSON.stringify(release));
}

function proveParity(site: Site, platform: Platform): void {
  const { environment, regions } = platform;
  digest = pushImage(site, platform, regions.primary.name, "1.0.0");
  writeRelease(site, "1.0.0");
  const alone = script(site, "ci/parity.sh", environment, digest);
  holds(
    "an image that one region hasn't is refused, and the region is named",
    alone.status === 1 && alone.said.includes(`${regions.standby.name} hasn't`),
    alone.said,
  );
  pushImage(site, platform, regions.standby.name, "other");
  const misnamed = script(site, "ci/parity.sh", environment, digest);
  holds(
    "an image under another tag in one region is refused",
    misnamed.status === 1 && misnamed.said.includes("but not as 1.0.0"),
    misnamed.said,
  );
  pushImage(site, platform, regions.standby.name, "1.0.0");
  const both = script(site, "ci/parity.sh", environment, digest);
  holds("an image that both regions have passes", both.status === 0, both.said);
}

function proveTheWay(site: Site, environments: readonly Platform[]): void {
  const first = environments[0] as Platform;
  for (const platform of environments.slice(1))
    for (const { name } of [platform.regions.primary, platform.regions.standby])
      pushImage(site, platform, name, "1.0.0");
  const proposed = script(site, "ci/propose.sh", first.environment, first.regions.primary.name);
  holds(
    `the release is merged for ${first.environment} in ${first.regions.primary.name}`,
    proposed.status === 0,
    proposed.said,
  );
  const again = script(site, "ci/propose.sh", first.environment, first.regions.primary.name);
  holds(
    "proposing it again changes nothing",
    again.status === 0 && /has all of 1\.0\.0 already/.test(again.said),
    again.said,
  );

  const alarm = regionIllAlarm(first, first.regions.primary.name);
  ring(site, alarm, first.regions.primary.name, "ALARM");
  const held = script(site, "ci/due.sh");
  holds(
    "while a region's alarm rings, nothing goes on from it",
    held.status === 0 && /"kind":"held"/.test(held.said) && held.said.includes(alarm),
    held.said,
  );
  ring(site, alarm, first.regions.primary.name, "OK");

  const way = wayOf(environments).map(({ environment, region }) => `${environment} ${region}`);
  const arrived = [way[0]];
  for (let steps = 1; steps < way.length; steps += 1) {
    const due = script(site, "ci/due.sh");
    const next = JSON.parse(readFileSync(join(site.source, "next.json"), "utf8")) as {
      kind: string;
      stop?: { environment: string; region: string };
    };
    if (due.status !== 0 || next.kind !== "propose" || !next.stop) {
      holds(`step ${steps} is due`, false, due.said);
      return;
    }
    const { environment, region } = next.stop;
    const carried = script(site, "ci/promote.sh", environment);
    if (carried.status !== 0) {
      holds(`step ${steps} is carried out`, false, carried.said);
      return;
    }
    if (environment === "prod") waitsForAPerson(site, environment, region);
    arrived.push(`${environment} ${region}`);
  }
  holds(
    `the release took the whole way: ${arrived.join(", ")}`,
    JSON.stringify(arrived) === JSON.stringify(way),
    `${arrived}`,
  );
  const done = script(site, "ci/due.sh");
  holds("then nothing is due", /"kind":"done"/.test(done.said), done.said);
  holds("each step is one commit of one region", stepsTouchOneRegion(site, way), "a commit touches two regions");
  const calls = readFileSync(join(work, "calls"), "utf8");
  holds(
    "each environment's image is signed by its digest in both regions",
    environments.every(
      ({ environment, regions }) =>
        [regions.primary, regions.standby].every(({ name }) =>
          new RegExp(`cosign sign .*${name}.*@${digest}`).test(calls),
        ) && environment.length > 0,
    ),
    calls,
  );
  holds(
    "the token stands in no file",
    spawnSync("grep", ["-rq", "a token that stands nowhere", join(site.source, "deploy"), site.host]).status === 1,
    "grep found it",
  );
}

/** The request stays open, nothing goes on meanwhile, and the person's merge is what brings it there. */
function waitsForAPerson(site: Site, environment: string, region: string): void {
  const branch = git(site.host, "for-each-ref", "--format=%(refname)", `refs/heads/promote/${environment}-${region}/`);
  const due = script(site, "ci/due.sh");
  holds(
    `${environment} in ${region} is proposed, and waits for a person`,
    branch !== "" && /"kind":"wait"/.test(due.said) && due.said.includes("its pull request is open"),
    `${branch}\n${due.said}`,
  );
  git(site.host, "update-ref", "refs/heads/main", branch);
}

function stepsTouchOneRegion(site: Site, way: readonly string[]): boolean {
  const log = git(site.host, "log", "--format=%s", "--name-only", "main");
  const commits = log.split(/^(?=\w+ in \S+: )/m).filter((one) => / in \S+: /.test(one));
  const touched = commits.map(
    (one) =>
      new Set(
        [
          ...one.matchAll(
            /^(?:rendered\/(\w+)\/([\w-]+)|(?:clusters|bootstrap|releases)\/(dev|qa|uat|prod)-([\w-]+?)(?:\/|\.json))/gm,
          ),
        ].map(([, a, b, c, d]) => `${a ?? c} ${b ?? d}`),
      ),
  );
  return commits.length === way.length && touched.every(({ size }) => size === 1);
}
