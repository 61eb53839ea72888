// Recovery as the operations room may meet it, invented but shaped like the real thing: calm, a region lost, preconditions red,
// a run going on or asking, a pause, a tail, a silent recoverer. Used by tests only.

import type { DrainView } from "../../src/core/drain.ts";
import type { DrillsView } from "../../src/core/drills-view.ts";
import type { RecoveryRoom, RegionHeard, TailRow } from "../../src/core/recovery-room.ts";
import type { CheckView, LeaseSeen, PlanView, RecoveryView, RunView, StepView } from "../../src/core/recovery-view.ts";

export type RecoveryOptions = {
  role?: "owner" | "operator" | "analyst";
  /** The active region is gone and the standby would have to be told. */
  activeLost?: boolean;
  /** Preconditions of the standby that don't pass. */
  red?: boolean;
  run?: "running" | "asking";
  /** The run was begun by this person and waits for another one. */
  seconding?: string;
  paused?: boolean;
  tail?: boolean;
  twoWriters?: boolean;
  /** The standby's recoverer doesn't answer. */
  silentTarget?: boolean;
  /** Changes with each look, as a state that won't settle. */
  restless?: boolean;
  drilling?: boolean;
  drain?: boolean;
  /** What the server says to commands. */
  refuse?: string;
};

const A = "ap-south-1";
const B = "ap-south-2";
let looks = 0;

export function mockRoom(now: number, options: RecoveryOptions): RecoveryRoom {
  looks += 1;
  const view = (region: string): RegionHeard => ({
    region,
    kind: "heard",
    heardAt: now - 200,
    view: viewOf(region, now, options),
  });
  const silent = (region: string): RegionHeard => ({
    region,
    kind: "silent",
    because: "its recoverer doesn't answer across the link from ap-south-1",
    last: { view: viewOf(region, now - 94_000, options), heardAt: now - 94_000 },
  });
  const writer = (region: string, epoch: number) => ({ region, epoch, remainingMs: 2_412, open: true });
  const writers = options.activeLost ? [] : options.twoWriters ? [writer(A, 6), writer(B, 7)] : [writer(A, 6)];
  const kind = options.activeLost ? "unknown" : options.twoWriters ? "two" : "one";
  return {
    at: now,
    from: options.activeLost ? B : A,
    regions: [options.activeLost ? silent(A) : view(A), options.silentTarget ? silent(B) : view(B)],
    guard: {
      kind,
      says: {
        one: `${A} alone may take changes, under epoch 6.`,
        two: `TWO regions hold a lease: ${A} (epoch 6) and ${B} (epoch 7). This must never be: stop one of them now, and keep all logs.`,
        unknown: `No lease is seen from here, and ${A} can't be asked: whether it holds one isn't known.`,
      }[kind],
      writers,
    },
  };
}

function viewOf(region: string, now: number, options: RecoveryOptions): RecoveryView {
  const active = region === A;
  const running = !active && options.run ? runOf(now, options.run, options.seconding) : null;
  const refused = { refused: `${region} is active already.`, checks: [] };
  const answers = {
    refused: `${A} answers and is active: nothing needs saving. To move on purpose, switch.`,
    checks: ["the other region is lost"],
  };
  const red = options.red
    ? { refused: "Two preconditions don't pass.", checks: ["standby in step", "edge"] }
    : planOf("switch-over");
  return {
    region,
    peer: active ? B : A,
    at: now,
    stateVersion: options.restless ? `v${looks}` : "v418",
    lease: leaseOf(active, options),
    verdict:
      options.activeLost && !active
        ? { level: "bad", says: `${A} is lost by 4 of 5 signals; automatic fail-over asks, since solo is marked.` }
        : { level: "ok", says: "Everything is in step." },
    signals: active ? [] : signalsOf(options),
    checks: checksOf(options),
    objectives: { rtoMs: 10_000, rpoEvents: 0 },
    rpoNow: options.activeLost || options.red ? { events: 1_240, ms: 3_100 } : { events: 0, ms: 0 },
    automatic: options.paused
      ? { on: false, pausedUntil: now + 41 * 60_000, reason: "moving the rack" }
      : { on: true, pausedUntil: null, reason: null },
    planNow: {
      failOver: active ? refused : options.activeLost || options.red ? planOf("fail-over") : answers,
      switchOver: active ? refused : options.activeLost ? { refused: `${A} doesn't answer.`, checks: [] } : red,
      failBack: { refused: "Nothing to fail back to.", checks: [] },
      evict: active
        ? refused
        : options.activeLost
          ? { refused: `${A} doesn't hold the lease.`, checks: [] }
          : planOf("evict"),
    },
    run: running,
    question:
      running && options.run === "asking"
        ? {
            run: running.id,
            question: "Solo is marked: up to 12 changes of ap-south-1 would be lost. Go on in ap-south-2?",
            since: now - 21_000,
            plan: planOf("fail-over"),
          }
        : null,
    history: active ? [] : [finishedRun(now)],
    tail: active && options.tail ? { epoch: 5, rows: 2, exported: false } : null,
  };
}

