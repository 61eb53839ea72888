// `npm test`: the quick checks first, then what needs real processes, one file after another: each starts its own regions.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { slowTests } from "./slow-tests.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const wanted = process.argv.slice(2);

if (wanted.length === 0) run(["test/check.ts"]);
const files = wanted.length > 0 ? wanted : slowTests(root);
run(["--test", "--test-concurrency=1", "--test-timeout=300000", "--test-reporter=spec", ...files]);

function run(args: string[]): void {
  const { status, signal } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (signal) process.stderr.write(`ended by ${signal}\n`);
  if (status !== 0) process.exit(status ?? 1);
}
