// The long part of the proof in test/recount: more lakes, more questions.
import { test } from "node:test";
import { recountProperty } from "../recount/property.ts";

test("every answer equals a naive recount, over hundreds of half-replicated lakes", () => recountProperty(200));
