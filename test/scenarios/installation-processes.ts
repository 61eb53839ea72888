// Every process of an installation, seen from outside: by the data directory in its command line, or by belonging to a
// supervisor's process group.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export type SeenProcess = { pid: number; group: number; args: string };

export const WARDS = ["ap-south-1", "ap-south-2", "witness", "edge", "network"] as const;

export function processesOf(dataDirectory: string, groups: number[] = []): SeenProcess[] {
  const text = execFileSync("ps", ["-A", "-o", "pid=,pgid=,stat=,args="], { encoding: "utf8", maxBuffer: 1 << 24 });
  return text
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null)
    .filter((match) => !(match[3] ?? "").startsWith("Z"))
    .map((match) => ({ pid: Number(match[1]), group: Number(match[2]), args: match[4] ?? "" }))
    .filter((one) => one.args.includes(dataDirectory) || groups.includes(one.group));
}

export type State = {
  pid: number;
  state: string;
  processes: { name: string; pid: number | null; state: string; restarts: number }[];
};

export async function stateOf(dataDirectory: string, ward: string): Promise<State> {
  return JSON.parse(await readFile(join(dataDirectory, ward, "run/supervisor.json"), "utf8")) as State;
}