function leaseOf(active: boolean, options: RecoveryOptions): LeaseSeen {
  const voter = (name: string, heard = true) => ({
    name,
    says: heard ? "epoch 6, ap-south-1, beat 41,207" : "doesn't answer",
    heard,
    stillMs: heard ? 312 : null,
  });
  return {
    state: active ? "held" : "passive",
    epoch: 6,
    holder: A,
    remainingMs: active ? 2_412 : null,
    open: active,
    solo: { marked: options.activeLost ? 2 : 0, unmarked: options.activeLost ? 0 : 3 },
    wanted: 0,
    voters: [voter(A, !options.activeLost), voter(B), voter("witness")],
    because: active ? "Renewed at three of three voters." : "The other region holds the lease.",
  };
}

const signalsOf = ({ activeLost = false }: RecoveryOptions): RecoveryView["signals"] =>
  ["writes land", "voters see the beat", "direct probe", "edge's view", "lake advances"].map((name, index) => ({
    name,
    says: activeLost ? "No beat for 2,140 ms." : "As it should be.",
    state: activeLost && index < 4 ? "bad" : "good",
    weight: 5 - index,
    looks: activeLost ? 6 : 1_204,
  }));

function checksOf({ red = false, activeLost = false }: RecoveryOptions): CheckView[] {
  const check = (name: string, state: CheckView["state"], value: string | null, says: string): CheckView => ({
    name,
    state,
    value,
    ageMs: 800,
    says,
  });
  const bad = red || activeLost;
  return [
    check("voters", "pass", "3 of 3", "Two are needed to move the role."),
    check(
      "standby in step",
      bad ? "fail" : "pass",
      bad ? "3.1 s behind" : "0 bytes behind",
      bad ? "The standby hasn't got all that was acknowledged." : "It has all that was acknowledged.",
    ),
    check(
      "mirror",
      bad ? "warn" : "pass",
      bad ? "1,240 events" : "0 events",
      "Events of the other region that aren't here.",
    ),
    check("salts", "pass", "today and tomorrow", "A move splits no visit."),
    check("capacity", "pass", "8 of 8 processes", "All processes of this region run and answer."),
    check(
      "edge",
      bad ? "unknown" : "pass",
      bad ? null : "follows epoch 6",
      bad ? "The edge doesn't answer." : "It would follow.",
    ),
  ];
}

const STEPS: [id: string, title: string, explains: string, budgetMs: number][] = [
  ["check", "Look again", "Everything that the plan rests on is read anew.", 500],
  ["contend", "Take the lease", "Waits until two voters have stood still for a lease, then takes epoch 7.", 4_000],
  ["promote", "Promote the database", "The standby becomes the primary; it can't be made a standby again.", 2_000],
  ["verify", "Verify", "A real write is made and read back under the new epoch.", 1_000],
  ["open", "Open", "The region says that it is active; the edge follows.", 500],
  ["announce", "Tell everybody", "Messages are sent from the templates.", 1_000],
];

function planOf(kind: "fail-over" | "switch-over" | "evict"): PlanView {
  const titles = { "fail-over": "Fail-over", "switch-over": "Switch-over", evict: `Evict ${A}, fail over` };
  return {
    kind,
    to: B,
    title: `${titles[kind]} to ${B}`,
    budgetMs: 9_000,
    steps: STEPS.map(([id, title, explains, budgetMs]) => ({
      id,
      action: id,
      title,
      explains,
      approval: "automatic",
      pointOfNoReturn: id === "promote",
      budgetMs,
      because: null,
    })),
    warnings: kind === "switch-over" ? [] : ["Changes that only ap-south-1 has will be listed when it returns."],
  };
}

function stepsOf(now: number, at: number): StepView[] {
  return planOf("switch-over").steps.map((step, index) => ({
    ...step,
    state: index < at ? "done" : index === at ? "running" : "waiting",
    startedAt: index <= at ? now - (at - index) * 400 - 1_200 : null,
    elapsedMs: index < at ? 320 : index === at ? 1_204 : null,
    because: index === at ? "Waits for two voters to stand still: 1,204 of 3,310 ms." : null,
  }));
}

