// Terraform as these proofs run it: found on PATH, its provider initialised once and shared by every root, at most two at a
// time, each bounded, and whatever a run leaves behind ended with it.
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const RUN_MS_MAX = 15 * 60_000;
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;
/** As every synthesized root has it, so that one initialisation serves all. */
export const REQUIREMENTS = `terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100, < 7.0"
    }
  }
}
`;

export class Missing extends Error {}

/** Throws a sentence that says how to get Terraform where there is none. */
export function requireTerraform(): string {
  const { stdout, error } = spawnSync("terraform", ["version", "-json"], { encoding: "utf8" });
  if (error) {
    throw new Missing(
      "Terraform isn't on PATH. Get 1.11 or later from https://developer.hashicorp.com/terraform/install and try again.",
    );
  }
  return (JSON.parse(stdout) as { terraform_version: string }).terraform_version;
}

/** The process groups under way, which end with this process. */
const running = new Set<number>();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    for (const pid of running) endGroup(pid);
    process.exit(1);
  });
}

/** `output` is everything that was printed; `printed` is what went to standard output alone. */
export type Run = {
  readonly code: number;
  readonly output: string;
  readonly printed: string;
  readonly seconds: number;
};

/** Runs Terraform in a directory. The run has a process group of its own, so that no provider outlives it. */
export function terraform(
  directory: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn("terraform", args, {
      cwd: directory,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      // A version check would be the only call to the network.
      env: { ...process.env, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0", ...environment },
    });
    if (child.pid !== undefined) running.add(child.pid);
    let output = "";
    let printed = "";
    const keep = (chunk: Buffer): void => {
      if (output.length < OUTPUT_BYTES_MAX) output += chunk;
    };
    child.stdout.on("data", (chunk: Buffer) => {
      keep(chunk);
      if (printed.length < OUTPUT_BYTES_MAX) printed += chunk;
    });
    child.stderr.on("data", keep);
    const limit = setTimeout(() => endGroup(child.pid), RUN_MS_MAX);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(limit);
      if (child.pid !== undefined) running.delete(child.pid);
      // A provider whose Terraform failed in a test's tear-down would stay for ever.
      endGroup(child.pid);
      resolve({ code: code ?? 1, output, printed, seconds: (performance.now() - began) / 1000 });
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group is gone, as it should be.
  }
}

/** Initialises the provider once; the answer prepares a root by a link to it, in no time. */
export async function initialiseOnce(work: string): Promise<(root: string) => void> {
  const shared = join(work, "provider");
  mkdirSync(shared, { recursive: true });
  writeFileSync(join(shared, "main.tf"), REQUIREMENTS);
  const { code, output } = await terraform(shared, ["init", "-backend=false", "-no-color"]);
  if (code !== 0) {
    throw new Error(
      `terraform init found no AWS provider of 5.100 or later. Without a network, put one into a directory and set TF_CLI_ARGS_init=-plugin-dir=<directory>. It said:\n${output}`,
    );
  }
  return (root) => {
    mkdirSync(join(root, ".terraform"), { recursive: true });
    const providers = join(root, ".terraform", "providers");
    if (!existsSync(providers)) symlinkSync(join(shared, ".terraform", "providers"), providers);
    copyFileSync(join(shared, ".terraform.lock.hcl"), join(root, ".terraform.lock.hcl"));
  };
}

/** Runs at most `width` of the jobs at once, and answers in their order. */
export async function side<Job, Answer>(
  jobs: readonly Job[],
  width: number,
  run: (job: Job) => Promise<Answer>,
): Promise<Answer[]> {
  const answers = new Map<number, Answer>();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < jobs.length) {
      const index = next++;
      answers.set(index, await run(jobs[index] as Job));
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return jobs.map((_, index) => answers.get(index) as Answer);
}

/** What Terraform said of errors, without its frame. */
export const errorsOf = (output: string): string =>
  output
    .split("\n")
    .map((line) => line.replace(/^[│╷╵]\s?/, ""))
    .filter((line) => line.trim() !== "")
    .join("\n");
