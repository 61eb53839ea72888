// The plans: which steps, in which order, for which situation; or why there is none, and what to do instead.
// Every plan is checked when it is made; an unsafe one is a bug and stops here (R2).

import { assert } from "../../core/errors.ts";
import type { PlanKind } from "../../core/recovery-view.ts";
import { stepOf } from "./actions.ts";
import { checkPlan } from "./check-plan.ts";
import { isPrimaryHere } from "./conditions.ts";
import type { Situation } from "./situation.ts";
import type { Plan, Refusal, Step } from "./step.ts";

const PLANS: Record<PlanKind, (situation: Situation) => Plan | Refusal> = {
  "fail-over": failOver,
  "switch-over": switchOver,
  "fail-back": failBack,
  rejoin,
  resume,
  evict,
  readmit,
};

export function planFor(kind: PlanKind, situation: Situation): Plan | Refusal {
  if (situation.lease === null) {
    return refusal(
      `The guardian of ${situation.self} doesn't answer, so nothing is known about the lease. See that it runs, then try again.`,
      ["guardian-answers"],
    );
  }
  if (situation.heard < 2) {
    return refusal(
      "Two of the three voters can't be heard, so nobody can be made active safely. Restore the witness or the other region; " +
        "an active region that can't renew has stopped by itself.",
      ["two-voters-heard"],
    );
  }
  const plan = PLANS[kind](situation);
  if ("refused" in plan) return plan;
  const wrong = checkPlan(plan);
  assert(wrong.length === 0, `the plan ${kind} is unsafe: ${wrong.join(" ")}`);
  return plan;
}

/** The holder is lost: take over. Never begins while it renews. */
function failOver(situation: Situation): Plan | Refusal {
  const { self, peer, holder, database } = situation;
  if (holder === self) {
    return refusal(`${self} is the active region already.`, ["peer-holds"]);
  }
  if (situation.renews === true && holder === peer) {
    return refusal(
      `${peer} renews its lease, so it can't be fenced by waiting. Switch over, which loses nothing, or, when ${peer} is sick ` +
        "and a switch-over fails, evict it.",
      ["holder-lost"],
    );
  }
  const blocked = databaseRefusal(situation) ?? formerRefusal(situation);
  if (blocked) return blocked;
  const ask = situation.solo && database?.kind === "standby";
  const contend = stepOf("contend", ["check"], { approval: ask ? "ask" : "automatic" });
  return {
    ...frame("fail-over", situation, `Fail over from ${peer} to ${self}`),
    solo: true,
    warnings: ask ? [soloWarning(situation)] : [],
    steps: [checkBeforeLoss(), contend, ...takeOver("contend")],
  };
}

/** After the fence, the same for each way of becoming active. Promotion is the point of no return. */
function takeOver(fence: string): Step[] {
  return [
    stepOf("promote", [fence], { pointOfNoReturn: true }),
    stepOf("verify", ["promote"]),
    // Nobody is served meanwhile, so it may not take long.
    stepOf("scale", ["verify"], { budgetMs: 1_000 }),
    stepOf("open", ["verify", "scale"]),
    stepOf("warm", ["open"]),
    stepOf("announce", ["open"]),
  ];
}

/** Both regions are well: hand over without losing anything. Capacity and caches come first, so that writes pause briefly. */
function switchOver(situation: Situation): Plan | Refusal {
  const { self, peer } = situation;
  const blocked = plannedRefusal(situation) ?? inStepRefusal(situation);
  if (blocked) return blocked;
  const before = ["guardian-answers", "two-voters-heard", "peer-holds", "in-step", "peer-guardian-answers"] as const;
  return {
    ...frame("switch-over", situation, `Switch over from ${peer} to ${self}`),
    solo: true,
    steps: [
      stepOf("check", [], {
        before,
        after: before,
        explains: `${peer} must be active and well, ${self} in step. Changes nothing.`,
      }),
      ...handOver("check"),
    ],
  };
}

/** The hand-over itself is the point of no return: once asked, the active region stops its database. */
function handOver(after: string): Step[] {
  return [
    stepOf("scale", [after]),
    stepOf("yield", [after, "scale"], { pointOfNoReturn: true }),
    stepOf("promote", ["yield"]),
    stepOf("verify", ["promote"]),
    stepOf("open", ["verify", "scale"]),
    stepOf("warm", ["open"]),
    stepOf("announce", ["open"]),
  ];
}

/** The way back: this region becomes a standby in step where it isn't yet, then takes over by a planned hand-over. */
function failBack(situation: Situation): Plan | Refusal {
  const { self, peer } = situation;
  const blocked = plannedRefusal(situation);
  if (blocked) return blocked;
  const before = ["guardian-answers", "two-voters-heard", "peer-holds"] as const;
  const check = stepOf("check", [], { before, after: before, explains: `${peer} must be active. Changes nothing.` });
  const back = returning(situation, "check");
  if ("refused" in back) return back;
  const wait = stepOf("await-in-step", [back.last]);
  return {
    ...frame("fail-back", situation, `Fail back from ${peer} to ${self}`),
    solo: true,
    steps: [check, ...back.steps, wait, ...handOver("await-in-step")],
  };
}

