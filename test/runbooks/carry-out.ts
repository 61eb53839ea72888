// Pages carried out: an emulator of AWS is given what a platform has, and every command of the AWS CLI is run in the page's order,
// with what earlier ones saved. Each must print what its page says. What the emulator lacks is a table, and a line of it that has
// become untrue is a failure, too.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Platform } from "../../src/blueprint/platform.ts";
import { freePorts } from "../../src/drivers/process/free-ports.ts";
import { VOTER_HASH_KEY, VOTER_ITEM, voterRegions, voterTable } from "../../src/platform/names/voters.ts";
import { filledArgv, type RunbookCommand } from "../../src/platform/runbooks/command.ts";
import { grounds } from "../../src/platform/runbooks/ground.ts";
import { commandsOf, type Page } from "../../src/platform/runbooks/page.ts";
import { fence, markWanted, readmitByHand } from "../../src/platform/runbooks/voter-commands.ts";
import { AwsJudge, type Judged, pythonWith } from "./aws-judge.ts";
import type { Book } from "./every-command.ts";
import { LACKING, NOT_FOR_A_SCRIPT, OTHERWISE } from "./lacking.ts";
import { SAMPLES } from "./samples.ts";
import { makeWorld, type Roles } from "./world.ts";

const EMULATOR_MS_MAX = 240_000;
const LOOK_MS = 250;
/** The two ways of a relational database across regions. */
const CARRIED_OUT = ["flagship prod", "A prod"];

/** Pages after which the world is another one. */
const CHANGES_ROLES = /-to-|rebuild/;

/** The same page for the other direction differs in names alone. */
const isMirrored = ({ name }: Page, { regions }: Platform): boolean =>
  name.endsWith(`-to-${regions.primary.name}`) && !name.startsWith("fail-back");

/** How the world stands when somebody opens this page. */
function rolesFor({ name }: Page, { regions: { primary, standby } }: Platform): Roles {
  const here = [primary.name, standby.name].find((region) => name.endsWith(`-to-${region}`));
  const active = here === primary.name ? standby.name : primary.name;
  return {
    active,
    former: here !== undefined && /^(rejoin|fail-back)/.test(name) ? here : null,
    whole: here === undefined,
  };
}

type World = { readonly judge: AwsJudge; readonly roles: Roles; readonly made: Readonly<Record<string, string>> };
type Told = {
  readonly say: (line: string) => void;
  readonly failures: string[];
  readonly ran: Set<string>;
  readonly changed: Set<string>;
  readonly lacking: Map<string, string>;
  count: number;
};

export async function carryOut(books: readonly Book[], say: (line: string) => void): Promise<readonly string[]> {
  const python = pythonWith("awscli", "moto.server") as string;
  const told: Told = { say, failures: [], ran: new Set(), changed: new Set(), lacking: new Map(), count: 0 };
  for (const book of books.filter(({ of }) => CARRIED_OUT.includes(of))) {
    const { platform } = book;
    if (platform === null) continue;
    const port = await freePorts(1);
    const emulator = startEmulator(python, port, platform.accountId);
    const directory = mkdtempSync(join(tmpdir(), "tandem-runbooks-"));
    try {
      await answering(port);
      const endpoint = `http://127.0.0.1:${port}`;
      const judge = new AwsJudge(python, environment(endpoint, directory), ["--endpoint-url", endpoint]);
      let before = "";
      let made: Readonly<Record<string, string>> | undefined;
      for (const page of book.pages.filter((one) => !isMirrored(one, platform))) {
        const roles = rolesFor(page, platform);
        if (made === undefined || CHANGES_ROLES.test(page.name) || CHANGES_ROLES.test(before)) {
          await fetch(`${endpoint}/moto-api/reset`, { method: "POST" });
          made = makeWorld(platform, endpoint, python, roles);
          if (page === book.pages[0]) await proveFence(platform, judge, told, say);
        }
        const [count, began] = [told.count, performance.now()];
        await runPage(page, platform, { judge, roles, made }, told);
        say(`     ${page.name}: ${told.count - count} commands (${((performance.now() - began) / 1000).toFixed(0)} s)`);
        before = page.name;
      }
      judge.end();
    } finally {
      emulator.kill("SIGTERM");
      rmSync(directory, { recursive: true, force: true });
    }
    say(`carried out: every page of ${book.of}, plans in one direction`);
  }
  say(
    `carried out on moto: ${told.count} commands, ${told.ran.size} operations (${told.changed.size} of them change something): ${[...told.ran].sort().join(", ")}`,
  );
  for (const [operation, because] of Object.entries(OTHERWISE))
    say(`  ~ answered otherwise by moto: ${operation}: ${because}`);
  for (const [operation, because] of told.lacking) say(`  - not on moto: ${operation}: ${because}`);
  for (const operation of Object.keys(LACKING))
    if (told.ran.has(operation)) told.failures.push(`lacking.ts says that moto lacks ${operation}, and it ran`);
  return told.failures;
}

