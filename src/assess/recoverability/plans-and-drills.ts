// The recovery plans against the blueprint's objectives: safe orders, no leaning on what is lost, and times that fit.

import { recoveryParts, sumOf } from "../../platform/runbooks/recovery-time.ts";
import { actionOf } from "../../recovery/plan/actions.ts";
import { checkPlan } from "../../recovery/plan/check-plan.ts";
import { ordinaryPlan } from "../../recovery/plan/ordinary.ts";
import type { Plan } from "../../recovery/plan/step.ts";
import type { Violation } from "../finding.ts";
import { coldRebuild } from "./cold-rebuild.ts";
import { bothRegions, inStackOf, type Recoverable, type RecoverRule } from "./view.ts";

/** Plans that are made while a region may be gone. */
const UNPLANNED: readonly Plan["kind"][] = ["fail-over", "resume", "evict"];
const EXPERIMENTS = ["zone_loss", "node_loss", "database_fail_over", "region_cut"];
const DAY_MS = 86_400_000;

export const PLAN_RULES: readonly RecoverRule[] = [
  {
    id: "RECOVER-46",
    title: "Every plan fences before it promotes, promotes before it verifies, verifies before it routes",
    severity: "error",
    why: "In any other order two regions acknowledge writes, or clients are sent to one that can't.",
    mend: "Let src/recovery/plan make the plan; it refuses unsafe orders.",
    find: (subject) =>
      plansOf(subject).flatMap((plan) => checkPlan(plan).map((says) => ({ address: `plan ${plan.kind}`, says }))),
  },
  {
    id: "RECOVER-47",
    title: "No step of an unplanned recovery is at home in the region that may be lost",
    severity: "error",
    why: "It would wait for an answer from a region that gives none.",
    mend: "A step on the survivor's data plane; where AWS has none (promoting), the survivor's own control plane.",
    find: (subject) =>
      plansOf(subject)
        .filter(({ kind }) => UNPLANNED.includes(kind))
        .flatMap(({ kind, steps }) =>
          steps
            .filter(({ action, home }) => home === "other" || actionOf(action).aws.home === "other")
            .map(({ id }) => ({
              address: `plan ${kind}, step ${id}`,
              says: "is at home in the region that may be lost",
            })),
        ),
  },
  {
    id: "RECOVER-48",
    title: "Noticing, the plan and DNS fit into the RTO on a usual day",
    severity: "error",
    why: "An RTO that its own arithmetic breaks is broken in every fail-over.",
    mend: "A longer RTO, a warmer approach, Aurora Global instead of a replica, or quicker checks.",
    find: (subject) => overTime(subject, "usualSeconds"),
  },
  {
    id: "RECOVER-49",
    title: "Noticing, the plan and DNS fit into the RTO even when AWS takes its longest",
    severity: "warning",
    why: "What usually takes a minute takes five in the hour in which everybody fails over.",
    mend: "Drill it and keep the distribution; then lengthen the RTO, or accept the tail in writing.",
    find: (subject) => (overTime(subject, "usualSeconds").length > 0 ? [] : overTime(subject, "badSeconds")),
  },
  {
    id: "RECOVER-50",
    title: "The last drill is young enough, and was within the RTO",
    severity: "error",
    why: "Only what was done is known to work, and only for as long as nothing changed.",
    mend: "Run a drill and give its evidence to the assessment.",
    find: ({ platform, today, drill }) => {
      if (drill === undefined) return [];
      const found: Violation[] = [];
      const days = today === undefined ? 0 : (Date.parse(today) - Date.parse(drill.on)) / DAY_MS;
      const { drillEveryDays } = platform.recovery;
      const { rtoSeconds } = platform.objectives;
      if (days > drillEveryDays) {
        const says = `the last drill was ${days} days ago; one is due every ${drillEveryDays}`;
        found.push({ address: "recovery.drillEveryDays", says });
      }
      if (drill.rtoSecondsP95 > rtoSeconds) {
        const says = `it is ${rtoSeconds} s; drills took ${drill.rtoSecondsP95} s (95th percentile)`;
        found.push({ address: "objectives.rtoSeconds", says });
      }
      return found;
    },
  },
  {
    id: "RECOVER-51",
    title: "The four faults can be tried on AWS itself",
    severity: "warning",
    lastingOnly: true,
    why: "A fault that nobody may cause on purpose is met for the first time at night.",
    mend: "recovery.faultExperiments: true; templates for the loss of a zone, of nodes, of the database's writer and of the other region.",
    find: (subject) =>
      bothRegions(subject)
        .filter(({ holds }) => holds.cluster)
        .flatMap(({ name }) => {
          const there = new Set(
            inStackOf(subject, name, "aws_fis_experiment_template").map((template) => template.name),
          );
          const missing = EXPERIMENTS.filter((experiment) => !there.has(experiment));
          return missing.length === 0
            ? []
            : [{ address: `region/${name}`, says: `no experiment for ${missing.join(", ").replaceAll("_", " ")}` }];
        }),
  },
  {
    id: "RECOVER-52",
    title: "A region that is built when it is needed is built within the RTO",
    severity: "error",
    why: "Backup and restore saves the standby's bill and pays with hours; the blueprint promises how many.",
    mend: "A longer RTO, pilot light, or keep what takes longest standing.",
    find: (subject) => {
      if (subject.platform.recovery.approach !== "backup-restore") return [];
      const { seconds, says } = coldRebuild(subject);
      const { rtoSeconds } = subject.platform.objectives;
      return seconds <= rtoSeconds
        ? []
        : [{ address: "objectives.rtoSeconds", says: `it is ${rtoSeconds} s; ${says}` }];
    },
  },
];

/** What noticing, the plan and DNS take together, and how that comes about. None where the region is built anew. */
export function recoveryTime(
  subject: Recoverable,
  which: "usualSeconds" | "badSeconds",
): { readonly seconds: number; readonly says: string } | undefined {
  const plan = plansOf(subject).find(({ kind }) => kind === "fail-over");
  const parts = plan && recoveryParts(subject.platform, which, plan);
  if (parts === undefined) return undefined;
  const seconds = sumOf(parts);
  return { seconds, says: `${parts.map(({ says }) => says).join(" + ")} = ${seconds} s` };
}

function overTime(subject: Recoverable, which: "usualSeconds" | "badSeconds"): Violation[] {
  const taken = recoveryTime(subject, which);
  const { rtoSeconds } = subject.platform.objectives;
  if (taken === undefined || taken.seconds <= rtoSeconds) return [];
  return [{ address: "objectives.rtoSeconds", says: `it is ${rtoSeconds} s; ${taken.says}` }];
}

/** What the engine would do in the situations that it is for. */
const MADE: readonly Plan[] = (["fail-over", "switch-over", "fail-back", "resume", "evict"] as const).map((kind) =>
  ordinaryPlan(kind, { self: "south", peer: "north" }),
);

const plansOf = ({ plans }: Recoverable): readonly Plan[] => plans ?? MADE;
