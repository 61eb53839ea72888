// `npm run bench [NAME ...]`: runs the benchmarks beside this file, prints their tables and writes bench/results/<name>.json
// with the machine's description. Each figure stands beside a control measured in the same run; trust the ratios.
import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export type BenchTable = { name: string; rows: Record<string, string | number>[] };

const root = fileURLToPath(new URL("..", import.meta.url));
const chosen = process.argv.slice(2);
const files = globSync("bench/*.ts", { cwd: root }).filter((file) => basename(file) !== "run.ts");
const names = files.map((file) => basename(file, ".ts")).sort();
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark "${unknown[0]}". There are: ${names.join(", ")}.\n`);
  process.exit(64);
}

const machine = {
  at: new Date().toISOString(),
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" }).trim(),
  processor: cpus()[0]?.model ?? "unknown",
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${process.arch}`,
  node: process.version,
};

mkdirSync(join(root, "bench/results"), { recursive: true });
for (const name of chosen.length > 0 ? chosen : names) {
  const { run } = (await import(pathToFileURL(join(root, `bench/${name}.ts`)).href)) as { run(): Promise<BenchTable> };
  const began = performance.now();
  const table = await run();
  process.stdout.write(`\n${table.name}\n`);
  console.table(table.rows);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  writeFileSync(
    join(root, `bench/results/${name}.json`),
    `${JSON.stringify({ ...table, machine, seconds }, null, 2)}\n`,
  );
}
