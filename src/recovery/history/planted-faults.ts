// Histories in which nothing is wrong, and the same with a known number of faults planted: what the checker is checked with.

import type { Ask, Operation, Promised } from "./entry.ts";
import type { EventsHeld, JournalledWrite, SoloSpan } from "./final-state.ts";
import type { FindingKind } from "./finding.ts";

export type Chance = () => number;

/** A final state that can still be changed. */
export type Told = {
  operations: Operation[];
  events: { region: string; project: string; ids: Map<string, number>; counted: number }[];
  journal: JournalledWrite[];
  solo: SoloSpan[];
};

export const REGIONS = ["north", "south"] as const;
const PROJECTS = { region: "shop", pair: "bank" } as const;
const EPOCH_MS = 20_000;
/** Between two epochs nobody acknowledges. */
const GAP_MS = 3_000;
const TRY_MS_MAX = 40;
const LAG_MS_MAX = 1_000;

const regionOfEpoch = (epoch: number): string => REGIONS[epoch % 2] as string;

export function cleanHistory(size: { registers: number; epochs: number; writeEveryMs: number }, chance: Chance): Told {
  const told: Told = {
    operations: [],
    events: REGIONS.flatMap((region) =>
      Object.values(PROJECTS).map((project) => ({ region, project, ids: new Map(), counted: 0 })),
    ),
    journal: [],
    solo: [],
  };
  const untilMs = size.epochs * (EPOCH_MS + GAP_MS);
  const made: { atMs: number; epoch: number; register: string; serial: number }[] = [];
  for (let index = 0; index < size.registers; index += 1) {
    const register = `r${index}`;
    const acknowledged: { atMs: number; serial: number }[] = [];
    let serial = 0;
    let atMs = chance() * size.writeEveryMs;
    while (atMs < untilMs - EPOCH_MS / 2) {
      serial += 1;
      const write = writeUntilKnown(told, { kind: "write", register, serial }, atMs, chance);
      made.push({ atMs: write.madeAtMs, epoch: write.epoch, register, serial });
      acknowledged.push({ atMs: write.atMs, serial });
      atMs = write.atMs + chance() * size.writeEveryMs;
      readOnce(told, register, atMs + 1, acknowledged, chance);
    }
  }
  made.sort((a, b) => a.atMs - b.atMs);
  told.journal = made.map(({ epoch, register, serial }, index) => ({ row: index + 1, epoch, register, serial }));
  for (let atMs = 0, index = 0; atMs < untilMs; atMs += size.writeEveryMs / 2, index += 1)
    sendOnce(told, index, atMs, chance);
  return told;
}

/** Adds a try that has ended. */
export function addTry(
  told: Told,
  one: { intent: string; ask: Ask; to?: string; invokedAtMs: number; endedAtMs: number } & (
    | { ending: "ok"; region: string | null; promised: Promised }
    | { ending: "fail" | "unknown" }
  ),
): Operation {
  const operation: Operation = {
    id: told.operations.length + 1,
    client: "client",
    to: one.to ?? "edge",
    intent: one.intent,
    ask: one.ask,
    invokedAtMs: one.invokedAtMs,
    endedAtMs: one.endedAtMs,
    ending: one.ending,
    region: one.ending === "ok" ? one.region : null,
    promised: one.ending === "ok" ? one.promised : null,
    because: one.ending === "ok" ? null : "because",
  };
  told.operations.push(operation);
  return operation;
}

/** The epoch of an instant, and whether anyone may acknowledge then. */
function epochAt(atMs: number): { epoch: number; open: boolean; nextAtMs: number } {
  const epoch = Math.floor(atMs / (EPOCH_MS + GAP_MS)) + 1;
  const open = atMs % (EPOCH_MS + GAP_MS) < EPOCH_MS - TRY_MS_MAX;
  return { epoch, open, nextAtMs: epoch * (EPOCH_MS + GAP_MS) };
}

function writeUntilKnown(
  told: Told,
  ask: Extract<Ask, { kind: "write" }>,
  beganMs: number,
  chance: Chance,
): { atMs: number; madeAtMs: number; epoch: number } {
  const intent = `${ask.register}-${ask.serial}`;
  let made: { madeAtMs: number; epoch: number } | undefined;
  let atMs = beganMs;
  for (;;) {
    const { epoch, open, nextAtMs } = epochAt(atMs);
    const endedAtMs = atMs + 1 + chance() * (TRY_MS_MAX - 1);
    const common = { intent, ask, invokedAtMs: atMs, endedAtMs };
    const luck = chance();
    if (open && luck < 0.9) {
      made ??= { madeAtMs: atMs, epoch };
      addTry(told, { ...common, ending: "ok", region: regionOfEpoch(epoch), promised: { kind: "write", epoch } });
      return { atMs: endedAtMs, ...made };
    }
    // A change whose outcome is unknown may have been made: then its repeat is answered and changes nothing.
    if (open && luck < 0.93) made ??= { madeAtMs: atMs, epoch };
    addTry(told, { ...common, ending: open && luck < 0.96 ? "unknown" : "fail" });
    atMs = open ? endedAtMs + 1 : nextAtMs + chance() * 10;
  }
}

