// The faults of a simulated world as data, and how each begins and ends. A schedule is a list of them, so it prints, replays and
// shrinks.

import type { PlanKind } from "../../core/recovery-view.ts";
import { later } from "./agenda.ts";
import { endDatabase } from "./database.ts";
import { drift, goOn, isUp, jump, pause, resume, suspend } from "./machine.ts";
import { heal as healLink, linkOf, PLACES, type Place, WITNESS } from "./network.ts";
import { operate } from "./operator.ts";
import { pester } from "./pester.ts";
import { killPart, loseRegion, type PartName, processOf, startRegion } from "./supervisor.ts";
import type { Region, World } from "./world.ts";

export type FaultKind =
  | { kind: "lose-region"; place: 0 | 1 }
  | { kind: "kill"; place: 0 | 1; part: PartName }
  | { kind: "pause"; place: 0 | 1; part: PartName }
  | { kind: "suspend"; place: 0 | 1 | 2 }
  | { kind: "kill-database"; place: 0 | 1 }
  | { kind: "hold-database"; place: 0 | 1 }
  | { kind: "pause-database"; place: 0 | 1 }
  | { kind: "destroy-database"; place: 0 | 1 }
  | { kind: "slow-disk"; place: 0 | 1 | 2 }
  | { kind: "cut"; from: Place; to: Place }
  | { kind: "isolate"; place: 0 | 1; direction: "both" | "in" | "out" }
  | { kind: "flap"; from: Place; to: Place; periodMs: number }
  | { kind: "slow-link"; from: Place; to: Place; leastMs?: number; mostMs: number; lossShare: number }
  | { kind: "jump"; place: 0 | 1; byMs: number }
  | { kind: "drift"; place: 0 | 1; rate: number }
  | { kind: "lose-witness" }
  | { kind: "spoil-voter"; voter: 0 | 1 | 2; how: "torn" | "missing" | "restored" }
  | { kind: "lie"; place: 0 | 1; ok: boolean }
  /** The recoverer's or guardian's process dies after so many more effects. */
  | { kind: "die-in"; place: 0 | 1; part: "guardian" | "recoverer"; effects: number }
  /** Somebody sends guardian and recoverer what nobody asked for, again and again: doubled, late, or out of place. */
  | { kind: "pester"; place: 0 | 1; periodMs: number }
  /** A person presses a button. `stale`: looking at an old page. */
  | { kind: "operator"; place: 0 | 1; does: OperatorDeed; stale: boolean };

export type OperatorDeed = PlanKind | "approve" | "stop" | "pause-automatic" | "resume-automatic";

/** `forMs` null: until everything is healed at the end; `lasts`: not even then. */
export type Fault = FaultKind & { atMs: number; forMs: number | null; lasts?: true };

export function scheduleFaults(world: World, faults: readonly Fault[]): void {
  for (const fault of faults) {
    later(world.agenda, null, fault.atMs, () => {
      world.note(-1, `FAULT ${wordsOf(fault)}`);
      begin(world, fault);
      if (fault.forMs !== null) later(world.agenda, null, fault.forMs, () => end(world, fault));
    });
  }
}

export function wordsOf({ atMs, forMs, kind, lasts, ...rest }: Fault): string {
  const details = Object.entries(rest).map(
    ([name, value]) => `${name} ${typeof value === "number" ? Math.round(value * 1e4) / 1e4 : value}`,
  );
  const how = lasts ? " for good" : forMs === null ? " until the end" : ` for ${Math.round(forMs)} ms`;
  return `${kind} ${details.join(", ")} at ${Math.round(atMs)} ms${how}`;
}

