// Every state of a keeper against every event, typed so that a missing cell doesn't compile. SPEC.md part 4 prints `does`.

import { hearSetContending, passive } from "./contention.ts";
import { beginYield, databaseStoppedYielding, hearSetEnding } from "./handing-over.ts";
import type { Common, Held, Keeper, KeeperEvent } from "./keeper.ts";
import { confirm, end, hearSetRenewing, type Tenant, withTenure } from "./renewal.ts";
import { hearSet } from "./round.ts";
import { hearRead } from "./stillness.ts";
import type { Turn } from "./turn.ts";

type StateOf<S> = Extract<Keeper, { kind: S }>;
type EventOf<E> = Extract<KeeperEvent, { kind: E }>;

/** What a state does with an event, in words and in code. Afterwards the state settles: time may have run out, a round may be due. */
export type Cell<S extends Keeper["kind"], E extends KeeperEvent["kind"]> = {
  does: string;
  act(keeper: StateOf<S>, event: EventOf<E>, turn: Turn): Keeper;
};

export type Table = { [S in Keeper["kind"]]: { [E in KeeperEvent["kind"]]: Cell<S, E> } };

const settles = <K extends Keeper>(does: string) => ({ does, act: (keeper: K): Keeper => keeper });
const ignores = settles;

/** Somebody asked for it: the answer says why not, and nothing changes. */
const refuses = (does: string) => ({
  does: `refuses: ${does}`,
  act: <K extends Keeper>(keeper: K, event: KeeperEvent, turn: Turn): K => refuse(keeper, event, does, turn),
});

const refusesConfirm = (does: string) => ({
  does: `unconfirmed: ${does}`,
  act: <K extends Keeper>(keeper: K, event: EventOf<"confirm">, turn: Turn): K => {
    turn.effects.push({ kind: "unconfirmed", id: event.id, because: does });
    return keeper;
  },
});

const reads = {
  does: "learns what the voter says, unless another answer is waited for",
  act: <K extends Keeper & Common>(keeper: K, event: EventOf<"voter-read">, turn: Turn): K =>
    hearRead(keeper, event, turn),
};

function refuse<K extends Keeper>(keeper: K, event: KeeperEvent, because: string, turn: Turn): K {
  turn.effects.push({ kind: "refused", event: event.kind, because });
  return keeper;
}

/** A command names the epoch it means (R3): one that is over is refused. */
function forEpoch<K extends Tenant>(
  keeper: K,
  event: KeeperEvent & { epoch: number },
  turn: Turn,
  act: (keeper: K) => Keeper,
): Keeper {
  const { epoch } = keeper.tenure;
  if (event.epoch === epoch) return act(keeper);
  return refuse(keeper, event, `it is for epoch ${event.epoch}, and epoch ${epoch} is held`, turn);
}

function awayNow({ awayUntilMs }: Common, { nowMs }: Turn): boolean {
  return nowMs < awayUntilMs;
}

const NO_LEASE = "this region doesn't hold the lease";
const STOPPING = "its lease has ended and its database is being stopped";
const YIELDING = "it is handing the lease over";

