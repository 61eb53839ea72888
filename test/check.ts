// The quick loop: types, lint, dead code, layers and unit tests, side by side. `npm run check`
import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { slowTests } from "./slow-tests.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name: string) => join(root, "node_modules", name);
const node = process.execPath;

// All that `npm test` doesn't run one after the other, so that no test is anybody's to forget.
const unitTests = globSync(["src/**/*.test.ts", "test/**/*.test.ts"], { cwd: root })
  .filter((file) => !slowTests(root).includes(file))
  .sort();
// Tests of the pure rooms touch nothing outside of themselves, so a room's share one process: starting one and loading the
// property checker cost more than most of these files do.
const pureRooms: [name: string, places: string[]][] = [
  ["unit tests of the application", ["src/core/", "src/app/"]],
  ["unit tests of recovery", ["src/recovery/"]],
  ["unit tests of the blueprint", ["src/blueprint/", "test/blueprints/"]],
  [
    "unit tests of the platform",
    [
      "src/platform/",
      "test/networks.test.ts",
      "test/terraform/",
      "test/nginx/",
      "test/runbooks/",
      "test/coverage/",
      "test/docs/",
    ],
  ],
  ["unit tests of assess", ["src/assess/"]],
];
const testsOf = (rooms: string[]) => unitTests.filter((file) => rooms.some((room) => file.startsWith(room)));
const pureTests = new Set(pureRooms.flatMap(([, rooms]) => testsOf(rooms)));
const testing = (...options: string[]) => [node, "--test", ...options, "--test-timeout=60000", "--test-reporter=dot"];
const steps: [name: string, command: string[]][] = [
  // One checker: several each work out the blueprint's inferred types and the provider's generated ones anew.
  ["types", [node, bin("typescript/bin/tsc"), "-p", "tsconfig.json", "--checkers", "1"]],
  ["types of the console", [node, bin("typescript/bin/tsc"), "-p", "web/tsconfig.json"]],
  ["lint", [node, bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."]],
  ["dead code", [node, bin("knip/bin/knip.js"), "--no-progress"]],
  ...pureRooms.map(([name, rooms]): [string, string[]] => [
    name,
    [...testing("--test-isolation=none"), ...testsOf(rooms)],
  ]),
  [
    "unit tests of what touches the world",
    [
      ...testing(`--test-concurrency=${availableParallelism() + 1}`),
      ...unitTests.filter((file) => !pureTests.has(file)),
    ],
  ],
];

const began = performance.now();
// What only reckons comes first, a core each. What starts processes and looks at clocks has the machine to itself: beside a
// compiler it would measure the compiler.
const results = [...(await pooled(steps.slice(0, -1), availableParallelism())), ...(await pooled(steps.slice(-1), 1))];
const failed = results.filter((result) => !result.ok);
for (const result of failed) process.stdout.write(`\n── ${result.name}\n${result.output}\n`);
for (const result of results) {
  process.stdout.write(`${result.ok ? "ok  " : "FAIL"} ${result.name} (${(result.ms / 1000).toFixed(1)} s)\n`);
}
process.stdout.write(`${results.length - failed.length} passed, ${failed.length} failed\n`);
process.stdout.write(`${((performance.now() - began) / 1000).toFixed(1)} s in all\n`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function pooled(some: typeof steps, atOnce: number): Promise<Awaited<ReturnType<typeof run>>[]> {
  const waiting = some.entries();
  const done: Awaited<ReturnType<typeof run>>[] = [];
  const worker = async () => {
    for (const [index, [name, command]] of waiting) done[index] = await run(name, command);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return done;
}

function run(name: string, command: string[]): Promise<{ name: string; ok: boolean; ms: number; output: string }> {
  return new Promise((resolve) => {
    const start = performance.now();
    const child = spawn(command[0]!, command.slice(1), { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("close", (code) => resolve({ name, ok: code === 0, ms: performance.now() - start, output }));
  });
}
