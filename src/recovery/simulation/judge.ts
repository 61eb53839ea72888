// The judge of a simulated world: sees everything at its real time, which no party does, and says which invariant broke.
// It knows what was promised, never how the engine keeps it.

import { mayRun } from "../lease/deadline.ts";
import type { Register } from "../register.ts";
import { type Database, isPrimaryUp } from "./database.ts";
import { shownMs } from "./machine.ts";
import type { Voter } from "./voter.ts";
import type { Region, World } from "./world.ts";

export type Broken = { invariant: string; says: string; atMs: number };

/** A change as the judge remembers it once it was acknowledged. */
type Acknowledged = { entry: number; epoch: number; place: number; alone: boolean };

export type Judge = {
  broken: Broken | null;
  acknowledgedCount: number;
  voterSet(voter: Voter, register: Register): void;
  /** A keeper holds an epoch from now on. */
  holds(region: Region, epoch: number, incarnation: string): void;
  /** A write was answered "ok". `began`: when its COMMIT returned. `waited`: it was flushed at the standby first. */
  acknowledged(region: Region, epoch: number, entry: number, committedAtMs: number, waited: boolean): void;
  promotionBegins(region: Region, epoch: number): void;
  /** `asked`: a person accepted that acknowledged changes may be lost. */
  promoted(region: Region, epoch: number, asked: boolean): void;
  opened(region: Region, epoch: number): void;
  /** It writes another region's name: only after its own database has ended cleanly. */
  grants(region: Region, epoch: number): void;
  /** An effect of a run is taken; whether its intent is on disk. */
  acts(region: Region, step: string, intended: boolean): void;
  /** A person has approved that a region resumes although no two voters name it. */
  decides(region: Region): void;
  runEnded(region: Region, plan: string, outcome: string): void;
  break(invariant: string, says: string): void;
};

const MAJORITY = 2;
/**
 * After a machine has gone on, or a watchdog has come back: a lease as its clock counts it may last for one more lease, and then
 * what its clock asks for has to be done. SPEC says what such a machine can and can't do meanwhile.
 */
const CATCH_UP_MS = 3_600;
/** From the mark at two voters until the holder, which renews twice a second, must have met it. */
const WANTED_MS_MAX = 3_500;
/** Between two readings of one clock in one process. */
const CLOCK_READ_MS = 0.05;
/** From the last look that a run's end rests on. */
const FINISHED_MS_MAX = 15_000;

