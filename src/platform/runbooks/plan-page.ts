// A recovery plan as a page: the engine's commands first, then each step in words with what a person types when the engine can't,
// how long it may take, and what to do when it isn't as expected. Made of the plan itself, so neither can lack a step.
import type { PlanKind } from "../../core/recovery-view.ts";
import { actionOf } from "../../recovery/plan/actions.ts";
import { conditionOf } from "../../recovery/plan/conditions.ts";
import { planBudgetMs } from "../../recovery/plan/explain-plan.ts";
import { ordinaryPlan } from "../../recovery/plan/ordinary.ts";
import type { Plan, Step } from "../../recovery/plan/step.ts";
import { privatePath, scaleByHand } from "./cluster-commands.ts";
import type { Ground } from "./ground.ts";
import { asOnCall, whoAmI } from "./ground.ts";
import { type Block, commands, list, type Page, type Section, table, text } from "./page.ts";
import { byHand } from "./plan-commands.ts";
import { awsTimeOf, recoveryParts, sumOf } from "./recovery-time.ts";
import { abort, approve, isStarted, REASON, RUN, startPlan, status } from "./tandem-commands.ts";

type Words = {
  readonly title: (here: string, other: string) => string;
  readonly when: (here: string, other: string) => string;
};
export const PLAN_WORDS: Record<PlanKind, Words> = {
  "fail-over": {
    title: (here) => `Fail over to ${here}`,
    when: (here, other) => `${other} was active and is lost; ${here} takes over.`,
  },
  "switch-over": {
    title: (here) => `Switch over to ${here}`,
    when: (_, other) =>
      `${other} is active and well enough to hand over: maintenance, or early signs. Nothing is lost.`,
  },
  "fail-back": {
    title: (here) => `Fail back to ${here}`,
    when: (here, other) => `${here} is repaired; ${other} hands the role back when it suits you. Nothing is lost.`,
  },
  rejoin: {
    title: (here) => `Bring ${here} back as the standby`,
    when: (here, other) => `${here} was lost and returns; ${other} is active and writes alone until this is done.`,
  },
  resume: {
    title: (here) => `Make ${here} serve again`,
    when: (here) => `The voters name ${here}, and it doesn't serve: after a full stop, or a fail-over that broke off.`,
  },
  evict: {
    title: (here, other) => `Evict ${other} in favour of ${here}`,
    when: (_, other) => `${other} holds the role, is sick, and doesn't let go; a switch-over has failed.`,
  },
  readmit: {
    title: () => "Let a voter vote again",
    when: () => "A voter abstains because its record is missing, unreadable or restored from a copy.",
  },
};

/** They make room for a new copy by deleting and renaming databases; nobody waits for them at night. */
const BY_ADMINISTRATORS: readonly PlanKind[] = ["fail-back", "rejoin"];

export const planPageName = (kind: PlanKind, here: string): string =>
  kind === "readmit" ? "readmit-a-voter" : `${kind}-to-${here}`;

export function planPage(kind: PlanKind, ground: Ground): Page {
  const { here, other } = ground;
  const plan = ordinaryPlan(kind, { self: here.name, peer: other.name });
  const words = PLAN_WORDS[kind];
  return {
    name: planPageName(kind, here.name),
    title: words.title(here.name, other.name),
    why: `For when: ${words.when(here.name, other.name)}`,
    ...(BY_ADMINISTRATORS.includes(kind) ? {} : { role: asOnCall(ground.platform) }),
    inputs: isStarted(kind) ? [REASON, RUN] : [],
    sections: [
      withTheEngine(kind, plan, ground),
      ...whenItAsks(kind),
      timesOf(plan, ground),
      ...wake(kind, ground),
      ...plan.steps.map((step, index) => stepSection(step, index + 1, plan, ground)),
    ],
  };
}

/** A pilot light runs nothing, its engine included: first it gets nodes and its workloads are woken. That leads nobody here. */
function wake(kind: PlanKind, ground: Ground): readonly Section[] {
  if (ground.here.holds.nodes !== "none" || kind === "rejoin" || kind === "readmit") return [];
  return [
    {
      title: `0. Wake ${ground.here.name}`,
      anchor: "wake",
      blocks: [
        text(
          `Nothing runs in ${ground.here.name} yet, the engine included, so nobody fails over by itself. Give it nodes and wake what sleeps; all of it stays passive, and clients aren't led here before step "route". Once its guardian and its recoverer run, the engine's commands above work here too.`,
        ),
        commands(whoAmI(ground), ...privatePath(ground), ...scaleByHand(ground)),
        text(
          "**If it isn't so:** no capacity: ask for another instance type in the blueprint's node pool, or open a case with AWS. Go on with the steps meanwhile: fencing and promoting need no pods.",
        ),
      ],
    },
  ];
}

const seconds = (value: number): string => `${Math.round(value * 10) / 10} s`;

