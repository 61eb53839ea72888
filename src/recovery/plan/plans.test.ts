import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PlanKind } from "../../core/recovery-view.ts";
import { ACTIONS } from "./actions.ts";
import { checkPlan } from "./check-plan.ts";
import { CONDITIONS } from "./conditions.ts";
import { explainPlan, planBudgetMs } from "./explain-plan.ts";
import { planFor } from "./plans.ts";
import { isSeconded, withSecondPerson } from "./second-person.ts";
import type { Situation } from "./situation.ts";
import type { Action, Plan, Step } from "./step.ts";
import { FORMER, lost, made, PLANS, situation } from "./test-situations.ts";
import type { SeenDatabase } from "./world.ts";

test("each situation has its plan, and every plan is safe when it is built (R2, P1)", () => {
  for (const [name, plan, actions] of PLANS) {
    assert.deepEqual(
      plan.steps.map((step) => step.action),
      actions,
      name,
    );
    assert.deepEqual(checkPlan(plan), [], name);
    assert.ok(planBudgetMs(plan) > 0);
  }
});

/** What no order of steps may break, said apart from checkPlan's own tables. */
const ORDERS: [Action, Action][] = [
  ["contend", "promote"],
  ["yield", "promote"],
  ["promote", "verify"],
  ["verify", "open"],
  ["scale", "open"],
  ["open", "warm"],
  ["open", "announce"],
  ["check", "contend"],
  ["check", "yield"],
  ["check", "evict"],
  ["evict", "contend"],
  ["list-tail", "keep-former"],
  ["keep-former", "rebuild"],
  ["rebuild", "await-in-step"],
  ["follow", "await-in-step"],
  ["await-in-step", "yield"],
];

test("a plan whose steps are re-arranged is accepted if and only if it keeps what must come before what (R2, P1)", () => {
  const arranged = fc
    .constantFrom(...PLANS.map(([, plan]) => plan))
    .chain((plan) =>
      fc.tuple(fc.constant(plan), fc.shuffledSubarray([...plan.steps], { minLength: plan.steps.length })),
    );
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(arranged, ([plan, steps]) => {
      // As if it had been written in this order: each step needs all that come before it.
      const written = steps.map(
        (step, index): Step => ({ ...step, needs: steps.slice(0, index).map((one) => one.id) }),
      );
      const at = (action: Action) => steps.findIndex((step) => step.action === action);
      const kept = ORDERS.every(([earlier, later]) => at(earlier) < 0 || at(later) < 0 || at(earlier) < at(later));
      const returns = steps.findIndex((step) => step.pointOfNoReturn);
      const safe = kept && (at("promote") < 0 || returns <= at("promote"));
      const wrong = checkPlan({ ...plan, steps: written });
      assert.equal(wrong.length === 0, safe, `${steps.map((step) => step.id).join(" ")}: ${wrong.join(" ")}`);
      if (safe) accepted += 1;
      else refused += 1;
    }),
    { numRuns: 3_000 },
  );
  assert.ok(accepted > 20 && refused > 20, `${accepted} accepted, ${refused} refused`);
});

test("a plan without one of its safe-guards is refused: no fence, no promotion, no verification, no list (R2, P1)", () => {
  const without = (plan: Plan, action: Action): string[] => {
    const gone = plan.steps.filter((step) => step.action === action).map((step) => step.id);
    const steps = plan.steps
      .filter((step) => step.action !== action)
      .map((step) => ({ ...step, needs: step.needs.filter((need) => !gone.includes(need)) }));
    return checkPlan({ ...plan, steps });
  };
  for (const [name, plan] of PLANS) {
    for (const action of ["contend", "yield", "promote", "verify", "list-tail"] as const) {
      if (!plan.steps.some((step) => step.action === action)) continue;
      assert.notDeepEqual(without(plan, action), [], `${name} without ${action}`);
    }
  }
});

