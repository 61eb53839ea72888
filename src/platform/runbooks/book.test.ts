import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint } from "../../../blueprints/flagship.ts";
import { resolve } from "../../blueprint/platform.ts";
import { runbookBook } from "./book.ts";
import { runbookPages } from "./runbooks.ts";

test("the book holds every page, each anchor once, and no link leads out of it", () => {
  const platform = resolve(blueprint);
  const book = runbookBook(platform);
  const anchors = [...book.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id as string);
  assert.equal(new Set(anchors).size, anchors.length);
  for (const { name } of runbookPages(platform)) assert.ok(anchors.includes(name), name);
  const links = [...book.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target as string);
  assert.ok(links.length > 50);
  for (const link of links) assert.ok(link.startsWith("#") && anchors.includes(link.slice(1)), link);
  assert.ok(book.startsWith('<a id="start-here">'));
});
