// The flows as a picture: actors stand in columns by where their interfaces lie, and a line for each flow between two of
// them carries its ports. It is text of its own, so it stands in a report, a page or a pull request; colours follow the
// reader's light or dark.
import { ACTORS, type Actor } from "../../blueprint/flows.ts";
import { cellsOf, type FlowCell, type FlowState } from "./matrix.ts";
import { portsText } from "./ports.ts";
import { type Network, type RegionSurvey, surveyOf } from "./survey.ts";

const BOX = { width: 138, height: 34 } as const;
const GAP = { x: 170, y: 26 } as const;
const MARGIN = { left: 24, top: 84 } as const;
const LINE_PITCH = 13;
const LABEL_MAX = 26;
/** Along its line, nearer to where it goes. */
const LABEL_PLACE = 0.82;

type Point = { readonly x: number; readonly y: number };
type Placed = Point & { readonly height: number };
const SIDES = ["left", "right"] as const;
type Side = (typeof SIDES)[number];

/** Columns by tier, as the survey saw them, from the world to the stores. */
const COLUMNS = ["Outside", "Entry", "Compute", "Services and stores", "Elsewhere"] as const;
const COLUMN_OF: Readonly<Record<Actor, number>> = {
  internet: 0,
  cloudfront: 0,
  "external-cdn": 0,
  "route53-checkers": 0,
  alb: 1,
  nginx: 1,
  "internal-alb": 1,
  "operator-host": 2,
  nodes: 2,
  build: 2,
  "control-plane": 2,
  "database-proxy": 3,
  database: 3,
  cache: 3,
  brokers: 3,
  search: 3,
  endpoints: 3,
  s3: 3,
  dynamodb: 3,
  "on-premises": 4,
  "peer-nodes": 4,
  "peer-brokers": 4,
};

const STYLE = `
  .ground { fill: #ffffff } text { font: 12px system-ui, sans-serif; fill: #1f2933 }
  .title { font-size: 16px; font-weight: 600 } .column { font-size: 12px; font-weight: 600; fill: #52606d }
  .box { fill: #eef2f6; stroke: #52606d } .ports { font-size: 10px; stroke: #ffffff; stroke-width: 4px; paint-order: stroke }
  .line { fill: none; stroke-width: 1.4; opacity: .85 }
  .passes { stroke: #2b6cb0 } .undeclared { stroke: #c53030; stroke-width: 2.4 }
  .stopped { stroke: #b7791f; stroke-width: 2.4; stroke-dasharray: 6 4 } .unseen { stroke: #718096; stroke-dasharray: 2 4 }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #14181d } text { fill: #e4e7eb } .column { fill: #9aa5b1 }
    .box { fill: #26303a; stroke: #9aa5b1 } .ports { stroke: #14181d }
    .passes { stroke: #63b3ed } .undeclared { stroke: #fc8181 } .stopped { stroke: #f6ad55 } .unseen { stroke: #a0aec0 }
  }`;

