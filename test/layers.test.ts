// The import rules of the house: which folder may import which, and which folders are pure. docs/ARCHITECTURE.md
// prints the same table, and the last test keeps the two equal.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Folder → the folders it may import, itself always included. */
const MAY_IMPORT: Record<string, string[]> = {
  core: [],
  app: ["core"],
  recovery: ["core"],
  blueprint: ["core"],
  platform: ["core", "blueprint", "recovery"],
  assess: ["core", "blueprint", "recovery", "platform"],
  drivers: ["core", "app", "recovery", "blueprint", "platform", "assess"],
  workloads: ["core", "app", "recovery", "drivers"],
  local: ["core", "app", "recovery", "drivers", "workloads"],
  drills: ["core", "app", "recovery", "drivers", "workloads", "local"],
  cli: ["core", "app", "recovery", "blueprint", "platform", "assess", "drivers", "workloads", "local", "drills"],
};

/** Pure folders: no clock, no environment, no I/O; the packages named are the only ones. */
const PURE: Record<string, string[]> = {
  core: [],
  app: ["zod"],
  recovery: [],
  blueprint: ["zod"],
  platform: ["kubernetes-models", "@kubernetes-models", "yaml", "fflate", "node:crypto"],
  assess: ["zod"],
};

const files = globSync("src/**/*.ts", { cwd: root });
const importsOf = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)[^"';]*?from\s*"([^"]+)"|import\("([^"]+)"\)|(?:^|\n)import\s+"([^"]+)"/g,
    ),
  ].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
const roomOf = (path: string): string => path.split("/")[1] ?? "";

test("every folder under src is in the import table", () => {
  const rooms = new Set(files.map(roomOf));
  assert.deepEqual(
    [...rooms].filter((room) => !(room in MAY_IMPORT)),
    [],
  );
});

test("folders import only from the left", () => {
  const wrong: string[] = [];
  for (const file of files) {
    const room = roomOf(file);
    for (const target of importsOf(readFileSync(join(root, file), "utf8"))) {
      if (!target.startsWith(".")) continue;
      const path = normalize(join(dirname(file), target));
      // The reference blueprints stand outside src: tests try everything on them.
      if (path.startsWith("blueprints/") && file.endsWith(".test.ts")) continue;
      const to = roomOf(path);
      if (to !== room && !MAY_IMPORT[room]?.includes(to)) wrong.push(`${file} imports ${target}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("pure folders have no packages, clock, environment or I/O", () => {
  const wrong: string[] = [];
  for (const file of files) {
    const allowed = PURE[roomOf(file)];
    if (!allowed || file.endsWith(".test.ts")) continue;
    const text = readFileSync(join(root, file), "utf8");
    for (const target of importsOf(text)) {
      if (!target.startsWith(".") && !allowed.some((name) => target === name || target.startsWith(`${name}/`)))
        wrong.push(`${file} imports ${target}`);
    }
    const code = text.replace(/\/\/.*$|\/\*[\s\S]*?\*\//gm, "");
    for (const [word] of code.matchAll(
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandom(?:Bytes|Int|UUID|FillSync)\b|(?<![.\w])process\.(?:env|argv|cwd|exit|pid|hrtime|stdout|stderr|memoryUsage)\b|\bperformance\.|\bsetTimeout\(|\bfetch\(/g,
    )) {
      wrong.push(`${file} uses ${word}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("docs/ARCHITECTURE.md prints the same import table", () => {
  const text =
    readFileSync(join(root, "docs/ARCHITECTURE.md"), "utf8")
      .split(/^## /m)
      .find((part) => part.startsWith("The house")) ?? "";
  const printed = Object.fromEntries(
    [...text.matchAll(/^\| `(\w+)` *\|([^|]*)\|/gm)].map((row) => [
      row[1],
      [...(row[2] ?? "").matchAll(/`(\w+)`/g)].map((name) => name[1]),
    ]),
  );
  assert.deepEqual(printed, MAY_IMPORT);
});