function readOnce(
  told: Told,
  register: string,
  atMs: number,
  acknowledged: { atMs: number; serial: number }[],
  chance: Chance,
): void {
  const lagMs = chance() * LAG_MS_MAX;
  const own = acknowledged.at(-1)?.serial ?? 0;
  const lagging = acknowledged.findLast((one) => one.atMs <= atMs - lagMs)?.serial ?? 0;
  const withToken = chance() < 0.5;
  addTry(told, {
    intent: `read-${told.operations.length}`,
    ask: { kind: "read", register, after: withToken ? own : null },
    invokedAtMs: atMs,
    endedAtMs: atMs + 1,
    ending: "ok",
    region: REGIONS[chance() < 0.5 ? 0 : 1],
    promised: { kind: "read", serial: withToken ? own : lagging, ageMs: chance() < 0.5 ? lagMs : null },
  });
}

function sendOnce(told: Told, index: number, atMs: number, chance: Chance): void {
  const of = chance() < 0.5 ? "pair" : "region";
  const ids = Array.from({ length: 1 + Math.floor(chance() * 3) }, (_, at) => `e${index}-${at}`);
  const ask: Ask = { kind: "ingest", project: PROJECTS[of], class: of, ids };
  const common = { intent: `batch-${index}`, ask };
  let invokedAtMs = atMs;
  while (chance() < 0.1) {
    const endedAtMs = invokedAtMs + 1;
    addTry(told, { ...common, invokedAtMs, endedAtMs, ending: chance() < 0.5 ? "unknown" : "fail" });
    invokedAtMs = endedAtMs + 1;
  }
  const acknowledged = of === "region" ? "region" : chance() < 0.2 ? "degraded" : "pair";
  addTry(told, {
    ...common,
    invokedAtMs,
    endedAtMs: invokedAtMs + 1,
    ending: "ok",
    region: REGIONS[chance() < 0.5 ? 0 : 1],
    promised: { kind: "ingest", acknowledged },
  });
  for (const held of told.events) {
    if (held.project !== ask.project) continue;
    for (const id of ids) held.ids.set(id, 1);
    held.counted += ids.length;
  }
}

type Plant = (told: Told, times: number, chance: Chance) => number;

/** Plants up to so many faults of one kind, and says how many there was room for. */
export const PLANTS: Record<`${FindingKind} of ${"event" | "write" | "read"}`, Plant | undefined> = {
  "acknowledged-and-lost of event": (told, times, chance) => loseEvents(told, times, chance, "pair"),
  "at-risk-and-lost of event": (told, times, chance) => loseEvents(told, times, chance, "degraded"),
  "lost-with-region of event": (told, times, chance) => loseEvents(told, times, chance, "region"),
  "acknowledged-and-lost of write": (told, times, chance) => loseWrites(told, times, chance, false),
  "at-risk-and-lost of write": (told, times, chance) => loseWrites(told, times, chance, true),
  "lost-with-region of write": undefined,
  "counted-twice of event": (told, times, chance) =>
    each(times, [...heldIds(told)], chance, ({ held, id }) => {
      held.ids.set(id, 2);
      held.counted += 1;
    }),
  "counted-twice of write": (told, times, chance) =>
    each(times, [...told.journal], chance, (row) => told.journal.push({ ...row, row: told.journal.length + 1 })),
  "miscounted of event": (told, times, chance) =>
    each(times, told.events, chance, (held) => {
      held.counted -= 1;
    }),
  "invented of event": (told, times, chance) =>
    times === 0
      ? 0
      : each(times, heldIds(told), chance, ({ held, id }) => {
          held.ids.set(`nobody-${id}`, 1);
          held.counted += 1;
        }),
  "invented of write": (told, times, chance) =>
    each(times, [...told.journal], chance, (row) => told.journal.push({ ...row, serial: row.serial + 1_000_000 })),
  "invented of read": (told, times, chance) =>
    each(times, readsOf(told), chance, ({ promised }) => {
      promised.serial += 1_000_000;
    }),
  "refused-yet-made of write": (told, times) => makeUnacknowledged(told, times, "fail"),
  "survived-unacknowledged of write": (told, times) => makeUnacknowledged(told, times, "unknown"),
  "survived-unacknowledged of event": (told, times, chance) =>
    each(times, told.events, chance, (held) => {
      const id = `late-${held.region}-${held.project}`;
      const ask: Ask = { kind: "ingest", project: held.project, class: "region", ids: [id] };
      addTry(told, { intent: id, ask, invokedAtMs: 1, endedAtMs: 2, ending: "unknown" });
      held.ids.set(id, 1);
      held.counted += 1;
    }),
  "stale-read of read": (told, times, chance) =>
    each(
      times,
      readsOf(told).filter(({ ask, promised }) => ask.after === null && promised.serial >= 60),
      chance,
      ({ promised }) => {
        promised.serial -= 59;
        promised.ageMs = 0;
      },
    ),
  "own-write-unread of read": (told, times, chance) =>
    each(
      times,
      readsOf(told).filter(({ ask }) => ask.after !== null),
      chance,
      ({ promised }) => {
        promised.serial -= 1;
        promised.ageMs = null;
      },
    ),
  "lower-epoch-after-higher of write": (told, times, chance) =>
    each(times, Array.from({ length: 8 }), chance, (_, index) => {
      const atMs = 1.5 * (EPOCH_MS + GAP_MS) + index;
      const ask: Ask = { kind: "write", register: `old${index}`, serial: 1 };
      const common = { intent: `old${index}`, ask, invokedAtMs: atMs, endedAtMs: atMs + 1 };
      addTry(told, { ...common, ending: "ok", region: null, promised: { kind: "write", epoch: 1 } });
      told.journal.push({ row: told.journal.length + 1, epoch: 1, register: `old${index}`, serial: 1 });
    }),
  "two-writers of write": (told, times, chance) =>
    each(times, [...new Set(told.journal.map((one) => one.epoch))], chance, (epoch) => {
      const atMs = (epoch - 1) * (EPOCH_MS + GAP_MS) + EPOCH_MS / 2;
      const register = `second${epoch}`;
      const common = { intent: register, ask: { kind: "write", register, serial: 1 } as const, invokedAtMs: atMs };
      const region = regionOfEpoch(epoch + 1);
      addTry(told, { ...common, endedAtMs: atMs + 1, ending: "ok", region, promised: { kind: "write", epoch } });
      told.journal.push({ row: told.journal.length + 1, epoch, register, serial: 1 });
    }),
  "acknowledged-and-lost of read": undefined,
  "at-risk-and-lost of read": undefined,
  "lost-with-region of read": undefined,
  "counted-twice of read": undefined,
  "miscounted of write": undefined,
  "miscounted of read": undefined,
  "refused-yet-made of event": undefined,
  "refused-yet-made of read": undefined,
  "survived-unacknowledged of read": undefined,
  "stale-read of event": undefined,
  "stale-read of write": undefined,
  "own-write-unread of event": undefined,
  "own-write-unread of write": undefined,
  "lower-epoch-after-higher of event": undefined,
  "lower-epoch-after-higher of read": undefined,
  "two-writers of event": undefined,
  "two-writers of read": undefined,
};

