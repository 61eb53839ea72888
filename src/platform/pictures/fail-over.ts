// The loss of a region, step by step: who speaks to whom, and how long each step may take. The steps are the engine's own.
import type { Platform } from "../../blueprint/platform.ts";
import { LEASE_TIMES } from "../../recovery/lease/times.ts";
import { planBudgetMs } from "../../recovery/plan/explain-plan.ts";
import { ordinaryPlan } from "../../recovery/plan/ordinary.ts";
import type { Action, Step } from "../../recovery/plan/step.ts";
import { type Box, type Drawing, type Line, type Point, SIZES, type Words, wrapped } from "./drawing.ts";

const MARGIN = 24;
const LIFE = { width: 180, height: 54, pitch: 230 } as const;
const TOP = 90;
const ROW = 82;
const TEXT = { left: 5 * 230 + 24, width: 560 } as const;

const LIVES = ["clients", "dns", "lost", "witness", "survivor"] as const;
type Life = (typeof LIVES)[number];

/** Whom the survivor turns to in each step; undefined: it works in its own region. */
const TURNS_TO: Partial<Readonly<Record<Action, Life>>> = {
  contend: "witness",
  open: "dns",
  announce: "clients",
};

export function failOverPicture(platform: Platform): Drawing {
  const { primary, standby, witness } = platform.regions;
  const plan = ordinaryPlan("fail-over", { self: standby.name, peer: primary.name });
  const rows = [...before(platform), ...plan.steps.map(stepRow)];
  const end = TOP + LIFE.height + (rows.length + 1) * ROW;
  const titles: Record<Life, readonly [string, string]> = {
    clients: ["Clients", "go on trying"],
    dns: ["Route 53", "follows the lease"],
    lost: [primary.name, "lost"],
    witness: [witness.name, "witness"],
    survivor: [standby.name, "survives"],
  };
  const boxes = LIVES.map((life): Box => {
    const [title, says] = titles[life];
    const at = { x: centre(life) - LIFE.width / 2, y: TOP, width: LIFE.width, height: LIFE.height };
    return { at, title, lines: [says], look: LOOKS[life] };
  });
  const drawn = rows.map((one, index) => drawRow(one, TOP + LIFE.height + (index + 0.6) * ROW));
  const sum = `Steps: at most ${seconds(planBudgetMs(plan))} together; the objective is ${platform.objectives.rtoSeconds} s from the loss on.`;
  return {
    title: `${platform.name}: the loss of ${primary.name}, step by step`,
    width: TEXT.left + TEXT.width + MARGIN,
    height: end + MARGIN,
    frames: [],
    boxes,
    lines: [...LIVES.map((life) => lifeline(life, end - ROW / 2)), ...drawn.flatMap(({ lines }) => lines)],
    words: [
      {
        at: { x: MARGIN, y: 34 },
        text: `The loss of ${primary.name}: detect, decide, fence, promote, verify, scale, route, warm, announce`,
        look: "title",
      },
      { at: { x: MARGIN, y: 62 }, text: sum, look: "plain" },
      ...drawn.flatMap(({ words }) => words),
    ],
  };
}

const LOOKS = { clients: "outside", dns: "entry", lost: "outside", witness: "vote", survivor: "compute" } as const;

type Row = { readonly title: string; readonly says: string; readonly from: Life; readonly to: Life | undefined };

/** What happens before there is a plan. */
function before({ edge: { healthCheck }, regions }: Platform): Row[] {
  return [
    {
      title: `${regions.primary.name} stops answering`,
      says: `Its own watchdog stops its database when the lease of ${seconds(LEASE_TIMES.leaseMs)} has run out.`,
      from: "clients",
      to: "lost",
    },
    {
      title: "Detect, decide",
      says: `Two voters stand still for a lease and the drift of clocks; Route 53 takes ${healthCheck.intervalSeconds * healthCheck.failureThreshold} s more to see it by itself.`,
      from: "survivor",
      to: "witness",
    },
  ];
}

const stepRow = ({ action, title, explains, budgetMs }: Step): Row => ({
  title: `${title} (at most ${seconds(budgetMs)})`,
  says: explains,
  from: "survivor",
  to: TURNS_TO[action],
});

const centre = (life: Life): number => MARGIN + LIFE.width / 2 + LIVES.indexOf(life) * LIFE.pitch;

const lifeline = (life: Life, end: number): Line => ({
  path: [
    { x: centre(life), y: TOP + LIFE.height },
    { x: centre(life), y: end },
  ],
  look: life === "lost" ? "late" : "flow",
});

function drawRow({ title, says, from, to }: Row, y: number): { lines: Line[]; words: Words[] } {
  const start: Point = { x: centre(from), y };
  const lines: Line[] = [
    to === undefined
      ? {
          path: [start, { x: start.x + 60, y }, { x: start.x + 60, y: y + 18 }, { x: start.x + 4, y: y + 18 }],
          look: "copy",
        }
      : { path: [start, { x: centre(to), y }], look: "copy" },
  ];
  const words: Words[] = [
    { at: { x: TEXT.left, y: y - 4 }, text: title, look: "head" },
    ...wrapped(says, TEXT.width)
      .slice(0, LINES_MAX)
      .map(
        (text, index): Words => ({ at: { x: TEXT.left, y: y + 13 + index * SIZES.linePitch }, text, look: "plain" }),
      ),
  ];
  return { lines, words };
}

/** More would run into the next row. */
const LINES_MAX = 3;

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;
