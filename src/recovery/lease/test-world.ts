// Two keepers and three voters on one seeded clock, for tests: messages are late, lost and doubled, clocks drift, processes
// stand still or start anew. It judges after every event. The whole engine is simulated elsewhere; this is the lease alone.

import { compareAndSet, initialRegister, type Register } from "../register.ts";
import { type Keeper, type KeeperEffect, type KeeperEvent, keep, newKeeper, type Voter } from "./keeper.ts";
import { LEASE_RULES, type LeaseRules } from "./rules.ts";

export type Region = "north" | "south";
export const REGIONS: readonly Region[] = ["north", "south"];

/** How unkind the world is; everything off is a quiet one. */
export type Weather = {
  delayMsMax: number;
  /** Of a hundred messages. */
  lost: number;
  doubled: number;
  /** Links that are cut: `north-1` is north's way to the second voter. */
  cut: Set<string>;
};

type Host = {
  region: Region;
  keeper: Keeper;
  runs: number;
  /** Own clock = offset + rate × true time; it stands still while suspended with its machine. */
  rate: number;
  offsetMs: number;
  /** Nothing reaches it before this; what came meanwhile is taken then. */
  pausedUntilMs: number;
  /** The epoch with which its present tenure began. */
  taken: number;
};

/** `taken` is the epoch with which the tenure began that confirmed it. */
type Confirmed = { taken: number; askedAtMs: number; answeredAtMs: number };

export class LeaseWorld {
  nowMs = 0;
  readonly hosts: Record<Region, Host>;
  readonly voters: Register[] = [0, 1, 2].map(() => initialRegister("north"));
  readonly weather: Weather = { delayMsMax: 5, lost: 0, doubled: 0, cut: new Set() };
  readonly effects: { atMs: number; region: Region; effect: KeeperEffect }[] = [];
  readonly confirmed: Confirmed[] = [];
  /** Every epoch that was ever held, in the order of taking. */
  readonly epochs: number[] = [];
  /** Every cell of the table that was used. */
  readonly visited = new Set<string>();
  /** Whether each turn is also taken by a copy of the keeper that went through JSON. */
  stored = false;
  /** What a database does when it is told to stop. */
  stops: { afterMs: number; clean: boolean } | "never" = { afterMs: 50, clean: true };
  /** Then a holder can't know that its time is up, and only what is confirmed can be judged. */
  private clockStoodStill = false;
  private readonly rules: LeaseRules;
  private queue: { atMs: number; order: number; act: () => void }[] = [];
  private order = 0;
  private state: number;
  private readonly asked = new Map<string, number>();

  constructor(seed: number, rules: LeaseRules = LEASE_RULES) {
    this.state = seed | 0;
    this.rules = rules;
    this.hosts = { north: this.host("north"), south: this.host("south") };
    for (const region of REGIONS) this.later(this.chance() * 100, () => this.give(region, { kind: "tick" }));
  }

