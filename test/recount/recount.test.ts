// Fast part of the proof; test/scenarios/recount.test.ts runs the same for longer.
import { test } from "node:test";
import { recountPanels } from "./panels-of-a-log.ts";
import { recountProperty } from "./property.ts";

test("every answer equals a naive recount of whatever events are here", () => recountProperty(4));

test("panels over a real access log equal a naive recount", () => recountPanels(9));
