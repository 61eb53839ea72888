// The picture of a drill: one time axis, a lane each for the faults, each region's role, each plan's steps, and what clients got
// per second. Everything has a label in words, patterns tell what colours tell, and it is readable on light and dark ground.

import type { StepView } from "../core/recovery-view.ts";
import type { Ask } from "../recovery/history/entry.ts";
import type { RegionSample } from "./observer.ts";
import type { DrillResult } from "./run-drill.ts";

const WIDTH = 1_200;
const LEFT = 190;
const RIGHT = 30;
const LANE = 26;
const CHART = 60;
const GAP = 14;
const TOP = 56;
/** Narrower than this a bar's label stands beside it. */
const CHARACTER = 6.3;
const TICKS_MAX = 14;

type Bar = { fromMs: number; untilMs: number; label: string; look: "solid" | "striped" | "faint" | "fault" };

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const STYLE = `
  :root { color-scheme: light dark; --ink: #1c2430; --paper: #ffffff; --line: #c4ccd6; --solid: #2f6db3; --faint: #dde4ec; --fault: #b3412f; --on: #ffffff; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e4e9f0; --paper: #12161c; --line: #3c4653; --solid: #5d9ae0; --faint: #2b333d; --fault: #e07a68; --on: #0b0e12; } }
  text { font: 12px system-ui, sans-serif; fill: var(--ink); }
  .title { font-size: 16px; font-weight: 600; }
  .on { fill: var(--on); }
  .ground { fill: var(--paper); }
  .grid { stroke: var(--line); stroke-width: 1; }
  .solid { fill: var(--solid); } .faint { fill: var(--faint); } .fault { fill: var(--fault); }
  .curve { fill: none; stroke: var(--solid); stroke-width: 1.5; } .failed { fill: none; stroke: var(--fault); stroke-width: 1.5; stroke-dasharray: 4 2; }`;