export const TABLE: Table = {
  passive: {
    tick: settles("reads the voters when that is due; takes what two of them say is its own (L6)"),
    "voter-read": reads,
    "voter-set": {
      does: "learns what the voter says: an answer to an attempt that was given up",
      act: (keeper, event, turn) => hearSet(keeper, null, event, null, turn).keeper,
    },
    health: ignores("nothing: only a holder's health decides anything"),
    contend: {
      does: "contends above the given epoch (L4), unless it was sick a moment ago",
      act(keeper, event, turn) {
        const { kind: _, ...aim } = event;
        if (awayNow(keeper, turn)) {
          const awayMs = Math.round(keeper.awayUntilMs - turn.nowMs);
          return refuse(keeper, event, `it stopped because it was sick and stays away for another ${awayMs} ms`, turn);
        }
        const because = `it contends above epoch ${aim.above}: ${aim.why}`;
        return { ...keeper, kind: "contending", aim: { kind: "displace", ...aim }, round: null, because };
      },
    },
    disarm: ignores("nothing: it doesn't contend"),
    open: refuses(NO_LEASE),
    close: refuses(NO_LEASE),
    mark: refuses(NO_LEASE),
    yield: refuses(NO_LEASE),
    resign: refuses(NO_LEASE),
    confirm: refusesConfirm(NO_LEASE),
    "database-stopped": ignores("nothing: it was told before"),
  },
  contending: {
    tick: settles(
      "reads the voters; when two stand still, writes those (L4, L5); gives an attempt up when it can't succeed",
    ),
    "voter-read": reads,
    "voter-set": {
      does: "two answers to one attempt: holds, from before it was sent (L1, L2); fewer: tries again, spread by chance",
      act: hearSetContending,
    },
    health: ignores("nothing: only a holder's health decides anything"),
    contend: {
      does: "contends above the epoch given now; an attempt under way goes on",
      act(keeper, event) {
        const { kind: _, ...aim } = event;
        if (keeper.aim.kind !== "displace") return keeper;
        const because = `it contends above epoch ${aim.above}: ${aim.why}`;
        return { ...keeper, aim: { kind: "displace", ...aim }, because };
      },
    },
    disarm: {
      does: "passive again; refused while an attempt's messages are on their way",
      act(keeper, event, turn) {
        if (keeper.round) return refuse(keeper, event, "an attempt is under way: ask again in a second", turn);
        return passive(keeper, "it was told to stop contending");
      },
    },
    open: refuses(NO_LEASE),
    close: refuses(NO_LEASE),
    mark: refuses(NO_LEASE),
    yield: refuses(NO_LEASE),
    resign: refuses(NO_LEASE),
    confirm: refusesConfirm(NO_LEASE),
    "database-stopped": ignores("nothing: it was told before"),
  },
  held: {
    tick: settles(
      "renews when that is due or waited for; stops when its lease has lapsed (L3), when it is sick, or when two voters want it to",
    ),
    "voter-read": reads,
    "voter-set": {
      does: "two answers to one round: renewed from before it was sent (L1, L2), what joined it is confirmed (L7); a higher epoch is outbid (L8)",
      act: hearSetRenewing,
    },
    health: {
      does: "remembers since when it is healthy or not; opens after a re-take; bad for too long, it stops",
      act: hearHealth,
    },
    contend: refuses("it holds the lease already"),
    disarm: ignores("nothing: it doesn't contend"),
    open: {
      does: "lets relational writes in, for the epoch held",
      act: (keeper, event, turn) => forEpoch(keeper, event, turn, () => ({ ...keeper, gate: "open" })),
    },
    close: {
      does: "lets no relational write in, for the epoch held",
      act: (keeper, event, turn) => forEpoch(keeper, event, turn, () => ({ ...keeper, gate: "closed" })),
    },
    mark: {
      does: "writes the mark `solo`, or clears it, with a round of its own (S1, S2)",
      act(keeper, { solo }, turn) {
        return keeper.tenure.solo === solo ? keeper : { ...withTenure(keeper, { solo }), nextAskAtMs: turn.nowMs };
      },
    },
    yield: {
      does: "closes, stops its database cleanly while it still renews, then gives the lease to the run named (L9); refuses while it writes alone",
      act: (keeper, event, turn) =>
        forEpoch(keeper, event, turn, () => {
          if (event.to === keeper.region) return refuse(keeper, event, "it holds the lease already", turn);
          if (keeper.tenure.solo) {
            // R4: it was asked for while the standby was in step, and is heard only now.
            return refuse(
              keeper,
              event,
              "it writes alone (`solo`), so the receiver may lack what it has acknowledged",
              turn,
            );
          }
          return beginYield(keeper, { region: event.to, incarnation: event.incarnation }, turn);
        }),
    },
    resign: {
      does: "gives the lease up for the epoch held, stops its database, and stays away for a while",
      act: (keeper, event, turn) =>
        forEpoch(keeper, event, turn, () => ({
          ...end(keeper, "fast", event.because, turn),
          awayUntilMs: turn.nowMs + turn.rules.times.sickMs,
        })),
    },
    confirm: { does: "waits for the next round to begin (L7); unconfirmed for another epoch", act: confirm },
    "database-stopped": ignores("nothing: its health says so"),
  },
  yielding: {
    tick: settles(
      "goes on renewing; gives the lease up once the database has stopped, or the hand-over when that takes too long",
    ),
    "voter-read": reads,
    "voter-set": { does: "as while held", act: hearSetRenewing },
    health: ignores("nothing: the database is being stopped"),
    contend: refuses(YIELDING),
    disarm: ignores("nothing: it doesn't contend"),
    open: refuses(YIELDING),
    close: ignores("nothing: it is closed"),
    mark: refuses(YIELDING),
    yield: refuses(YIELDING),
    resign: refuses(YIELDING),
    confirm: {
      does: "as while held: what was committed before the stop is confirmed before the lease goes",
      act: confirm,
    },
    "database-stopped": {
      does: "clean: gives the lease up and writes the receiver's name (L9); else holds as before",
      act: (keeper, { clean }, turn) => databaseStoppedYielding(keeper, clean, turn),
    },
  },
  ending: {
    tick: settles(
      "tells the database again to stop, at the lease's end at once; writes the receiver's name again where that was lost",
    ),
    "voter-read": reads,
    "voter-set": {
      does: "learns what the voter says; two that took the receiver's name: passive",
      act: hearSetEnding,
    },
    health: ignores("nothing: the database is being stopped"),
    contend: refuses(STOPPING),
    disarm: ignores("nothing: it doesn't contend"),
    open: refuses(STOPPING),
    close: ignores("nothing: it is closed"),
    mark: refuses(STOPPING),
    yield: refuses(STOPPING),
    resign: ignores("nothing: its lease has ended"),
    confirm: refusesConfirm(STOPPING),
    "database-stopped": {
      does: "passive; it may take its own record again, with a new epoch (L3, L6)",
      act(keeper, _, turn) {
        if (keeper.task.kind === "grant") return keeper;
        turn.effects.push({ kind: "watchdog-stop" });
        return passive(keeper, keeper.because);
      },
    },
  },
};

function hearHealth(keeper: Held, { ok, because }: EventOf<"health">, { nowMs }: Turn): Keeper {
  const sinceMs = ok === keeper.health.ok ? keeper.health.sinceMs : nowMs;
  const health = { ok, sinceMs, because };
  if (!ok) return { ...keeper, health };
  const gate = keeper.gate === "when-healthy" ? "open" : keeper.gate;
  return { ...keeper, health, gate, healthyOnce: true, startsFailed: 0 };
}