function environment(endpoint: string, directory: string): NodeJS.ProcessEnv {
  for (const name of ["metadata.json"]) writeFileSync(join(directory, name), "{}");
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: "emulated",
    AWS_SECRET_ACCESS_KEY: "emulated",
    AWS_CONFIG_FILE: join(directory, "config"),
    KUBECONFIG: join(directory, "kubeconfig"),
  };
}

const operationOf = ({ argv }: Pick<RunbookCommand, "argv">): string => `${argv[0]} ${argv[1]}`;

async function runPage(page: Page, platform: Platform, { judge, roles, made }: World, told: Told): Promise<void> {
  const values: Record<string, string> = { ...SAMPLES, ...made, REGION: platform.regions.primary.name };
  await writeVoters(platform, judge, { beat: "3", holder: roles.active });
  if (page.name === "readmit-a-voter") await silence(platform, judge);
  for (const command of commandsOf(page)) {
    if (command.tool !== "aws") continue;
    const operation = operationOf(command);
    const because = LACKING[operation] ?? NOT_FOR_A_SCRIPT[operation];
    if (because !== undefined) {
      told.lacking.set(operation, because);
      if (NOT_FOR_A_SCRIPT[operation] !== undefined) continue;
    }
    const argv = filledArgv(command, values).map((word) => (word.startsWith("file://") ? "{}" : word));
    const judged = await judge.ask(argv, true);
    if (because !== undefined && !judged.ok) continue;
    const wrong = wrongWith(command, judged);
    if (wrong !== undefined) {
      // Said at once, since a run takes minutes.
      told.failures.push(`${platform.name}, ${page.name}: aws ${argv.join(" ")}\n   ${wrong}`);
      told.say(`FAIL ${told.failures.at(-1)}`);
    } else {
      told.ran.add(operation);
      if (command.effect === "changes") told.changed.add(operation);
      told.count += 1;
      if (command.saves !== undefined && judged.printed.trim() !== "None")
        values[command.saves] = judged.printed.trim();
    }
  }
}

function wrongWith({ argv, like }: RunbookCommand, { ok, says, printed }: Judged): string | undefined {
  if (!ok) return says.trim();
  if (
    like !== undefined &&
    OTHERWISE[operationOf({ argv })] === undefined &&
    !new RegExp(like, "m").test(printed.trim())
  )
    return `it printed ${JSON.stringify(printed.trim())}, and the page expects /${like}/`;
  return undefined;
}

/** All three voters name the primary under epoch 7, as they would in an ordinary hour. */
async function writeVoters(
  platform: Platform,
  judge: AwsJudge,
  { beat, holder = platform.regions.primary.name }: { readonly beat: string; readonly holder?: string },
): Promise<void> {
  for (const region of voterRegions(platform)) {
    const item = {
      [VOTER_HASH_KEY]: { S: VOTER_ITEM },
      format: { N: "2" },
      epoch: { N: "7" },
      holder: { S: holder },
      incarnation: { S: "a" },
      beat: { N: beat },
      marks: { M: { solo: { BOOL: false }, wanted: { BOOL: false } } },
    };
    await judge.ask(
      [
        "dynamodb",
        "put-item",
        "--region",
        region,
        "--table-name",
        voterTable(platform),
        "--item",
        JSON.stringify(item),
      ],
      true,
    );
  }
}

