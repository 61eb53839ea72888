// `npm run proof:nginx`: the generated configuration under a real Nginx, before two live regions. Needs nginx, openssl,
// the AWS CLI, moto and Ansible on this machine; it says what is missing. Takes three minutes at most.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Blueprint } from "../../src/blueprint/blueprint.ts";
import { type Platform, resolve } from "../../src/blueprint/platform.ts";
import { freePorts } from "../../src/drivers/process/free-ports.ts";
import { MAIN_FILE, nginxConfiguration, upstreamServers } from "../../src/platform/nginx/configuration.ts";
import { noKey } from "../../src/platform/nginx/machine.ts";
import { INNER_FILE, KEY_FILE } from "../../src/platform/nginx/place.ts";
import { RunningInstallation } from "../scenarios/running-installation.ts";
import { blueprintNames } from "../terraform/synthesized.ts";
import { addresses } from "./addresses.ts";
import { ansible } from "./ansible.ts";
import { makeAuthority, makeCertificate } from "./certificates.ts";
import { hop } from "./hop.ts";
import { keeping } from "./keeping.ts";
import { limits } from "./limits.ts";
import { loss } from "./loss.ts";
import { type Check, rules } from "./rules.ts";
import { makeStand, placeIn, type Stand } from "./stand.ts";
import { Missing, requireTools, run } from "./tools.ts";
import { transport } from "./transport.ts";

/** Whatever hangs: the proof ends. Alone on two processors it takes two minutes. */
const ALL_MS_MAX = 420_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const began = performance.now();
const seconds = (): string => `${((performance.now() - began) / 1_000).toFixed(0)} s`;

const work = mkdtempSync(join(tmpdir(), "tandem-nginx-"));
let stand: Stand | undefined;
let installation: RunningInstallation | undefined;
const late = setTimeout(() => {
  say(`Not done within ${ALL_MS_MAX / 1_000} s.`);
  void tidy().finally(() => process.exit(1));
}, ALL_MS_MAX);
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void tidy().finally(() => process.exit(1)));
}
try {
  process.exitCode = await prove();
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  say(error.message);
  process.exitCode = 1;
} finally {
  clearTimeout(late);
  await tidy();
}

async function tidy(): Promise<void> {
  await stand?.stop().catch((error) => say(String(error)));
  await installation?.remove();
  rmSync(work, { recursive: true, force: true });
}

async function prove(): Promise<number> {
  for (const line of requireTools()) say(line);
  await testEveryBlueprint();
  const { blueprint } = (await import("../../blueprints/D.ts")) as { blueprint: Blueprint };
  const platform = resolve(blueprint, "prod");
  installation = await RunningInstallation.prepare();
  await installation.start();
  const keys = await twoTenants(installation);
  stand = await makeStand(platform, installation, work);
  const spare = await freePorts(4);
  say(`Two regions, their web tiers and the bucket's emulator are up after ${seconds()}.`);
  const [tier] = stand.tiers;
  const failures = await all([
    ["Rules", rules(stand, tier, keys[1])],
    ["Addresses", addresses(stand, tier, spare)],
    ["TLS", transport(stand, tier, spare)],
    ["The hop", hop(stand, tier)],
    ["Limits under load", limits(stand, tier, keys)],
    ["Bucket and reloads", keeping(stand, tier, keys[1])],
    ["Ansible", ansible(stand, tier, spare + 2)],
    ["Loss of a region", loss(stand, installation, keys[1])],
  ]);
  say(failures === 0 ? `All hold, in ${seconds()}.` : `${failures} don't hold; ${seconds()}.`);
  return failures === 0 ? 0 : 1;
}

async function all(parts: readonly (readonly [string, readonly Check[]])[]): Promise<number> {
  let failures = 0;
  for (const [name, checks] of parts) {
    say(`${name}:`);
    for (const [promise, holds] of checks) {
      try {
        const figures = await holds();
        say(`  ok   ${promise}${figures === undefined ? "" : `\n      ${figures}`}`);
      } catch (error) {
        failures += 1;
        say(`  FAIL ${promise}\n${error instanceof Error ? error.stack : String(error)}`);
      }
    }
  }
  return failures;
}

/** Nginx itself reads what every blueprint with a web tier gives, for both regions and every environment. */
async function testEveryBlueprint(): Promise<void> {
  const directory = join(work, "every");
  mkdirSync(directory);
  const authority = await makeAuthority(directory, "authority");
  const certificate = await makeCertificate(directory, "tier", authority, ["example.com"]);
  let read = 0;
  for (const name of blueprintNames()) {
    const { blueprint } = (await import(`../../blueprints/${name}.ts`)) as { blueprint: Blueprint };
    for (const environment of ["dev", "prod"] as const) {
      const platform = resolve(blueprint, environment);
      for (const region of [platform.regions.primary, platform.regions.standby]) {
        read += await testOne(platform, region.configured, join(directory, `${name}-${environment}-${region.name}`));
      }
    }
  }
  say(`nginx -t takes ${read} configurations: every blueprint with a web tier, dev and prod, both regions.`);

  async function testOne(platform: Platform, configured: "primary" | "standby", below: string): Promise<number> {
    const region = platform.regions[configured];
    const place = placeIn(platform, region, below, 20_000, certificate, authority);
    const files = nginxConfiguration(platform, region, place);
    if (files.size === 0) return 0;
    for (const path of [place.live, place.temporary]) mkdirSync(path, { recursive: true });
    for (const [file, text] of files) writeFileSync(join(place.live, file), text);
    writeFileSync(join(place.live, INNER_FILE), upstreamServers(["127.0.0.1:20001", "127.0.0.2:20001"]));
    const { cdn } = platform.edge;
    if (cdn.kind === "external") writeFileSync(join(place.live, KEY_FILE), noKey(cdn.secretHeader));
    await run("nginx", ["-t", "-q", "-c", join(place.live, MAIN_FILE)]);
    return 1;
  }
}

/** Two projects, whose write keys are two tenants to the web tier. */
async function twoTenants(running: RunningInstallation): Promise<[string, string]> {
  const { regions } = await running.installation();
  for (const id of ["flooding", "quiet"]) {
    const made = await fetch(`http://127.0.0.1:${regions[0].ports.console}/internal/projects`, {
      method: "POST",
      headers: { "x-tandem-link": await running.linkKey(), "content-type": "application/json" },
      body: JSON.stringify({ id, name: id, timeZone: "Asia/Kolkata" }),
    });
    if (!made.ok) throw new Error(`no project ${id}: ${await made.text()}`);
  }
  return [await running.writeKey("flooding"), await running.writeKey("quiet")];
}
