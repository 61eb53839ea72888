// What stands before the program and the program itself must mean the same by a path.
import assert from "node:assert/strict";
import { test } from "node:test";
import { API_VERSION } from "../src/core/entrance.ts";
import { API } from "../src/workloads/console/endpoint.ts";

test("entrances lead to the version of the API that the program serves", () => {
  assert.equal(API, `/api/${API_VERSION}`);
});
