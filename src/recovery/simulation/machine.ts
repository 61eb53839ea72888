// Machines with clocks that drift, jump and stand still, and the processes on them, which die, stand still and come back.

import { type Agenda, later } from "./agenda.ts";

export type Machine = {
  name: string;
  /** Its clock's milliseconds per real one: within 1 % of 1. */
  rate: number;
  sinceMs: number;
  shownMs: number;
  /** The whole machine stands still, and its clock with it, as a suspended virtual machine's does. */
  suspended: boolean;
  /** Real time at which it last went on after standing still. */
  wentOnAtMs: number;
  processes: Process[];
};

export type Process = {
  name: string;
  machine: Machine;
  /** Grows with each death: what an earlier life asked for never happens in a later one. */
  life: number;
  /** Paused: stopped by a signal. Its clock goes on; what reaches it waits. */
  state: "running" | "paused" | "dead";
  heldBack: (() => void)[];
  /** Real time at which it last went on after standing still or being dead. */
  wentOnAtMs: number;
};

const TIMER_LATE_MS = 0.01;

export function makeMachine(name: string, rate: number, shownMs: number): Machine {
  return { name, rate, sinceMs: 0, shownMs, suspended: false, wentOnAtMs: Number.NEGATIVE_INFINITY, processes: [] };
}

export function makeProcess(machine: Machine, name: string): Process {
  const process: Process = {
    name,
    machine,
    life: 1,
    state: "running",
    heldBack: [],
    wentOnAtMs: Number.NEGATIVE_INFINITY,
  };
  machine.processes.push(process);
  return process;
}

/** What the machine's monotonic clock shows now. */
export function shownMs(machine: Machine, nowMs: number): number {
  return machine.suspended ? machine.shownMs : machine.shownMs + (nowMs - machine.sinceMs) * machine.rate;
}

/** Real time until its clock has moved on by so much, and a little more, as a timer does: never too early by rounding. */
export function wakeInMs(inMs: number, { rate }: Machine): number {
  return Math.max(0, inMs) / rate + TIMER_LATE_MS;
}

export function jump(machine: Machine, nowMs: number, byMs: number): void {
  machine.shownMs = shownMs(machine, nowMs) + byMs;
  machine.sinceMs = nowMs;
}

export function drift(machine: Machine, nowMs: number, rate: number): void {
  jump(machine, nowMs, 0);
  machine.rate = rate;
}

export function suspend(machine: Machine, nowMs: number): void {
  if (machine.suspended) return;
  machine.shownMs = shownMs(machine, nowMs);
  machine.suspended = true;
}

export function goOn(machine: Machine, agenda: Agenda): void {
  if (!machine.suspended) return;
  machine.suspended = false;
  machine.sinceMs = agenda.nowMs;
  machine.wentOnAtMs = agenda.nowMs;
  for (const process of machine.processes) release(process, agenda);
}

export function pause(process: Process): void {
  if (process.state === "running") process.state = "paused";
}

export function resume(process: Process, agenda: Agenda): void {
  if (process.state !== "paused") return;
  process.state = "running";
  process.wentOnAtMs = agenda.nowMs;
  release(process, agenda);
}

export function kill(process: Process): void {
  process.state = "dead";
  process.life++;
  process.heldBack = [];
}

export function revive(process: Process, nowMs: number): void {
  process.state = "running";
  process.wentOnAtMs = nowMs;
}

export function isUp(process: Process): boolean {
  return process.state === "running" && !process.machine.suspended;
}

/** A process that has gone on finds everything that reached it meanwhile, in the order of arrival. */
function release(process: Process, agenda: Agenda): void {
  const waiting = process.heldBack;
  process.heldBack = [];
  for (const run of waiting) later(agenda, process, 0, run);
}
