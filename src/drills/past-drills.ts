// The drills of the past, from the evidence on disk.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DrillScenario, PastDrill } from "../core/drills-view.ts";
import type { Installation } from "../core/installation.ts";
import { evidenceDirectory } from "./evidence.ts";
import { expectationWords, faultWords, type Scenario, stepWords } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";

const LISTED_MAX = 200;

/** Newest first. A record that can't be read is left out; its directory stays. */
export async function pastDrills(installation: Installation): Promise<PastDrill[]> {
  const directory = evidenceDirectory(installation);
  const names = (await readdir(directory).catch(() => [])).filter((name) => !name.startsWith("."));
  const found = await Promise.all(names.map((name) => summaryIn(join(directory, name))));
  return found
    .filter((one) => one !== undefined)
    .sort((a, b) => b.startedAt - a.startedAt)
    .slice(0, LISTED_MAX);
}

async function summaryIn(directory: string): Promise<PastDrill | undefined> {
  try {
    return (JSON.parse(await readFile(join(directory, "record.json"), "utf8")) as { summary: PastDrill }).summary;
  } catch {
    return undefined;
  }
}

export function scenarioViews(): DrillScenario[] {
  return SCENARIOS.map(({ name, words, steps, holds, lastsMsMax }: Scenario) => ({
    name,
    words,
    faults: steps
      .filter((step) => step.do !== "run" && step.do !== "await")
      .map((step) => (step.do === "inject" ? faultWords(step.fault) : stepWords(step))),
    holds: holds.map(expectationWords),
    lastsMsMax,
  }));
}
