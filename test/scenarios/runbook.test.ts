// The runbook carried out by the letter: an installation loses its active region while automatic fail-over is paused, and a shell
// types what the printed pages say, command by command, in their order. What a page expects is what is seen.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { RegionStatus } from "../../src/core/resources.ts";
import { type RunbookCommand, shellText } from "../../src/platform/runbooks/command.ts";
import { localPages } from "../../src/platform/runbooks/local-pages.ts";
import { pageText, type Section } from "../../src/platform/runbooks/page.ts";
import { RunningInstallation } from "./running-installation.ts";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const COMMAND_MS_MAX = 60_000;
const LOSS_SEEN_MS_MAX = 30_000;
/** The checks that a fail-over asks for where the lost region isn't asked. */
const TAKES_OVER = ["guardian-answers", "two-voters-heard", "database-here", "capacity-here", "accepts-events"];
const [PRIMARY, STANDBY] = ["ap-south-1", "ap-south-2"] as const;

let running: RunningInstallation;
before(async () => {
  running = await RunningInstallation.prepare();
  await running.start();
});
after(async () => await running.remove());

type Typed = { readonly text: string; readonly code: number | null; readonly printed: string };

/** A shell that knows `tandem` and what the page says to set first; nothing else is put in. */
function type(text: string): Promise<Typed> {
  const shell = `tandem() { "${process.execPath}" "${MAIN}" "$@"; }\n${text}`;
  const child = spawn("sh", ["-c", shell], {
    // What a page writes (a list of what was lost) lies with the installation.
    cwd: running.directory,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, TANDEM_DATA: join(running.directory, "data"), REASON: "a drill by the book" },
    timeout: COMMAND_MS_MAX,
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += chunk));
  return new Promise((resolve) => child.on("close", (code) => resolve({ text, code, printed })));
}

/** Types every command of a section, in its order; each prints what the page says that it does. */
async function follow(page: string, anchor: string): Promise<readonly Typed[]> {
  const pages = localPages({ primary: PRIMARY, standby: STANDBY, data: running.directory });
  const sections: readonly Section[] = pages.find(({ name }) => name === page)?.sections ?? [];
  const commands: readonly RunbookCommand[] = sections
    .filter((section) => section.anchor === anchor)
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "commands" ? block.commands : [])));
  assert.ok(commands.length > 0, `${page} has commands under ${anchor}`);
  const typed: Typed[] = [];
  for (const command of commands) {
    const one = await type(shellText(command));
    typed.push(one);
    // What looks may find something wrong and say so by its exit code; what changes must succeed.
    if (command.effect === "changes") assert.equal(one.code, 0, `${one.text}\n${one.printed}`);
    if (command.like !== undefined) assert.match(one.printed, new RegExp(command.like), one.text);
  }
  return typed;
}

const roleOf = async (region: string): Promise<RegionStatus["role"] | undefined> =>
  (await running.status()).regions.find(({ name }) => name === region)?.role;

test("the page that tandem prints is the page that is followed", async () => {
  const { stdout } = await running.tandem("runbook", `fail-over-to-${STANDBY}`);
  const page = localPages({ primary: PRIMARY, standby: STANDBY, data: join(running.directory, "data") }).find(
    ({ name }) => name === `fail-over-to-${STANDBY}`,
  );
  assert.equal(stdout, page && pageText(page));
});

test("a region that is lost while nobody may act by themselves is replaced by hand, by the printed commands alone", async () => {
  const [paused] = await follow("start-here", "pause").then((typed) => typed.slice(0, 1));
  assert.ok(paused);
  // The second command of that section ended the pause again, so it is begun anew.
  await type(paused.text);
  await type(`tandem kill ${PRIMARY}`);
  // Its lease must have run out first: until then the engine refuses, in words, and a person looks again; as they do while the
  // region that is left is out of breath.
  await running.until("the loss is seen, and the other region can take over", LOSS_SEEN_MS_MAX, async () => {
    const { printed } = await type(`tandem failover --to ${STANDBY} --dry-run`);
    return (
      /steps, at most/.test(printed) &&
      TAKES_OVER.every((check) => !new RegExp(`(FAIL|\\?\\?\\?\\?) .*\\(${check},`).test(printed))
    );
  });
  const typed = await follow(`fail-over-to-${STANDBY}`, "do");
  assert.equal(await roleOf(STANDBY), "active");
  assert.ok(typed.every(({ printed }) => printed !== ""));
});

test("the region comes back by its page, and the role goes back by the other one", async () => {
  await follow(`rejoin-to-${PRIMARY}`, "do");
  await running.untilReadyToHandOver();
  await follow(`rejoin-to-${PRIMARY}`, "tail");
  await follow(`fail-back-to-${PRIMARY}`, "do");
  assert.equal(await roleOf(PRIMARY), "active");
});
