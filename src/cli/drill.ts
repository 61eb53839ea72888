// `tandem drill`: breaks something on purpose, under load, and says whether what was promised held.

import { createInterface } from "node:readline/promises";
import { EXIT, Refused } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import { type Drilled, drill, USUAL_LOAD } from "../drills/drill.ts";
import type { Scenario } from "../drills/scenario.ts";
import { SCENARIOS, scenarioNamed } from "../drills/scenarios.ts";
import { clockText } from "../drills/timeline.ts";
import { readUpHolder } from "../local/up-lock.ts";

type Place = { installation: Installation; linkKey: string };
export type DrillCommandOptions = { rate?: string; json?: boolean; yes?: boolean; repeat?: string; who?: string };

const RATE_MAX = 5_000;
const REPEAT_MAX = 100;

/** 0 when everything that had to hold did, in each repetition; 1 otherwise. */
export async function runDrillCommand(
  place: Place,
  name: string,
  options: DrillCommandOptions,
  out: NodeJS.WriteStream,
): Promise<number> {
  const scenario = scenarioNamed(name);
  if (!scenario) {
    const names = SCENARIOS.map((one) => one.name).join(", ");
    throw new Refused(`There is no drill "${name}"; there are ${names}. 'tandem drills' describes them.`, EXIT.usage);
  }
  const eventsPerSecond = number(options.rate, "--rate", 20, RATE_MAX, USUAL_LOAD.eventsPerSecond);
  const times = number(options.repeat, "--repeat", 1, REPEAT_MAX, 1);
  if (!readUpHolder(place.installation.directory)) {
    throw new Refused("A drill needs a running installation. Start it with 'tandem up'.", EXIT.missing);
  }
  if (!options.yes) await confirm(scenario);
  const signal = interruption();
  const load = { ...USUAL_LOAD, eventsPerSecond };
  let code: number = EXIT.ok;
  for (let turn = 0; turn < times && !signal.aborted; turn += 1) {
    const drilled = await drill(place, scenario, {
      load,
      ...(options.who === undefined ? {} : { who: options.who }),
      signal,
      print: (one) => {
        if (!options.json) out.write(`${clockText(one.afterMs).padStart(9)}  ${one.lane.padEnd(18)}  ${one.text}\n`);
      },
    });
    out.write(options.json ? `${JSON.stringify(drilled.record)}\n` : ending(drilled));
    if (drilled.record.summary.outcome !== "passed") code = EXIT.findings;
  }
  return signal.aborted ? EXIT.interrupted : code;
}

function ending({ record, directory, missed }: Drilled): string {
  const { summary, held } = record;
  const lines = [
    "",
    ...held.map((one) => `${one.holds ? "holds        " : "DOESN'T HOLD "} ${one.words}: ${one.says}`),
    "",
    `${summary.outcome.toUpperCase()}  ${summary.verdict}`,
    `Evidence: ${directory}/report.md`,
    `Check it with 'tandem drills verify ${directory}'; repeat the drill with '${record.repeat}'.`,
    ...missed.map((one) => `It couldn't be copied to a bucket: ${one}`),
  ];
  return `${lines.join("\n")}\n`;
}

function number(text: string | undefined, name: string, min: number, max: number, usual: number): number {
  if (text === undefined) return usual;
  const value = Number(text);
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new Refused(`${name} takes a whole number from ${min} to ${max}, not "${text}".`, EXIT.usage);
}

async function confirm(scenario: Scenario): Promise<void> {
  if (!process.stdin.isTTY) {
    throw new Refused(
      `A drill breaks things on purpose. Nobody can be asked here, so say --yes as well to run ${scenario.name}.`,
      EXIT.usage,
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  process.stdout.write(`${scenario.words}\nIt lasts at most ${Math.round(scenario.lastsMsMax / 60_000)} minutes.\n`);
  const answer = await terminal.question(`Type the drill's name to begin it: `);
  terminal.close();
  if (answer.trim() !== scenario.name) throw new Refused("Nothing was begun.");
}

/** The first signal heals and ends the drill; after a second one nothing is waited for. */
function interruption(): AbortSignal {
  const interrupted = new AbortController();
  let times = 0;
  const onSignal = () => {
    times += 1;
    interrupted.abort();
    if (times === 1) process.stderr.write("Broken off: healing what was broken. Once more to leave at once.\n");
    else process.exit(EXIT.interrupted);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, onSignal);
  return interrupted.signal;
}
