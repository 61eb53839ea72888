// Names one process for ever: its number and when it began. A number alone may belong to a stranger after a restart.

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export type ProcessIdentity = { pid: number; began: string };

/** Undefined when no such process is alive (a zombie counts as dead). */
export function identify(pid: number): ProcessIdentity | undefined {
  const began = process.platform === "linux" ? beganOnLinux(pid) : beganByPs(pid);
  return began === undefined ? undefined : { pid, began };
}

export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.began === identity.began;
}

/** Ends exactly this process, or nothing; true when a signal was sent. */
export function endProcess(identity: ProcessIdentity, signal: NodeJS.Signals = "SIGKILL"): boolean {
  if (!isAlive(identity)) return false;
  try {
    process.kill(identity.pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Whether a process group still has members. */
export function groupIsAlive(group: number): boolean {
  try {
    process.kill(-group, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

export function endGroup(group: number, signal: NodeJS.Signals = "SIGKILL"): void {
  try {
    process.kill(-group, signal);
  } catch {
    // Nobody is left in the group.
  }
}

/** Boot id and start in clock ticks since boot: field 22 of /proc/<pid>/stat, counted after the name's last bracket. */
function beganOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    return `${bootId()}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

let boot: string | undefined;
function bootId(): string {
  boot ??= readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim().slice(0, 8);
  return boot;
}

function beganByPs(pid: number): string | undefined {
  const answer = spawnSync("ps", ["-o", "lstart=", "-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  const text = answer.stdout?.trim() ?? "";
  const status = text.split(/\s+/).at(-1) ?? "";
  if (answer.status !== 0 || text === "" || status.startsWith("Z")) return undefined;
  return text.slice(0, -status.length).trim();
}
