// Fast part of the proof; test/scenarios/recount.test.ts runs the same for longer, and the panels over a real access log.
import { test } from "node:test";
import { recountProperty } from "./property.ts";

test("every answer equals a naive recount of whatever events are here", () => recountProperty(8));
