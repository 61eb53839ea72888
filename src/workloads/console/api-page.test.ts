// The manual's page of the API names every path that there is, and none that there isn't.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { API } from "./endpoint.ts";
import { consoleForTest } from "./test-console.ts";

const page = readFileSync(new URL("../../../docs/manual/api.md", import.meta.url), "utf8");
const table = page.split("## Endpoints")[1]?.split("\n## ")[0] ?? "";

/** Paths of a row; one that begins with "…" goes on from the row's first. */
const ROWS = table.split("\n").flatMap((line) => {
  const paths = [...(line.split("|")[2] ?? "").matchAll(/`([^`]+)`/g)].map(([, path]) => shape(path as string));
  return paths[0]?.startsWith("/") && !paths[0].startsWith(API) ? [paths] : [];
});

/** Without its question, and with nothing but a mark for what a caller fills in. */
function shape(path: string): string {
  return (path.split("?")[0] as string).replace(/\{\w+\}/g, "{}");
}

function isOn(row: readonly string[], named: string, path: string): boolean {
  if (!named.startsWith("…")) return named === path;
  const [, first] = (row[0] ?? "").split("/");
  return path.startsWith(`/${first}/`) && path.endsWith(named.slice(1));
}

test("the manual names every path of the API, and none that there isn't", async () => {
  const { body } = await (await consoleForTest()).get("/openapi.json");
  const paths = Object.keys(body.paths)
    .filter((path) => path.startsWith(API))
    .map((path) => shape(path.slice(API.length)));
  assert.ok(paths.length > 20 && ROWS.length > 15, `${paths.length} paths, ${ROWS.length} rows`);
  const isSaid = (path: string) =>
    page.includes(`\`${API}${path}\``) || ROWS.some((row) => row.some((named) => isOn(row, named, path)));
  const unsaid = paths.filter((path) => !isSaid(path));
  const absent = ROWS.flatMap((row) => row.filter((named) => !paths.some((path) => isOn(row, named, path))));
  assert.deepEqual({ unsaid, absent }, { unsaid: [], absent: [] });
});
