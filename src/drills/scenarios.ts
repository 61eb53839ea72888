// The drills there are. Each heals what it breaks, leaves both regions in step, and ends within its own limit.

import type { Action } from "../recovery/plan/step.ts";
import type { Expectation, Scenario, Step } from "./scenario.ts";

/** DESIGN's goals. */
const RTO_MS_MAX = 10_000;
const PAUSE_MS_MAX = 2_000;

const IN_STEP_MS_MAX = 120_000;
const FAIL_OVER_MS_MAX = 40_000;

const before: Step = { do: "run", forMs: 4_000 };
const after: Step = { do: "run", forMs: 3_000 };
const inStep: Step = { do: "await", state: { kind: "in-step" }, withinMs: IN_STEP_MS_MAX };
const secondTakesOver: Step[] = [
  { do: "await", state: { kind: "writes-at", region: "second" }, withinMs: FAIL_OVER_MS_MAX },
  { do: "await", state: { kind: "run-ended", at: "second" }, withinMs: FAIL_OVER_MS_MAX },
];

const always: Expectation[] = [
  { kind: "no-violation" },
  { kind: "events-all-acknowledged" },
  { kind: "in-step-again" },
  // Each drill heals what it breaks, so what lay in the lost region alone is back at its end.
  { kind: "none-of", finding: "lost-with-region" },
];
const tookOver: Expectation[] = [
  ...always,
  { kind: "active-is", region: "second" },
  { kind: "writes-back-within", ms: RTO_MS_MAX },
  { kind: "fail-over-finished" },
];
const stayed: Expectation[] = [...always, { kind: "active-is", region: "first" }, { kind: "no-fail-over" }];

/** One fault, the other region takes over, healing, and both are in step again. */
function failOver(name: string, words: string, fault: Extract<Step, { do: "inject" }>["fault"]): Scenario {
  const steps: Step[] = [
    before,
    { do: "inject", id: "fault", fault, measured: true },
    ...secondTakesOver,
    after,
    { do: "heal", id: "fault" },
    inStep,
    after,
  ];
  return { name, words, steps, holds: tookOver, lastsMsMax: 240_000 };
}

/** One fault that recovery must sit out. */
function sitOut(
  name: string,
  words: string,
  fault: Extract<Step, { do: "inject" }>["fault"],
  forMs: number,
  more: Expectation[] = [],
): Scenario {
  const steps: Step[] = [
    before,
    { do: "inject", id: "fault", fault, measured: true },
    { do: "run", forMs },
    { do: "heal", id: "fault" },
    inStep,
    after,
  ];
  return { name, words, steps, holds: [...stayed, ...more], lastsMsMax: 240_000 };
}

const silent = { process: null, silent: true };

const STEPS_OF_FAIL_OVER: Action[] = ["check", "contend", "promote", "verify", "scale", "open", "warm", "announce"];

const guardianKilledAtEachStep: Step[] = STEPS_OF_FAIL_OVER.flatMap((action): Step[] => [
  { do: "run", forMs: 2_000 },
  { do: "inject", id: action, fault: { name: "kill", region: "active", ...silent }, measured: true },
  { do: "kill-at-step", at: "passive", action, process: "guardian", withinMs: FAIL_OVER_MS_MAX },
  { do: "await", state: { kind: "writes-at", region: "passive" }, withinMs: 2 * FAIL_OVER_MS_MAX },
  { do: "heal", id: action },
  inStep,
]);

const witnessThenRegion: Step[] = [
  before,
  { do: "inject", id: "witness", fault: { name: "witness-loss" } },
  { do: "run", forMs: 5_000 },
  { do: "inject", id: "region", fault: { name: "kill", region: "first", ...silent }, measured: true },
  { do: "run", forMs: 12_000 },
  { do: "await", state: { kind: "asks-or-refuses", at: "second" }, withinMs: 20_000 },
  { do: "heal", id: "witness" },
  ...secondTakesOver,
  after,
  { do: "heal", id: "region" },
  inStep,
  after,
];

/** Events of class `region` and changes made alone lie in the first region only when it dies. */
const tailReturns: Step[] = [
  before,
  {
    do: "inject",
    id: "link",
    fault: {
      name: "cut",
      from: "first",
      to: "second",
      direction: "both",
      reset: false,
      services: ["mirror", "collector", "postgres"],
    },
  },
  { do: "run", forMs: 6_000 },
  { do: "inject", id: "region", fault: { name: "kill", region: "first", ...silent }, measured: true },
  { do: "await", state: { kind: "asks-or-refuses", at: "second" }, withinMs: 30_000 },
  { do: "approve", at: "second" },
  ...secondTakesOver,
  after,
  { do: "heal", id: "link" },
  { do: "heal", id: "region" },
  inStep,
  after,
];

