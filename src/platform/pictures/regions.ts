// The two regions and their network tiers, the witness beside them, and what stands before both.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { type Box, boxHeight, type Drawing, type Frame, type Line, type Rectangle, row } from "./drawing.ts";
import { edgeParts, type Part, privateParts, publicParts, servicePartsOf, storeParts } from "./parts.ts";

const MARGIN = 24;
const REGION_WIDTH = 790;
const GAP = 40;
const WIDTH = MARGIN * 2 + REGION_WIDTH * 2 + GAP;
const COLUMNS = 4;
const BETWEEN = 12;
const TITLE = 28;
const TOP = 56;

const TIERS = [
  { title: "Public subnets", note: "what the internet may reach", parts: publicParts },
  { title: "Private subnets", note: "EKS and what stands before it", parts: privateParts },
  { title: "Data subnets", note: "no way to or from the internet", parts: storeParts },
  { title: "Services of the region", note: "reached through private endpoints", parts: servicePartsOf },
] as const;

export function regionsPicture(platform: Platform): Drawing {
  const { primary, standby } = platform.regions;
  const edge = edgeRow(platform);
  const regionTop = edge.bottom + 56;
  const drawn = [primary, standby].map((region, index) =>
    regionColumn(platform, region, { x: MARGIN + index * (REGION_WIDTH + GAP), y: regionTop }),
  );
  const bottom = Math.max(...drawn.map((one) => one.bottom));
  const witness = witnessBox(platform, bottom + 56);
  const middles = drawn.map(({ frame }) => frame.at.x + frame.at.width / 2);
  const lines: Line[] = middles.flatMap((x): Line[] => [
    {
      path: [
        { x, y: edge.bottom },
        { x, y: regionTop },
      ],
      look: "flow",
    },
    {
      path: [
        { x, y: bottom },
        { x, y: witness.at.y + witness.at.height / 2 },
        { x: x < WIDTH / 2 ? witness.at.x : witness.at.x + witness.at.width, y: witness.at.y + witness.at.height / 2 },
      ],
      look: "copy",
      label: { text: "lease: two of three votes", at: { x, y: bottom + 32 } },
    },
  ]);
  return {
    title: `${platform.name}: regions and network tiers`,
    width: WIDTH,
    height: witness.at.y + witness.at.height + MARGIN,
    frames: [
      edge.frame,
      ...drawn.flatMap(({ frame, tiers }) => [{ ...frame, at: { ...frame.at, height: bottom - regionTop } }, ...tiers]),
    ],
    boxes: [...edge.boxes, ...drawn.flatMap(({ boxes }) => boxes), witness],
    lines,
    words: [{ at: { x: MARGIN, y: 34 }, text: `${platform.title} (${platform.environment})`, look: "title" }],
  };
}

function edgeRow(platform: Platform) {
  const parts = edgeParts(platform);
  const height = boxHeight(Math.max(...parts.map(({ lines }) => lines.length)));
  const at = { x: MARGIN, y: TOP, width: WIDTH - 2 * MARGIN, height: TITLE + height + BETWEEN };
  const inner = { x: at.x + BETWEEN, y: at.y + TITLE, width: at.width - 2 * BETWEEN, height };
  const places = row(inner, parts.length, BETWEEN);
  return {
    frame: { at, title: `Edge: belongs to no region · ${platform.domain}` },
    boxes: parts.map((part, index): Box => ({ ...part, at: places[index] as Rectangle })),
    bottom: at.y + at.height,
  };
}

function regionColumn(platform: Platform, region: Region, { x, y }: { x: number; y: number }) {
  const tiers: Frame[] = [];
  const boxes: Box[] = [];
  let top = y + TITLE;
  for (const { title, note, parts } of TIERS) {
    const made = parts(platform, region);
    const grid = gridOf(made, x + 2 * BETWEEN, top + TITLE, REGION_WIDTH - 4 * BETWEEN);
    const says = made.length === 0 ? `${title}: empty until a fail-over makes what belongs here` : `${title}: ${note}`;
    tiers.push({
      at: { x: x + BETWEEN, y: top, width: REGION_WIDTH - 2 * BETWEEN, height: TITLE + grid.height + BETWEEN },
      title: says,
    });
    boxes.push(...grid.boxes);
    top += TITLE + grid.height + 2 * BETWEEN;
  }
  const zones = region.zones.map(({ id }) => id).join(", ");
  const share = region.configured === "standby" ? `, ${Math.round(region.share * 100)} % of the capacity` : "";
  return {
    frame: {
      at: { x, y, width: REGION_WIDTH, height: top - y },
      title: `${region.name} (${region.configured}${share}) · ${region.cidr} · ${zones}`,
    },
    tiers,
    boxes,
    bottom: top,
  };
}

/** Rows of at most `COLUMNS` boxes; each row is as high as its highest. */
function gridOf(parts: readonly Part[], x: number, y: number, width: number): { boxes: Box[]; height: number } {
  const boxes: Box[] = [];
  let top = y;
  for (let first = 0; first < parts.length; first += COLUMNS) {
    const these = parts.slice(first, first + COLUMNS);
    const height = boxHeight(Math.max(...these.map(({ lines }) => lines.length)));
    const places = row({ x, y: top, width, height }, COLUMNS, BETWEEN);
    boxes.push(...these.map((part, index): Box => ({ ...part, at: places[index] as Rectangle })));
    top += height + BETWEEN;
  }
  return { boxes, height: Math.max(0, top - y - BETWEEN) };
}

function witnessBox({ regions: { witness } }: Platform, y: number): Box {
  const width = 300;
  return {
    at: { x: (WIDTH - width) / 2, y, width, height: boxHeight(2) },
    title: `Witness: ${witness.name}`,
    lines: ["one vote, no data", "its loss alone changes nothing"],
    look: "vote",
  };
}
