// Runs one of PostgreSQL's programs to its end, as the server's user, in a clean environment, and says clearly why it failed.

import { spawn } from "node:child_process";
import { EXIT, Refused } from "../../core/errors.ts";
import type { ServerUser } from "./server-user.ts";

/** initdb takes about a second; a minute is a machine in trouble. */
const PROGRAM_MS_MAX = 60_000;
const OUTPUT_CHARACTERS_MAX = 65_536;

/** Nothing of ours leaks in: PGDATA, PGOPTIONS and a foreign locale would change what the programs do. */
export const CLEAN_ENVIRONMENT = { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

export const spawnAs = (user: ServerUser) => (user ? { uid: spawnId(user.uid), gid: spawnId(user.gid) } : {});

/** Node wants ids of spawn as signed 32-bit numbers; macOS's `nobody` is -2. */
const spawnId = (id: number): number => id | 0;

export function runProgram(
  program: string,
  parameters: string[],
  options: { user: ServerUser; cwd: string; input?: string },
): Promise<{ stdout: string; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      cwd: options.cwd,
      env: CLEAN_ENVIRONMENT,
      stdio: ["pipe", "pipe", "pipe"],
      ...spawnAs(options.user),
    });
    // Not spawn's own time-out: its timer outlives a program that couldn't be started.
    const overdue = setTimeout(() => child.kill("SIGKILL"), PROGRAM_MS_MAX);
    let stdout = "";
    let all = "";
    const keep = (text: string) => {
      all = (all + text).slice(-OUTPUT_CHARACTERS_MAX);
    };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout = (stdout + text).slice(-OUTPUT_CHARACTERS_MAX);
      keep(text);
    });
    child.stderr.setEncoding("utf8").on("data", keep);
    child.stdin.on("error", () => {
      // The program ended without reading its input; its exit says why.
    });
    child.stdin.end(options.input ?? "");
    child.once("error", (error) => {
      clearTimeout(overdue);
      reject(explainFailure(program, error.message, error));
    });
    child.once("close", (code, signal) => {
      clearTimeout(overdue);
      if (code === 0) resolve({ stdout, output: all });
      else reject(explainFailure(program, all || `ended by ${signal ?? `code ${code}`}`));
    });
  });
}

/** What the output means for a person, most telling rule first. */
const MEANINGS: { pattern: RegExp; exitCode: number; text: (match: RegExpMatchArray) => string }[] = [
  {
    pattern: /error while loading shared libraries: ([^:\s]+)|Library not loaded: (\S+)/,
    exitCode: EXIT.missing,
    text: ([, linux, mac]) =>
      `The library ${linux ?? mac} that PostgreSQL needs is missing or can't be read. Run \`npm ci\` in the clone; where ` +
      "the library belongs to the system, install it.",
  },
  {
    pattern: /No space left on device/,
    exitCode: EXIT.disk,
    text: () => "The disk is full, so PostgreSQL can't write. Free some space and start again; nothing was lost.",
  },
  {
    pattern: /could not bind IPv4 address "127\.0\.0\.1": Address already in use/,
    exitCode: EXIT.conflict,
    text: () =>
      "The port that PostgreSQL needs on 127.0.0.1 is in use by another program. Stop that program, or choose other " +
      "ports with --port N (Tandem uses N to N + 49).",
  },
  {
    pattern:
      /(?:invalid|incorrect) (?:checksum in|data in) (?:control )?file|could not (?:open|read) file "global\/pg_control"|control file contains|PANIC: {2}could not locate a valid checkpoint|calculated CRC checksum does not match/,
    exitCode: EXIT.badInput,
    text: () =>
      "The data directory of PostgreSQL is damaged (its control file or its log), and it was left untouched. Restore " +
      "it from a copy, or begin anew with --fresh.",
  },
  {
    pattern: /spawn \S+ (ENOENT|EACCES)/,
    exitCode: EXIT.missing,
    text: ([, code]) => `PostgreSQL's program can't be started (${code}). Run \`npm ci\` in the clone.`,
  },
];

/** The failure of a program or of the server, from what it printed; the last words follow where no rule knows them. */
export function explainFailure(program: string, output: string, cause?: Error): Refused {
  const options = { cause: cause ?? new Error(output.trim().slice(-2_000)) };
  for (const { pattern, exitCode, text } of MEANINGS) {
    const match = output.match(pattern);
    if (match) return new Refused(text(match), exitCode, options);
  }
  const telling = output.split("\n").filter((line) => /FATAL|PANIC|ERROR|error|HINT/.test(line));
  const last = (telling.length > 0 ? telling : output.trim().split("\n")).slice(-3).join(" / ").trim();
  return new Refused(`${program} failed: ${last}. Its output holds more.`, EXIT.internal, options);
}