export function timelineSvg(result: DrillResult): string {
  const { beganAtMs, lastedMs } = result;
  const x = (atMs: number): number =>
    LEFT + ((WIDTH - LEFT - RIGHT) * Math.min(Math.max(0, atMs - beganAtMs), lastedMs)) / Math.max(1, lastedMs);
  const parts: string[] = [];
  let y = TOP;
  const lane = (name: string, bars: Bar[]): void => {
    const rows = stacked(bars, x);
    parts.push(`<text x="8" y="${y + 17}">${escaped(name)}</text>`);
    for (const [row, members] of rows.entries()) for (const bar of members) parts.push(barSvg(bar, y + row * LANE, x));
    y += Math.max(1, rows.length) * LANE + GAP;
  };
  lane("Faults", faultBars(result));
  for (const [region, samples] of result.samples) lane(`${region}: role`, roleBars(samples));
  for (const run of result.runs) {
    const monotonic = (wallMs: number) => beganAtMs + (wallMs - result.startedAt);
    lane(
      `${run.region}: ${run.plan}`,
      run.steps.flatMap((step) => stepBar(step, monotonic)),
    );
  }
  for (const [name, kind] of [
    ["changes", "write"],
    ["events", "ingest"],
    ["reads", "read"],
  ] as const) {
    parts.push(chart(name, kind, result, y, x));
    y += CHART + GAP + 8;
  }
  const height = y + 20;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title about">
<title id="title">${escaped(`Drill ${result.scenario.name}: ${result.outcome}`)}</title>
<desc id="about">${escaped(`Faults, roles of both regions, steps of plans and what clients got, over ${Math.round(lastedMs / 1_000)} seconds.`)}</desc>
<style>${STYLE}</style>
<defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="faint"/><rect width="2.5" height="6" class="solid"/></pattern></defs>
<rect class="ground" width="${WIDTH}" height="${height}"/>
<text class="title" x="8" y="24">${escaped(`${result.scenario.name}: ${result.outcome}`)}</text>
${axis(result, y, x)}
${parts.join("\n")}
</svg>
`;
}

function axis({ beganAtMs, lastedMs }: DrillResult, bottom: number, x: (atMs: number) => number): string {
  const stepS = [1, 2, 5, 10, 20, 30, 60, 120, 300].find((one) => lastedMs / 1_000 / one <= TICKS_MAX) ?? 600;
  const ticks: string[] = [];
  for (let second = 0; second * 1_000 <= lastedMs; second += stepS) {
    const at = x(beganAtMs + second * 1_000).toFixed(1);
    ticks.push(
      `<line class="grid" x1="${at}" y1="44" x2="${at}" y2="${bottom}"/><text x="${at}" y="40" text-anchor="middle">${second} s</text>`,
    );
  }
  return ticks.join("\n");
}

/** Bars that would lie over each other, labels included, are put into rows. */
function stacked(bars: Bar[], x: (atMs: number) => number): Bar[][] {
  const rows: { bars: Bar[]; end: number }[] = [];
  for (const bar of bars) {
    const from = x(bar.fromMs);
    const end = Math.max(x(bar.untilMs), fits(bar, x) ? 0 : x(bar.untilMs) + bar.label.length * CHARACTER + 8);
    const row = rows.find((one) => one.end <= from);
    if (row) {
      row.bars.push(bar);
      row.end = end;
    } else rows.push({ bars: [bar], end });
  }
  return rows.map((one) => one.bars);
}

const fits = (bar: Bar, x: (atMs: number) => number): boolean =>
  x(bar.untilMs) - x(bar.fromMs) > bar.label.length * CHARACTER + 8;

function barSvg(bar: Bar, y: number, x: (atMs: number) => number): string {
  const [from, until] = [x(bar.fromMs), x(bar.untilMs)];
  const fill = bar.look === "striped" ? 'fill="url(#stripes)"' : `class="${bar.look}"`;
  const inside = fits(bar, x);
  const label = inside ? from + 4 : until + 4;
  const on = inside && (bar.look === "solid" || bar.look === "fault") ? ' class="on"' : "";
  // Beyond the right edge a label would be lost: then it stands before its bar.
  const late = !inside && label + bar.label.length * CHARACTER > WIDTH;
  const place = late ? `x="${(from - 4).toFixed(1)}" text-anchor="end"` : `x="${label.toFixed(1)}"`;
  return `<rect ${fill} x="${from.toFixed(1)}" y="${y}" width="${Math.max(2, until - from).toFixed(1)}" height="${LANE - 6}" rx="2"/><text${on} ${place} y="${y + 14}">${escaped(bar.label)}</text>`;
}

function faultBars({ faults, beganAtMs, lastedMs }: DrillResult): Bar[] {
  return faults.map(({ words, fromMs, untilMs }) => {
    return { fromMs, untilMs: untilMs ?? beganAtMs + lastedMs, label: words, look: "fault" as const };
  });
}

/** Neighbouring samples that say the same are one bar. */
function roleBars(samples: readonly RegionSample[]): Bar[] {
  const bars: Bar[] = [];
  for (const { atMs, lease, active } of samples) {
    const bar = lease === null ? SILENT : lease.state !== "held" ? passive(lease.state) : held(lease, active === true);
    const last = bars.at(-1);
    if (last && last.label === bar.label && last.look === bar.look) last.untilMs = atMs;
    else {
      if (last) last.untilMs = atMs;
      bars.push({ fromMs: atMs, untilMs: atMs, ...bar });
    }
  }
  return bars;
}

type Look = Pick<Bar, "label" | "look">;
const SILENT: Look = { label: "silent", look: "fault" };
const passive = (state: string): Look => ({ label: state, look: "faint" });
const held = ({ epoch, solo }: { epoch: number; solo: boolean }, active: boolean): Look => ({
  label: `${active ? "active" : "holds, not open"}, epoch ${epoch}${solo ? ", alone" : ""}`,
  look: active ? "solid" : "striped",
});

function stepBar(step: StepView, monotonic: (wallMs: number) => number): Bar[] {
  if (step.startedAt === null) return [];
  const fromMs = monotonic(step.startedAt);
  const took = step.elapsedMs ?? 0;
  const label = `${step.action} ${Math.round(took)} ms${step.state === "done" ? "" : `, ${step.state}`}`;
  return [{ fromMs, untilMs: fromMs + took, label, look: step.state === "done" ? "solid" : "striped" }];
}

/** Two curves over one second each: acknowledged, and what was refused or unknown. */
function chart(name: string, kind: Ask["kind"], result: DrillResult, y: number, x: (atMs: number) => number): string {
  const seconds = Math.ceil(result.lastedMs / 1_000) + 1;
  const good = new Array<number>(seconds).fill(0);
  const bad = new Array<number>(seconds).fill(0);
  for (const one of result.operations) {
    // Writers at a passive region are refused all the time; that is no failure.
    if (one.ask.kind !== kind || (kind === "write" && one.to !== "edge")) continue;
    const second = Math.floor((Math.min(one.endedAtMs, result.beganAtMs + result.lastedMs) - result.beganAtMs) / 1_000);
    const weight = one.ask.kind === "ingest" ? one.ask.ids.length : 1;
    const counts = one.ending === "ok" ? good : bad;
    if (second >= 0 && second < seconds) counts[second] = (counts[second] ?? 0) + weight;
  }
  const most = Math.max(1, ...good, ...bad);
  const point = (count: number, second: number) =>
    `${x(result.beganAtMs + (second + 0.5) * 1_000).toFixed(1)},${(y + CHART - (CHART - 4) * (count / most)).toFixed(1)}`;
  const line = (counts: number[]) => counts.slice(0, -1).map(point).join(" ");
  return `<text x="8" y="${y + 14}">${name}/s, most ${most}</text><text x="8" y="${y + 30}">— acknowledged</text><text x="8" y="${y + 46}">- - refused or unknown</text>
<line class="grid" x1="${LEFT}" y1="${y + CHART}" x2="${WIDTH - RIGHT}" y2="${y + CHART}"/>
<polyline class="curve" points="${line(good)}"/><polyline class="failed" points="${line(bad)}"/>`;
}
