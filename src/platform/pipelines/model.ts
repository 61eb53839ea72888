// A pipeline as data, before any system's own words for it. What a job does lies in scripts that every system runs alike;
// what is left for a system to say is when, in which order, as whom, with whose yes, and for how long at most.
import type { EnvironmentName } from "../../blueprint/blueprint.ts";
import type { ToolName } from "./tools.ts";

export type PipelineName = "checks" | "release" | "promote" | "infrastructure" | "drift" | "mirror";

export type Trigger =
  /** A proposed change, and the main branch. */
  { readonly on: "change" } | { readonly on: "main" } | { readonly on: "schedule"; readonly cron: string };

export type Pipeline = {
  readonly name: PipelineName;
  readonly title: string;
  readonly why: string;
  readonly triggers: readonly Trigger[];
  /** "newest": an older run of the same change is stopped. "one": a second run waits, and nothing is stopped half-way. */
  readonly together: "newest" | "one";
  readonly jobs: readonly Job[];
};

/** What the script may become in AWS, always by a token that the system signs for this very job. */
export type Identity = "images" | "plan" | "apply";

export type Job = {
  readonly name: string;
  readonly why: string;
  readonly needs: readonly string[];
  readonly minutesMax: number;
  readonly identity: Identity | null;
  /** The environment whose protection it waits for; `approval`: a person must say yes there. */
  readonly gate: { readonly environment: EnvironmentName; readonly approval: boolean } | null;
  /** Only where this environment is the one that a promotion is due in, as the job "due" found. */
  readonly onlyWhenDue: EnvironmentName | null;
  /** Only on the main branch, or only on a proposed change. */
  readonly only: "main" | "proposal" | null;
  /** Tokens of the Git host beyond reading the source: by the name of the secret that holds it. */
  readonly tokens: readonly TokenName[];
  /** Comments on the proposed change, or opens a ticket, with the system's own token. */
  readonly speaks: "comment" | "ticket" | null;
  readonly history: boolean;
  readonly setup: readonly Setup[];
  readonly fetches: readonly string[];
  readonly run: readonly Command[];
  readonly keeps: readonly Kept[];
};

/** May open and merge requests in the repository of manifests, and nothing else: the one secret that a pipeline holds. */
export type TokenName = "TANDEM_DEPLOY_TOKEN";

export type Setup =
  | { readonly what: "node" }
  | { readonly what: "go"; readonly tools: readonly ToolName[] }
  | { readonly what: "terraform" }
  /** Docker's builder of several architectures; nothing of the image runs while it is built, so none is emulated. */
  | { readonly what: "builder" }
  | { readonly what: "helm" };

export type Command = { readonly title: string; readonly line: string };
/** `always`: also when the job failed, since it says why. */
export type Kept = { readonly name: string; readonly path: string; readonly days: number; readonly always?: true };

const NOTHING = {
  needs: [],
  identity: null,
  gate: null,
  onlyWhenDue: null,
  only: null,
  tokens: [],
  speaks: null,
  history: false,
  setup: [],
  fetches: [],
  keeps: [],
} as const satisfies Partial<Job>;

/** A job that may nothing but what is said. */
export const job = (said: Pick<Job, "name" | "why" | "minutesMax" | "run"> & Partial<Job>): Job => ({
  ...NOTHING,
  ...said,
});

/** What can't work in any system; empty where all is well. */
export function problemsOf({ name: pipeline, jobs, triggers }: Pipeline): readonly string[] {
  const before = new Set<string>();
  const kept = new Map<string, string>();
  const problems: string[] = [];
  for (const one of jobs) {
    const at = `${pipeline}/${one.name}`;
    if (before.has(one.name)) problems.push(`${at} stands twice`);
    for (const needed of one.needs)
      if (!before.has(needed)) problems.push(`${at} needs ${needed}, which isn't a job before it`);
    for (const fetched of one.fetches) {
      const from = kept.get(fetched);
      if (from === undefined) problems.push(`${at} fetches ${fetched}, which no job before it keeps`);
      else if (!reaches(jobs, one, from)) problems.push(`${at} fetches ${fetched} of ${from} and doesn't need it`);
    }
    if (one.minutesMax < 1 || one.minutesMax > 360) problems.push(`${at} may take ${one.minutesMax} minutes`);
    if (one.identity === "apply" && one.gate === null)
      problems.push(`${at} changes AWS without a protected environment`);
    if (one.only === "proposal" && one.tokens.length > 0)
      problems.push(`${at} gives a token to whoever proposes a change`);
    if (
      one.identity !== null &&
      one.identity !== "plan" &&
      one.only !== "main" &&
      triggers.some(({ on }) => on === "change")
    )
      problems.push(`${at} takes the role "${one.identity}" on a proposed change`);
    before.add(one.name);
    for (const { name } of one.keeps) kept.set(name, one.name);
  }
  return problems;
}

function reaches(jobs: readonly Job[], from: Job, wanted: string): boolean {
  return from.needs.some((name) => {
    if (name === wanted) return true;
    const next = jobs.find((one) => one.name === name);
    return next !== undefined && reaches(jobs, next, wanted);
  });
}
