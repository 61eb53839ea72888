// What the proof runs: two live regions, in each an inner load balancer's stand-in and an Nginx that was born by the
// generated script from an emulated bucket. Only ports, paths, addresses and certificates differ from an instance's.
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Platform, Region } from "../../src/blueprint/platform.ts";
import { freePorts } from "../../src/drivers/process/free-ports.ts";
import { bucketName, parameterName, secretParameter } from "../../src/platform/names/data.ts";
import { certificateNames } from "../../src/platform/names/dns.ts";
import { nginxPrefix, SITE_PREFIX } from "../../src/platform/names/edge.ts";
import { MAIN_FILE, nginxConfiguration } from "../../src/platform/nginx/configuration.ts";
import { INNER_HOST_FILE, keepingScript, type Machine, noKey } from "../../src/platform/nginx/machine.ts";
import { instancePlace, KEY_FILE, type Place } from "../../src/platform/nginx/place.ts";
import type { RunningInstallation } from "../scenarios/running-installation.ts";
import { type Authority, type Certificate, makeAuthority, makeCertificate } from "./certificates.ts";
import type { Answer } from "./client.ts";
import { innerConfiguration, type Seen } from "./inner-balancer.ts";
import { end, type NginxProcess, startNginx } from "./nginx-process.ts";
import { run } from "./tools.ts";

const CONSOLE_FILES = fileURLToPath(new URL("../../web/dist", import.meta.url));
const LINE_MS_MAX = 3_000;
const EMULATOR_START_MS_MAX = 120_000;
/** Of the proof's own making; the pattern that the script insists on. */
export const EDGE_KEY = "the-key-of-the-network-1";

export type Tier = {
  readonly region: Region;
  readonly machine: Machine;
  readonly script: string;
  readonly directory: string;
  readonly port: number;
  readonly inner: { readonly port: number };
  readonly nginx: NginxProcess;
  /** What reached the cluster's entrance, in order. */
  seen(): readonly Seen[];
  /** A request as it reached the cluster, and its line in Nginx's own log, by the name that the answer carries. */
  seenOf(answer: Answer): Promise<Seen>;
  lineOf(answer: Answer): Promise<Readonly<Record<string, unknown>>>;
  /** Runs the generated script. */
  keep(what: "site" | "upstream"): Promise<string>;
};

export type Stand = {
  readonly platform: Platform;
  readonly authority: Authority;
  readonly certificate: Certificate;
  readonly tiers: readonly [Tier, Tier];
  /** The AWS CLI against the emulator. */
  aws(...args: string[]): Promise<string>;
  stopEmulator(): Promise<void>;
  stop(): Promise<void>;
};

export function placeIn(
  platform: Platform,
  region: Region,
  directory: string,
  port: number,
  inner: Certificate,
  authority: Authority,
): Place {
  return {
    ...instancePlace(platform, region),
    user: "www-data",
    pidFile: join(directory, "nginx.pid"),
    listen: `127.0.0.1:${port}`,
    statusListen: `127.0.0.1:${port + 1}`,
    certificate: inner.certificate,
    certificateKey: inner.key,
    live: join(directory, "live"),
    upstreamAuthorities: authority.certificate,
    site: join(directory, "site"),
    cache: join(directory, "cache"),
    temporary: join(directory, "temporary"),
    accessLog: join(directory, "access.log"),
    errorLog: join(directory, "error.log"),
    balancers: ["127.0.0.1/32"],
    instances: 1,
  };
}