/** A region that comes back, or has handed over, becomes the standby of the one that leads. */
function rejoin(situation: Situation): Plan | Refusal {
  const { self, peer } = situation;
  if (situation.holder !== peer)
    return refusal(`${peer} isn't active, so ${self} has nobody to follow.`, ["peer-holds"]);
  const before = ["guardian-answers", "two-voters-heard", "peer-holds", "lease-not-here"] as const;
  const check = stepOf("check", [], {
    before,
    after: before,
    explains: `${peer} must be active, and ${self} passive. Changes nothing.`,
  });
  const back = returning(situation, "check");
  if ("refused" in back) return back;
  return {
    ...frame("rejoin", situation, `Bring ${self} back as the standby of ${peer}`),
    leader: "peer",
    steps: [check, ...back.steps, stepOf("await-in-step", [back.last])],
  };
}

/** From whatever this region's database is, to a standby. A former primary is kept unless it can follow without a copy. */
function returning(situation: Situation, after: string): { steps: Step[]; last: string } | Refusal {
  const { self, peer, database, followFailed } = situation;
  if (database === null) {
    return refusal(`It isn't known what PostgreSQL in ${self} is. See that its processes run, then try again.`, [
      "not-primary",
    ]);
  }
  if (database.kind === "primary") {
    return refusal(
      `PostgreSQL in ${self} still runs as a primary. It is stopped at its lease's end; then this region can follow ${peer}.`,
      ["not-primary"],
    );
  }
  if (database.kind === "standby") return { steps: [], last: after };
  if (database.onDisk === "standby") {
    return refusal(`PostgreSQL in ${self} is a standby that isn't running; its supervisor starts it.`, [
      "database-here",
    ]);
  }
  if (database.onDisk === "absent") {
    return { steps: [stepOf("rebuild", [after])], last: "rebuild" };
  }
  if (database.stoppedCleanly === true && database.endsInPeerHistory === null) {
    return refusal(
      `It can't be told yet whether the end of ${self}'s database lies in ${peer}'s history: PostgreSQL in ${peer} doesn't say. ` +
        "It is asked again.",
      ["peer-database-primary"],
    );
  }
  if (database.stoppedCleanly === true && database.endsInPeerHistory === true && !followFailed) {
    return { steps: [stepOf("follow", [after])], last: "follow" };
  }
  return {
    steps: [stepOf("list-tail", [after]), stepOf("keep-former", ["list-tail"]), stepOf("rebuild", ["keep-former"])],
    last: "rebuild",
  };
}

/** This region is the one that two voters name, or the newest record where no two agree, and isn't serving: finish that. */
function resume(situation: Situation): Plan | Refusal {
  const { self, holder, newest, database } = situation;
  const named = holder === self || (holder === null && newest === self && isPrimaryHere(database));
  if (!named) {
    return refusal(`Two voters name ${holder ?? "nobody"}, not ${self}: there is nothing to resume here.`, [
      "lease-taken",
    ]);
  }
  const blocked = databaseRefusal(situation);
  if (blocked) return blocked;
  const held = situation.lease?.state === "held";
  // R4: the newest record may be an attempt that never held: a holder whose clock stood still, or one that crashed, writes such
  // a record at its own voter. Where no two agree, what the other region acknowledged since can't be ruled out; a person decides.
  // A standby under a record marked solo belongs to a run that fenced and was given up: what the former holder acknowledged alone
  // isn't here, and whoever accepted that did so for that run.
  const unpromoted = situation.solo && database?.kind === "standby";
  // The other region's newer record at a single voter is an attempt, or a lease that this region hasn't heard of yet.
  const ask = holder === null || newest !== self || unpromoted;
  return {
    ...frame("resume", situation, `Make ${self} serve again, as the voters name it`),
    // The newest record may be this region's own and be adopted as it is while the plan begins: that is what the plan wants.
    aboveEpoch: held || newest === self ? situation.epoch - 1 : situation.epoch,
    // S1: its database may have been left not to wait for a standby, under a mark that no majority shows any more.
    solo: true,
    warnings: unpromoted
      ? [soloWarning(situation)]
      : ask
        ? [
            `The voters don't agree on a holder: changes that ${situation.peer} acknowledged lately may not be in ${self}.`,
          ]
        : [],
    steps: [
      stepOf("check", []),
      // The record is its own already: there is nothing to go back to.
      stepOf("contend", ["check"], { pointOfNoReturn: true, approval: ask ? "ask" : "automatic" }),
      ...takeOver("contend").map(withoutReturn),
    ],
  };
}