export function makeJudge(world: () => World): Judge {
  let promises: Acknowledged[] = [];
  const owners = new Map<number, { owner: string; atMs: number }>();
  /** Real time of the last write of each region at each voter, and the epoch it wrote. */
  const wroteAtMs = new Float64Array(6).fill(Number.NEGATIVE_INFINITY);
  const wroteEpoch = new Float64Array(6);
  const epochOf = new Float64Array(3);
  let named = { place: 0, atMs: Number.NEGATIVE_INFINITY, afterMs: Number.POSITIVE_INFINITY };
  let highest = { epoch: 0, place: -1, atMs: 0 };
  let heldMax = 0;
  let decided = -1;
  let wanted = { epoch: 0, atMs: 0 };

  const judge: Judge = {
    broken: null,
    acknowledgedCount: 0,
    break(invariant, says) {
      if (judge.broken !== null) return;
      judge.broken = { invariant, says, atMs: world().agenda.nowMs };
      world().note(-1, `BROKEN ${invariant}: ${says}`);
    },
    voterSet(voter, register) {
      const { agenda, regions } = world();
      const place = register.holder === regions[0].name ? 0 : 1;
      wroteAtMs[voter.index * 2 + place] = agenda.nowMs;
      wroteEpoch[voter.index * 2 + place] = register.epoch;
      if (register.epoch < (epochOf[voter.index] as number)) {
        judge.break("V2", `voter ${voter.index} went from epoch ${epochOf[voter.index]} to ${register.epoch}`);
      }
      epochOf[voter.index] = register.epoch;
      nameAnew(place, register);
      if (register.marks.wanted && register.epoch !== wanted.epoch) {
        const marked = world().voters.filter(
          ({ disk }) =>
            disk.kind === "register" && disk.register.marks.wanted && disk.register.epoch === register.epoch,
        ).length;
        if (marked >= MAJORITY) wanted = { epoch: register.epoch, atMs: agenda.nowMs };
      }
    },
    holds(region, epoch, incarnation) {
      const owner = `${region.name}/${incarnation}`;
      const before = owners.get(epoch);
      if (before !== undefined && before.owner !== owner) {
        judge.break("L1", `epoch ${epoch} is held by ${owner} and was held by ${before.owner}`);
      }
      owners.set(epoch, { owner, atMs: world().agenda.nowMs });
      if (epoch < heldMax && !stoodStill(region)) {
        judge.break("L2", `${owner} takes epoch ${epoch} although epoch ${heldMax} has been held`);
      }
      if (epoch > heldMax) heldMax = epoch;
      const other = world().regions[region.place === 0 ? 1 : 0];
      if (!stoodStill(region) && mayStillWrite(other)) {
        judge.break("L4", `${owner} takes epoch ${epoch} while the lease of ${other.name} is still running`);
      }
    },
    acknowledged(region, epoch, entry, committedAtMs, waited) {
      const { agenda } = world();
      judge.acknowledgedCount++;
      promises.push({ entry, epoch, place: region.place, alone: !waited });
      if (epoch < highest.epoch && !stoodStillSince(region, committedAtMs)) {
        judge.break(
          "R1",
          `${region.name} acknowledges a write under epoch ${epoch}; epoch ${highest.epoch} has acknowledged one ${Math.round(agenda.nowMs - highest.atMs)} ms ago`,
        );
      }
      if (epoch === highest.epoch && region.place !== highest.place) {
        judge.break("R1", `both regions acknowledge writes under epoch ${epoch}`);
      }
      if (epoch > highest.epoch && highest.epoch > 0) {
        // No two voters agreed, and a person decided for this region all the same.
        if (decided === region.place)
          promises = promises.filter(({ entry: one }) => region.database.entries.includes(one));
        decided = -1;
        const lost = missing(region.database, promises);
        if (lost !== undefined) {
          judge.break(
            "R4",
            `${region.name} serves under epoch ${epoch} without an acknowledged write of epoch ${lost.epoch}`,
          );
        }
      }
      if (epoch > highest.epoch) highest = { epoch, place: region.place, atMs: agenda.nowMs };
      if (epoch === wanted.epoch && agenda.nowMs - wanted.atMs > WANTED_MS_MAX) {
        // It may be that it hears only one of the two; then it goes on, and the eviction says that it waits.
        let met = 0;
        for (const { index, disk } of world().voters) {
          const heard = (wroteAtMs[index * 2 + region.place] as number) > wanted.atMs;
          if (heard && disk.kind === "register" && disk.register.marks.wanted) met++;
        }
        if (met >= MAJORITY) {
          judge.break(
            "L3",
            `${region.name} still acknowledges writes under epoch ${epoch}, which two voters want it to stop`,
          );
        }
      }
      let proofs = 0;
      let alone = 0;
      for (let voter = 0; voter < 3; voter++) {
        const at = voter * 2 + region.place;
        if ((wroteEpoch[at] as number) >= epoch && (wroteAtMs[at] as number) >= committedAtMs) proofs++;
        const disk = world().voters[voter as 0 | 1 | 2].disk;
        if (disk.kind !== "register" || disk.register.marks.solo) alone++;
      }
      if (proofs < MAJORITY) {
        judge.break("R1", `${region.name} acknowledges a write without two voters having heard of it after its COMMIT`);
      }
      const other = world().regions[region.place === 0 ? 1 : 0].database;
      if (!waited && alone < MAJORITY && !other.entries.includes(entry)) {
        judge.break("S1", `${region.name} acknowledges a write that no standby has, and only ${alone} voters say solo`);
      }
    },
    promotionBegins(region, epoch) {
      const { keeper } = region.guardian;
      const holds = keeper?.kind === "held" && keeper.tenure.epoch === epoch;
      if (!holds) {
        judge.break(
          "R3",
          `a stale executor promotes ${region.name} under epoch ${epoch}, which its keeper doesn't hold`,
        );
      }
      if (epoch < highest.epoch && !stoodStill(region)) {
        judge.break(
          "R3",
          `a stale executor promotes ${region.name} under epoch ${epoch}; epoch ${highest.epoch} has acknowledged writes`,
        );
      }
      if (!holdsAtVoters(world(), region, epoch) && !stoodStill(region)) {
        judge.break("R3", `${region.name} is promoted under epoch ${epoch}, which no two voters know as its own`);
      }
    },
    promoted(region, epoch, asked) {
      const other = world().regions[region.place === 0 ? 1 : 0];
      if (isPrimaryUp(other.database) && !excused(other)) {
        judge.break(
          "R2",
          `${region.name} is promoted under epoch ${epoch} while ${other.name}'s PostgreSQL runs as a primary`,
        );
      }
      if (asked)
        promises = promises.filter((promise) => !promise.alone || region.database.entries.includes(promise.entry));
      flapped(region, asked);
      const lost = missing(region.database, promises);
      if (lost !== undefined) {
        judge.break(
          "R4",
          `${region.name} is promoted under epoch ${epoch} without an acknowledged write of epoch ${lost.epoch}${lost.alone ? ", acknowledged alone, and nobody was asked" : ""}`,
        );
      }
    },
    opened(region, epoch) {
      if (region.database.verifiedEpoch !== epoch) {
        judge.break("R2", `${region.name} is opened under epoch ${epoch} before its database was verified under it`);
      }
    },
    grants(region, epoch) {
      const { database } = region;
      if (database.role === "primary" && (database.state !== "down" || !database.stoppedCleanly)) {
        judge.break("L9", `${region.name} gives epoch ${epoch} away although its PostgreSQL hasn't ended cleanly`);
      }
    },
    acts(region, step, intended) {
      if (!intended) judge.break("R6", `${region.name} takes the step ${step} without its intent being durable`);
    },
    decides(region) {
      decided = region.place;
    },
    runEnded(region, plan, outcome) {
      if (outcome !== "finished") return;
      const { openSeen } = region.guardian;
      const { agenda } = world();
      const moves = plan === "fail-over" || plan === "switch-over" || plan === "fail-back";
      if (moves && agenda.nowMs - openSeen.atMs > FINISHED_MS_MAX && !stoodStill(region)) {
        judge.break(
          "R2",
          `${region.name} ends a ${plan} as finished and hasn't been open for ${Math.round(agenda.nowMs - openSeen.atMs)} ms`,
        );
      }
      if (plan === "rejoin" && isPrimaryUp(region.database)) {
        judge.break("R7", `${region.name} ends a rejoin as finished while its PostgreSQL runs as a primary`);
      }
    },
  };

  /** By its own clock, which is the one that its watchdog goes by. */
  function mayStillWrite(region: Region): boolean {
    const { machine, guardian, watchdog, database } = region;
    if (stoodStill(region) || machine.suspended) return false;
    const nowMs = shownMs(machine, world().agenda.nowMs);
    const { keeper } = guardian;
    const holds =
      guardian.process.state !== "dead" && keeper?.kind === "held" && keeper.tenure.untilMs > nowMs + CLOCK_READ_MS;
    return holds || (isPrimaryUp(database) && mayRun(watchdog.deadline, nowMs + CLOCK_READ_MS));
  }

  /** Roles change by themselves only so often; a recoverer that died since may have forgotten the last change. */
  function flapped(region: Region, asked: boolean): void {
    if (asked || named.place !== region.place || named.afterMs >= world().engine.dwellMsMin) return;
    if (region.recoverer.process.wentOnAtMs >= named.atMs - named.afterMs) return;
    judge.break(
      "R7",
      `${region.name} becomes active by itself ${Math.round(named.afterMs)} ms after the last change of roles`,
    );
  }

  /** Since when two voters name which region, and how long they had named the other one. */
  function nameAnew(place: number, register: Register): void {
    if (place === named.place) return;
    const naming = world().voters.filter(
      ({ disk }) =>
        disk.kind === "register" && disk.register.epoch === register.epoch && disk.register.holder === register.holder,
    ).length;
    const { nowMs } = world().agenda;
    if (naming >= MAJORITY) named = { place, atMs: nowMs, afterMs: nowMs - named.atMs };
  }

  function stoodStill(region: Region): boolean {
    return stoodStillSince(region, world().agenda.nowMs - CATCH_UP_MS);
  }

  function stoodStillSince(region: Region, sinceMs: number): boolean {
    return region.machine.wentOnAtMs >= sinceMs || region.console.wentOnAtMs >= sinceMs;
  }

  /** A primary may outlive its lease only where nothing is left on its machine that could stop it: SPEC says so. */
  function excused(other: Region): boolean {
    const { machine, watchdog, database } = other;
    const sinceMs = world().agenda.nowMs - CATCH_UP_MS;
    if (machine.suspended || machine.wentOnAtMs >= sinceMs) return true;
    if (watchdog.process.state !== "running" || watchdog.process.wentOnAtMs >= sinceMs) return true;
    return database.process.state === "paused";
  }

  return judge;
}

/** At least two voters' disks name the region at this epoch. A voter that lost its record counts for whoever claims it. */
function holdsAtVoters(world: World, region: Region, epoch: number): boolean {
  let naming = 0;
  for (const { disk } of world.voters) {
    if (disk.kind !== "register") naming++;
    else if (disk.register.epoch >= epoch && disk.register.holder === region.name) naming++;
  }
  return naming >= MAJORITY;
}

function missing(database: Database, promises: readonly Acknowledged[]): Acknowledged | undefined {
  const kept = new Set(database.entries);
  return promises.find((promise) => !kept.has(promise.entry));
}
