// Plans, runs and refusals in words, for a terminal.

import {
  type CheckView,
  type PlanRefusal,
  type PlanView,
  type RecoveryView,
  type RunView,
  type StepView,
  wantsReadmission,
} from "../core/recovery-view.ts";

/**
 * The plan as it would run now, step by step with what must hold before and what will after, and the checks it depends on; those
 * that it goes on without stand apart, so that nobody takes what is lost for an obstacle.
 */
export function planText(plan: PlanView, checks: CheckView[], isDecisive: (name: string) => boolean): string {
  const lines = [
    `${plan.title}: ${plan.steps.length} steps, at most ${seconds(plan.budgetMs)} in all, run by ${plan.to}.`,
  ];
  for (const warning of plan.warnings) lines.push(`! ${warning}`);
  for (const [index, step] of plan.steps.entries()) {
    const { before = [], after = [] } = step;
    lines.push(
      "",
      `${String(index + 1).padStart(2)}. ${step.title} (at most ${seconds(step.budgetMs)})`,
      `    ${step.explains}`,
    );
    if (before.length > 0) lines.push(`    Before: ${before.join("; ")}.`);
    if (after.length > 0) lines.push(`    After: ${after.join("; ")}.`);
    if (step.approval === "ask") lines.push("    A person is asked first.");
    if (step.approval === "ask-another") lines.push("    Another person is asked first.");
    if (step.pointOfNoReturn) lines.push("    From here on there is no way back but another plan.");
  }
  const [needed, others] = [
    checks.filter(({ name }) => isDecisive(name)),
    checks.filter(({ name }) => !isDecisive(name)),
  ];
  if (needed.length > 0) lines.push("", "What it depends on, as seen now", ...needed.map(checkLine));
  if (others.length > 0) lines.push("", "What else is seen; it goes on without", ...others.map(checkLine));
  return lines.join("\n");
}

export function refusalText({ refused, checks }: PlanRefusal, all: CheckView[]): string {
  const named = all.filter(({ name }) => checks.includes(name));
  // Others have no reading of their own; the sentence says what they are about.
  return [refused, ...named.map(checkLine)].join("\n");
}

/** The line names the voter already. */
const saidBy = (name: string, says: string): string => says.replace(`abstains: ${name}: `, "abstains: ");

const voterWords = (name: string): string => (name === "witness" ? "the witness" : `the voter of ${name}`);

/** What a re-admission would do, from what the region that acts sees of the voters. */
export function readmitText({ lease }: RecoveryView, voter: string): string {
  const seen = lease?.voters.find(({ name }) => name === voter);
  if (!lease || !seen) return `What ${voterWords(voter)} says isn't known now.`;
  if (seen.heard) return `${capital(voterWords(voter))} votes (${seen.says}): there is nothing to re-admit.`;
  const given =
    lease.holder === null
      ? "The two others don't agree on a holder, so there is no record to give it."
      : `It would be given the record that the two others agree on: epoch ${lease.epoch}, ${lease.holder}.`;
  return `${capital(voterWords(voter))} ${saidBy(voter, seen.says).replace(/\.$/, "")}.\n${given} See that its disk is the right one before it votes.`;
}

const CHECK_MARKS: Record<CheckView["state"], string> = { pass: "ok  ", warn: "warn", fail: "FAIL", unknown: "????" };

export const checkLine = ({ name, state, says, value, ageMs }: CheckView): string =>
  `  ${CHECK_MARKS[state]} ${capital(says)}${value === null ? "" : `: ${value}`} (${name}${ageMs === null ? "" : `, ${Math.round(ageMs)} ms ago`})`;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const STEP_MARKS: Record<StepView["state"], string> = {
  waiting: "     ",
  running: "...  ",
  done: "done ",
  failed: "FAIL ",
  skipped: "skip ",
};

export function stepLine({ state, title, elapsedMs, because }: StepView): string {
  const took = elapsedMs === null ? "" : ` ${seconds(elapsedMs)}`;
  return `  ${STEP_MARKS[state]}${title}${took}${because ? `: ${because}` : ""}`;
}

export function runText(run: RunView): string {
  const began = new Date(run.startedAt).toISOString();
  return [
    `${run.id}: ${run.title}`,
    `  ${run.state}${run.because ? `: ${run.because}` : ""}`,
    `  began ${began}, ${run.automatic ? "automatic" : `by ${run.who}`}: ${run.reason}`,
    `  epoch ${run.epoch || "-"}, ${seconds(run.elapsedMs)} of ${seconds(run.budgetMs)}, trace ${run.traceId}`,
    ...run.steps.map(stepLine),
  ].join("\n");
}

/** Two or three lines for `tandem status`: how one region's recovery sees things. */
export function recoveryLines({ lease, verdict, rpoNow, automatic, run, tail }: RecoveryView): string[] {
  const lines = [`  recovery   ${verdict.says}`];
  if (lease) {
    const left = lease.remainingMs === null ? "" : `, ${Math.round(lease.remainingMs)} ms left`;
    const solo = lease.solo.marked > 0 ? `, solo at ${lease.solo.marked} of 3 voters` : "";
    const wanted = lease.wanted > 0 ? `, wanted at ${lease.wanted} of 3 voters` : "";
    lines.push(`  lease      ${lease.state}, epoch ${lease.epoch}${left}${lease.open ? ", open" : ""}${solo}${wanted}`);
  }
  // A silent voter needs its region back; one that answers without a record needs a person.
  for (const { name, says, heard } of lease?.voters ?? []) {
    if (heard) continue;
    const what = voterWords(name);
    const remedy = wantsReadmission(says) ? ` See to its disk, then: tandem readmit ${name} --reason …` : "";
    lines.push(`  voter      ${what} ${saidBy(name, says)}${/[.!?]$/.test(says) ? "" : "."}${remedy}`);
  }
  const risk = [
    rpoNow.events === null ? undefined : `${rpoNow.events} events`,
    rpoNow.ms === null ? undefined : `${Math.round(rpoNow.ms)} ms of changes`,
  ].filter((one) => one !== undefined);
  lines.push(`  at risk    ${risk.length > 0 ? risk.join(" and ") : "unknown"} if the active region were lost now`);
  if (!automatic.on) {
    const until = automatic.pausedUntil === null ? "" : ` until ${new Date(automatic.pausedUntil).toISOString()}`;
    lines.push(`  automatic  paused${until}: ${automatic.reason ?? "no reason given"}`);
  }
  if (run) lines.push(`  run        ${run.id}: ${run.title}, ${run.state}: ${run.because}`);
  if (tail && tail.rows > 0) {
    const state = tail.exported ? "exported" : "nobody has exported them: tandem recovery tail";
    lines.push(`  tail       ${tail.rows} changes that only a former primary had (epoch ${tail.epoch}); ${state}`);
  }
  return lines;
}

export const seconds = (ms: number): string =>
  ms < 10_000 ? `${Math.round(ms / 10) / 100} s` : `${Math.round(ms / 1_000)} s`;