/** The holder still renews but doesn't serve: it is told to stop, then this region takes over. A person's decision, or two vantage points'. */
function evict(situation: Situation): Plan | Refusal {
  const { self, peer, database } = situation;
  if (situation.holder !== peer) {
    return refusal(`Two voters name ${situation.holder ?? "nobody"}, so there is no holder in ${peer} to evict.`, [
      "peer-holds",
    ]);
  }
  const blocked = databaseRefusal(situation) ?? formerRefusal(situation);
  if (blocked) return blocked;
  const ask = situation.solo && database?.kind === "standby";
  return {
    ...frame("evict", situation, `Evict ${peer} and fail over to ${self}`),
    solo: true,
    warnings: [
      `${peer} stops at once and doesn't take its record again; writes that it hasn't answered yet end unknown.`,
      ...(ask ? [soloWarning(situation)] : []),
    ],
    steps: [
      checkBeforeLoss(),
      stepOf("evict", ["check"], { pointOfNoReturn: true, approval: ask ? "ask" : "automatic" }),
      stepOf("contend", ["evict"]),
      ...takeOver("contend").map(withoutReturn),
    ],
  };
}

/** Only one step of a plan carries the mark: the first from which there is no way back. */
function withoutReturn(step: Step): Step {
  const { pointOfNoReturn: _, ...rest } = step;
  return rest;
}

function readmit(situation: Situation): Plan | Refusal {
  const { voter, lease } = situation;
  const name = situation.voterName ?? `voter ${voter}`;
  const vote = voter === null ? undefined : lease?.votes[voter];
  if (voter === null || vote === undefined) {
    return refusal("Say which voter is to vote again: 0 and 1 are the regions' in their order, 2 is the witness's.", [
      "voter-abstains",
    ]);
  }
  if (vote.kind === "register")
    return refusal(`There is nothing to re-admit: ${name} votes already.`, ["voter-abstains"]);
  if (situation.holder === null) {
    return refusal("The two other voters don't agree on a holder, so there is no record to give it.", ["others-agree"]);
  }
  return {
    ...frame("readmit", situation, `Let ${name} vote again`),
    leader: "any",
    voter,
    warnings: [`It abstains: ${vote.because.replace(/\.$/, "")}. See that its disk is the right one before it votes.`],
    steps: [stepOf("readmit-voter", [])],
  };
}

function frame(kind: PlanKind, { self, peer, epoch }: Situation, title: string): Omit<Plan, "steps"> {
  return {
    kind,
    to: self,
    from: peer,
    title,
    aboveEpoch: epoch,
    leader: "self",
    solo: false,
    voter: null,
    warnings: [],
  };
}

/** R4: what another region acknowledged isn't in a former primary's data, and such a one would start under the lease. */
function checkBeforeLoss(): Step {
  const needed = ["guardian-answers", "two-voters-heard", "database-promotable"] as const;
  return stepOf("check", [], { before: needed, after: needed });
}

function soloWarning({ peer, loss }: Situation): string {
  const events = loss.events === null ? "an unknown number of events" : `up to ${loss.events} events`;
  const changes = loss.ms === null ? "an unknown time" : `the last ${Math.ceil(loss.ms / 1000)} s`;
  return (
    `A voter says that ${peer} was writing alone (\`solo\`): changes it acknowledged in ${changes} and ${events} may not be here. ` +
    `What is missing is listed when ${peer} returns.`
  );
}

/** R4: a former primary may lack what the other region acknowledged since; only the newest record's own may start again. */
function formerRefusal({ self, peer, database, newest }: Situation): Refusal | undefined {
  if (database?.kind !== "down" || database.onDisk !== "primary" || newest === self) return undefined;
  return refusal(
    `PostgreSQL in ${self} is a former primary's: it may lack what ${peer} has acknowledged since. Restore ${peer}; ${self} then rejoins.`,
    ["database-here"],
  );
}

function databaseRefusal({ self, database }: Situation): Refusal | undefined {
  if (database === null) {
    return refusal(
      `PostgreSQL in ${self} doesn't answer, so ${self} can't take over. See that it runs, then try again.`,
      ["database-here"],
    );
  }
  if (database.kind === "down" && database.onDisk !== "primary") {
    return refusal(
      `PostgreSQL in ${self} isn't running (${database.because}), so ${self} can't take over. Its supervisor restarts it.`,
      ["database-here"],
    );
  }
  return undefined;
}

function plannedRefusal({ self, peer, holder, peerLease, renews: beats }: Situation): Refusal | undefined {
  if (holder === self) return refusal(`${self} is the active region already.`, ["peer-holds"]);
  if (holder !== peer)
    return refusal("No region is named by two voters; this is a case for a fail-over.", ["peer-holds"]);
  if (beats === false)
    return refusal(`${peer} doesn't renew its lease; this is a case for a fail-over.`, ["peer-guardian-answers"]);
  if (peerLease === null) {
    return refusal(`The guardian of ${peer} can't be asked to hand over: it doesn't answer here.`, [
      "peer-guardian-answers",
    ]);
  }
  return undefined;
}

function inStepRefusal({ self, peer, database, solo }: Situation): Refusal | undefined {
  if (database?.kind !== "standby") {
    return refusal(`PostgreSQL in ${self} isn't a running standby. Fail back brings it there first.`, ["in-step"]);
  }
  if (solo) {
    return refusal(
      `A voter says \`solo\`: ${peer} writes without waiting for ${self}, so a switch-over now could lose changes. ` +
        "Wait until the standby is in step.",
      ["in-step"],
    );
  }
  return undefined;
}

const refusal = (refused: string, checks: string[]): Refusal => ({ refused, checks });
