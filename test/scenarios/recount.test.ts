// The long part of the proof in test/recount: more lakes, more questions. The same ones each time, so that a failure is the
// change's; TANDEM_SEED=fresh looks for new ones, and a failing seed can be given by its number.
import { test } from "node:test";
import { recountPanels } from "../recount/panels-of-a-log.ts";
import { recountProperty } from "../recount/property.ts";

test("every answer equals a naive recount, over hundreds of half-replicated lakes", () =>
  recountProperty(200, seedOf(process.env.TANDEM_SEED)));

function seedOf(wish: string | undefined): number {
  if (wish === undefined) return 20_261_121;
  return wish === "fresh" ? Date.now() : Number(wish);
}

test("every panel over a real access log equals a naive recount", () => recountPanels(1));
