// Prometheus's own programs, as Debian has them, and how to get those that are missing.
import { spawn, spawnSync } from "node:child_process";

const TOOLS = [
  ["promtool", "apt-get install prometheus"],
  ["prometheus", "apt-get install prometheus"],
  ["amtool", "apt-get install prometheus-alertmanager"],
  ["prometheus-alertmanager", "apt-get install prometheus-alertmanager"],
] as const;

export class Missing extends Error {}

/** What each says of its version. Throws Missing with a line per tool that isn't here. */
export function requireTools(): readonly string[] {
  const missing: string[] = [];
  const lines = TOOLS.flatMap(([name, how]) => {
    const { status, stdout, stderr } = spawnSync(name, ["--version"], { encoding: "utf8" });
    if (status === 0) return [`${stdout}${stderr}`.split("\n")[0]?.split(" (")[0] ?? name];
    missing.push(`${name} is missing: ${how}`);
    return [];
  });
  if (missing.length > 0) throw new Missing(missing.join("\n"));
  return lines;
}

/** Whether Fluent Bit is here; Debian has none, so a proof without it says so. */
export const hasFluentBit = (): boolean => spawnSync("fluent-bit", ["--version"]).status === 0;

export type Ended = { readonly code: number | null; readonly said: string };
export const run = (command: string, args: readonly string[], cwd: string): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, said }));
  });
