// `npm run proof:provider6`: every argument that the blueprints use is type-checked against version 6 of the AWS provider.
// Its types are those of @cdktn/provider-aws, which binds 6.66: 467 MB, so they are no dependency. This command installs
// them into a cache directory once, writes every resource of every blueprint as an object of its type, and asks the
// compiler. Version 6 itself runs nothing here: that a plan is the same on it isn't claimed.
import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { blueprintNames, synthesize } from "../synthesized.ts";
import { type ConfigType, type Declared, shapesOf, typeCheckText } from "./write-check.ts";

const PACKAGES = ["@cdktn/provider-aws@25.7.0", "cdktn@0.24.0", "constructs@10.6.0"];
const PROVIDER = "6.66.0";
const ERRORS_SHOWN_MAX = 60;

const root = fileURLToPath(new URL("../../../", import.meta.url));
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "tandem", `provider-aws-${PROVIDER}`);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const began = performance.now();
install();
const types = configTypes();
const used = new Map<string, Declared>();
let count = 0;
for (const name of blueprintNames()) {
  const { stacks } = await synthesize(name);
  for (const stack of stacks) {
    for (const resource of stack.resources) {
      if (resource.mode !== "resource") continue;
      count += 1;
      used.set(`${name} ${stack.name} ${resource.address}`, {
        where: `${name} ${stack.name}: ${resource.address}`,
        resource,
      });
    }
  }
}
const missing = [
  ...new Set([...used.values()].map(({ resource }) => resource.type).filter((type) => !types.has(type))),
];
for (const type of missing) say(`${type} isn't in provider ${PROVIDER}.`);
const checks = join(cache, "check");
mkdirSync(checks, { recursive: true });
writeFileSync(join(checks, "check.ts"), typeCheckText([...used.values()], types));
writeFileSync(
  join(checks, "tsconfig.json"),
  JSON.stringify({
    compilerOptions: {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: "nodenext",
      target: "esnext",
      types: [],
    },
    files: ["check.ts"],
  }),
);
const { status, stdout } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", checks], {
  encoding: "utf8",
});
const errors = stdout.split("\n").filter((line) => /error TS/.test(line));
const lines = readFileSync(join(checks, "check.ts"), "utf8").split("\n");
for (const error of errors.slice(0, ERRORS_SHOWN_MAX))
  say(`${whereOf(error)}: ${error.replace(/^.*error TS\d+: /, "")}`);
if (errors.length > ERRORS_SHOWN_MAX) say(`… and ${errors.length - ERRORS_SHOWN_MAX} more`);
const typeCount = new Set([...used.values()].map(({ resource }) => resource.type)).size;
say(
  `${count} resources of ${typeCount} types against provider ${PROVIDER}: ${errors.length} wrong arguments, ${missing.length} unknown types, ${((performance.now() - began) / 1000).toFixed(0)} s`,
);
process.exitCode = status === 0 && missing.length === 0 ? 0 : 1;

/** The resource that an error is in: the last comment above its line. */
function whereOf(error: string): string {
  const line = Number(/\((\d+),/.exec(error)?.[1] ?? 0);
  return (
    lines
      .slice(0, line)
      .findLast((text) => text.startsWith("// "))
      ?.slice(3) ?? "?"
  );
}

function install(): void {
  if (existsSync(join(cache, "node_modules/@cdktn/provider-aws/package.json"))) return;
  say(`Installing the types of provider ${PROVIDER} into ${cache}, once: 467 MB …`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, "package.json"), '{ "private": true, "type": "module" }\n');
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", ...PACKAGES], {
    cwd: cache,
    stdio: "inherit",
  });
  if (status !== 0)
    throw new Error(
      `npm could not install ${PACKAGES.join(", ")} into ${cache}. This command needs the npm registry the first time.`,
    );
}

/** Terraform type → its directory and the name of its arguments' type, read from the package itself. */
function configTypes(): ReadonlyMap<string, ConfigType> {
  const library = join(cache, "node_modules/@cdktn/provider-aws/lib");
  const found = new Map<string, ConfigType>();
  for (const file of globSync("*/index.d.ts", { cwd: library })) {
    const directory = file.split("/")[0] as string;
    if (directory.startsWith("data-")) continue;
    const text = readFileSync(join(library, file), "utf8");
    const terraform = /static readonly tfResourceType = "([a-z0-9_]+)"/.exec(text)?.[1];
    const type = /export interface (\w+Config[A-Z]?) extends \w+\.TerraformMetaArguments/.exec(text)?.[1];
    if (terraform === undefined || type === undefined) continue;
    const all = globSync(`${directory}/**/*.d.ts`, { cwd: library }).map((part) =>
      readFileSync(join(library, part), "utf8"),
    );
    found.set(terraform, { directory, type, shapes: shapesOf(all.join("\n")) });
  }
  return found;
}
