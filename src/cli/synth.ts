// `tandem synth`: the whole platform as text, what it holds, what it costs, and what to type next.
import { type Assessment, assess, PARTS } from "../assess/assessment.ts";
import type { Estimate } from "../assess/cost/estimate.ts";
import { SHIPPED_PRICES } from "../assess/cost/price.ts";
import { byGravity } from "../assess/finding.ts";
import { summary } from "../assess/report/table.ts";
import type { Platform } from "../blueprint/platform.ts";
import { EXIT, Refused } from "../core/errors.ts";
import { wallMs } from "../drivers/clock.ts";
import { differencesFrom, writeOutput } from "../drivers/synthesis/output-directory.ts";
import { type Synthesis, synthesize, TERRAFORM_DIRECTORY } from "../platform/synthesize.ts";
import { chooseEnvironments, choosePlatform } from "./chosen-platform.ts";
import { differenceLines } from "./diff-text.ts";
import { readRelease } from "./promote.ts";
import { countLine, listLines, manifestLines } from "./synth-list.ts";

export type SynthOptions = {
  readonly out?: string;
  /** Say what would be written, and why. */
  readonly list?: boolean;
  /** Compare with what an earlier synth wrote there. */
  readonly check?: string;
  readonly release?: string;
  readonly environment?: string;
  readonly force?: boolean;
  readonly unprotected?: boolean;
};

export async function runSynth(which: string, options: SynthOptions, out: NodeJS.WriteStream): Promise<number> {
  const platform = await choosePlatform(which, options.environment);
  const synthesis = synthesize(platform, {
    unprotected: options.unprotected ?? false,
    release: options.release === undefined ? null : readRelease(options.release),
    environments: await chooseEnvironments(which),
  });
  if (options.list) {
    out.write(`${listLines(synthesis.outputs).join("\n")}\n`);
    return EXIT.ok;
  }
  if (options.check !== undefined) return checkAgainst(options.check, synthAgain(which, options), synthesis, out);
  if (options.out === undefined)
    throw new Refused("Where to? --out DIR writes, --list shows, --check DIR compares.", EXIT.usage);
  const directory = options.out;
  const { written, unchanged, removed } = writeOutput(directory, synthesis.files, { force: options.force ?? false });
  const today = new Date(wallMs()).toISOString().slice(0, 10);
  const assessment = assess(platform, synthesis.stacks, { parts: PARTS, prices: SHIPPED_PRICES, today });
  const lines = [
    `${platform.title} (${platform.name}, ${platform.environment})`,
    "",
    ...stackLines(synthesis),
    countLine(synthesis.outputs),
    "",
    ...warningLines(platform),
    ...costLines(assessment.estimate),
    ...findingLines(assessment, commandOf("assess", which, options)),
    ...manifestLines(synthesis.warnings),
    "",
    `${directory}: ${written} files written, ${unchanged} as they were, ${removed.length} removed.`,
    ...removed.map((path) => `  removed ${path}`),
    `Next: tandem diff ${directory}${which === "flagship" ? "" : ` --blueprint ${which}`} after a change; to apply, in order: ${applyOrder(directory, synthesis)}`,
  ];
  out.write(`${lines.join("\n")}\n`);
  return EXIT.ok;
}

/** For a pipeline: what is committed is what the blueprint says, or the build stops here. */
function checkAgainst(directory: string, again: string, { files }: Synthesis, out: NodeJS.WriteStream): number {
  const differences = differencesFrom(directory, files);
  const lines = differenceLines(differences);
  if (lines.length === 0) {
    out.write(`${directory}: all ${files.size} files are as the blueprint has them.\n`);
    return EXIT.ok;
  }
  out.write(
    `${[`${directory} isn't what the blueprint says; write it anew: ${again} --out ${directory}`, ...lines].join("\n")}\n`,
  );
  return EXIT.findings;
}

/** The same command once more: with another blueprint, environment or release it would write another platform over this one. */
export function synthAgain(which: string, options: SynthOptions): string {
  const release = options.release === undefined ? "" : ` --release ${options.release}`;
  return `${commandOf("synth", which, options)}${release}${options.unprotected ? " --unprotected" : ""}`;
}

const commandOf = (verb: "synth" | "assess", which: string, { environment }: SynthOptions): string =>
  `tandem ${verb}${which === "flagship" ? "" : ` ${which}`}${environment === undefined ? "" : ` --environment ${environment}`}`;

function stackLines({ stacks }: Synthesis): string[] {
  const rows = stacks.map(({ name, region, resources }) => ({
    name,
    region,
    made: resources.filter(({ mode }) => mode === "resource").length,
    read: resources.filter(({ mode }) => mode !== "resource").length,
  }));
  const width = Math.max(...rows.map(({ name }) => name.length));
  const total = rows.reduce((sum, { made }) => sum + made, 0);
  return [
    ...rows.map(
      ({ name, made, read }) =>
        `  ${name.padEnd(width)}  ${String(made).padStart(5)} resources  ${String(read).padStart(3)} looked up`,
    ),
    `  ${"together".padEnd(width)}  ${String(total).padStart(5)} resources`,
  ];
}

function warningLines({ warnings }: Platform): string[] {
  if (warnings.length === 0) return [];
  return ["Worth knowing:", ...warnings.map(({ field, says, instead }) => `  ${field}: ${says}. ${instead}`), ""];
}

function costLines({ asOf, onDemand, committed, spot, perMillionEventsUsd }: Estimate): string[] {
  const dollars = (amount: number) => `$${Math.round(amount).toLocaleString("en-GB")}`;
  const said = (sum: Estimate["onDemand"]) => dollars(sum.known + sum.likely);
  return [
    `A month, about: ${said(onDemand)} on demand, ${said(committed)} with the commitment, ${said(spot)} with spot; $${perMillionEventsUsd.toFixed(2)} for a million events.`,
    `  Prices of ${asOf}: ${dollars(onDemand.known)} known, ${dollars(onDemand.likely)} likely (another region's price)${onDemand.unknown === 0 ? "" : `, and ${onDemand.unknown} lines without a price that are in no sum`}. Before tax and data transfer that nobody can foresee.`,
  ];
}

/** Errors and warnings by name; `tandem assess` says why they matter and how to mend them. */
function findingLines(assessment: Assessment, again: string): string[] {
  const grave = assessment.open.filter(({ severity }) => severity !== "note").sort(byGravity);
  return [
    `Findings: ${summary(assessment)} \`${again}\` says why each matters.`,
    ...grave.map(({ id, address, says }) => `  ${id} ${address}: ${says}`),
  ];
}

const applyOrder = (directory: string, { stacks }: Synthesis): string =>
  stacks.map(({ name }) => name).join(", ") +
  `, each with: terraform -chdir=${directory}/${TERRAFORM_DIRECTORY}/STACK init && terraform -chdir=… apply. The bootstraps' first apply keeps its state beside the code: docs/manual/synthesizing.md.`;
