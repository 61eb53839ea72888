// A process with everything it has started, also across process groups: PostgreSQL's servers each lead a session of their own.

import { execFileSync } from "node:child_process";
import { identify, type ProcessIdentity } from "./identity.ts";

/** The process itself first, then its descendants, parents before children. Empty when it isn't alive. */
export function processTree(root: ProcessIdentity): ProcessIdentity[] {
  if (identify(root.pid)?.began !== root.began) return [];
  const children = new Map<number, number[]>();
  for (const line of execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8", maxBuffer: 1 << 24 }).split(
    "\n",
  )) {
    const [pid, parent] = line.trim().split(/\s+/).map(Number);
    if (pid && parent) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree: ProcessIdentity[] = [];
  const waiting = [root.pid];
  for (let pid = waiting.shift(); pid !== undefined; pid = waiting.shift()) {
    const identity = identify(pid);
    if (identity) tree.push(identity);
    waiting.push(...(children.get(pid) ?? []));
  }
  return tree;
}

const ROUNDS_MAX = 5;

/** SIGSTOP to all of it, again until nothing new was started meanwhile; answers who stands still. */
export function stopTree(root: ProcessIdentity): ProcessIdentity[] {
  const stopped = new Map<number, ProcessIdentity>();
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const fresh = processTree(root).filter(({ pid }) => !stopped.has(pid));
    if (fresh.length === 0) break;
    for (const identity of fresh) {
      signal(identity, "SIGSTOP");
      stopped.set(identity.pid, identity);
    }
  }
  return [...stopped.values()];
}

export function continueAll(processes: ProcessIdentity[]): void {
  for (const identity of processes) signal(identity, "SIGCONT");
}

function signal({ pid, began }: ProcessIdentity, name: NodeJS.Signals): void {
  if (identify(pid)?.began !== began) return;
  try {
    process.kill(pid, name);
  } catch {
    // It ended just now.
  }
}
