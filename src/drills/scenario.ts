// A drill as data: what is done to the installation in order of time, what is waited for, and what must hold afterwards. The
// runner carries it out, the console lists it, the report prints it. Nothing here does anything.

import type { PlanKind } from "../core/recovery-view.ts";
import type { Fault } from "../recovery/faults/catalogue.ts";
import type { FindingKind } from "../recovery/history/finding.ts";
import type { Action } from "../recovery/plan/step.ts";

/**
 * "first" and "second": the regions that are active and passive when the drill begins. "active" and "passive": the last time
 * that both were in step.
 */
export type Role = "first" | "second" | "active" | "passive";

/** A fault of the catalogue whose regions are roles. */
export type RoleFault = Fault;

/** What is waited for. Each is seen from outside, never assumed. */
export type Awaited =
  /** A write was acknowledged by that region through the edge since the wait began. */
  | { kind: "writes-at"; region: Role }
  /** A write was acknowledged through the edge since the wait began, by whichever region. */
  | { kind: "writes" }
  /** The region's recoverer has ended the run that began since the drill did. */
  | { kind: "run-ended"; at: Role }
  /** The region's recoverer asks a person, or says why it doesn't act. */
  | { kind: "asks-or-refuses"; at: Role }
  /** Both regions are well, the standby synchronous, nothing behind, nothing running. */
  | { kind: "in-step" };

export type Step =
  | { do: "run"; forMs: number }
  /** `measured`: the silence that it makes is an RTO. */
  | { do: "inject"; id: string; fault: RoleFault; measured?: true }
  | { do: "heal"; id: string }
  /** What a person would type, given to that region's recoverer. `measured`: the pause that it makes is measured. */
  | { do: "order"; plan: PlanKind; at: Role; confirm?: { lose?: boolean }; measured?: true }
  /** Answers the question of that region's recoverer with yes. */
  | { do: "approve"; at: Role }
  | { do: "await"; state: Awaited; withinMs: number }
  /** As soon as that region's run begins the step: kill the process, and let it be started again. */
  | { do: "kill-at-step"; at: Role; action: Action; process: string; withinMs: number };

/** What must hold afterwards. Whatever wasn't measured doesn't hold. */
export type Expectation =
  | { kind: "no-violation" }
  | { kind: "none-of"; finding: FindingKind }
  | { kind: "active-is"; region: "first" | "second" }
  | { kind: "writes-back-within"; ms: number }
  | { kind: "writes-pause-at-most"; ms: number }
  | { kind: "events-all-acknowledged" }
  | { kind: "events-pause-at-most"; ms: number }
  | { kind: "no-fail-over" }
  | { kind: "fail-over-finished" }
  /** While this was done, that region acknowledged nothing and said why. */
  | { kind: "refused-and-said-why" }
  | { kind: "degraded-events" }
  /** Every acknowledged write that was lost stands in the list of the returned region, with before and after. */
  | { kind: "tail-listed" }
  | { kind: "in-step-again" };

export type Scenario = {
  name: string;
  /** What happens, and why one would want to know. */
  words: string;
  steps: readonly Step[];
  holds: readonly Expectation[];
  /** The whole, healing and waiting included. */
  lastsMsMax: number;
};

export function faultWords(fault: RoleFault): string {
  switch (fault.name) {
    case "kill":
      return `kill ${fault.process ?? "every process"} of the ${fault.region} region${fault.silent ? ", as a loss of power would" : ""}`;
    case "stop":
      return `stop ${fault.process ?? "every process"} of the ${fault.region} region where it stands`;
    case "full-disk":
      return `fill the disk of the ${fault.region} region`;
    case "hold-database":
      return `end PostgreSQL of the ${fault.region} region and hold it down`;
    case "isolate":
      return `cut the ${fault.region} region off from the other and from the witness${fault.direction === "both" ? "" : fault.direction === "out" ? "; it still hears them" : "; they still hear it"}`;
    case "cut":
      return `cut the link from the ${fault.from} region to ${place(fault.to)}${fault.direction === "both" ? "" : ", one way"}${fault.services ? ` for ${fault.services.join(", ")}` : ""}`;
    case "flap":
      return `cut and heal the link from the ${fault.from} region to ${place(fault.to)} every ${fault.periodMs} ms`;
    case "slow":
      return `slow the link from the ${fault.from} region to ${place(fault.to)} by ${fault.latencyMs} ms each way${fault.loss > 0 ? `, ${fault.loss * 100} % lost` : ""}${fault.services ? ` for ${fault.services.join(", ")}` : ""}`;
    case "clock":
      return `make the clocks of the ${fault.region} region jump by ${fault.jumpMs / 1_000} s and drift by ${fault.drift * 100} %`;
    case "witness-loss":
      return "kill the witness and hold it down";
    case "edge-loss":
      return "kill the edge and hold it down";
    case "corrupt-record":
      return `change one byte of the ${fault.what} of the ${fault.region} region`;
  }
}

export function stepWords(step: Step): string {
  switch (step.do) {
    case "run":
      return `let the load run for ${step.forMs / 1_000} s`;
    case "inject":
      return faultWords(step.fault);
    case "heal":
      return `heal: ${step.id}`;
    case "order":
      return `order ${step.plan} at the ${step.at} region`;
    case "approve":
      return `say yes to the question of the ${step.at} region`;
    case "await":
      return `wait at most ${step.withinMs / 1_000} s ${awaitedWords(step.state)}`;
    case "kill-at-step":
      return `kill the ${step.process} of the ${step.at} region when its plan reaches "${step.action}"`;
  }
}

function awaitedWords(state: Awaited): string {
  switch (state.kind) {
    case "writes-at":
      return `for the ${state.region} region to acknowledge a change`;
    case "writes":
      return "for a change to be acknowledged";
    case "run-ended":
      return `for the plan of the ${state.at} region to end`;
    case "asks-or-refuses":
      return `for the ${state.at} region to say why it doesn't act`;
    case "in-step":
      return "for both regions to be in step";
  }
}

const place = (name: string): string => (name === "witness" ? "the witness" : `the ${name} region`);

export function expectationWords(one: Expectation): string {
  switch (one.kind) {
    case "no-violation":
      return "nothing acknowledged in both regions is lost, nothing counted twice, no stale read, never two writers";
    case "none-of":
      return `no case of ${one.finding}`;
    case "active-is":
      return `the region that ${one.region === "first" ? "was active" : "stood by"} when it began is active at the end`;
    case "writes-back-within":
      return `changes are acknowledged again within ${one.ms / 1_000} s`;
    case "writes-pause-at-most":
      return `changes pause for at most ${one.ms / 1_000} s`;
    case "events-all-acknowledged":
      return "every event is acknowledged, if need be after a client's retries";
    case "events-pause-at-most":
      return `events pause for at most ${one.ms / 1_000} s`;
    case "no-fail-over":
      return "the active region stays active, and no fail-over is begun";
    case "fail-over-finished":
      return "the plan runs to its end";
    case "refused-and-said-why":
      return "the survivor doesn't act while it may not, and says why";
    case "degraded-events":
      return "events of class pair are answered, and say that they are at risk";
    case "tail-listed":
      return "every acknowledged change that was lost is listed for a person";
    case "in-step-again":
      return "both regions are in step again";
  }
}