function withTheEngine(kind: PlanKind, plan: Plan, { here, other, platform }: Ground): Section {
  const blocks: Block[] = [
    text(
      isStarted(kind)
        ? "The engine runs these steps in this order, checks each, and writes down who asked for it. Use it wherever it answers."
        : "The engine does this by itself, without being asked; `tandem history` shows the run. The steps below are for the day on which it doesn't.",
    ),
    text(
      "> On AWS these commands wait for the program's AWS drivers, which aren't written yet (P0): they run today against a local installation. Until then each step below is done by hand.",
    ),
  ];
  if (isStarted(kind)) {
    const named = kind === "readmit" ? "witness" : other.name;
    blocks.push(commands(status("which region serves, and under which epoch."), ...startPlan(kind, here.name, named)));
  }
  blocks.push(text(decides(plan, platform.owner)));
  return { title: "With the engine", blocks };
}

/** Apart, since a run mostly doesn't. */
export const whenItAsks = (kind: PlanKind): readonly Section[] =>
  isStarted(kind)
    ? [
        {
          title: "When it stops to ask",
          anchor: "asks",
          blocks: [text("Read its question, then one of these."), commands(approve(), abort())],
        },
      ]
    : [];

const decides = (plan: Plan, owner: string): string =>
  isStarted(plan.kind)
    ? `**Who decides:** the person on call, alone, at any hour; within the objective there is no time to ask. A step that may lose acknowledged data asks first: then the incident commander decides, or ${owner} when there is none yet.`
    : "**Who decides:** nobody has to. Whoever does it by hand tells the incident commander first.";

/** What each step may take, and what that comes to. */
function timesOf(plan: Plan, { platform, here }: Ground): Section {
  const rows = plan.steps.map((step, index) => {
    const aws = awsTimeOf(platform, step);
    return [
      `${index + 1}. ${step.title}`,
      seconds(step.budgetMs / 1_000),
      aws === null
        ? "the same"
        : `usually ${seconds(aws.usualSeconds)}, at its longest ${seconds(aws.badSeconds)} (${aws.basis})`,
    ];
  });
  return {
    title: "Time",
    blocks: [
      table(["Step", "Budget of the engine", "On AWS"], rows),
      text(`The engine's budgets together: ${seconds(planBudgetMs(plan) / 1_000)}.`),
      ...objective(plan, platform, here.configured === "standby"),
    ],
  };
}

function objective(plan: Plan, platform: Ground["platform"], usual: boolean): readonly Block[] {
  if (plan.kind !== "fail-over" || !usual) return [];
  const { rtoSeconds, rpoSeconds } = platform.objectives;
  const [usually, badly] = [recoveryParts(platform, "usualSeconds"), recoveryParts(platform, "badSeconds")];
  if (usually === undefined || badly === undefined) return [];
  const verdict = (sum: number) => (sum <= rtoSeconds ? "within" : "**beyond**");
  return [
    list(
      `On a usual day: ${usually.map(({ says }) => says).join(" + ")} = ${seconds(sumOf(usually))}, ${verdict(sumOf(usually))} the objective of ${rtoSeconds} s.`,
      `When AWS takes its longest: ${badly.map(({ says }) => says).join(" + ")} = ${seconds(sumOf(badly))}, ${verdict(sumOf(badly))} the objective of ${rtoSeconds} s.`,
      `What may be lost: the objective is ${rpoSeconds} s of changes; events that both regions acknowledged, none.`,
    ),
    text("Times marked remembered are operators' common knowledge; only a drill on the account itself is proof."),
  ];
}

function stepSection(step: Step, number: number, plan: Plan, ground: Ground): Section {
  const { commands: typed, note, otherwise } = byHand(step.action, ground, plan.kind);
  const { plane, home } = actionOf(step.action).aws;
  const homeName = {
    survivor: ground.here.name,
    witness: ground.platform.regions.witness.name,
    other: ground.other.name,
  };
  const facts = [
    ...(step.before.length > 0 ? [`Before: ${step.before.map((name) => conditionOf(name).says).join("; ")}.`] : []),
    `After: ${step.after.map((name) => conditionOf(name).says).join("; ")}.`,
    `Depends on: the ${plane} plane in ${homeName[home]}.`,
    step.whenLate === "fail"
      ? "Late or failed: stop, and read on below."
      : "Late or failed: note it and go on; nobody waits for it.",
    ...(step.approval === "ask" ? ["A person is asked first."] : []),
    ...(step.pointOfNoReturn ? ["**From here on there is no way back but another plan.**"] : []),
  ];
  return {
    title: `${number}. ${step.title}`,
    anchor: step.id,
    blocks: [
      text(step.explains),
      list(...facts),
      ...(note === undefined ? [] : [text(note)]),
      ...(typed.length === 0 ? [] : [text("By hand:"), commands(...(number === 1 ? [whoAmI(ground)] : []), ...typed)]),
      text(`**If it isn't so:** ${otherwise}`),
    ],
  };
}