export const SCENARIOS: readonly Scenario[] = [
  failOver("region-loss", "Every process of the active region is killed at once: the other must take over by itself.", {
    name: "kill",
    region: "first",
    ...silent,
  }),
  failOver("database-loss", "The active region's PostgreSQL dies and stays down, while everything around it lives.", {
    name: "hold-database",
    region: "first",
  }),
  failOver(
    "full-partition",
    "The active region is cut off from the other and from the witness, while clients still reach it: it must stop by itself before the other begins.",
    { name: "isolate", region: "first", direction: "both" },
  ),
  failOver("one-way-partition", "Nothing that the active region sends arrives; it still hears the others.", {
    name: "isolate",
    region: "first",
    direction: "out",
  }),
  sitOut(
    "regions-apart",
    "The link between the two regions is cut, while both see the witness: nobody need move.",
    {
      name: "cut",
      from: "first",
      to: "second",
      direction: "both",
      reset: false,
      services: null,
    },
    12_000,
    [{ kind: "degraded-events" }],
  ),
  sitOut("witness-loss", "The witness is gone: nothing may change.", { name: "witness-loss" }, 12_000, [
    { kind: "writes-pause-at-most", ms: PAUSE_MS_MAX },
  ]),
  {
    name: "witness-then-region-loss",
    words:
      "First the witness, then the active region: the survivor is one of three, can't tell a dead peer from a cut link, and must not act until the witness is back.",
    steps: witnessThenRegion,
    holds: [
      ...always,
      { kind: "refused-and-said-why" },
      { kind: "active-is", region: "second" },
      { kind: "fail-over-finished" },
    ],
    lastsMsMax: 300_000,
  },
  sitOut(
    "slow-standby",
    "The link to the standby is slow and loses one piece in fifty: changes are slower, and safe.",
    {
      name: "slow",
      from: "first",
      to: "second",
      latencyMs: 150,
      jitterMs: 50,
      loss: 0.02,
      bytesPerSecond: null,
      services: null,
    },
    15_000,
  ),
  {
    name: "guardian-killed-at-each-step",
    words:
      "The active region is lost once per step of the plan, and at that step the survivor's guardian is killed, too.",
    steps: guardianKilledAtEachStep,
    holds: [...always],
    lastsMsMax: 900_000,
  },
  {
    name: "tail-returns",
    words:
      "The active region is cut off from the other, goes on alone, and dies: what only it had is at risk. A person accepts that; when it returns, its events are merged once and its changes are listed.",
    steps: tailReturns,
    holds: [...always, { kind: "degraded-events" }, { kind: "active-is", region: "second" }, { kind: "tail-listed" }],
    lastsMsMax: 300_000,
  },
  sitOut(
    "flapping-link",
    "The link between the regions comes and goes: no region may follow it to and fro.",
    {
      name: "flap",
      from: "first",
      to: "second",
      periodMs: 1_500,
      downShare: 0.5,
    },
    20_000,
  ),
  {
    name: "operator-evicts",
    words:
      "The active region's console hangs while its guardian beats on, so nothing takes the lease from it: a person evicts it.",
    steps: [
      before,
      { do: "inject", id: "fault", fault: { name: "stop", region: "first", process: "console" }, measured: true },
      { do: "run", forMs: 3_000 },
      { do: "order", plan: "evict", at: "second" },
      ...secondTakesOver,
      after,
      { do: "heal", id: "fault" },
      inStep,
      after,
    ],
    holds: [...always, { kind: "active-is", region: "second" }, { kind: "fail-over-finished" }],
    lastsMsMax: 240_000,
  },
  {
    name: "switch-over",
    words:
      "A person moves the active role to the other region, with both healthy: nothing is lost, changes pause, events don't.",
    steps: [
      before,
      { do: "order", plan: "switch-over", at: "second", measured: true },
      ...secondTakesOver,
      inStep,
      after,
    ],
    holds: [
      ...always,
      { kind: "active-is", region: "second" },
      { kind: "fail-over-finished" },
      { kind: "none-of", finding: "at-risk-and-lost" },
      { kind: "writes-pause-at-most", ms: PAUSE_MS_MAX },
      { kind: "events-pause-at-most", ms: 1_000 },
    ],
    lastsMsMax: 240_000,
  },
  {
    name: "cycle",
    words:
      "There and back: the active region is lost, the other takes over, the first returns and is made active again.",
    steps: [
      before,
      { do: "inject", id: "fault", fault: { name: "kill", region: "first", ...silent }, measured: true },
      ...secondTakesOver,
      after,
      { do: "heal", id: "fault" },
      inStep,
      { do: "order", plan: "fail-back", at: "first", measured: true },
      { do: "await", state: { kind: "writes-at", region: "first" }, withinMs: FAIL_OVER_MS_MAX },
      { do: "await", state: { kind: "run-ended", at: "first" }, withinMs: FAIL_OVER_MS_MAX },
      inStep,
      after,
    ],
    holds: [
      ...always,
      { kind: "active-is", region: "first" },
      { kind: "writes-back-within", ms: RTO_MS_MAX },
      { kind: "fail-over-finished" },
    ],
    lastsMsMax: 360_000,
  },
  failOver(
    "suspended-region",
    "Every process of the active region stands still, and later goes on as if nothing had been.",
    {
      name: "stop",
      region: "first",
      process: null,
    },
  ),
  sitOut(
    "full-disk",
    "The active region's disk is full: it can't keep events nor its own vote, and says so. Events go to the other region; changes go on, since two voters and PostgreSQL still write.",
    { name: "full-disk", region: "first" },
    12_000,
    [{ kind: "writes-pause-at-most", ms: PAUSE_MS_MAX }],
  ),
  sitOut(
    "clock-jump",
    "The active region's wall clock jumps by an hour, and its clocks run 0.5 % fast.",
    {
      name: "clock",
      region: "first",
      jumpMs: 3_600_000,
      drift: 0.005,
    },
    12_000,
    [{ kind: "writes-pause-at-most", ms: PAUSE_MS_MAX }],
  ),
  sitOut(
    "corrupted-record",
    "One byte of an object in the active region's lake is wrong: it is found, and had again from the other.",
    {
      name: "corrupt-record",
      region: "first",
      what: "lake",
    },
    12_000,
  ),
];

export function scenarioNamed(name: string): Scenario | undefined {
  return SCENARIOS.find((one) => one.name === name);
}
