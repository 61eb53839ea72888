// `npm run proof:kubernetes`: every object that synth renders for every blueprint and environment, read back from its text
// and looked at four times: by its kind's validator, by the compiler as a typed literal (which finds fields that don't
// exist), by `kubectl kustomize` as a whole directory, and once more with mistakes made on purpose, each of which must be
// found. All of it is P0: no cluster is asked, and what a chart makes of its values isn't seen.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { refusals } from "./kinds.ts";
import { kindKey, literalsOf, uniqueByText } from "./literals.ts";
import { type Mutation, mutationsOf } from "./mutations.ts";
import { type Rendered, renderedAll } from "./rendered.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const SOURCES = "./sources";
const COMPILE_MS_MAX = 5 * 60_000;
const KUSTOMIZE_MS_MAX = 30_000;
const SHOWN_MAX = 40;
/** A region's tree of rendered objects. */
const RENDERED = /^gitops\/(rendered\/[^/]+\/[^/]+)\//;
/** The compiler's line about one of our literals, wherever it thinks that we are. */
const ABOUT = /(?:^|\/)(kind|mistake)-(\d+)\.ts\(/;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
let failures = 0;
function report(what: string, wrong: readonly string[], began: number): void {
  say(`${wrong.length === 0 ? "ok  " : "FAIL"} ${what}, ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  for (const line of wrong.slice(0, SHOWN_MAX)) say(`     ${line}`);
  if (wrong.length > SHOWN_MAX) say(`     … and ${wrong.length - SHOWN_MAX} more`);
  failures += wrong.length;
}

let began = performance.now();
const all = await renderedAll();
const objects = uniqueByText(all);
const kinds = Map.groupBy(objects, ({ object }) => kindKey(object));
report(`${all.length} objects rendered and read back; ${objects.length} are unlike, of ${kinds.size} kinds`, [], began);

began = performance.now();
const refused: string[] = [];
for (const { where, object } of objects)
  for (const problem of await refusals(object)) refused.push(`${where}: ${problem}`);
report(`${objects.length} objects pass their kinds' validators`, refused, began);

began = performance.now();
const mutations: Mutation[] = [...kinds.values()].flatMap(([first]) =>
  first === undefined ? [] : mutationsOf(first.object),
);
const work = mkdtempSync(join(tmpdir(), "tandem-kubernetes-"));
try {
  const found = await compile(work, mutations);
  report(`${objects.length} typed literals: every field exists`, found.clean, began);
  const byValidator = new Set<number>();
  for (const [index, { object }] of mutations.entries())
    if ((await refusals(object)).length > 0) byValidator.add(index);
  const missed = mutations.filter((_, index) => !byValidator.has(index) && !found.mutated.has(index));
  const only = mutations.filter((_, index) => !byValidator.has(index) && found.mutated.has(index)).length;
  report(
    `${mutations.length} mistakes made on purpose, all found: ${byValidator.size} by validators, ${found.mutated.size} by the compiler, ${only} by it alone`,
    missed.map(({ what }) => `not found: ${what}`),
    began,
  );
  began = performance.now();
  kustomize(work, all);
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

/** One run of the compiler over all of it. Answers what it says of real objects, and which mistakes it found. */
async function compile(
  directory: string,
  mistakes: readonly Mutation[],
): Promise<{ readonly clean: readonly string[]; readonly mutated: ReadonlySet<number> }> {
  symlinkSync(join(root, "node_modules"), join(directory, "node_modules"));
  symlinkSync(join(root, "src/platform"), join(directory, "sources"));
  for (const [index, group] of [...kinds.values()].entries())
    writeFileSync(
      join(directory, `kind-${index}.ts`),
      literalsOf(
        group.map(({ object }) => object),
        SOURCES,
      ),
    );
  for (const [index, { object }] of mistakes.entries())
    writeFileSync(join(directory, `mistake-${index}.ts`), literalsOf([object], SOURCES));
  writeFileSync(
    join(directory, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        noEmit: true,
        strict: true,
        skipLibCheck: true,
        module: "nodenext",
        target: "esnext",
        allowImportingTsExtensions: true,
        preserveSymlinks: true,
        types: [],
      },
      include: ["kind-*.ts", "mistake-*.ts"],
    }),
  );
  const { stdout, stderr, error } = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-p", directory, "--checkers", "1", "--pretty", "false"],
    { cwd: directory, encoding: "utf8", timeout: COMPILE_MS_MAX, maxBuffer: 256 * 1024 * 1024 },
  );
  if (error !== undefined)
    throw new Error(`The compiler didn't run over the literals in ${directory}.`, { cause: error });
  if (stderr !== "")
    throw new Error(`The compiler failed over the literals in ${directory}: ${stderr.slice(0, 2_000)}`);
  const lines = stdout.split("\n").filter((line) => /^\S.*\(\d+,\d+\): error /.test(line));
  const unknown = stdout.split("\n").filter((line) => /^error /.test(line));
  if (unknown.length > 0) throw new Error(`The compiler can't read its settings: ${unknown.join(" ")}`);
  const names = [...kinds.keys()];
  const about = (line: string) => ABOUT.exec(line) ?? [];
  return {
    clean: lines
      .filter((line) => about(line)[1] !== "mistake")
      .map((line) => `${names[Number(about(line)[2])] ?? ""}: ${line}`),
    mutated: new Set(lines.flatMap((line) => (about(line)[1] === "mistake" ? [Number(about(line)[2])] : []))),
  };
}

/** Each region's tree, as kustomize reads it, folder by folder: it refuses two objects of one name, and what is no object. */
function kustomize(directory: string, files: readonly Rendered[]): void {
  if (spawnSync("kubectl", ["version", "--client"], { stdio: "ignore" }).error) {
    say("FAIL kubectl isn't on PATH. Get it: https://kubernetes.io/docs/tasks/tools/");
    failures += 1;
    return;
  }
  const inRegions = files.filter(({ path }) => RENDERED.test(path));
  const wrong: string[] = [];
  let folders = 0;
  const regions = Map.groupBy(
    inRegions,
    ({ where, path }) => `${where.slice(0, where.indexOf(":"))}: ${RENDERED.exec(path)?.[1]}`,
  );
  for (const [region, own] of regions) {
    const place = join(directory, "kustomize", String(folders));
    const components = Map.groupBy(own, ({ path }) => basename(dirname(path)));
    for (const [component, parts] of components) {
      mkdirSync(join(place, component), { recursive: true });
      for (const { path, text } of parts) writeFileSync(join(place, component, basename(path)), text);
      kustomization(
        join(place, component),
        parts.map(({ path }) => basename(path)),
      );
    }
    kustomization(place, [...components.keys()]);
    const { status, stdout, stderr } = spawnSync("kubectl", ["kustomize", place], {
      encoding: "utf8",
      timeout: KUSTOMIZE_MS_MAX,
      maxBuffer: 64 * 1024 * 1024,
    });
    const documents = stdout.split(/^---$/m).length;
    if (status !== 0) wrong.push(`${region}: ${stderr.trim().slice(0, 300)}`);
    else if (documents !== own.length) wrong.push(`${region}: ${own.length} objects went in and ${documents} came out`);
    folders += components.size;
  }
  report(`${folders} folders of ${regions.size} regions pass kubectl kustomize`, wrong, began);
}

function kustomization(place: string, resources: readonly string[]): void {
  writeFileSync(join(place, "kustomization.yaml"), JSON.stringify({ resources }));
}
