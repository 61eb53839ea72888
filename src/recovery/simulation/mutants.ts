// Engines with one rule broken on purpose. Each must be caught by the judge within a stated number of seeds: a simulation that
// can't fail proves nothing.

import { actionOf } from "../plan/actions.ts";
import type { Plan } from "../plan/step.ts";
import { ENGINE, type Engine } from "./engine.ts";
import type { ProfileName } from "./profiles.ts";

export type Mutant = {
  name: string;
  /** What is broken, in words. */
  says: string;
  engine: Engine;
  /** Schedules that aim at it, taken in turn; the seeds are 1, 2, 3, … */
  profiles: readonly ProfileName[];
  /** It is caught within so many. */
  seedsMax: number;
};

const lease = (rules: Partial<Engine["leaseRules"]>): Engine => ({
  ...ENGINE,
  leaseRules: { ...ENGINE.leaseRules, ...rules },
});
const run = (rules: Partial<Engine["runRules"]>): Engine => ({ ...ENGINE, runRules: { ...ENGINE.runRules, ...rules } });

/** `open` before `verify`, with nobody who checks the order. */
function routeFirst(plan: Plan): Plan {
  const steps = plan.steps.filter(({ action }) => action !== "verify");
  if (steps.length === plan.steps.length) return plan;
  const before = actionOf("open").before.filter((condition) => condition !== "write-verified");
  return {
    ...plan,
    steps: steps.map((step) => ({
      ...step,
      needs: step.needs.map((need) => (need === "verify" ? "promote" : need)),
      ...(step.action === "open" ? { before } : {}),
    })),
  };
}

/** `promote` at once, without the lease. */
function promoteUnfenced(plan: Plan): Plan {
  const steps = plan.steps.filter(({ action }) => action !== "contend" && action !== "verify" && action !== "open");
  if (!plan.steps.some(({ action }) => action === "contend")) return plan;
  return {
    ...plan,
    steps: steps.map((step) => ({ ...step, ...(step.action === "promote" ? { needs: [], before: [] } : {}) })),
  };
}

export const MUTANTS: readonly Mutant[] = [
  {
    name: "no fence",
    says: "a contender takes the lease without waiting for voters to stand still",
    engine: lease({ standsStill: () => true }),
    profiles: ["partition", "region loss"],
    seedsMax: 50,
  },
  {
    name: "no drift margin",
    says: "a contender waits for one lease, without drift and margin",
    engine: lease({ standsStill: (stillForMs, { leaseMs }) => stillForMs >= leaseMs }),
    profiles: ["drift"],
    seedsMax: 200,
  },
  {
    name: "lease from the answer",
    says: "a lease runs from when its round was answered, not from before it was sent",
    engine: lease({ leaseFromMs: (_, answeredAtMs) => answeredAtMs }),
    profiles: ["slow voters"],
    seedsMax: 100,
  },
  {
    name: "half-grabbed voters",
    says: "one voter is enough to take and to renew",
    engine: lease({ setsMin: 1 }),
    profiles: ["partition", "pauses"],
    seedsMax: 50,
  },
  {
    name: "stillness of one",
    says: "one voter that stands still lets a contender in, and all are written",
    engine: lease({ stillMin: 1, writes: "all" }),
    profiles: ["partition", "flapping", "one silent link"],
    seedsMax: 100,
  },
  {
    name: "lapsed holder renews",
    says: "a holder whose lease has run out goes on renewing it",
    engine: lease({ mayRenew: () => true }),
    profiles: ["partition", "pauses"],
    seedsMax: 100,
  },
  {
    name: "no round after COMMIT",
    says: "a write is answered as soon as it is committed",
    engine: { ...ENGINE, confirmBeforeAnswer: false },
    profiles: ["pauses", "partition"],
    seedsMax: 20,
  },
  {
    name: "present round confirms",
    says: "a write is answered after a round that may have begun before its COMMIT",
    engine: lease({ confirmedBy: "present-round" }),
    profiles: ["slow voters", "calm"],
    seedsMax: 50,
  },
  {
    name: "no round confirms",
    says: "the guardian confirms without any round while it believes to hold the lease",
    engine: lease({ confirmedBy: "no-round" }),
    profiles: ["pauses", "calm"],
    seedsMax: 20,
  },
  {
    name: "repairs at once",
    says: "a holder writes over another's record before a round of its own",
    engine: lease({ repairs: "at-once" }),
    profiles: ["pauses", "partition", "anything"],
    seedsMax: 2_000,
  },
  {
    name: "unclean hand-over",
    says: "a hand-over goes on although the database didn't stop cleanly",
    engine: lease({ grantsOnlyClean: false }),
    profiles: ["unclean switch"],
    seedsMax: 300,
  },
  {
    name: "restored voter trusted",
    says: "a register that was put back from a copy votes as if nothing had been",
    engine: { ...lease({ backwardsAbstains: false }), driver: { ...ENGINE.driver, trustRestored: true } },
    profiles: ["restored voter"],
    seedsMax: 100,
  },
  {
    name: "wanted ignored",
    says: "a holder doesn't see the mark `wanted`",
    engine: { ...ENGINE, wantedSeen: false },
    profiles: ["evict"],
    seedsMax: 50,
  },
  {
    name: "watchdog missing",
    says: "nothing ends a primary when its guardian stands still",
    engine: { ...ENGINE, watchdog: false },
    profiles: ["pauses", "guardian paused"],
    seedsMax: 50,
  },
  {
    name: "both halves promote",
    says: "each half of a partition promotes its database without the lease",
    engine: {
      ...run({ arranged: promoteUnfenced, orderChecked: false, epochChecked: false }),
      driver: { ...ENGINE.driver, checkEpoch: false },
    },
    profiles: ["partition"],
    seedsMax: 50,
  },
  {
    name: "route before verify",
    says: "the region is opened before a write was verified under its epoch",
    engine: run({ arranged: routeFirst, orderChecked: false }),
    profiles: ["region loss"],
    seedsMax: 20,
  },
  {
    name: "pre-conditions unchecked",
    says: "a step begins although what it needs doesn't hold",
    engine: {
      ...run({ preconditionsChecked: false, postconditionsChecked: false }),
      driver: { ...ENGINE.driver, checkEpoch: false },
    },
    profiles: ["region loss", "partition"],
    seedsMax: 50,
  },
  {
    name: "epoch not checked",
    says: "neither executor nor hand asks whose epoch it is",
    engine: {
      ...run({ epochChecked: false, preconditionsChecked: false }),
      driver: { ...ENGINE.driver, checkEpoch: false },
    },
    profiles: ["stale executor", "pauses", "partition"],
    seedsMax: 300,
  },
  {
    name: "journal skipped",
    says: "effects are taken before, or without, their intent being durable",
    engine: run({ journalFirst: false }),
    profiles: ["executor", "region loss"],
    seedsMax: 20,
  },
  {
    name: "solo not looked at",
    says: "a standby that a voter calls left behind is promoted without asking",
    engine: { ...run({ soloAsked: false }), leaseRules: { ...ENGINE.leaseRules, sparesSolo: false } },
    profiles: ["solo"],
    seedsMax: 100,
  },
  {
    name: "second person not awaited",
    says: "what one person begins is done although another one has to agree",
    engine: run({ secondAwaited: false }),
    profiles: ["switch", "operators"],
    seedsMax: 100,
  },
  {
    name: "no dwell",
    says: "roles change by themselves again and again",
    engine: run({ dwellKept: false }),
    profiles: ["both regions", "see-saw"],
    seedsMax: 300,
  },
];