function each<T>(times: number, from: readonly T[], chance: Chance, plant: (one: T, index: number) => void): number {
  const left = [...from];
  let planted = 0;
  for (; planted < times && left.length > 0; planted += 1) {
    const [one] = left.splice(Math.floor(chance() * left.length), 1);
    plant(one as T, planted);
  }
  return planted;
}

const heldIds = (told: Told): { held: Told["events"][number]; id: string }[] =>
  told.events.flatMap((held) => [...held.ids.keys()].map((id) => ({ held, id })));

type Read = { ask: Extract<Ask, { kind: "read" }>; promised: Extract<Promised, { kind: "read" }> };
const readsOf = (told: Told): Read[] =>
  told.operations.filter((one) => one.promised?.kind === "read") as unknown as Read[];

function loseEvents(told: Told, times: number, chance: Chance, promised: "region" | "pair" | "degraded"): number {
  const ids = new Set(
    told.operations.flatMap((one) =>
      one.promised?.kind === "ingest" && one.promised.acknowledged === promised && one.ask.kind === "ingest"
        ? one.ask.ids
        : [],
    ),
  );
  const candidates = heldIds(told).filter(({ id }) => ids.has(id));
  return each(times, candidates, chance, ({ held, id }) => {
    held.ids.delete(id);
    held.counted -= 1;
  });
}

function loseWrites(told: Told, times: number, chance: Chance, solo: boolean): number {
  return each(times, [...told.journal], chance, (row) => {
    told.journal.splice(told.journal.indexOf(row), 1);
    if (!solo) return;
    const acknowledged = told.operations.find(
      ({ ask, ending }) =>
        ending === "ok" && ask.kind === "write" && ask.register === row.register && ask.serial === row.serial,
    ) as Operation;
    const { invokedAtMs: fromMs, endedAtMs: untilMs } = acknowledged;
    told.solo.push({ region: acknowledged.region as string, fromMs, untilMs });
  });
}

function makeUnacknowledged(told: Told, times: number, ending: "fail" | "unknown"): number {
  for (let index = 0; index < times; index += 1) {
    const register = `${ending}${index}`;
    const ask: Ask = { kind: "write", register, serial: 1 };
    addTry(told, { intent: register, ask, invokedAtMs: 1, endedAtMs: 2, ending });
    told.journal.push({ row: told.journal.length + 1, epoch: 1, register, serial: 1 });
  }
  return times;
}

/** What a checker reads: the same, which nobody changes any more. */
export const stateOf = (told: Told): { events: EventsHeld[]; journal: JournalledWrite[]; solo: SoloSpan[] } => told;
