// `npm run proof:terraform [-- BLUEPRINT…] [-- --all]`: everything that Terraform itself can say about the synthesized code
// without an account. All blueprints are formatted and validated; the flagship (or those named, or all) is also planned,
// applied and taken down against a mocked AWS, root by root.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { mapResources } from "../../src/platform/terraform/language/map-resources.ts";
import { refusalsOf, refusalText } from "../../src/platform/terraform/refusals/table.ts";
import { mocksText, testable, testText } from "./mocks.ts";
import { blueprintNames, type Synthesized, synthesize, writeStacks } from "./synthesized.ts";
import {
  errorsOf,
  initialiseOnce,
  Missing,
  REQUIREMENTS,
  requireTerraform,
  side,
  terraform,
} from "./terraform-command.ts";

/** A provider takes a core and half a gigabyte. */
const ROOTS_AT_ONCE = 2;

type Outcome = { readonly what: string; readonly seconds: number; readonly failure?: string };

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const wanted = process.argv.slice(2);
const known = blueprintNames();
const unknown = wanted.filter((name) => name !== "--all" && !known.includes(name));
const tested = wanted.includes("--all") ? known : wanted.length > 0 ? wanted : ["flagship"];

if (unknown.length > 0) {
  say(`There is no blueprint ${unknown.join(", ")}. There are ${known.join(", ")}; --all tests every one.`);
  process.exitCode = 1;
} else {
  const work = mkdtempSync(join(tmpdir(), "tandem-proof-"));
  try {
    process.exitCode = (await prove(work)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    say(error.message);
    process.exitCode = 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function prove(work: string): Promise<boolean> {
  const began = performance.now();
  say(`Terraform ${requireTerraform()}`);
  const platforms = await Promise.all(known.map((name) => synthesize(name)));
  for (const { blueprint, stacks } of platforms) {
    const resources = stacks.flatMap((stack) => stack.resources.filter((resource) => resource.mode === "resource"));
    const types = new Set(resources.map((resource) => resource.type));
    say(`  ${blueprint}: ${stacks.length} roots, ${resources.length} resources of ${types.size} types`);
    writeStacks(join(work, "written", blueprint), stacks);
  }
  const prepare = await initialiseOnce(work);
  const outcomes = [
    ...platforms.map(refused),
    await formatted(work),
    await validated(work, platforms, prepare),
    ...(await side(
      platforms
        .filter(({ blueprint }) => tested.includes(blueprint))
        .flatMap(({ blueprint, stacks }) => stacks.map((stack) => ({ blueprint, stack }))),
      ROOTS_AT_ONCE,
      ({ blueprint, stack }) => applied(work, blueprint, stack, prepare),
    )),
  ];
  const failures = outcomes.filter((outcome) => outcome.failure !== undefined);
  for (const { what, failure } of failures) say(`\n── ${what}\n${failure}`);
  say(
    `\n${outcomes.length - failures.length} passed, ${failures.length} failed, ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  return failures.length === 0;
}

function told(outcome: Outcome): Outcome {
  say(`${outcome.failure === undefined ? "ok  " : "FAIL"} ${outcome.what} (${outcome.seconds.toFixed(1)} s)`);
  return outcome;
}

/** What AWS would refuse of it: the rules that Terraform doesn't know. */
function refused({ blueprint, stacks }: Synthesized): Outcome {
  const began = performance.now();
  const found = refusalsOf(stacks);
  const failure = found.length === 0 ? {} : { failure: found.map(refusalText).join("\n") };
  return told({
    what: `nothing that AWS is known to refuse: ${blueprint}`,
    seconds: (performance.now() - began) / 1000,
    ...failure,
  });
}

async function formatted(work: string): Promise<Outcome> {
  const { code, output, seconds } = await terraform(join(work, "written"), [
    "fmt",
    "-check",
    "-recursive",
    "-diff",
    "-no-color",
  ]);
  return told({
    what: `terraform fmt leaves all blueprints unchanged`,
    seconds,
    ...(code !== 0 && { failure: output.slice(0, 20_000) }),
  });
}

/**
 * All roots as modules of one, with one provider between them: a provider takes seconds to start, and a root has up to
 * three. Where a resource lives changes nothing of what its arguments may be; the roots as they are, providers and all,
 * are loaded by `terraform test`.
 */
async function validated(
  work: string,
  platforms: readonly Synthesized[],
  prepare: (root: string) => void,
): Promise<Outcome> {
  const root = join(work, "validated");
  const modules = platforms.flatMap(({ blueprint, stacks }) =>
    stacks.map((stack) => {
      const directory = join(root, blueprint);
      writeStacks(directory, [mapResources(stack, ({ provider: _, ...resource }) => resource)]);
      writeFileSync(join(directory, stack.name, "main.tf"), REQUIREMENTS);
      return { name: `${blueprint}-${stack.name}`.replaceAll("/", "_"), source: `./${blueprint}/${stack.name}` };
    }),
  );
  const what = `terraform validate: ${modules.length} roots of ${platforms.length} blueprints`;
  return told(await validateModules(root, what, modules, prepare));
}

async function validateModules(
  root: string,
  what: string,
  modules: readonly { readonly name: string; readonly source: string }[],
  prepare: (root: string) => void,
): Promise<Outcome> {
  writeFileSync(
    join(root, "modules.tf"),
    `${REQUIREMENTS}\nprovider "aws" {\n  region = "us-east-1"\n}\n\n${modules.map(({ name, source }) => `module "${name}" {\n  source = "${source}"\n}\n`).join("\n")}`,
  );
  prepare(root);
  // Modules of the same directory tree need no download: this writes their list.
  const got = await terraform(root, ["get", "-no-color"]);
  const { code, output, printed, seconds } = await terraform(root, ["validate", "-no-color", "-json"]);
  const failure =
    got.code !== 0
      ? errorsOf(got.output)
      : code === 0
        ? undefined
        : diagnosticsOf(printed).join("\n") || errorsOf(output);
  return { what, seconds, ...(failure !== undefined && { failure }) };
}

type Diagnostic = {
  severity: string;
  summary: string;
  detail?: string;
  range?: { filename: string; start: { line: number } };
};

function diagnosticsOf(output: string): readonly string[] {
  // Terraform may warn of its own configuration before the JSON begins.
  const json = output.slice(output.startsWith("{") ? 0 : output.indexOf("\n{") + 1);
  const { diagnostics } = JSON.parse(json) as { diagnostics: Diagnostic[] };
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(
      ({ summary, detail, range }) =>
        `${range ? `${range.filename}:${range.start.line}: ` : ""}${summary}. ${detail ?? ""}`,
    );
}

async function applied(
  work: string,
  blueprint: string,
  stack: Synthesized["stacks"][number],
  prepare: (root: string) => void,
): Promise<Outcome> {
  const directory = join(work, "tested", blueprint);
  const root = join(directory, stack.name);
  const variant = testable(stack);
  writeStacks(directory, [variant]);
  for (const [path, text] of [
    ["tests/mocks/aws.tfmock.hcl", mocksText(variant)],
    ["tests/apply.tftest.hcl", testText(variant)],
  ] as const) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  prepare(root);
  const { code, output, seconds } = await terraform(root, ["test", "-no-color"]);
  return told({
    what: `terraform test, planned, applied and taken down against mocks: ${blueprint} ${stack.name}`,
    seconds,
    ...(code !== 0 && { failure: errorsOf(output).slice(0, 20_000) }),
  });
}