  chance(): number {
    // Mulberry32: enough for a test, and the same everywhere.
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Runs until then; throws at the first broken promise. */
  runTo(untilMs: number): void {
    while (true) {
      const next = this.queue.reduce<(typeof this.queue)[number] | undefined>(
        (first, one) =>
          !first || one.atMs < first.atMs || (one.atMs === first.atMs && one.order < first.order) ? one : first,
        undefined,
      );
      if (!next || next.atMs > untilMs) break;
      this.queue.splice(this.queue.indexOf(next), 1);
      this.nowMs = Math.max(this.nowMs, next.atMs);
      next.act();
      this.judge();
    }
    this.nowMs = untilMs;
    this.judge();
  }

  later(afterMs: number, act: () => void): void {
    this.order += 1;
    this.queue.push({ atMs: this.nowMs + afterMs, order: this.order, act });
  }

  clockOf(region: Region): number {
    const { rate, offsetMs } = this.hosts[region];
    return offsetMs + rate * this.nowMs;
  }

  /** An event reaches a keeper; one that stands still takes it when it goes on. */
  give(region: Region, event: KeeperEvent): void {
    const host = this.hosts[region];
    const { runs } = host;
    if (host.pausedUntilMs > this.nowMs) {
      this.later(host.pausedUntilMs - this.nowMs, () => this.hosts[region].runs === runs && this.give(region, event));
      return;
    }
    const before = host.keeper;
    const clockMs = this.clockOf(region);
    this.visited.add(`${before.kind} ${event.kind}`);
    const chance = this.chance();
    const kept = keep(before, event, clockMs, chance, this.rules);
    const { keeper, effects, wakeAtMs } = kept;
    host.keeper = keeper;
    if (this.stored) {
      const copy = keep(JSON.parse(JSON.stringify(before)), event, clockMs, chance, this.rules);
      if (JSON.stringify(copy) !== JSON.stringify(kept)) throw new Error(`not plain data: ${JSON.stringify(before)}`);
    }
    this.judgeTurn(host, before, clockMs);
    for (const effect of effects) this.carryOut(region, effect);
    if (keeper !== before) {
      const inMs = Math.max(0, (wakeAtMs - this.clockOf(region)) / host.rate) + this.chance();
      this.later(
        inMs,
        () => this.hosts[region].runs === runs && host.keeper === keeper && this.give(region, { kind: "tick" }),
      );
    }
  }

  confirm(region: Region): void {
    const { keeper } = this.hosts[region];
    if (keeper.kind !== "held") return;
    const id = `${region}-${this.order}`;
    this.asked.set(id, this.nowMs);
    this.give(region, { kind: "confirm", id, epoch: keeper.tenure.epoch });
  }

  /** Somebody wants the holder to stop, and says so at one voter. */
  mark(voter: number): void {
    const present = this.voters[voter];
    if (present) this.voters[voter] = { ...present, marks: { ...present.marks, wanted: true } };
  }

  /** The guardian's process dies and starts again; what it knew is gone, and its messages may still arrive. */
  restart(region: Region): void {
    const { runs, rate, offsetMs } = this.hosts[region];
    this.hosts[region] = this.host(region, runs + 1, { rate, offsetMs });
    this.give(region, { kind: "tick" });
  }

  /** The process stands still; with `clock` its machine's clock does, too. */
  pause(region: Region, forMs: number, clock: boolean): void {
    const host = this.hosts[region];
    host.pausedUntilMs = Math.max(host.pausedUntilMs, this.nowMs + forMs);
    if (!clock) return;
    this.clockStoodStill = true;
    host.offsetMs -= forMs * host.rate;
  }

  holders(): Region[] {
    return REGIONS.filter((region) => {
      const { keeper, pausedUntilMs } = this.hosts[region];
      if (keeper.kind !== "held" && keeper.kind !== "yielding") return false;
      // One that stands still acknowledges nothing; when it goes on, its clock tells it.
      return pausedUntilMs <= this.nowMs && this.clockOf(region) < keeper.tenure.untilMs;
    });
  }

  sayings(event: string): number {
    return this.effects.filter(({ effect }) => effect.kind === "say" && effect.event === event).length;
  }

  private host(region: Region, runs = 1, clock?: { rate: number; offsetMs: number }): Host {
    const drift = (this.chance() * 2 - 1) * this.rules.times.driftMax;
    const { rate, offsetMs } = clock ?? { rate: 1 + drift, offsetMs: Math.round(this.chance() * 1_000_000) };
    const keeper = newKeeper(region, `${region}-run-${runs}`, offsetMs + rate * this.nowMs);
    return { region, keeper, runs, rate, offsetMs, pausedUntilMs: 0, taken: 0 };
  }

  private carryOut(region: Region, effect: KeeperEffect): void {
    this.effects.push({ atMs: this.nowMs, region, effect });
    if (effect.kind === "read" || effect.kind === "set") this.send(region, effect.voter, effect);
    if (effect.kind === "confirmed") {
      const askedAtMs = this.asked.get(effect.id) ?? this.nowMs;
      this.confirmed.push({ taken: this.hosts[region].taken, askedAtMs, answeredAtMs: this.nowMs });
    }
    if (effect.kind === "stop-database" && this.stops !== "never") {
      const { afterMs, clean } = this.stops;
      this.later(afterMs, () => this.give(region, { kind: "database-stopped", clean }));
    }
  }

  private send(region: Region, voter: Voter, effect: KeeperEffect & { kind: "read" | "set" }): void {
    const { runs } = this.hosts[region];
    const { request } = effect;
    this.travel(region, voter, () => {
      const present = this.voters[voter] as Register;
      const answer = (event: KeeperEvent) =>
        this.travel(region, voter, () => this.hosts[region].runs === runs && this.give(region, event));
      if (effect.kind === "read") {
        answer({ kind: "voter-read", voter, request, vote: { kind: "register", register: present } });
        return;
      }
      const outcome = compareAndSet(present, effect.expected, effect.next);
      if (outcome.kind === "set") this.voters[voter] = outcome.register;
      const about = { kind: "voter-set", voter, request } as const;
      answer(outcome.kind === "set" ? { ...about, outcome: "set" } : { ...about, outcome: "differs", present });
    });
  }

  private travel(region: Region, voter: Voter, arrive: () => void): void {
    const { delayMsMax, lost, doubled, cut } = this.weather;
    if (cut.has(`${region}-${voter}`)) return;
    if (this.chance() * 100 >= lost) this.later(this.chance() * delayMsMax, arrive);
    if (this.chance() * 100 < doubled) this.later(this.chance() * delayMsMax * 4, arrive);
  }

  private judgeTurn(host: Host, before: Keeper, clockMs: number): void {
    const { keeper } = host;
    if (keeper.kind !== "held" && keeper.kind !== "yielding") return;
    if (before.kind === "held" || before.kind === "yielding") {
      if (clockMs >= before.tenure.untilMs) throw new Error(`L3: ${host.region} went on after its lease had run out`);
      return;
    }
    host.taken = keeper.tenure.epoch;
    const last = this.epochs.at(-1) ?? 0;
    this.epochs.push(host.taken);
    if (host.taken <= last && !this.clockStoodStill) throw new Error(`L5: epoch ${host.taken} was taken after ${last}`);
  }

  private judge(): void {
    if (this.holders().length > 1 && !this.clockStoodStill) {
      throw new Error(`R1: two holders at ${Math.round(this.nowMs)} ms`);
    }
  }
}

/** R1 as clients can see it: nothing asked for after a later tenure had confirmed something is confirmed by an earlier one. */
export function confirmedBackwards(confirmed: readonly Confirmed[]): Confirmed | undefined {
  return confirmed.find((late) =>
    confirmed.some((other) => other.taken > late.taken && other.answeredAtMs < late.askedAtMs),
  );
}
