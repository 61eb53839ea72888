// `npm run proof:runbooks`: what the runbooks tell people to type, put to the tools themselves. Every command of the AWS CLI is read
// by the CLI, its parameters checked against AWS's model and its query against a sample of the answer. Every flag of kubectl is one
// that kubectl has. Then the commands of whole pages are carried out, in their order, on an emulator of AWS that holds what they are
// about. And what a page says is typed on call, the role of who is on call may do. What the emulator lacks is listed by name.
import { spawnSync } from "node:child_process";
import { filledArgv } from "../../src/platform/runbooks/command.ts";
import { commandsOf } from "../../src/platform/runbooks/page.ts";
import { AwsJudge, pythonWith } from "./aws-judge.ts";
import { carryOut } from "./carry-out.ts";
import { type Book, everyBook, printedIn } from "./every-command.ts";
import { actionsOf, grantsOnCall, missedFixtures, refusedBy } from "./permitted.ts";
import { SAMPLES } from "./samples.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Commands with a fault each; a judge that lets one pass would let anything pass. */
const PLANTED: readonly (readonly string[])[] = [
  ["rds", "promote-replica", "--db-instance-identifier", "x"],
  ["rds", "promote-read-replica", "--db-instance-name", "x", "--region", "ap-south-1"],
  ["rds", "promote-read-replica", "--region", "ap-south-1"],
  ["rds", "promote-read-replica", "--db-instance-identifier", "x", "--backup-retention-period", "many"],
  ["rds", "describe-db-instances", "--query", "DBInstances[0].Endpoint.Adress", "--output", "text"],
  ["rds", "describe-db-instances", "--query", "DBInstances[0.Endpoint", "--output", "text"],
  ["rds", "wait", "db-instance-promoted", "--db-instance-identifier", "x"],
  ["dynamodb", "update-item", "--table-name", "x", "--key", '{"register":"lease"}'],
  ["eks", "update-kubeconfig", "--cluster", "x"],
];

const failures: string[] = [];
const missing = [
  pythonWith("awscli", "botocore") === undefined
    ? "the AWS CLI for Python. Get it with: pip install awscli"
    : undefined,
  pythonWith("moto.server") === undefined ? "moto. Get it with: pip install 'moto[server]==5.2.1'" : undefined,
  spawnSync("kubectl", ["version", "--client"], { stdio: "ignore" }).error
    ? "kubectl. Get it from https://kubernetes.io/docs/tasks/tools/"
    : undefined,
].filter((one) => one !== undefined);

if (missing.length > 0) {
  for (const one of missing) say(`This proof needs ${one}`);
  process.exitCode = 1;
} else {
  const began = performance.now();
  const books = await everyBook();
  await parseAws(books);
  parseKubectl(books);
  failures.push(...(await carryOut(books, say)));
  for (const failure of failures) say(`── ${failure}`);
  say(
    `${failures.length === 0 ? "proved" : `${failures.length} failures`} in ${((performance.now() - began) / 1000).toFixed(0)} s`,
  );
  process.exitCode = failures.length === 0 ? 0 : 1;
}

/** Each command once, whatever page it stands on. */
function distinct(
  books: readonly Book[],
  tool: "aws" | "kubectl",
): ReadonlyMap<string, { where: string; argv: string[] }> {
  const found = new Map<string, { where: string; argv: string[] }>();
  for (const { of, page, command } of printedIn(books)) {
    if (command.tool !== tool) continue;
    const argv = filledArgv(command, SAMPLES);
    const key = JSON.stringify(argv);
    if (!found.has(key)) found.set(key, { where: `${of}, ${page.name}`, argv });
  }
  return found;
}

async function parseAws(books: readonly Book[]): Promise<void> {
  const judge = new AwsJudge(pythonWith("awscli") as string, { AWS_DEFAULT_REGION: "ap-south-1" });
  for (const argv of PLANTED)
    if ((await judge.ask(argv, false)).ok) failures.push(`the AWS CLI takes a planted fault: aws ${argv.join(" ")}`);
  const all = [...distinct(books, "aws").values()];
  const calls = new Map<string, readonly string[]>();
  for (const { where, argv } of all) {
    // Files that a person writes first.
    const words = argv.map((word) => (word.startsWith("file://") ? "{}" : word));
    const { ok, says, calls: asked } = await judge.ask(words, false);
    calls.set(JSON.stringify(argv), asked);
    if (!ok) failures.push(`${where}: aws ${argv.join(" ")}\n   ${says}`);
  }
  judge.end();
  holdAgainstRoles(books, calls);
  say(
    `aws: ${all.length} commands read by the AWS CLI, their parameters and queries held against AWS's own model; ${PLANTED.length} planted faults found`,
  );
}

/** Each command of a page that is on call's, in each platform, against the policies of that role in that platform's Terraform. */
function holdAgainstRoles(books: readonly Book[], calls: ReadonlyMap<string, readonly string[]>): void {
  const python = pythonWith("moto.server") as string;
  let held = 0;
  const refused = new Map<string, string>();
  for (const { of, platform, pages } of books) {
    if (platform === null) continue;
    const grants = grantsOnCall(platform, python);
    failures.push(...missedFixtures(grants, platform).map((fault) => `${of}: ${fault}`));
    const { primary, standby } = platform.regions;
    for (const page of pages.filter(({ role }) => role?.kind === "on-call")) {
      for (const command of commandsOf(page).filter(({ tool }) => tool === "aws")) {
        const asked = calls.get(JSON.stringify(filledArgv(command, SAMPLES))) ?? [];
        for (const region of [primary.name, standby.name]) {
          for (const call of actionsOf(filledArgv(command, { ...SAMPLES, REGION: region }), asked)) {
            held += 1;
            const why = refusedBy(grants, call);
            if (why !== undefined) refused.set(`${page.name} ${why}`, `${of}, ${page.name}: ${why}`);
          }
        }
      }
    }
  }
  failures.push(...refused.values());
  if (held === 0) failures.push("no call of a page that is on call's was held against its role");
  say(`roles: ${held} calls of the pages that are on call's, each held against what that role may do in that region`);
}

function parseKubectl(books: readonly Book[]): void {
  const all = [...distinct(books, "kubectl").values()];
  const help = new Map<string, string>();
  const helpOf = (words: readonly string[]): string => {
    const key = words.join(" ");
    const known = help.get(key) ?? spawnSync("kubectl", [...words, "--help"], { encoding: "utf8" }).stdout;
    help.set(key, known);
    return known;
  };
  const global = spawnSync("kubectl", ["options"], { encoding: "utf8" }).stdout;
  for (const { where, argv } of all) {
    const [verb = "", noun = ""] = argv;
    const own = helpOf(["config", "create"].includes(verb) ? [verb, noun] : [verb]);
    for (const word of argv) {
      const flag = /^--[a-z-]+/.exec(word)?.[0];
      if (flag !== undefined && !own.includes(`${flag}=`) && !global.includes(`${flag}=`))
        failures.push(`${where}: kubectl ${argv.join(" ")}\n   kubectl ${verb} has no ${flag}`);
    }
  }
  say(`kubectl: ${all.length} commands, each flag one that ${verbs(all)} has`);
}

function verbs(all: readonly { argv: string[] }[]): string {
  return [...new Set(all.map(({ argv }) => argv[0]))].join(", ");
}