export function flowPicture(platform: Network["platform"], stacks: Network["stacks"]): string {
  const { regions } = surveyOf({ platform, stacks });
  const drawings = new Map<string, { names: string[]; drawing: Drawing }>();
  for (const region of regions) {
    const cells = cellsOf(region);
    if (cells.length === 0) continue;
    const drawing = draw(cells);
    const same = drawings.get(drawing.text);
    if (same) same.names.push(regionName(region));
    else drawings.set(drawing.text, { names: [regionName(region)], drawing });
  }
  const all = [...drawings.values()];
  const width = MARGIN.left * 2 + COLUMNS.length * BOX.width + (COLUMNS.length - 1) * GAP.x;
  let top = 0;
  const parts = all.map(({ names, drawing }) => {
    const title = `${platform.name}: who can reach whom in ${names.join(" and ")}`;
    const part = `<g transform="translate(0 ${top})"><text class="title" x="${MARGIN.left}" y="32">${escaped(title)}</text>${drawing.text}</g>`;
    top += drawing.height;
    return part;
  });
  const height = top + 44;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Flows of ${escaped(platform.name)}">`,
    `<style>${STYLE}\n</style>`,
    `<defs>${STATES.map(marker).join("")}</defs>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...parts,
    legend(height - 18),
    "</svg>\n",
  ].join("\n");
}

const regionName = ({ vpc }: RegionSurvey): string => vpc.region.name;

type Drawing = { readonly text: string; readonly height: number };

function draw(cells: readonly FlowCell[]): Drawing {
  const actors = ACTORS.filter((actor) => cells.some(({ from, to }) => from === actor || to === actor));
  const columns = COLUMNS.map((_, column) => actors.filter((actor) => COLUMN_OF[actor] === column));
  const beside = anchors(cells);
  const heightOf = (actor: Actor) =>
    Math.max(
      BOX.height,
      10 + LINE_PITCH * Math.max(...SIDES.map((side) => beside.get(`${actor} ${side}`)?.length ?? 0)),
    );
  const tall = (column: readonly Actor[]) =>
    column.reduce((sum, actor) => sum + heightOf(actor), 0) + Math.max(0, column.length - 1) * GAP.y;
  const height = Math.max(...columns.map(tall));
  const places = new Map<Actor, Placed>();
  columns.forEach((column, index) => {
    // A short column stands in the middle of the tallest.
    let y = MARGIN.top + Math.round((height - tall(column)) / 2);
    for (const actor of column) {
      places.set(actor, { x: MARGIN.left + index * (BOX.width + GAP.x), y, height: heightOf(actor) });
      y += heightOf(actor) + GAP.y;
    }
  });
  const middle = (actor: Actor) => places.get(actor)!.y + places.get(actor)!.height / 2;
  for (const list of beside.values()) list.sort((a, b) => middle(a.other) - middle(b.other));
  const heads = COLUMNS.map(
    (name, index) => `<text class="column" x="${MARGIN.left + index * (BOX.width + GAP.x)}" y="62">${name}</text>`,
  );
  const lines = cells.map((cell) => line(cell, beside, places));
  const boxes = actors.map((actor) => box(actor, places.get(actor)!));
  return {
    text: [...heads, ...lines.map(([path]) => path), ...boxes, ...lines.map(([, label]) => label)].join("\n"),
    height: MARGIN.top + height + 32,
  };
}

const box = (actor: Actor, { x, y, height }: Placed): string =>
  `<rect class="box" x="${x}" y="${y}" width="${BOX.width}" height="${height}" rx="6"/><text x="${x + BOX.width / 2}" y="${y + height / 2 + 4}" text-anchor="middle">${actor}</text>`;

/** One end of a line on the side of a box. */
type Anchor = { readonly cell: FlowCell; readonly end: "from" | "to"; readonly other: Actor };
type Anchors = ReadonlyMap<string, Anchor[]>;

/** Lines leave a box towards where they go; within a column they bow to the right. */
function sidesOf({ from, to }: FlowCell): { readonly from: Side; readonly to: Side } {
  const [here, there] = [COLUMN_OF[from], COLUMN_OF[to]];
  return { from: here <= there ? "right" : "left", to: here < there ? "left" : "right" };
}

function anchors(cells: readonly FlowCell[]): Anchors {
  const found = new Map<string, Anchor[]>();
  for (const cell of cells)
    for (const end of ["from", "to"] as const) {
      const key = `${cell[end]} ${sidesOf(cell)[end]}`;
      const list = found.get(key) ?? [];
      found.set(key, list);
      list.push({ cell, end, other: end === "from" ? cell.to : cell.from });
    }
  return found;
}

function line(cell: FlowCell, beside: Anchors, places: ReadonlyMap<Actor, Placed>): readonly [string, string] {
  const sides = sidesOf(cell);
  const start = pointOf(cell, "from", sides.from, beside, places);
  const end = pointOf(cell, "to", sides.to, beside, places);
  const bows = sides.from === sides.to;
  const reach = bows ? 40 + Math.abs(end.y - start.y) / 6 : Math.abs(end.x - start.x) / 2;
  const first = { x: start.x + (sides.from === "right" ? reach : -reach), y: start.y };
  const second = { x: end.x + (sides.to === "right" ? reach : -reach), y: end.y };
  const path = `M${n(start.x)} ${n(start.y)} C${n(first.x)} ${n(first.y)} ${n(second.x)} ${n(second.y)} ${n(end.x)} ${n(end.y)}`;
  const full = portsText(cell.ports);
  const short = full.length > LABEL_MAX ? `${full.slice(0, full.lastIndexOf(",", LABEL_MAX))}, …` : full;
  const tip = escaped(`${cell.from} -> ${cell.to}: ${full}${cell.says === "" ? "" : ` (${cell.says})`}`);
  const label = at(start, first, second, end, bows ? 0.5 : LABEL_PLACE);
  return [
    `<path class="line ${cell.state}" d="${path}" marker-end="url(#${cell.state})"><title>${tip}</title></path>`,
    `<text class="ports" x="${n(label.x)}" y="${n(label.y + 3)}" text-anchor="middle">${escaped(short)}<title>${tip}</title></text>`,
  ];
}

/** Each line has a place of its own on the side of a box, in the order of what is at its other end. */
function pointOf(
  cell: FlowCell,
  end: "from" | "to",
  side: Side,
  beside: Anchors,
  places: ReadonlyMap<Actor, Placed>,
): Point {
  const place = places.get(cell[end])!;
  const list = beside.get(`${cell[end]} ${side}`) ?? [];
  const index = list.findIndex((anchor) => anchor.cell === cell && anchor.end === end);
  return {
    x: side === "right" ? place.x + BOX.width : place.x,
    y: place.y + ((index + 1) * place.height) / (list.length + 1),
  };
}

/** A point of a cubic curve. */
function at(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const u = 1 - t;
  const mix = (axis: "x" | "y") =>
    u * u * u * a[axis] + 3 * u * u * t * b[axis] + 3 * u * t * t * c[axis] + t * t * t * d[axis];
  return { x: mix("x"), y: mix("y") };
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

const STATES: readonly FlowState[] = ["passes", "undeclared", "stopped", "unseen"];
const MEANINGS: Readonly<Record<FlowState, string>> = {
  passes: "declared and possible",
  undeclared: "possible, not declared",
  stopped: "declared, doesn't pass",
  unseen: "can't be seen from here",
};
const marker = (state: FlowState): string =>
  `<marker id="${state}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto"><path class="line ${state}" style="stroke-dasharray:none" d="M1 1 L7 4 L1 7"/></marker>`;

const legend = (y: number): string =>
  STATES.map((state, index) => {
    const x = MARGIN.left + index * 240;
    return `<path class="line ${state}" d="M${x} ${y - 4} h40"/><text x="${x + 50}" y="${y}">${escaped(MEANINGS[state])}</text>`;
  }).join("\n");

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