function begin(world: World, fault: Fault): void {
  const { regions, network, agenda, witness } = world;
  const region = "place" in fault && fault.place < 2 ? (regions[fault.place as 0 | 1] as Region) : regions[0];
  const machine = "place" in fault && fault.place === WITNESS ? witness.machine : region.machine;
  switch (fault.kind) {
    case "lose-region":
      if (!region.lost) loseRegion(world, region, () => endDatabase(world, region.database, false));
      break;
    case "kill":
      if (!region.lost) killPart(world, region, fault.part);
      break;
    case "pause":
      pause(processOf(region, fault.part));
      break;
    case "suspend":
      suspend(machine, agenda.nowMs);
      break;
    case "kill-database":
      if (region.database.state !== "down") endDatabase(world, region.database, false);
      break;
    case "hold-database":
      region.databaseHeld = true;
      if (region.database.state !== "down") endDatabase(world, region.database, false);
      break;
    case "pause-database":
      pause(region.database.process);
      break;
    case "destroy-database":
      destroyDatabase(world, region);
      break;
    case "slow-disk":
      world.voters[fault.place].slowUntilMs = agenda.nowMs + (fault.forMs ?? 0);
      if (fault.place < 2) region.database.slowUntilMs = agenda.nowMs + (fault.forMs ?? 0);
      break;
    case "cut":
      linkOf(network, fault.from, fault.to).cut = true;
      break;
    case "isolate":
      for (const to of [1 - fault.place, WITNESS] as Place[]) {
        if (fault.direction !== "in") linkOf(network, fault.place, to).cut = true;
        if (fault.direction !== "out") linkOf(network, to, fault.place).cut = true;
      }
      break;
    case "flap":
      flap(world, fault.from, fault.to, fault.periodMs, agenda.nowMs + (fault.forMs ?? 0));
      break;
    case "slow-link": {
      const link = linkOf(network, fault.from, fault.to);
      link.leastMs = Math.max(link.leastMs, fault.leastMs ?? 0);
      link.mostMs = Math.max(link.mostMs, fault.mostMs);
      link.lossShare = Math.max(link.lossShare, fault.lossShare);
      break;
    }
    case "jump":
      jump(machine, agenda.nowMs, fault.byMs);
      break;
    case "drift":
      drift(machine, agenda.nowMs, fault.rate);
      break;
    case "lose-witness":
      witness.process.state = "dead";
      witness.process.life++;
      break;
    case "spoil-voter":
      spoil(world, fault.voter, fault.how);
      break;
    case "lie":
      region.pretends = fault.ok;
      break;
    case "die-in":
      if (fault.part === "recoverer") region.recoverer.diesIn = fault.effects;
      else region.guardian.diesIn = fault.effects;
      break;
    case "pester":
      pester(world, region, fault.periodMs, agenda.nowMs + (fault.forMs ?? 0));
      break;
    case "operator":
      operate(world, region, fault.does, fault.stale);
  }
}

function end(world: World, fault: Fault): void {
  const { regions, network, agenda, witness } = world;
  const region = "place" in fault && fault.place < 2 ? (regions[fault.place as 0 | 1] as Region) : regions[0];
  switch (fault.kind) {
    case "lose-region":
      if (region.lost) startRegion(world, region);
      break;
    case "pause":
      resume(processOf(region, fault.part), agenda);
      break;
    case "suspend":
      goOn(fault.place === WITNESS ? witness.machine : region.machine, agenda);
      break;
    case "hold-database":
      region.databaseHeld = false;
      break;
    case "pause-database":
      resume(region.database.process, agenda);
      break;
    case "cut":
    case "flap":
      healLink(network, fault.from, fault.to);
      break;
    case "slow-link":
      healLink(network, fault.from, fault.to);
      break;
    case "isolate":
      for (const to of [1 - fault.place, WITNESS] as Place[]) {
        healLink(network, fault.place, to);
        healLink(network, to, fault.place);
      }
      break;
    case "lose-witness":
      if (witness.process.state === "dead") witness.process.state = "running";
      break;
    case "lie":
      region.pretends = null;
      break;
    default:
  }
}

/** Everything that can heal by itself does; only what is lost for good stays so. */
export function healAll(world: World, faults: readonly Fault[]): void {
  world.note(-1, "everything is healed");
  const lasting = faults.filter((fault) => fault.lasts);
  for (let from = 0; from < PLACES; from++) {
    for (let to = 0; to < PLACES; to++) healLink(world.network, from as Place, to as Place);
  }
  goOn(world.witness.machine, world.agenda);
  if (!lasting.some(({ kind }) => kind === "lose-witness") && world.witness.process.state === "dead") {
    world.witness.process.state = "running";
  }
  for (const voter of world.voters) voter.slowUntilMs = 0;
  for (const region of world.regions) {
    goOn(region.machine, world.agenda);
    region.pretends = null;
    region.databaseHeld = false;
    region.database.slowUntilMs = 0;
    region.recoverer.diesIn = null;
    region.guardian.diesIn = null;
    for (const process of region.machine.processes) resume(process, world.agenda);
    const gone = lasting.some((fault) => fault.kind === "lose-region" && fault.place === region.place);
    if (region.lost && !gone) startRegion(world, region);
  }
}

function flap(world: World, from: Place, to: Place, periodMs: number, untilMs: number): void {
  const link = linkOf(world.network, from, to);
  if (world.agenda.nowMs >= untilMs) return;
  if (link.cut) healLink(world.network, from, to);
  else link.cut = true;
  later(world.agenda, null, periodMs, () => flap(world, from, to, periodMs, untilMs));
}

function spoil(world: World, index: 0 | 1 | 2, how: "torn" | "missing" | "restored"): void {
  const voter = world.voters[index];
  // One spoilt voter at a time: two are more than two regions and a witness can survive, and SPEC says so.
  if (world.voters.some((one) => one.disk.kind !== "register")) return;
  voter.disk = how === "restored" ? { kind: "restored", register: voter.older } : { kind: how };
}

/** A disk is lost, while the other region's database runs: the loss of one. */
function destroyDatabase(world: World, region: Region): void {
  const other = world.regions[region.place === 0 ? 1 : 0];
  if (other.database.state !== "up" || !isUp(other.database.process) || other.database.kept.length > 0) return;
  if (region.database.state !== "down") endDatabase(world, region.database, false);
  region.database.role = "absent";
  region.database.entries = [];
  region.database.recordedEpoch = null;
}
