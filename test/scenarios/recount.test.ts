// The long part of the proof in test/recount: more lakes, more questions.
import { test } from "node:test";
import { recountPanels } from "../recount/panels-of-a-log.ts";
import { recountProperty } from "../recount/property.ts";

test("every answer equals a naive recount, over hundreds of half-replicated lakes", () => recountProperty(200));

test("every panel over a real access log equals a naive recount", () => recountPanels(1));