test("a need in a circle, of a later or an unknown step, a missing budget or explanation, is refused (P3)", () => {
  const plan = made("fail-over", lost);
  const changed = (id: string, changes: Partial<Step>): string =>
    checkPlan({ ...plan, steps: plan.steps.map((step) => (step.id === id ? { ...step, ...changes } : step)) }).join(
      " ",
    );
  assert.match(changed("contend", { needs: ["check", "open"] }), /circle/);
  assert.match(changed("verify", { needs: ["promoted"] }), /isn't in the plan/);
  assert.match(changed("verify", { budgetMs: 0 }), /no budget/);
  assert.match(changed("verify", { budgetMs: Number.NaN }), /no budget/);
  assert.match(changed("verify", { budgetMs: Number.POSITIVE_INFINITY }), /no budget/);
  assert.match(changed("verify", { explains: " " }), /isn't explained/);
  assert.match(changed("verify", { after: [] }), /promises nothing/);
  assert.match(changed("verify", { id: "open" }), /same id/);
  assert.match(changed("promote", { needs: ["check"] }), /could still acknowledge/);
  assert.match(changed("warm", { action: "release" }), /no way forward/);
});

test("a plan that promotes has one point of no return, at the promotion or before (P4)", () => {
  const plan = made("fail-over", lost);
  const marked = (...ids: string[]): string =>
    checkPlan({
      ...plan,
      steps: plan.steps.map(({ pointOfNoReturn: _, ...step }) =>
        ids.includes(step.id) ? { ...step, pointOfNoReturn: true as const } : step,
      ),
    }).join(" ");
  assert.equal(marked("contend"), "");
  assert.match(marked(), /names no point of no return/);
  assert.match(marked("open"), /after the promotion/);
  assert.match(marked("contend", "promote"), /more than one/);
});

test("a plan for a lost region that leans on it, or on a control plane before clients are served, is refused (R6, P2)", () => {
  for (const plan of [made("fail-over", lost), made("evict"), made("resume", { holder: "south" })]) {
    const leaning = plan.steps.map((step) => (step.action === "verify" ? { ...step, home: "other" as const } : step));
    assert.match(checkPlan({ ...plan, steps: leaning }).join(" "), /needs the region that may be lost/);
    const controlled = plan.steps.map((step) =>
      step.action === "promote" ? { ...step, plane: "control" as const } : step,
    );
    assert.match(checkPlan({ ...plan, steps: controlled }).join(" "), /control plane/);
    // What only helps may: the plan goes on without it.
    const helping = plan.steps.map((step) => (step.action === "warm" ? { ...step, plane: "control" as const } : step));
    assert.deepEqual(checkPlan({ ...plan, steps: helping }), []);
  }
});

test("where there is no plan, it says why and what to do instead (P5)", () => {
  const table: [PlanKind, Partial<Situation>, RegExp][] = [
    ["fail-over", { lease: null }, /guardian of south doesn't answer/],
    ["fail-over", { heard: 1, renews: false }, /Two of the three voters can't be heard.*Restore the witness/],
    ["fail-over", {}, /north renews its lease.*Switch over.*evict/],
    ["fail-over", { holder: "south" }, /south is the active region already/],
    ["fail-over", { renews: false, database: { ...FORMER, onDisk: "standby" } as SeenDatabase }, /isn't running/],
    ["fail-over", { renews: false, database: null }, /doesn't answer, so south can't take over/],
    ["fail-over", { renews: false, database: FORMER }, /former primary's: it may lack what north has acknowledged/],
    ["resume", { holder: null, newest: "south" }, /nothing to resume/],
    ["switch-over", { renews: false }, /case for a fail-over/],
    ["switch-over", { peerLease: null }, /can't be asked to hand over/],
    ["switch-over", { solo: true }, /could lose changes/],
    ["switch-over", { database: FORMER }, /Fail back brings it there first/],
    ["fail-back", { holder: "south" }, /already/],
    ["rejoin", { holder: "south" }, /nobody to follow/],
    ["rejoin", { database: { ...FORMER, stoppedCleanly: true } as SeenDatabase }, /can't be told yet/],
    ["rejoin", { database: { ...FORMER, onDisk: "standby" } as SeenDatabase }, /supervisor starts it/],
    ["resume", {}, /nothing to resume/],
    ["evict", { holder: null }, /no holder in north to evict/],
    ["readmit", {}, /Say which voter/],
    ["readmit", { voter: 1, voterName: "the voter of south" }, /the voter of south votes already/],
  ];
  for (const [kind, changes, wanted] of table) {
    const plan = planFor(kind, situation(changes));
    assert.ok(
      "refused" in plan && wanted.test(plan.refused),
      `${kind} ${JSON.stringify(changes)}: ${JSON.stringify(plan)}`,
    );
    assert.ok(plan.checks.length > 0);
  }
});

test("where no two voters agree, the region of the newest record resumes with its own primary, and nobody else's former one (D9)", () => {
  const torn = { holder: null, newest: "south", database: FORMER, renews: false } as const;
  assert.deepEqual(
    made("resume", torn)
      .steps.map((step) => step.action)
      .slice(0, 3),
    ["check", "contend", "promote"],
  );
  const other = planFor("fail-over", situation({ ...torn, newest: "north" }));
  assert.ok("refused" in other && /former primary's/.test(other.refused));
});

test("a standby that a voter calls left behind is promoted only after asking, and the question names the loss (R4, D7)", () => {
  for (const kind of ["fail-over", "evict"] as const) {
    const plan = made(kind, { ...(kind === "fail-over" ? lost : {}), solo: true });
    assert.ok(plan.steps.some((step) => step.approval === "ask"));
    assert.match(plan.warnings.join(" "), /last 4 s and up to 12 events/);
    const asked = plan.steps.findIndex((step) => step.approval === "ask");
    const fence = plan.steps.findIndex((step) => step.action === "contend");
    assert.ok(asked <= fence, "asked before anything is taken");
  }
});

test("a plan explains itself: each step with its budget, what must be so before, what will be so after (P3)", () => {
  for (const [, plan] of PLANS) {
    const text = explainPlan(plan);
    for (const step of plan.steps) {
      assert.ok(text.includes(step.title) && text.includes(step.explains));
      for (const name of [...step.before, ...step.after]) assert.ok(text.includes(CONDITIONS[name].says), name);
    }
  }
  assert.match(explainPlan(made("fail-over", lost)), /no way back/);
});

test("every action says what it depends on, here and on AWS", () => {
  for (const [name, row] of Object.entries(ACTIONS)) {
    assert.ok(row.title.length > 5 && row.explains.length > 20, name);
    assert.ok(row.after.length > 0 && row.budgetMs > 0, name);
    assert.ok(["data", "control"].includes(row.aws.plane), name);
  }
});

test("another person is asked before the first step or not at all (P6)", () => {
  for (const [name, plan] of PLANS) {
    const seconded = withSecondPerson(plan);
    const changesRole = ["fail-over", "switch-over", "fail-back", "evict"].includes(plan.kind);
    assert.equal(isSeconded(seconded), changesRole, name);
    assert.deepEqual(checkPlan(seconded), [], name);
    const late = { ...plan, steps: plan.steps.map((step) => ({ ...step, approval: "ask-another" as const })) };
    if (plan.steps.length > 1) assert.match(checkPlan(late).join(" "), /Another person/, name);
  }
});