export async function makeStand(platform: Platform, installation: RunningInstallation, work: string): Promise<Stand> {
  chmodSync(work, 0o755);
  const authority = await makeAuthority(work, "authority");
  const certificate = await makeCertificate(work, "inner", authority, certificateNames(platform));
  const first = await freePorts(10);
  const emulator = await startEmulator(first, work);
  const environment = {
    ...process.env,
    AWS_ENDPOINT_URL: `http://127.0.0.1:${first}`,
    AWS_ACCESS_KEY_ID: platform.accountId,
    AWS_SECRET_ACCESS_KEY: "none",
    AWS_REGION: platform.regions.primary.name,
    AWS_DEFAULT_REGION: platform.regions.primary.name,
  };
  const aws = (...args: string[]) => run("aws", args, environment);
  const { regions } = await installation.installation();
  const ending: (() => Promise<void>)[] = [() => end(emulator)];
  const tierOf = async (region: Region, index: 0 | 1): Promise<Tier> => {
    const directory = join(work, region.name);
    const port = first + 1 + index * 4;
    const innerPort = port + 2;
    for (const name of ["live", "site", "cache", "temporary"]) mkdirSync(join(directory, name), { recursive: true });
    const place = placeIn(platform, region, directory, port, certificate, authority);
    const machine: Machine = { place, script: join(directory, "web-tier"), lock: join(directory, "lock"), innerPort };
    const innerFile = join(directory, "inner.conf");
    const { console: toConsole, collector } = regions[index].ports;
    const ports = { console: toConsole, collector };
    writeFileSync(innerFile, innerConfiguration(platform, region, { directory, port: innerPort, certificate, ports }));
    const inner = await startNginx(innerFile, innerPort);
    ending.push(inner.stop);
    await fillBucket(platform, region, place, aws, directory);
    prepareMachine(platform, region, machine);
    await run("bash", [machine.script, "birth"], environment);
    const seen = () => jsonLines(join(directory, "inner.log")) as unknown as Seen[];
    const nginx = await startNginx(join(place.live, MAIN_FILE), port);
    ending.push(nginx.stop);
    return {
      ...{ region, machine, script: machine.script, directory, port, inner: { port: innerPort }, nginx },
      seen,
      seenOf: (answer) => found("the inner log", seen, ({ requestId }) => requestId === idOf(answer)),
      lineOf: (answer) =>
        found(
          "the log",
          () => jsonLines(place.accessLog),
          ({ request }) => request === idOf(answer),
        ),
      keep: (what) => run("bash", [machine.script, what], environment),
    };
  };
  const tiers = [await tierOf(platform.regions.primary, 0), await tierOf(platform.regions.standby, 1)] as const;
  return {
    ...{ platform, authority, certificate, tiers, aws },
    stopEmulator: () => end(emulator),
    stop: async () => {
      for (const stop of ending.reverse()) await stop();
    },
  };
}

async function fillBucket(
  platform: Platform,
  region: Region,
  place: Place,
  aws: Stand["aws"],
  directory: string,
): Promise<void> {
  const bucket = bucketName(platform, "static", region.name);
  const generated = join(directory, "generated");
  mkdirSync(generated);
  for (const [name, text] of nginxConfiguration(platform, region, place)) writeFileSync(join(generated, name), text);
  await aws("s3", "mb", "--region", region.name, `s3://${bucket}`);
  await aws("s3", "sync", "--only-show-errors", CONSOLE_FILES, `s3://${bucket}/${SITE_PREFIX}/`);
  await aws("s3", "sync", "--only-show-errors", generated, `s3://${bucket}/${nginxPrefix(region.name)}/`);
  const name = parameterName(platform, secretParameter("edge-key"));
  await aws(
    "ssm",
    "put-parameter",
    "--region",
    region.name,
    "--name",
    name,
    "--type",
    "SecureString",
    "--value",
    EDGE_KEY,
  );
}

/** What the boot script does before it runs the other one. */
function prepareMachine(platform: Platform, region: Region, machine: Machine): void {
  const { live } = machine.place;
  writeFileSync(machine.script, keepingScript(platform, region, machine));
  writeFileSync(join(live, INNER_HOST_FILE), "localhost\n");
  const { cdn } = platform.edge;
  if (cdn.kind === "external") writeFileSync(join(live, KEY_FILE), noKey(cdn.secretHeader));
}

async function startEmulator(port: number, work: string): Promise<ChildProcess> {
  const child = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore", cwd: work });
  const deadline = performance.now() + EMULATOR_START_MS_MAX;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/moto-api/`).catch(() => undefined);
    if (answer?.ok) return child;
    if (child.exitCode !== null) throw new Error(`moto_server ended with ${child.exitCode}`);
    if (performance.now() > deadline) throw new Error("moto_server doesn't answer");
    await wait(200);
  }
}

const idOf = (answer: Answer): unknown => answer.headers["tandem-request-id"];

/** A line is written when the answer has been; the client may be quicker. */
async function found<T>(where: string, lines: () => readonly T[], is: (line: T) => boolean): Promise<T> {
  const deadline = performance.now() + LINE_MS_MAX;
  for (;;) {
    const line = lines().find(is);
    if (line !== undefined) return line;
    if (performance.now() > deadline) throw new Error(`${where} has no line of the request`);
    await wait(5);
  }
}

const jsonLines = (path: string): Readonly<Record<string, unknown>>[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => (line.endsWith("}") ? [JSON.parse(line) as Record<string, unknown>] : []));
