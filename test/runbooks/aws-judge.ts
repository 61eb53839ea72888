// The AWS CLI as a process that judges commands one after another (aws_cli.py).
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type Judged = {
  readonly ok: boolean;
  readonly says: string;
  readonly printed: string;
  /** "rds DescribeDBInstances": what the command asks of AWS, where it was only read. */
  readonly calls: readonly string[];
};

/** A Python that has the AWS CLI, and moto for those who ask for it; undefined where there is none. */
export const pythonWith = (...modules: readonly string[]): string | undefined =>
  ["python3", "python"].find(
    (name) =>
      spawnSync(name, ["-c", modules.map((one) => `import ${one}`).join("\n")], { stdio: "ignore" }).status === 0,
  );

export class AwsJudge {
  private readonly child: ChildProcess;
  private readonly waiting: ((judged: Judged) => void)[] = [];

  /** Words that are added where a command is carried out. */
  private readonly added: readonly string[];

  constructor(python: string, environment: NodeJS.ProcessEnv = {}, added: readonly string[] = []) {
    this.added = added;
    this.child = spawn(python, [fileURLToPath(new URL("aws_cli.py", import.meta.url))], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, AWS_EC2_METADATA_DISABLED: "true", AWS_PAGER: "", ...environment },
    });
    if (this.child.stdout)
      createInterface({ input: this.child.stdout }).on("line", (line) => this.waiting.shift()?.(JSON.parse(line)));
    this.child.once("close", () => {
      for (const answer of this.waiting.splice(0))
        answer({ ok: false, says: "the process that holds the AWS CLI ended", printed: "", calls: [] });
    });
  }

  ask(argv: readonly string[], run: boolean): Promise<Judged> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.child.stdin?.write(`${JSON.stringify({ argv: run ? [...argv, ...this.added] : argv, run })}\n`);
    });
  }

  end(): void {
    this.child.stdin?.end();
  }
}
