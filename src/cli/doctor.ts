// `tandem doctor --aws`: asks an account, by commands that only read, for everything that an apply would miss.

import { type AccountCheck, at, type Verdict } from "../assess/account/account-check.ts";
import { accountChecks, identityCheck } from "../assess/account/account-checks.ts";
import { actionsOf, permissionCheck } from "../assess/account/permissions.ts";
import { EXIT, Refused } from "../core/errors.ts";
import { type AwsAnswer, askAws } from "../drivers/aws/aws-cli.ts";
import { synthesizeTerraform } from "../platform/terraform/stacks.ts";
import { choosePlatform } from "./chosen-platform.ts";

export type DoctorOptions = { readonly aws?: boolean; readonly environment?: string; readonly json?: boolean };
type Asked = { check: AccountCheck; verdict: Verdict };

/** A command line of AWS takes about half a second of a core to start. */
const AT_ONCE = 4;
const SIGNS = { ok: "✓", short: "✗", unknown: "?" } as const;

export async function runDoctor(which: string, options: DoctorOptions, out: NodeJS.WriteStream): Promise<number> {
  if (options.aws !== true)
    throw new Refused(
      "`tandem doctor --aws` asks an AWS account; `tandem status` asks the regions on this machine.",
      EXIT.usage,
    );
  const platform = await choosePlatform(which, options.environment);
  const stacks = synthesizeTerraform(platform);
  const first = await ask(identityCheck(platform, platform.regions.primary.name));
  const asked = [first.asked];
  // With the wrong account, or none, every other answer would be about something else.
  if (first.asked.verdict.kind === "ok") {
    const principal = await principalOf(first.answer, platform.regions.primary.name);
    const permissions = principal === null ? [] : [permissionCheck(principal, actionsOf(stacks))];
    const checks = [...accountChecks(platform, stacks), ...permissions];
    for (let from = 0; from < checks.length; from += AT_ONCE)
      asked.push(...(await Promise.all(checks.slice(from, from + AT_ONCE).map(ask))).map((one) => one.asked));
  }
  if (options.json === true) {
    const rows = asked.map(({ check: { title, region, command }, verdict }) => ({
      title,
      region,
      command,
      ...verdict,
    }));
    out.write(`${JSON.stringify(rows, null, 2)}\n`);
  } else out.write(text(asked));
  return asked.every(({ verdict }) => verdict.kind === "ok") ? EXIT.ok : EXIT.findings;
}

async function ask(check: AccountCheck): Promise<{ asked: Asked; answer: AwsAnswer }> {
  const answer = await askAws(check.region, check.command);
  if (answer.kind === "missing")
    throw new Refused(
      "The AWS command line isn't on the PATH. Get it from https://aws.amazon.com/cli/ (version 2), sign in (`aws configure sso` or AWS_PROFILE), then repeat this.",
      EXIT.missing,
    );
  return { asked: { check, verdict: verdictOf(check, answer) }, answer };
}

function verdictOf(check: AccountCheck, answer: Exclude<AwsAnswer, { kind: "missing" }>): Verdict {
  if (answer.kind === "answer") return check.judge(answer.json);
  const says =
    answer.kind === "refused"
      ? `AWS refused to say (${answer.code}): ${answer.says}`
      : `AWS wasn't reached: ${answer.says}`;
  return { kind: "unknown", says };
}

/** IAM's simulator takes a user's or a role's ARN; a session's names the role without its path, so the role is looked up. */
async function principalOf(identity: AwsAnswer, region: string): Promise<string | null> {
  const arn = identity.kind === "answer" ? String(at(identity.json, "Arn")) : "";
  const role = /:assumed-role\/([^/]+)\//.exec(arn)?.[1];
  if (role === undefined) return arn.includes(":user/") ? arn.replace(":sts:", ":iam:") : null;
  const found = await askAws(region, ["iam", "get-role", "--role-name", role]);
  const known = found.kind === "answer" ? at(found.json, "Role", "Arn") : undefined;
  return typeof known === "string" ? known : null;
}

function text(asked: readonly Asked[]): string {
  const lines = asked.flatMap(({ check, verdict }) => [
    `${SIGNS[verdict.kind]} ${check.region}: ${check.title}: ${verdict.says}`,
    ...(verdict.kind === "short" ? [`    ${verdict.mend}`] : []),
    ...(verdict.kind === "unknown"
      ? [`    by hand: aws ${check.command.join(" ").slice(0, 160)} --region ${check.region}`]
      : []),
  ]);
  const count = (kind: Verdict["kind"]) => asked.filter(({ verdict }) => verdict.kind === kind).length;
  lines.push(
    "",
    `${count("ok")} in order, ${count("short")} short, ${count("unknown")} unknown. Nothing was changed: only reading commands were run.`,
  );
  return `${lines.join("\n")}\n`;
}