/** The heart of it: by these commands nobody can be fenced who lives, and nobody twice. */
async function proveFence(platform: Platform, judge: AwsJudge, told: Told, say: (line: string) => void): Promise<void> {
  const [ground] = grounds(platform);
  const values: Record<string, string> = {};
  const type = async (command: RunbookCommand): Promise<Judged> => {
    if (command.tool === "sleep") return { ok: true, says: "", printed: "", calls: [] };
    if (command.tool === "awk") {
      values.NEXT = String(Math.max(Number(values.EPOCH_HERE), Number(values.EPOCH_WITNESS)) + 1);
      return { ok: true, says: "", printed: values.NEXT, calls: [] };
    }
    const judged = await judge.ask(filledArgv(command, values), true);
    if (command.saves !== undefined) values[command.saves] = judged.printed.trim();
    return judged;
  };
  const claim = (holds: boolean, what: string): void => {
    say(`${holds ? "ok  " : "FAIL"} ${platform.name}: ${what}`);
    if (!holds) told.failures.push(`${platform.name}: ${what}`);
  };
  const isChange = ({ effect }: RunbookCommand) => effect === "changes";

  await writeVoters(platform, judge, { beat: "3" });
  for (const command of fence(ground).filter((one) => !isChange(one))) await type(command);
  await writeVoters(platform, judge, { beat: "4" });
  const alive = await Promise.all(fence(ground).filter(isChange).map(type));
  claim(
    alive.every(({ ok, says }) => !ok && says.includes("ConditionalCheckFailed")),
    "a holder whose beat has moved can't be fenced: both writes are refused",
  );

  for (const command of fence(ground).filter((one) => !isChange(one))) await type(command);
  const fenced = await Promise.all(fence(ground).filter(isChange).map(type));
  claim(
    fenced.every(({ ok, printed }) => ok && printed.trim() === `8\t${ground.here.name}`),
    "a holder that stands still is fenced at two voters, under the next epoch",
  );
  const again = await Promise.all(fence(ground).filter(isChange).map(type));
  claim(
    again.every(({ ok }) => !ok),
    "typed twice, the second time changes nothing",
  );

  await writeVoters(platform, judge, { beat: "3" });
  const wanted: Judged[] = [];
  for (const command of markWanted(ground)) wanted.push(await type(command));
  claim(
    wanted.every(({ ok }) => ok) && wanted.at(-1)?.printed.includes("True") === true,
    "a holder is marked as wanted without losing its record",
  );

  const witness = platform.regions.witness.name;
  const readmission = readmitByHand(ground, witness);
  const voting = await typeAll(readmission, type);
  claim(voting.at(-1)?.ok === false, "a voter that votes isn't given another record");
  await silence(platform, judge);
  const abstaining = await typeAll(readmission, type);
  claim(abstaining.at(-1)?.ok === true, "a voter without a record gets the one that the others agree on");
}

/** The witness's voter loses its record. */
const silence = (platform: Platform, judge: AwsJudge): Promise<Judged> =>
  judge.ask(
    [
      "dynamodb",
      "delete-item",
      "--region",
      platform.regions.witness.name,
      "--table-name",
      voterTable(platform),
      "--key",
      JSON.stringify({ [VOTER_HASH_KEY]: { S: VOTER_ITEM } }),
    ],
    true,
  );

async function typeAll(commands: readonly RunbookCommand[], type: (one: RunbookCommand) => Promise<Judged>) {
  const all: Judged[] = [];
  for (const command of commands) all.push(await type(command));
  return all;
}

/** Ends with this process, whatever ends that. */
function startEmulator(python: string, port: number, accountId: string): ChildProcess {
  const program = fileURLToPath(new URL("emulator.py", import.meta.url));
  const emulator = spawn(python, [program, String(port)], {
    stdio: "ignore",
    env: { ...process.env, MOTO_ACCOUNT_ID: accountId, MOTO_PORT: String(port) },
  });
  process.once("exit", () => emulator.kill("SIGTERM"));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  return emulator;
}

async function answering(port: number): Promise<void> {
  const until = performance.now() + EMULATOR_MS_MAX;
  while (performance.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/moto-api/`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  throw new Error(
    `moto didn't answer on port ${port} within ${EMULATOR_MS_MAX / 1000} s. Start it by hand to see why: python3 test/runbooks/emulator.py ${port}`,
  );
}