function runOf(now: number, state: "running" | "asking", seconding?: string): RunView {
  const [first, ...others] = stepsOf(now, 1);
  const steps = first && seconding ? [{ ...first, approval: "ask-another" as const }, ...others] : stepsOf(now, 1);
  return {
    id: "r-58",
    traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
    plan: "fail-over",
    title: `Fail-over to ${B}`,
    to: B,
    state,
    automatic: seconding === undefined,
    who: seconding ?? "the recoverer of ap-south-2",
    reason: "4 of 5 signals are bad",
    epoch: 0,
    startedAt: now - 2_300,
    suspectedAt: now - 3_000,
    endedAt: null,
    elapsedMs: 2_300,
    budgetMs: 9_000,
    steps,
    because: state === "asking" ? "It waits for a person." : "Taking the lease.",
    stoppable: true,
    stopSays: "It can be stopped until the database is promoted; ap-south-1 then goes on.",
  };
}

function finishedRun(now: number): RunView {
  const startedAt = now - 3 * 3_600_000;
  return {
    ...runOf(now, "running"),
    id: "r-57",
    plan: "fail-over",
    title: `Fail-over to ${A}`,
    to: A,
    state: "finished",
    epoch: 6,
    startedAt,
    suspectedAt: startedAt - 700,
    endedAt: startedAt + 4_213,
    elapsedMs: 4_213,
    steps: stepsOf(startedAt, STEPS.length),
    because: "ap-south-1 is active under epoch 6.",
    stoppable: false,
    stopSays: "It has ended.",
  };
}

export function mockDrills(now: number, { drilling = false }: RecoveryOptions): DrillsView {
  return {
    scenarios: [
      {
        name: "region-loss",
        words: "Every process of the active region is killed at once, under load. What a fire in one region would be.",
        faults: ["SIGKILL to all processes of the active region", "after 20 s it is started again"],
        holds: [
          "the other region takes changes within 10 s",
          "no acknowledged change is lost",
          "no event is counted twice",
        ],
        lastsMsMax: 120_000,
      },
      {
        name: "witness-then-region-loss",
        words: "First the witness, then the active region: two of three votes are gone, so nobody may act.",
        faults: ["the witness is killed", "the active region is killed"],
        holds: ["nobody becomes active", "the reason is said"],
        lastsMsMax: 90_000,
      },
    ],
    running: drilling
      ? {
          scenario: "region-loss",
          who: "owner (console of ap-south-1)",
          startedAt: now - 8_000,
          lines: [
            { afterMs: 12, text: "load is running: 500 events/s, 20 changes/s" },
            { afterMs: 5_003, text: "fault: ap-south-1 is killed" },
            { afterMs: 7_120, text: "ap-south-2 decides: fail over" },
          ],
        }
      : null,
    past: [
      {
        id: "region-loss-20261114T101500Z",
        scenario: "region-loss",
        who: "owner",
        startedAt: now - 7 * 86_400_000,
        lastedMs: 71_000,
        outcome: "passed",
        verdict: "All that had to hold held; changes stood still for 4.6 s.",
        rtoMs: 4_612,
        lostEvents: 0,
        lostWrites: 0,
      },
      {
        id: "slow-standby-20261112T101500Z",
        scenario: "slow-standby",
        who: "ada",
        startedAt: now - 9 * 86_400_000,
        lastedMs: 64_000,
        outcome: "failed",
        verdict: "Two reads were staler than the bound.",
        rtoMs: null,
        lostEvents: null,
        lostWrites: null,
      },
    ],
  };
}

export const mockEvidence = () => ({
  evidence: [
    {
      id: "region-loss-20261114T101500Z",
      files: ["SHA256SUMS", "record.json", "report.md", "signature", "timeline.svg"].map((name) => ({
        name,
        bytes: 4_120,
      })),
      summary: null,
    },
  ],
});

export const MOCK_TIMELINE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 120"><rect width="800" height="120" fill="#fff"/><rect x="20" y="20" width="300" height="24" fill="#0072b2"/><rect x="420" y="60" width="360" height="24" fill="#009e73"/><text x="24" y="36" fill="#fff" font-family="sans-serif" font-size="12">ap-south-1 active</text><text x="424" y="76" fill="#fff" font-family="sans-serif" font-size="12">ap-south-2 active</text></svg>`;

export const mockDrain = (now: number): DrainView => ({
  id: "d-1",
  region: A,
  to: B,
  sharePercent: 25,
  who: "Ada (console of ap-south-1)",
  reason: "its disk is slow",
  startedAt: now - 60_000,
  endsAt: now + 540_000,
  sending: true,
  says: "",
  requests: 412,
});

export function mockTail(now: number): { regions: unknown[] } {
  const row = (what: string, before: unknown, after: unknown): TailRow => ({
    epoch: 5,
    who: "user:u1",
    what,
    at: now - 3 * 3_600_000,
    before,
    after,
  });
  return {
    regions: [
      {
        region: A,
        because: null,
        exported: false,
        total: 240_000,
        rows: [
          row("change a project", { name: "Shop" }, { name: "Lantern shop" }),
          row("add a write key", null, { project: "shop", name: "App" }),
        ],
      },
      { region: B, because: null, exported: false, total: 0, rows: [] },
    ],
  };
}
