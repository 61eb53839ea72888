// The flows as text: who can reach whom, region by region, first at one look, then port by port.
import { ACTORS, type Actor } from "../../blueprint/flows.ts";
import { either, isNone, NOTHING, type PortSet, portsOf, portsText } from "./ports.ts";
import { type Network, type RegionSurvey, surveyOf } from "./survey.ts";

/** "passes": declared and possible. The others each come with a finding. */
export type FlowState = "passes" | "undeclared" | "stopped" | "unseen";
export type FlowCell = {
  readonly from: Actor;
  readonly to: Actor;
  readonly state: FlowState;
  readonly ports: PortSet;
  readonly says: string;
};

const GRAVITY: readonly FlowState[] = ["undeclared", "stopped", "unseen", "passes"];

/** One cell for each two actors that a flow joins, declared or possible. */
export function cellsOf({ declared, possible }: RegionSurvey): readonly FlowCell[] {
  const found = new Map<string, FlowCell>();
  const add = (from: Actor, to: Actor, state: FlowState, ports: PortSet, says: string) => {
    const before = found.get(`${from} ${to}`);
    const graver = before && GRAVITY.indexOf(before.state) < GRAVITY.indexOf(state) ? before.state : state;
    found.set(`${from} ${to}`, {
      from,
      to,
      state: graver,
      ports: either(before?.ports ?? NOTHING, ports),
      says: [...new Set([before?.says, says].filter((one) => one))].join("; "),
    });
  };
  for (const { flow, kept } of declared) {
    const ports = portsOf(flow.protocol, ...flow.ports);
    if (kept.kind === "possible") add(flow.from, flow.to, "passes", ports, "");
    if (kept.kind === "stopped") add(flow.from, flow.to, "stopped", ports, `stopped: ${kept.stop.at}`);
    if (kept.kind === "unseen") add(flow.from, flow.to, "unseen", ports, `can't be told: ${kept.what}`);
  }
  for (const { from, to, undeclared } of possible)
    if (!isNone(undeclared)) add(from, to, "undeclared", undeclared, `not declared: ${portsText(undeclared)}`);
  const place = (actor: Actor) => ACTORS.indexOf(actor);
  return [...found.values()].sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to));
}

const MARKS: Readonly<Record<FlowState, string>> = { passes: "o", undeclared: "!", stopped: "x", unseen: "?" };
const LEGEND =
  "o declared and possible   ! possible, not declared   x declared, doesn't pass   ? can't be seen from here";

export function flowMatrix(platform: Network["platform"], stacks: Network["stacks"]): string {
  const { regions } = surveyOf({ platform, stacks });
  const parts = new Map<string, string[]>();
  for (const region of regions) {
    const text = regionText(cellsOf(region));
    parts.set(text, [...(parts.get(text) ?? []), region.vpc.region.name]);
  }
  return [
    ...[...parts].map(([text, names]) => `Flows of ${platform.name} in ${names.join(" and in ")}\n\n${text}`),
    `${LEGEND}\n`,
  ].join("\n");
}

function regionText(cells: readonly FlowCell[]): string {
  if (cells.length === 0) return "No flow begins or ends here.\n";
  const actors = ACTORS.filter((actor) => cells.some(({ from, to }) => from === actor || to === actor));
  const nameWidth = Math.max(...actors.map((actor) => actor.length)) + 4;
  const number = (index: number) => String(index + 1).padStart(3);
  const head = `${"from \\ to".padEnd(nameWidth)}${actors.map((_, index) => number(index)).join("")}`;
  const at = new Map(cells.map((cell) => [`${cell.from} ${cell.to}`, cell]));
  const rows = actors.map((from, index) => {
    const marks = actors.map((to) => {
      const cell = at.get(`${from} ${to}`);
      return (cell ? MARKS[cell.state] : "·").padStart(3);
    });
    return `${number(index)} ${from.padEnd(nameWidth - 4)}${marks.join("")}`;
  });
  const lines = cells.map(({ from, to, state, ports, says }) =>
    `  ${MARKS[state]} ${from.padEnd(nameWidth - 4)} -> ${to.padEnd(nameWidth - 4)} ${portsText(ports)}${says === "" ? "" : `  (${says})`}`.trimEnd(),
  );
  return [head, ...rows, "", ...lines, ""].join("\n");
}
