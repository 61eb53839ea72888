// The AWS command line against the emulator: what a person's shell, or the recovery engine, does behind Terraform's back.
// Not waited for synchronously: the proxy that it asks lives in this process.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { filledArgv, type RunbookCommand } from "../../../src/platform/runbooks/command.ts";

const CALL_MS_MAX = 120_000;
const call = promisify(execFile);

export type Shell = { readonly endpoint: string; readonly environment: NodeJS.ProcessEnv };

/** What it prints. */
export async function aws({ endpoint, environment }: Shell, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await call("aws", ["--endpoint-url", endpoint, ...args], {
      encoding: "utf8",
      timeout: CALL_MS_MAX,
      env: { ...process.env, ...environment },
    });
    return stdout.trim();
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim() ?? "";
    throw new Error(`aws ${args.join(" ")} failed on the emulator: ${said}`, { cause });
  }
}

/** In a region, and what it prints as JSON says. */
export async function awsJson<Answer>(shell: Shell, region: string, args: readonly string[]): Promise<Answer> {
  const printed = await aws(shell, ["--region", region, "--output", "json", ...args]);
  return (printed === "" ? {} : JSON.parse(printed)) as Answer;
}

/** A runbook's own commands, one after the other; each must print what its page says that it prints. */
export async function follow(shell: Shell, commands: readonly RunbookCommand[]): Promise<void> {
  const values: Record<string, string> = {};
  for (const command of commands) {
    if (command.tool !== "aws") throw new Error(`${command.tool} ${command.argv.join(" ")} isn't for the emulator.`);
    const printed = await aws(shell, filledArgv(command, values));
    if (command.like !== undefined && !new RegExp(command.like, "m").test(printed))
      throw new Error(`aws ${command.argv.join(" ")} printed "${printed}"; its page says ${command.expect}`);
    if (command.saves !== undefined) values[command.saves] = printed;
  }
}
