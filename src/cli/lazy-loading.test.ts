// What a process loads before it does anything: sixteen of them start at once, and each must be quick.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Every file and package that is loaded with these, not counting what is only imported as a type or on demand. */
function loadedWith(...files: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.startsWith("src/")) return;
    const text = readFileSync(join(root, file), "utf8");
    for (const [, what, target] of text.matchAll(/^(?:import|export)\s+((?:(?!from)[\s\S])*?)\s*from\s+"([^"]+)"/gm)) {
      if (what?.startsWith("type ")) continue;
      visit(target?.startsWith(".") ? normalize(join(dirname(file), target)) : (target ?? ""));
    }
  };
  for (const file of files) visit(file);
  return seen;
}
const ofKubernetes = (name: string): boolean =>
  /^@?kubernetes-models/.test(name) || name.startsWith("src/platform/kubernetes/");

test("tandem up, its supervisors and its workloads load no model of Kubernetes; synth does", () => {
  const running = loadedWith(
    "src/cli/main.ts",
    "src/cli/up.ts",
    "src/cli/run-supervisor.ts",
    "src/cli/run-workload.ts",
    ...globSync("src/workloads/*/start.ts", { cwd: root }),
  );
  assert.ok(running.size > 200, `${running.size} files`);
  assert.deepEqual([...running].filter(ofKubernetes), []);
  assert.ok([...loadedWith("src/cli/synth.ts")].some(ofKubernetes));
});

test("the table of commands loads no command", () => {
  const table = [...loadedWith("src/cli/commands.ts")];
  assert.deepEqual(
    table.filter((name) => ofKubernetes(name) || name === "src/cli/synth.ts" || name === "src/cli/up.ts"),
    [],
  );
});
