// `tandem drills`: what can be drilled, what was, and whether evidence is whole.

import { existsSync, readFileSync } from "node:fs";
import type { DrillsView } from "../core/drills-view.ts";
import { EXIT, Refused } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import { runningDrill } from "../drills/drill-lock.ts";
import { evidencePublicKey, verifyEvidence } from "../drills/evidence.ts";
import { pastDrills, scenarioViews } from "../drills/past-drills.ts";

export async function runDrills(
  installation: Installation,
  options: { json?: boolean },
  out: NodeJS.WriteStream,
): Promise<number> {
  const view: DrillsView = {
    scenarios: scenarioViews(),
    running: runningDrill(installation),
    past: await pastDrills(installation),
  };
  out.write(options.json ? `${JSON.stringify(view)}\n` : text(view));
  return EXIT.ok;
}

function text({ scenarios, running, past }: DrillsView): string {
  const lines = ["Drills ('tandem drill NAME' runs one):", ""];
  for (const { name, words, lastsMsMax } of scenarios) {
    lines.push(`  ${name}  (at most ${Math.round(lastsMsMax / 60_000)} minutes)`, `      ${words}`);
  }
  if (running) lines.push("", `Running now: ${running.scenario}, begun by ${running.who}.`);
  lines.push("", past.length === 0 ? "None has been run here." : "Past drills, newest first:", "");
  for (const { id, outcome, rtoMs, verdict } of past) {
    const rto = rtoMs === null ? "" : `, changes back after ${(rtoMs / 1_000).toFixed(2)} s`;
    lines.push(`  ${outcome.padEnd(10)} ${id}${rto}`, `      ${verdict}`);
  }
  return `${lines.join("\n")}\n`;
}

/** `tandem drills key`: for whoever is to check evidence, given to them by another way than the evidence. */
export function runKey(installation: Installation, out: NodeJS.WriteStream): number {
  out.write(evidencePublicKey(installation));
  return EXIT.ok;
}

export async function runVerify(
  directory: string | undefined,
  options: { json?: boolean; key?: string },
  out: NodeJS.WriteStream,
): Promise<number> {
  if (directory === undefined) throw new Refused("Name the directory of the evidence to verify.", EXIT.usage);
  if (!existsSync(directory)) throw new Refused(`There is no directory ${directory}.`, EXIT.missing);
  const key = options.key === undefined ? undefined : readKey(options.key);
  const verified = await verifyEvidence(directory, key);
  if (options.json) out.write(`${JSON.stringify(verified)}\n`);
  else if (verified.kind === "good") {
    const whose =
      key === undefined ? "the key beside it, which proves no origin ('tandem drills key' there)" : "the key given";
    out.write(
      `${verified.id} is whole: ${verified.files} files have their digests, signed by ${whose}.\n` +
        `SHA-256 of the key: ${verified.fingerprint}\n`,
    );
  } else out.write(`${directory} isn't to be believed: ${verified.because}.\n`);
  return verified.kind === "good" ? EXIT.ok : EXIT.findings;
}

function readKey(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Refused(`${file} can't be read (${(error as Error).message}).`, EXIT.badInput, { cause: error });
  }
}
