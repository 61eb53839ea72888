// Bad weather for the lease: a seed of disturbances, and a calm at the end.

import { LEASE_RULES } from "./rules.ts";
import { confirmedBackwards, LeaseWorld, REGIONS, type Region } from "./test-world.ts";

const STORM_MS = 30_000;
const CALM_MS = 60_000;

/** Bad weather with plans that contend at odd times, then a calm in which somebody must hold. The first broken promise, if any. */
export function storm(seed: number, rules = LEASE_RULES, stored = false): { broken?: string; world: LeaseWorld } {
  const world = new LeaseWorld(seed, rules);
  world.stored = stored;
  const { weather } = world;
  try {
    weather.delayMsMax = 1 + world.chance() ** 2 * 2_000;
    weather.lost = world.chance() * 10;
    weather.doubled = world.chance() * 10;
    const suspends = seed % 2 === 0;
    while (world.nowMs < STORM_MS) {
      for (const region of REGIONS) disturb(world, region, suspends);
      world.runTo(world.nowMs + 250);
    }
    const back = confirmedBackwards(world.confirmed);
    if (back) return { broken: `R1: tenure ${back.taken} confirmed after a later one had`, world };
    calm(world);
  } catch (error) {
    return { broken: (error as Error).message, world };
  }
  return { world };
}

function disturb(world: LeaseWorld, region: Region, suspends: boolean): void {
  const { keeper } = world.hosts[region];
  const epoch = keeper.kind === "held" ? keeper.tenure.epoch : 1;
  const other = region === "north" ? "south" : "north";
  const above = Math.max(...world.voters.map((voter) => voter.epoch));
  const incarnation = world.hosts[other].keeper.incarnation;
  const overSolo = world.chance() < 0.8;
  const choices: [number, () => void][] = [
    [20, () => world.confirm(region)],
    [12, () => world.give(region, { kind: "health", ok: true, because: "" })],
    [6, () => world.give(region, { kind: "contend", why: "the peer looks dead", above, solo: true, overSolo })],
    [3, () => world.weather.cut.add(`${region}-${Math.floor(world.chance() * 3)}`)],
    [4, () => world.weather.cut.clear()],
    [2, () => world.pause(region, world.chance() * 6_000, suspends && world.chance() < 0.7)],
    [1, () => world.restart(region)],
    [1, () => world.give(region, { kind: "health", ok: false, because: "it can't write" })],
    [1, () => world.give(region, { kind: "yield", epoch, to: other, incarnation })],
    [0.5, () => world.mark(Math.floor(world.chance() * 3))],
    [0.5, () => world.give(region, { kind: "resign", epoch, because: "a drill" })],
    [0.5, () => world.give(region, { kind: "disarm" })],
    [0.5, () => world.give(region, { kind: "open", epoch })],
    [0.5, () => world.give(region, { kind: "close", epoch })],
    [0.5, () => world.give(region, { kind: "mark", solo: world.chance() < 0.5 })],
    [0.5, () => world.give(region, { kind: "confirm", id: "late", epoch })],
    [0.5, () => world.give(region, { kind: "database-stopped", clean: world.chance() < 0.5 })],
  ];
  let draw = world.chance() * 80;
  for (const [weight, act] of choices) {
    draw -= weight;
    if (draw >= 0) continue;
    act();
    return;
  }
}

/** Everything works again, and a plan contends wherever nobody holds. */
function calm(world: LeaseWorld): void {
  world.weather.cut.clear();
  Object.assign(world.weather, { delayMsMax: 20, lost: 0, doubled: 0 });
  const untilMs = world.nowMs + CALM_MS;
  while (world.nowMs < untilMs) {
    for (const region of REGIONS) world.give(region, { kind: "health", ok: true, because: "" });
    const above = Math.max(...world.voters.map((voter) => voter.epoch));
    if (world.holders().length === 0)
      world.give("south", { kind: "contend", why: "nobody holds", above, solo: true, overSolo: true });
    world.runTo(world.nowMs + 1_000);
  }
  if (world.holders().length !== 1) throw new Error("R5: nobody holds the lease although everything works");
}
