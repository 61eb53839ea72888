import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as A } from "../../../blueprints/A.ts";
import { blueprint as B } from "../../../blueprints/B.ts";
import { blueprint as C } from "../../../blueprints/C.ts";
import { blueprint as D } from "../../../blueprints/D.ts";
import { blueprint as E } from "../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { resolve } from "../../blueprint/platform.ts";
import { type Drawing, labelRectangle, type Rectangle, SIZES, textWidth } from "./drawing.ts";
import { PICTURES, pictureFiles } from "./pictures.ts";
import { svgText } from "./svg.ts";

const PLATFORMS = Object.entries({ A, B, C, D, E, flagship }).flatMap(([name, blueprint]) =>
  (["prod", "dev"] as const).map((environment) => [`${name} ${environment}`, resolve(blueprint, environment)] as const),
);

const drawings: (readonly [string, Drawing])[] = PLATFORMS.flatMap(([name, platform]) =>
  Object.entries(PICTURES).map(([picture, { draw }]) => [`${name} ${picture}`, draw(platform)] as const),
);

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const inside = (inner: Rectangle, outer: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** What is wrong with where things stand. */
function faults({ width, height, boxes, frames, lines, words }: Drawing): string[] {
  const solid: (readonly [string, Rectangle])[] = [
    ...boxes.map(({ title, at }) => [`box ${title}`, at] as const),
    ...lines.flatMap(({ label }) => (label ? [[`label ${label.text}`, labelRectangle(label)] as const] : [])),
    ...words.map(({ text, at, look }) => {
      const size = SIZES[look];
      const weight = look === "plain" ? "plain" : "bold";
      return [
        `words ${text}`,
        { x: at.x, y: at.y - size, width: textWidth(text, size, weight), height: size },
      ] as const;
    }),
  ];
  const found: string[] = [];
  solid.forEach(([name, at], index) => {
    if (!inside(at, { x: 0, y: 0, width, height })) found.push(`${name} lies outside`);
    for (const [other, place] of solid.slice(index + 1))
      if (overlap(at, place)) found.push(`${name} overlaps ${other}`);
  });
  for (const { at, title } of frames) {
    if (!inside(at, { x: 0, y: 0, width, height })) found.push(`frame ${title} lies outside`);
    if (textWidth(title, SIZES.plain, "bold") + 2 * SIZES.padding > at.width)
      found.push(`frame ${title} is too narrow`);
    for (const box of boxes)
      if (overlap(at, box.at) && !inside(box.at, at)) found.push(`box ${box.title} stands half in frame ${title}`);
  }
  for (const { title, lines: says, at } of boxes)
    for (const [text, size, weight] of [
      [title, SIZES.head, "bold"],
      ...says.map((line) => [line, SIZES.plain, "plain"] as const),
    ] as const)
      if (textWidth(text, size, weight) + 2 * SIZES.padding > at.width)
        found.push(`"${text}" doesn't fit into its box`);
  return found;
}

test("in no picture does anything overlap, stand outside, or hold words that don't fit", () => {
  const found = drawings.flatMap(([name, drawing]) => faults(drawing).map((fault) => `${name}: ${fault}`));
  assert.deepEqual(found, []);
});

test("a box that stands on another one, words too long and a label outside are seen", () => {
  const at = { x: 10, y: 10, width: 100, height: 60 };
  const box = { at, title: "one", lines: [], look: "store" as const };
  const drawing: Drawing = {
    title: "broken",
    width: 200,
    height: 100,
    frames: [{ at: { x: 0, y: 0, width: 60, height: 90 }, title: "half" }],
    boxes: [box, { ...box, title: "two with far too many words" }],
    lines: [{ path: [at, at], look: "flow", label: { text: "away", at: { x: 500, y: 5 } } }],
    words: [],
  };
  const seen = faults(drawing).join("; ");
  for (const expected of [/one overlaps box two/, /doesn't fit/, /label away lies outside/, /half in frame/])
    assert.match(seen, expected);
});

test("a picture is one file that needs nothing else, in the reader's light or dark, and the same each time", () => {
  for (const [name, platform] of PLATFORMS) {
    const files = pictureFiles(platform);
    assert.deepEqual(files, pictureFiles(platform), name);
    for (const { path, text } of files) {
      assert.match(text, /^<svg [\s\S]*<\/svg>\n$/, path);
      assert.doesNotMatch(
        text.replace("http://www.w3.org/2000/svg", ""),
        /https?:|<script|<image|@import|undefined|NaN/,
        path,
      );
      assert.match(text, /prefers-color-scheme: dark/);
    }
  }
});

test("what is written is text, whatever a blueprint calls things", () => {
  const [, drawing] = drawings[0] ?? assert.fail();
  const text = svgText({ ...drawing, words: [{ at: { x: 1, y: 20 }, text: '<b>&"', look: "plain" }] });
  assert.match(text, /&lt;b&gt;&amp;&quot;/);
});
