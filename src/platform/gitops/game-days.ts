// Game days as data: what is broken, what must be seen, what must not happen, and within which time clients are served
// again. A person starts one (the runbook "drills" has the commands) and holds the record against it afterwards. Alerts are
// named as the catalogue names them; where a fault is AWS's own experiment, its template is the one that Terraform makes.
import type { Platform } from "../../blueprint/platform.ts";
import { assert } from "../../core/errors.ts";
import { EXPERIMENTS, type Experiment } from "../names/safety.ts";
import { alertName } from "../observability/alert.ts";
import { alertsOf } from "../observability/alerts.ts";
import type { OutputFile } from "../output-file.ts";
import { drillsFolder, GITOPS_DIRECTORY } from "./layout.ts";

type GameDay = {
  readonly words: string;
  /** AWS's experiment, or the plan that a person orders. */
  readonly begins: { readonly experiment: Experiment } | { readonly plan: "switch-over" | "fail-back" };
  /** Ids of alerts that must fire, each within so many seconds of the beginning. */
  readonly rings: readonly string[];
  readonly ringsSecondsMax: number;
  /** Ids of alerts that must stay quiet. */
  readonly quiet: readonly string[];
  readonly failsOver: boolean;
  /** Until a write is acknowledged again; `rto`: the blueprint's objective. */
  readonly writesBackSecondsMax: number | "rto";
  readonly eventsLostMax: 0;
};

/** Times without an objective of their own are remembered by operators, and measured by nobody here. */
const GAME_DAYS: Readonly<Record<Experiment | "switch-over" | "fail-back", GameDay>> = {
  "zone-loss": {
    words:
      "A zone is cut off for ten minutes: capacity shrinks, the database may change zones, and no region fails over.",
    begins: { experiment: "zone-loss" },
    rings: ["node-not-ready"],
    ringsSecondsMax: 900,
    quiet: ["region-lost", "active-none", "active-two"],
    failsOver: false,
    writesBackSecondsMax: 180,
    eventsLostMax: 0,
  },
  "node-loss": {
    words: "A third of the nodes end at once: pods come back on others within minutes, and nobody is asked anything.",
    begins: { experiment: "node-loss" },
    rings: [],
    ringsSecondsMax: 0,
    quiet: ["region-lost", "active-none", "active-two"],
    failsOver: false,
    writesBackSecondsMax: 60,
    eventsLostMax: 0,
  },
  "database-fail-over": {
    words: "The database's writer moves to another zone: writes pause and are retried; the region keeps its role.",
    begins: { experiment: "database-fail-over" },
    rings: [],
    ringsSecondsMax: 0,
    quiet: ["region-lost", "active-two"],
    failsOver: false,
    writesBackSecondsMax: 180,
    eventsLostMax: 0,
  },
  "region-cut": {
    words:
      "The regions don't hear each other; the witness hears both. The active one goes on, alone, and nobody fails over.",
    begins: { experiment: "region-cut" },
    rings: ["region-lost"],
    ringsSecondsMax: 120,
    quiet: ["active-none", "active-two"],
    failsOver: false,
    writesBackSecondsMax: 30,
    eventsLostMax: 0,
  },
  "switch-over": {
    words: "A person moves the role to the other region while all is well: nothing is lost, and writes pause once.",
    begins: { plan: "switch-over" },
    rings: [],
    ringsSecondsMax: 0,
    quiet: ["region-lost", "active-two", "tail-unread"],
    failsOver: true,
    writesBackSecondsMax: "rto",
    eventsLostMax: 0,
  },
  "fail-back": {
    words: "And back again, so that both directions are known to work.",
    begins: { plan: "fail-back" },
    rings: [],
    ringsSecondsMax: 0,
    quiet: ["region-lost", "active-two", "tail-unread"],
    failsOver: true,
    writesBackSecondsMax: "rto",
    eventsLostMax: 0,
  },
};

/** Those that this platform can hold: experiments where they are built, plans where a second region stands. */
export function gameDayFiles(platform: Platform): readonly OutputFile[] {
  const { faultExperiments } = platform.recovery;
  return Object.entries(GAME_DAYS)
    .filter(([, { begins }]) =>
      "experiment" in begins
        ? faultExperiments && possible(platform, begins.experiment)
        : platform.regions.standby.holds.cluster,
    )
    .map(([name, day]) => ({
      path: `${GITOPS_DIRECTORY}/${drillsFolder(platform)}/${name}.json`,
      text: `${JSON.stringify(written(platform, name, day), null, 2)}\n`,
      why: `A game day, every ${platform.recovery.drillEveryDays} days in turn. ${day.words}`,
    }));
}

/** Without a second region that runs, there is no link to cut. */
const possible = ({ regions }: Platform, experiment: Experiment): boolean =>
  EXPERIMENTS.includes(experiment) && (experiment !== "region-cut" || regions.standby.holds.cluster);

function written(platform: Platform, name: string, day: GameDay) {
  const names = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const found = alertsOf(platform).find((one) => one.id === id);
      return found === undefined ? [] : [alertName(found)];
    });
  const rings = names(day.rings);
  assert(rings.length === day.rings.length, `the game day ${name} waits for an alert that this platform hasn't`);
  return {
    name,
    words: day.words,
    environment: platform.environment,
    runbook: "drills",
    begins:
      "experiment" in day.begins
        ? { experiment: `${platform.name}-${day.begins.experiment}` }
        : { plan: day.begins.plan },
    expects: {
      alertsFire: rings.map((alert) => ({ alert, withinSeconds: day.ringsSecondsMax })),
      alertsStayQuiet: names(day.quiet),
      failsOver: day.failsOver,
      writesBackWithinSeconds:
        day.writesBackSecondsMax === "rto" ? platform.objectives.rtoSeconds : day.writesBackSecondsMax,
      eventsLostMax: day.eventsLostMax,
    },
    everyDays: platform.recovery.drillEveryDays,
  };
}
