// The health checks that Argo CD runs, run: by a Lua of our own over objects as a cluster would show them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lauxlib, lua, lualib, to_luastring } from "fengari";
import { HEALTH_CHECKS } from "../../src/platform/gitops/argo-health.ts";

type Answer = { readonly status: string; readonly message: string };

/** A value as Lua writes it. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(literal).join(",")}}`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .map(([key, one]) => `[${JSON.stringify(key)}]=${literal(one)}`)
      .join(",")}}`;
  return JSON.stringify(value);
}

function health(kind: string, object: unknown): Answer {
  const state = lauxlib.luaL_newstate();
  lualib.luaL_openlibs(state);
  const text = `local obj = ${literal(object)}\n${HEALTH_CHECKS[kind]}`;
  const failed = lauxlib.luaL_loadstring(state, to_luastring(text)) || lua.lua_pcall(state, 0, 1, 0);
  if (failed) assert.fail(lua.lua_tojsstring(state, -1));
  const field = (name: string): string => {
    lua.lua_getfield(state, 1, to_luastring(name));
    return lua.lua_tojsstring(state, -1);
  };
  return { status: field("status"), message: field("message") };
}

const application = (name: string, status: string, healthy: string) => ({ name, status, health: { status: healthy } });

test("a wave is healthy once each of its Applications is synced and healthy, and not before", () => {
  const made = [{ type: "ResourcesUpToDate", status: "True" }];
  const table: [string, unknown, string][] = [
    ["nothing known", {}, "Progressing"],
    ["nothing made yet", { status: { conditions: made } }, "Progressing"],
    [
      "one isn't synced",
      of(application("a", "Synced", "Healthy"), application("b", "OutOfSync", "Healthy")),
      "Progressing",
    ],
    [
      "one isn't healthy",
      of(application("a", "Synced", "Healthy"), application("b", "Synced", "Progressing")),
      "Progressing",
    ],
    ["one isn't looked at", of({ name: "a" }), "Progressing"],
    ["one is degraded", of(application("a", "Synced", "Healthy"), application("b", "Synced", "Degraded")), "Degraded"],
    [
      "it can't be worked out",
      { status: { conditions: [{ type: "ErrorOccurred", status: "True", message: "no file" }] } },
      "Degraded",
    ],
    ["all are", of(application("a", "Synced", "Healthy"), application("b", "Synced", "Healthy")), "Healthy"],
  ];
  for (const [what, object, status] of table)
    assert.equal(health("argoproj.io_ApplicationSet", object).status, status, what);

  function of(...resources: unknown[]) {
    return { status: { conditions: made, resources } };
  }
});

test("each other check says what its object's own condition says", () => {
  for (const kind of Object.keys(HEALTH_CHECKS).filter((one) => one.startsWith("karpenter"))) {
    const of = (status: string) => health(kind, { status: { conditions: [{ type: "Ready", status, reason: "x" }] } });
    assert.deepEqual(
      [health(kind, {}).status, of("True").status, of("False").status, of("Unknown").status],
      ["Progressing", "Healthy", "Degraded", "Progressing"],
      kind,
    );
  }
  const application = (status: string) => health("argoproj.io_Application", { status: { health: { status } } }).status;
  assert.deepEqual(["Healthy", "Degraded", "Missing"].map(application), ["Healthy", "Degraded", "Missing"]);
  assert.equal(health("argoproj.io_Application", {}).status, "Progressing");
});
