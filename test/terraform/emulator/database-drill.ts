// A relational database on RDS through a fail-over and a fail-back, by the runbooks' own commands, with Terraform told
// nothing: every plan stays empty until the former primary is rebuilt as a copy. RDS can't demote, so that is another
// object under the old name; then the blueprint's incarnation is raised, one apply adopts it, and plans are empty again.
// Only what the database rests on is applied, from the roots of a reference blueprint.
import type { Platform } from "../../../src/blueprint/platform.ts";
import { databaseName } from "../../../src/platform/names/data.ts";
import { promoteAfterLoss, promoteInOrder } from "../../../src/platform/runbooks/database-commands.ts";
import { groundIn } from "../../../src/platform/runbooks/ground.ts";
import { keepFormer, rebuildByHand } from "../../../src/platform/runbooks/rebuild-commands.ts";
import type { Resource } from "../../../src/platform/terraform/language/graph.ts";
import { synthesize } from "../synthesized.ts";
import { awsJson, follow, type Shell } from "./command-line.ts";
import { besides } from "./emulated.ts";
import { changeRoot, type Ground, planRoot, type Rooted, writeRoot } from "./roots.ts";

const STANDING_MS_MAX = 10 * 60_000;
const STANDING_LOOK_MS = 5_000;

type Region = "primary" | "standby";
type Incarnations = Readonly<Record<Region, number>>;

/** Throws what didn't hold; says what did. */
export async function drillDatabase({
  blueprint,
  ground,
  shell,
  say,
}: {
  readonly blueprint: string;
  readonly ground: Ground;
  readonly shell: Shell;
  readonly say: (line: string) => void;
}): Promise<void> {
  const incarnations: Record<Region, number> = { primary: 1, standby: 1 };
  const { platform, roots } = await written(blueprint, ground, incarnations);
  await Promise.all([apply(ground, roots.keys.primary), apply(ground, roots.keys.standby)]);
  // The standby's replica needs the primary's database, and not its read replicas.
  const primary = apply(ground, roots.regions.primary);
  await Promise.race([primary, standing(shell, platform)]);
  await Promise.all([primary, apply(ground, roots.regions.standby)]);
  const empty = (when: string) => plansEmpty(ground, roots.regions, when, say);
  await empty("after the apply");

  await follow(shell, promoteAfterLoss(groundIn(platform, "standby")));
  await empty("after the standby's replica was promoted");

  // Back in the first region, and then once more the other way: each region's database is rebuilt once.
  for (const region of ["primary", "standby"] as const) {
    await rebuild(shell, platform, region);
    const early = await planRoot(ground, roots.regions[region]);
    if (early.planned !== "not empty")
      throw new Error(`The rebuilt database of the ${region} wasn't noticed: the plan is ${early.planned}.`);
    incarnations[region] += 1;
    await written(blueprint, ground, incarnations);
    const adoption = await planRoot(ground, roots.regions[region]);
    const wanted = /Plan: 1 to import, (\d+) to add, 1 to change, 0 to destroy\./.exec(adoption.output);
    if (Number(wanted?.[1]) !== readersOf(roots.regions[region]) || !adoption.output.includes("no longer be managed"))
      throw new Error(`The plan that adopts the ${region}'s database is another than the manual's:\n${adoption.shown}`);
    await apply(ground, roots.regions[region]);
    say(`ok   adopt the ${region}'s rebuilt database: ${wanted?.[0]}`);
    await empty(`after the ${region}'s was adopted`);
    await follow(shell, promoteInOrder(groundIn(platform, region)));
    await empty(`after the ${region}'s was promoted`);
  }
}

type Roots = { readonly keys: Readonly<Record<Region, Rooted>>; readonly regions: Readonly<Record<Region, Rooted>> };

/** The roots as they are synthesized from the blueprint with these incarnations; written again, they keep their states. */
async function written(
  blueprint: string,
  ground: Ground,
  incarnations: Incarnations,
): Promise<{ readonly platform: Platform; readonly roots: Roots }> {
  const { platform, stacks } = await synthesize(blueprint, undefined, (read) => ({
    ...read,
    recovery: { ...read.recovery, incarnations },
  }));
  const root = (name: string, about: (resource: Resource) => boolean): Rooted => {
    const stack = stacks.find((one) => one.name === name);
    if (stack === undefined) throw new Error(`${blueprint} has no stack ${name}.`);
    return writeRoot(ground, stack, besides(stack, about, "the relational database doesn't rest on it"));
  };
  const { primary, standby } = platform.regions;
  const isKey = ({ type }: Resource): boolean => type === "aws_kms_alias";
  const isDatabase = ({ type }: Resource): boolean => type === "aws_db_instance";
  return {
    platform,
    roots: {
      keys: { primary: root(`bootstrap/${primary.name}`, isKey), standby: root(`bootstrap/${standby.name}`, isKey) },
      regions: {
        primary: root(`region/${primary.name}`, isDatabase),
        standby: root(`region/${standby.name}`, isDatabase),
      },
    },
  };
}

type Instances = { DBInstances: { DBInstanceIdentifier: string; DBInstanceStatus: string }[] };

async function standing(shell: Shell, platform: Platform): Promise<void> {
  for (const until = performance.now() + STANDING_MS_MAX; performance.now() < until; ) {
    const { DBInstances } = await awsJson<Instances>(shell, platform.regions.primary.name, [
      "rds",
      "describe-db-instances",
    ]);
    const main = DBInstances.find(({ DBInstanceIdentifier }) => DBInstanceIdentifier === databaseName(platform));
    if (main?.DBInstanceStatus === "available") return;
    await new Promise((resolve) => setTimeout(resolve, STANDING_LOOK_MS));
  }
}

/** As the runbook has it: the old writer set aside, its read replicas gone, a copy of the active region's under its name. */
async function rebuild(shell: Shell, platform: Platform, region: Region): Promise<void> {
  const page = groundIn(platform, region);
  await follow(shell, keepFormer(page));
  await follow(
    shell,
    rebuildByHand(page).filter(({ tool }) => tool === "aws"),
  );
}

async function apply(ground: Ground, rooted: Rooted): Promise<void> {
  const { fine, shown } = await changeRoot(ground, rooted, "apply");
  if (!fine) throw new Error(`apply ${rooted.stack.name}\n${shown}`);
}

async function plansEmpty(ground: Ground, roots: Roots["regions"], when: string, say: (line: string) => void) {
  for (const rooted of [roots.primary, roots.standby]) {
    const { planned, shown, seconds } = await planRoot(ground, rooted);
    if (planned !== "empty") throw new Error(`plan ${when}, ${rooted.stack.name}: ${planned}\n${shown}`);
    say(`ok   plan ${when}, ${rooted.stack.name}: empty (${seconds.toFixed(0)} s)`);
  }
}

const readersOf = ({ stack }: Rooted): number =>
  stack.resources.filter(({ type, name }) => type === "aws_db_instance" && name.startsWith("reader_")).length;
