// `tandem fault`, `faults` and `heal`: things go wrong on purpose, for a time, and end.

import { EXIT, Refused } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import { inject } from "../local/faults/inject.ts";
import { healEverything, type StandingFault, standingFaults } from "../local/faults/standing.ts";
import { readUpHolder } from "../local/up-lock.ts";
import { FAULT_NAMES, FAULTS, type Parameter } from "../recovery/faults/catalogue.ts";
import { type Given, optionOf, readFault } from "../recovery/faults/read-fault.ts";

type Place = { installation: Installation; linkKey: string };

export async function runFault(
  { installation, linkKey }: Place,
  name: string,
  { for: lasting, ...given }: Given,
  out: NodeJS.WriteStream,
): Promise<number> {
  const [first, second] = installation.regions;
  const fault = readFault(name, given, { regions: [first.name, second.name] });
  if ("because" in fault) throw new Refused(fault.because, EXIT.usage);
  const forMs = typeof lasting === "string" ? durationMs(lasting) : undefined;
  requireRunning(installation);
  const { id, did, endsAt } = await inject(installation, linkKey, fault, { ...(forMs !== undefined && { forMs }) });
  const end =
    name === "corrupt-record" ? FAULTS[name].ends : `Ends by itself ${inWords(endsAt)}, or with 'tandem heal'.`;
  out.write(`${id}: ${did}.\n${end}\n`);
  return EXIT.ok;
}

export async function runFaults(place: Place | undefined, json: boolean, out: NodeJS.WriteStream): Promise<number> {
  const standing = place && (await standingFaults(place.installation, place.linkKey));
  if (json) {
    out.write(`${JSON.stringify({ catalogue: FAULTS, standing: standing?.faults ?? [] })}\n`);
    return EXIT.ok;
  }
  for (const name of FAULT_NAMES) {
    const { words, onAws, ends, parameters } = FAULTS[name];
    out.write(`${name}\n  ${words}\n  On AWS: ${onAws} Ends: ${ends}\n`);
    for (const [key, parameter] of Object.entries(parameters)) out.write(`    ${optionLine(key, parameter)}\n`);
  }
  out.write(`\nStanding now: ${listOf(standing?.faults ?? [])}\n`);
  return EXIT.ok;
}

export async function runHeal({ installation, linkKey }: Place, out: NodeJS.WriteStream): Promise<number> {
  const { faults } = await standingFaults(installation, linkKey);
  requireRunning(installation);
  await healEverything(installation, linkKey);
  out.write(faults.length === 0 ? "Nothing was wrong on purpose.\n" : `Ended: ${listOf(faults)}\n`);
  return EXIT.ok;
}

function requireRunning({ directory }: Installation): void {
  if (readUpHolder(directory)) return;
  throw new Refused(
    `Tandem isn't running on ${directory}, so there is nothing to hit or to heal. 'tandem up' starts it.`,
    EXIT.missing,
  );
}

function listOf(faults: StandingFault[]): string {
  if (faults.length === 0) return "nothing.";
  const lines = faults.map(
    ({ what, endsAt }) => `\n  ${what}${endsAt === null ? " until 'tandem start'" : `, ends ${inWords(endsAt)}`}`,
  );
  return lines.join("");
}

function inWords(endsAt: number): string {
  return `at ${new Date(endsAt).toISOString().slice(11, 19)} UTC (in ${Math.max(0, Math.round((endsAt - Date.now()) / 1_000))} s)`;
}

function optionLine(key: string, parameter: Parameter): string {
  const option = optionOf(key);
  switch (parameter.kind) {
    case "flag":
      return `${option.padEnd(20)} ${parameter.words}`;
    case "choice":
      return `${option.padEnd(20)} ${parameter.choices.join(" | ")} (${parameter.usual}): ${parameter.words}`;
    case "number":
      return `${option.padEnd(20)} ${parameter.min} to ${parameter.max} ${parameter.unit} (${parameter.usual ?? "no limit"}): ${parameter.words}`;
    default:
      return `${option.padEnd(20)} ${parameter.words}`;
  }
}

/** "500ms", "10s", "2m"; a number alone counts seconds. */
function durationMs(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m)?$/.exec(text.trim());
  if (!match) throw new Refused(`--for ${text} can't be read: say 500ms, 10s or 2m.`, EXIT.usage);
  return Math.round(Number(match[1]) * { ms: 1, s: 1_000, m: 60_000 }[(match[2] ?? "s") as "ms" | "s" | "m"]);
}
