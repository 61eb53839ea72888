// Asks AWS through its own command line, which people with an account have set up already: their profile, their single sign-on,
// their region settings. Used for reading only.

import { execFile } from "node:child_process";

export type AwsAnswer =
  | { kind: "answer"; json: unknown }
  /** AWS answered that it won't: the error code (`AccessDeniedException`) where it named one, and its sentence. */
  | { kind: "refused"; code: string; says: string }
  | { kind: "unreachable"; says: string }
  | { kind: "missing" };

const ANSWER_MS_MAX = 30_000;
const ANSWER_BYTES_MAX = 16 * 1024 * 1024;
/** "An error occurred (AccessDenied) when calling the GetServiceQuota operation: …" */
const REFUSAL = /An error occurred \(([^)]+)\)[^:]*: ([^\n]*)/;

/** `words` are what a person would type after `aws`; only verbs that read are let through. */
export async function askAws(region: string, words: readonly string[]): Promise<AwsAnswer> {
  const verb = words[1] ?? "";
  if (!READING.test(verb)) throw new Error(`"aws ${words.join(" ")}" isn't known to read only, so it isn't run.`);
  const given = [...words, "--region", region, "--output", "json"];
  return new Promise((resolve) => {
    const options = {
      timeout: ANSWER_MS_MAX,
      maxBuffer: ANSWER_BYTES_MAX,
      env: { ...process.env, AWS_MAX_ATTEMPTS: "3", AWS_PAGER: "" },
    };
    execFile("aws", given, options, (error, stdout, stderr) => {
      if (error === null) resolve(parsed(stdout));
      else if (error.code === "ENOENT") resolve({ kind: "missing" });
      else if (error.killed === true)
        resolve({ kind: "unreachable", says: `no answer within ${ANSWER_MS_MAX / 1_000} s` });
      else resolve(refusal(stderr));
    });
  });
}

export const READING = /^(get|list|describe|simulate)-/;

function parsed(stdout: string): AwsAnswer {
  try {
    return { kind: "answer", json: stdout.trim() === "" ? {} : JSON.parse(stdout) };
  } catch {
    return { kind: "unreachable", says: `the answer isn't JSON: ${stdout.slice(0, 200)}` };
  }
}

function refusal(stderr: string): AwsAnswer {
  const [, code, says] = REFUSAL.exec(stderr) ?? [];
  if (code !== undefined && says !== undefined) return { kind: "refused", code, says };
  return { kind: "unreachable", says: stderr.trim().split("\n").at(-1) ?? "it ended with an error and said nothing" };
}
