// A drawing as SVG: text of its own that needs nothing else, in the reader's light or dark.
import { type Box, type Drawing, type Frame, type Line, labelRectangle, SIZES, type Words } from "./drawing.ts";

const STYLE = `
  :root { color-scheme: light dark; --ink: #1f2933; --soft: #52606d; --paper: #ffffff; --frame: #f5f7fa; --edge: #9aa5b1;
    --outside: #e4e7eb; --entry: #dbeafe; --compute: #d1fae5; --store: #fef3c7; --vote: #fae8ff; --flow: #2b6cb0; --copy: #2f855a; --late: #b7791f; }
  @media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --soft: #9aa5b1; --paper: #14181d; --frame: #1b2128; --edge: #52606d;
    --outside: #323f4b; --entry: #1e3a5f; --compute: #14452f; --store: #4d3b10; --vote: #4a2352; --flow: #63b3ed; --copy: #68d391; --late: #f6ad55; } }
  text { font: ${SIZES.plain}px system-ui, sans-serif; fill: var(--ink); }
  .title { font-size: ${SIZES.title}px; font-weight: 600; } .head { font-size: ${SIZES.head}px; font-weight: 600; }
  .ground { fill: var(--paper); } .frame { fill: var(--frame); stroke: var(--edge); } .frame-title { fill: var(--soft); font-weight: 600; }
  .box { stroke: var(--edge); stroke-width: 1.2; } .outside { fill: var(--outside); stroke-dasharray: 4 3; } .entry { fill: var(--entry); }
  .compute { fill: var(--compute); } .store { fill: var(--store); stroke-width: 2; } .vote { fill: var(--vote); stroke-dasharray: 8 3; }
  .line { fill: none; stroke-width: 1.8; } .flow { stroke: var(--flow); } .copy { stroke: var(--copy); stroke-width: 2.4; } .late { stroke: var(--late); stroke-dasharray: 6 4; }
  .label-ground { fill: var(--paper); }`;

export function svgText(drawing: Drawing): string {
  const { width, height, title } = drawing;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${STYLE}\n</style>`,
    `<defs>${(["flow", "copy", "late"] as const).map(marker).join("")}</defs>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...drawing.frames.map(frame),
    ...drawing.lines.map(line),
    ...drawing.boxes.map(box),
    ...drawing.lines.flatMap(label),
    ...drawing.words.map(words),
    "</svg>\n",
  ].join("\n");
}

const marker = (look: string): string =>
  `<marker id="${look}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto-start-reverse"><path class="line ${look}" style="stroke-dasharray:none" d="M1 1 L7 4 L1 7"/></marker>`;

const frame = ({ at, title }: Frame): string =>
  `<rect class="frame" x="${at.x}" y="${at.y}" width="${at.width}" height="${at.height}" rx="8"/><text class="frame-title" x="${at.x + SIZES.padding}" y="${at.y + 18}">${escaped(title)}</text>`;

function box({ at, title, lines, look }: Box): string {
  const x = at.x + SIZES.padding;
  const first = at.y + SIZES.padding + SIZES.head - 2;
  return [
    `<rect class="box ${look}" x="${at.x}" y="${at.y}" width="${at.width}" height="${at.height}" rx="6"/>`,
    `<text class="head" x="${x}" y="${first}">${escaped(title)}</text>`,
    ...lines.map(
      (text, index) => `<text x="${x}" y="${first + (index + 1) * SIZES.linePitch}">${escaped(text)}</text>`,
    ),
  ].join("");
}

function line({ path, look, both }: Line): string {
  const [start, ...rest] = path;
  const way = [`M${start.x} ${start.y}`, ...rest.map(({ x, y }) => `L${x} ${y}`)].join(" ");
  return `<path class="line ${look}" d="${way}" marker-end="url(#${look})"${both ? ` marker-start="url(#${look})"` : ""}/>`;
}

function label({ label: said }: Line): string[] {
  if (!said) return [];
  const { x, y, width, height } = labelRectangle(said);
  return [
    `<rect class="label-ground" x="${x}" y="${y}" width="${width}" height="${height}" rx="3"/><text x="${said.at.x}" y="${said.at.y}" text-anchor="middle">${escaped(said.text)}</text>`,
  ];
}

const words = ({ at, text, look }: Words): string =>
  `<text class="${look}" x="${at.x}" y="${at.y}">${escaped(text)}</text>`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
