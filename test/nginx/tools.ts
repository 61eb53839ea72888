// The programs that the proof needs beside Node, and how to get the one that is missing.
import { spawn, spawnSync } from "node:child_process";

const TOOLS = [
  ["nginx", ["-v"], "apt-get install nginx-light"],
  ["openssl", ["version"], "apt-get install openssl"],
  ["aws", ["--version"], "pip install awscli (2.13 or later, or 1.29 or later: it must heed AWS_ENDPOINT_URL)"],
  ["moto_server", ["--help"], "pip install 'moto[server]'"],
  ["ansible-playbook", ["--version"], "apt-get install ansible-core"],
] as const;

export class Missing extends Error {}

/** The first line that each says of itself. Throws Missing with a line per tool that isn't here. */
export function requireTools(): readonly string[] {
  const lines: string[] = [];
  const missing: string[] = [];
  for (const [name, args, how] of TOOLS) {
    const { status, stdout, stderr } = spawnSync(name, args, { encoding: "utf8" });
    if (status !== 0) missing.push(`${name} is missing: ${how}`);
    else if (name !== "moto_server") lines.push(`${stdout}${stderr}`.split("\n")[0]!.trim());
  }
  if (missing.length > 0) throw new Missing(missing.join("\n"));
  return lines;
}

/** Runs to its end; what it printed goes into the error when it fails. */
export function run(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
  cwd?: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: environment, cwd, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0
        ? resolve(said)
        : reject(new Error(`${command} ${args.join(" ").slice(0, 200)} ended with ${code}:\n${said.slice(-2_000)}`)),
    );
  });
}
