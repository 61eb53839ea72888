import assert from "node:assert/strict";
import { test } from "node:test";
import { methodLabel, OTHER_ROUTE, routeNames } from "./http-routes.ts";
import { EXPORTERS } from "./metric.ts";
import { ROUTES } from "./routes.ts";

test("a path gets the name of the route that it fits, whole, and any other path the same one", () => {
  const nameOf = routeNames(["/healthz", "/runs", "/runs/:run", "/runs/:run/journal", "/bucket/:key*"]);
  const names: Record<string, string> = {
    "/healthz": "/healthz",
    "/healthz?deep=1": "/healthz",
    "/runs/7": "/runs/:run",
    "/runs/7/journal": "/runs/:run/journal",
    "/runs/7/other": OTHER_ROUTE,
    "/bucket/a/b/c": "/bucket/:key*",
    "/runs/": "/runs/:run",
    "/": OTHER_ROUTE,
    "": OTHER_ROUTE,
    "/wp-login.php": OTHER_ROUTE,
  };
  for (const [path, name] of Object.entries(names)) assert.equal(nameOf(path), name, path);
});

test("a method that nobody knows is no label of its own", () => {
  assert.deepEqual(["GET", "PROPFIND", undefined].map(methodLabel), ["GET", "other", "other"]);
});

test("every process has its routes here, but those whose routes have another source", () => {
  const others = ["edge", "console", "collector"];
  assert.deepEqual(Object.keys(ROUTES).sort(), EXPORTERS.filter((name) => !others.includes(name)).sort());
});
