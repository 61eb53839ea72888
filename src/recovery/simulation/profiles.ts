// How schedules of faults are drawn: each profile aims at a part of the engine. A seed picks one, so that every part is met often.

import { between, type Chance, draw, happens, pick, seeded, skewed } from "./chance.ts";
import type { Fault, FaultKind, OperatorDeed } from "./faults.ts";
import type { Place } from "./network.ts";
import { PARTS } from "./supervisor.ts";

export type ProfileName = keyof typeof PROFILES;

/** The first lease is taken, the database is up and the standby streams before anything bad happens. */
const SETTLED_MS = 4_000;
const REGIONS = [0, 1] as const;
const VOTERS = [0, 1, 2] as const;
const DEEDS: readonly OperatorDeed[] = [
  "fail-over",
  "switch-over",
  "fail-back",
  "evict",
  "readmit",
  "rejoin",
  "approve",
  "stop",
  "pause-automatic",
  "resume-automatic",
];
const LEASE_MS = 3_000;
/** Profiles that seldom lead to a plan. */
const QUIET: readonly string[] = [
  "pauses",
  "witness",
  "jumps",
  "flapping",
  "voters",
  "destroyed",
  "health",
  "operators",
];

type Draw = (chance: Chance) => Fault[];

const at = (chance: Chance, spreadMs: number): number => SETTLED_MS + between(chance, 0, spreadMs);
const fault = (atMs: number, forMs: number | null, kind: FaultKind): Fault => ({ ...kind, atMs, forMs });
const operator = (chance: Chance, atMs: number, does: OperatorDeed, place: 0 | 1 = pick(chance, REGIONS)): Fault =>
  fault(atMs, 0, { kind: "operator", place, does, stale: happens(chance, 0.1) });
const someone = (chance: Chance): Place => pick(chance, [0, 1, 2]);

function anything(chance: Chance, atMs: number): Fault {
  const place = pick(chance, REGIONS);
  const forMs = skewed(chance, 50, 12_000);
  const part = pick(chance, PARTS);
  switch (Math.floor(draw(chance) * 17)) {
    case 0:
      return fault(atMs, forMs, { kind: "lose-region", place });
    case 1:
      return fault(atMs, 0, { kind: "kill", place, part });
    case 2:
      return fault(atMs, forMs, { kind: "pause", place, part });
    case 3:
      return fault(atMs, forMs, { kind: "suspend", place: someone(chance) as 0 | 1 | 2 });
    case 4:
      return fault(atMs, 0, { kind: "kill-database", place });
    case 5:
      return fault(atMs, forMs, { kind: "hold-database", place });
    case 6:
      return fault(atMs, forMs, { kind: "pause-database", place });
    case 7:
      return fault(atMs, forMs, { kind: "slow-disk", place: someone(chance) as 0 | 1 | 2 });
    case 8: {
      const from = someone(chance);
      return fault(atMs, forMs, { kind: "cut", from, to: ((from + 1 + Math.floor(draw(chance) * 2)) % 3) as Place });
    }
    case 9:
      return fault(atMs, forMs, { kind: "isolate", place, direction: pick(chance, ["both", "in", "out"]) });
    case 10:
      return fault(atMs, forMs, {
        kind: "flap",
        from: place,
        to: (place + 1) as Place,
        periodMs: between(chance, 50, 2_500),
      });
    case 11:
      return fault(atMs, forMs, {
        kind: "slow-link",
        from: place,
        to: pick(chance, [1 - place, 2]) as Place,
        mostMs: skewed(chance, 50, 2_500),
        lossShare: between(chance, 0, 0.5),
      });
    case 12:
      return fault(atMs, forMs, { kind: "lose-witness" });
    case 13:
      return fault(atMs, 0, {
        kind: "spoil-voter",
        voter: pick(chance, VOTERS),
        how: pick(chance, ["torn", "missing", "restored"]),
      });
    case 14:
      return fault(atMs, forMs, { kind: "lie", place, ok: happens(chance, 0.5) });
    case 15:
      return fault(atMs, 0, {
        kind: "die-in",
        place,
        part: pick(chance, ["guardian", "recoverer"]),
        effects: Math.floor(draw(chance) * 40),
      });
    default:
      return operator(chance, atMs, pick(chance, DEEDS), place);
  }
}

/** Clocks at the bound of what is assumed: the holder's slow, the contender's fast. */
function skewedClocks(chance: Chance): Fault[] {
  if (happens(chance, 0.3)) return [];
  const slow = pick(chance, REGIONS);
  return [
    fault(0, null, { kind: "drift", place: slow, rate: 0.99 }),
    fault(0, null, { kind: "drift", place: (1 - slow) as 0 | 1, rate: 1.01 }),
  ];
}

const anythings = (chance: Chance, most: number, spreadMs: number): Fault[] =>
  Array.from({ length: Math.floor(draw(chance) * (most + 1)) }, () => anything(chance, at(chance, spreadMs)));

export const PROFILES = {
  /** Nothing bad: nothing may happen by itself. */
  calm: () => [],
  anything: (chance) => anythings(chance, 9, 20_000),
  "region loss": (chance) => {
    const atMs = at(chance, 3_000);
    const lasts = happens(chance, 0.3);
    const first = fault(atMs, lasts ? null : skewed(chance, 200, 15_000), { kind: "lose-region", place: 0 });
    return [lasts ? { ...first, lasts: true } : first, ...anythings(chance, 2, 15_000)];
  },
  "both regions": (chance) => {
    const atMs = at(chance, 3_000);
    return [
      fault(atMs, between(chance, 500, 8_000), { kind: "lose-region", place: 0 }),
      fault(atMs + skewed(chance, 0, 8_000), between(chance, 500, 8_000), { kind: "lose-region", place: 1 }),
    ];
  },
  partition: (chance) => {
    const atMs = at(chance, 2_000);
    const direction = pick(chance, ["both", "in", "out"] as const);
    const forMs = happens(chance, 0.5) ? LEASE_MS + between(chance, -300, 900) : between(chance, 1_000, 14_000);
    return [
      ...skewedClocks(chance),
      fault(atMs, forMs, { kind: "isolate", place: 0, direction }),
      ...(happens(chance, 0.4)
        ? [
            fault(atMs + between(chance, 0, forMs), 4_000, {
              kind: "slow-link",
              from: 0,
              to: 2,
              mostMs: 2_000,
              lossShare: 0.2,
            }),
          ]
        : []),
      ...anythings(chance, 2, 14_000),
    ];
  },
  /** Renewals take long to answer, and then nothing gets through: whoever counts from the answer holds too long. */
  "slow voters": (chance) => {
    const atMs = at(chance, 1_000);
    const mostMs = between(chance, 300, 680);
    const links: Fault[] = [];
    for (const to of [1, 2] as const) {
      links.push(
        fault(atMs, null, { kind: "slow-link", from: to, to: 0, leastMs: mostMs * 0.85, mostMs, lossShare: 0 }),
      );
    }
    return [
      ...skewedClocks(chance),
      ...links,
      fault(atMs + between(chance, 500, 4_000), between(chance, 2_500, 9_000), {
        kind: "isolate",
        place: 0,
        direction: pick(chance, ["both", "in"]),
      }),
      ...anythings(chance, 1, 10_000),
    ];
  },
  /** Machines and processes stand still, clients' writes in their hands. */
  pauses: (chance) => {
    const faults = [...skewedClocks(chance)];
    const pauses = 1 + Math.floor(draw(chance) * 4);
    for (let i = 0; i < pauses; i++) {
      const forMs = between(chance, 500, 9_000);
      const place = pick(chance, REGIONS);
      const what = draw(chance);
      if (what < 0.5) faults.push(fault(at(chance, 14_000), forMs, { kind: "suspend", place }));
      else if (what < 0.8)
        faults.push(fault(at(chance, 14_000), forMs, { kind: "pause", place, part: pick(chance, PARTS) }));
      else faults.push(fault(at(chance, 14_000), forMs, { kind: "pause-database", place }));
    }
    return faults;
  },
  witness: (chance) => {
    const lost = fault(at(chance, 3_000), between(chance, 3_000, 20_000), { kind: "lose-witness" });
    const lasting: Fault = happens(chance, 0.3) ? { ...lost, forMs: null, lasts: true } : lost;
    if (happens(chance, 0.5)) return [lasting];
    return [
      lost,
      fault(at(chance, 9_000), between(chance, 500, 8_000), { kind: "lose-region", place: pick(chance, REGIONS) }),
    ];
  },
  voters: (chance) => [
    fault(at(chance, 2_000), 0, {
      kind: "spoil-voter",
      voter: pick(chance, VOTERS),
      how: pick(chance, ["torn", "missing", "restored"]),
    }),
    ...(happens(chance, 0.6) ? [operator(chance, at(chance, 9_000), "readmit")] : []),
    ...anythings(chance, 3, 12_000),
  ],
  /** A copy of a register is put back right when it matters: another voter falls silent next. */
  "restored voter": (chance) => {
    const atMs = at(chance, 3_000);
    return [
      fault(atMs, between(chance, 4_500, 9_000), { kind: "isolate", place: 0, direction: "both" }),
      fault(atMs + between(chance, 3_500, 8_000), 0, {
        kind: "spoil-voter",
        voter: pick(chance, VOTERS),
        how: "restored",
      }),
      ...anythings(chance, 2, 12_000),
    ];
  },
  switch: (chance) => {
    const atMs = at(chance, 3_000);
    return [
      operator(chance, atMs, "switch-over", 1),
      ...(happens(chance, 0.5) ? [anything(chance, atMs + between(chance, 0, 2_500))] : []),
      ...(happens(chance, 0.4)
        ? [
            operator(
              chance,
              atMs + between(chance, 3_000, 9_000),
              pick(chance, ["fail-back", "switch-over", "stop"]),
              0,
            ),
          ]
        : []),
    ];
  },
  evict: (chance) => [
    ...(happens(chance, 0.5) ? [fault(at(chance, 500), null, { kind: "lie", place: 0, ok: true })] : []),
    operator(chance, at(chance, 3_000), "evict", 1),
    ...anythings(chance, 2, 10_000),
  ],
  /** The executor dies at each instruction in turn. */
  executor: (chance) => {
    const atMs = at(chance, 1_000);
    const first: Fault = happens(chance, 0.6)
      ? fault(atMs, happens(chance, 0.5) ? null : between(chance, 4_000, 12_000), { kind: "lose-region", place: 0 })
      : operator(chance, atMs, "switch-over", 1);
    const deaths: Fault[] = [];
    for (let i = 0; i < 3; i++) {
      const part = pick(chance, ["recoverer", "recoverer", "guardian"] as const);
      deaths.push(
        fault(atMs + between(chance, 1_000, 8_000), 0, {
          kind: "die-in",
          place: 1,
          part,
          effects: Math.floor(draw(chance) * 25),
        }),
      );
    }
    return [first, ...deaths];
  },
  health: (chance) => [
    fault(at(chance, 3_000), between(chance, 2_000, 14_000), {
      kind: "lie",
      place: pick(chance, REGIONS),
      ok: happens(chance, 0.3),
    }),
    fault(at(chance, 6_000), between(chance, 500, 9_000), {
      kind: pick(chance, ["hold-database", "pause-database"]),
      place: 0,
    }),
    ...anythings(chance, 2, 10_000),
  ],
  /** The standby falls behind, the active region goes alone, and then it is lost. */
  solo: (chance) => {
    const atMs = at(chance, 1_000);
    return [
      ...(happens(chance, 0.3)
        ? [fault(atMs + 5_000, 6_000, { kind: "pester" as const, place: 1 as const, periodMs: 20 })]
        : []),
      pick(chance, [
        fault(atMs, null, { kind: "cut", from: 0, to: 1 }),
        fault(atMs, between(chance, 2_000, 9_000), { kind: "hold-database", place: 1 }),
        fault(atMs, between(chance, 2_000, 9_000), { kind: "pause-database", place: 1 }),
      ]),
      fault(atMs + between(chance, 2_500, 9_000), between(chance, 2_000, 12_000), { kind: "lose-region", place: 0 }),
      ...(happens(chance, 0.4)
        ? [operator(chance, atMs + between(chance, 4_000, 14_000), pick(chance, ["approve", "fail-over"]), 1)]
        : []),
    ];
  },
  operators: (chance) => {
    const deeds = 3 + Math.floor(draw(chance) * 6);
    const faults = Array.from({ length: deeds }, () => operator(chance, at(chance, 16_000), pick(chance, DEEDS)));
    return [...faults, ...anythings(chance, 2, 14_000)];
  },
  flapping: (chance) => [
    fault(at(chance, 1_000), between(chance, 8_000, 20_000), {
      kind: "flap",
      from: 0,
      to: pick(chance, [1, 2]),
      periodMs: between(chance, 200, 4_500),
    }),
    fault(at(chance, 1_000), between(chance, 8_000, 20_000), {
      kind: "flap",
      from: pick(chance, [1, 2]),
      to: 0,
      periodMs: between(chance, 200, 4_500),
    }),
    ...anythings(chance, 1, 10_000),
  ],
  destroyed: (chance) => [
    fault(at(chance, 4_000), 0, { kind: "destroy-database", place: pick(chance, REGIONS) }),
    ...anythings(chance, 2, 12_000),
  ],
  jumps: (chance) => [
    ...REGIONS.map((place) => fault(at(chance, 6_000), 0, { kind: "jump", place, byMs: between(chance, -90, 90) })),
    fault(at(chance, 6_000), between(chance, 2_500, 6_000), {
      kind: "isolate",
      place: 0,
      direction: pick(chance, ["both", "out", "in"]),
    }),
  ],
  /** Clocks as far apart as they may be, and the holder cut off: only the margin keeps two leases apart. */
  drift: (chance) => [
    fault(0, null, { kind: "drift", place: 0, rate: 0.99 }),
    fault(0, null, { kind: "drift", place: 1, rate: 1.01 }),
    fault(at(chance, 4_000), between(chance, 4_000, 9_000), { kind: "isolate", place: 0, direction: "both" }),
  ],
  /** The holder is away for just too short a time, and one voter doesn't hear it even then. */
  "one silent link": (chance) => {
    const atMs = at(chance, 3_000);
    return [
      fault(atMs, between(chance, 2_400, 3_100), { kind: "isolate", place: 0, direction: "both" }),
      fault(atMs + 3_200, between(chance, 2_000, 8_000), { kind: "cut", from: 0, to: 1 }),
      fault(atMs + between(chance, 2_300, 3_300), between(chance, 500, 5_000), {
        kind: "pause",
        place: 1,
        part: "recoverer",
      }),
    ];
  },
  /** A hand-over, and its source's database ends badly in the middle of it. */
  "unclean switch": (chance) => {
    const atMs = at(chance, 3_000);
    return [
      operator(chance, atMs, "switch-over", 1),
      fault(atMs + between(chance, 0, 700), between(chance, 500, 4_000), {
        kind: pick(chance, ["kill-database", "pause-database", "hold-database", "slow-disk"] as const),
        place: 0,
      }),
    ];
  },
  "guardian paused": (chance) => [
    fault(at(chance, 3_000), between(chance, 4_500, 10_000), { kind: "pause", place: 0, part: "guardian" }),
    ...anythings(chance, 1, 10_000),
  ],
  /** An executor stands still between two steps while the other region takes its record again. */
  "stale executor": (chance) => {
    const atMs = at(chance, 1_000);
    return [
      fault(atMs, between(chance, 3_000, 4_500), { kind: "isolate", place: 0, direction: "both" }),
      fault(atMs + between(chance, 3_000, 4_500), between(chance, 3_000, 9_000), {
        kind: "pause",
        place: 1,
        part: pick(chance, ["recoverer", "guardian"]),
      }),
      fault(atMs + between(chance, 3_300, 5_500), between(chance, 4_000, 9_000), {
        kind: "isolate",
        place: 1,
        direction: "both",
      }),
    ];
  },
  /** What comes doubled, late or out of place is met in every state, the short ones too. */
  pestered: (chance) => {
    const atMs = at(chance, 500);
    const pestered = (place: 0 | 1, fromMs: number, forMs: number): Fault =>
      fault(fromMs, forMs, { kind: "pester", place, periodMs: between(chance, 4, 15) });
    return [
      operator(chance, atMs, "switch-over", 1),
      ...REGIONS.map((place) => pestered(place, atMs, 4_000)),
      operator(chance, atMs + 6_000, pick(chance, ["evict", "stop", "fail-back"]), 0),
      ...REGIONS.map((place) => pestered(place, atMs + 6_000, 1_500)),
      fault(atMs + 9_000, between(chance, 3_000, 6_000), { kind: "lose-region", place: pick(chance, REGIONS) }),
      ...REGIONS.map((place) => pestered(place, atMs + 11_500, 2_500)),
      ...REGIONS.map((place) => fault(atMs + 12_000, 0, { kind: "kill", place, part: "recoverer" })),
    ];
  },
  /** A person stops a plan while it fences, and it lets go again. */
  stopped: (chance) => {
    const atMs = at(chance, 1_000);
    return [
      fault(atMs, between(chance, 6_000, 12_000), { kind: "lose-region", place: 0 }),
      operator(chance, atMs + between(chance, 2_350, 3_400), "stop", 1),
      fault(atMs + 2_300, 1_500, { kind: "pester", place: 1, periodMs: between(chance, 1, 4) }),
    ];
  },
  /** A role that was just moved would have to move again. */
  "see-saw": (chance) => {
    const atMs = at(chance, 1_000);
    return [
      operator(chance, atMs, "switch-over", 1),
      fault(atMs + between(chance, 3_000, 6_500), between(chance, 8_000, 14_000), { kind: "lose-region", place: 1 }),
    ];
  },
} satisfies Record<string, Draw>;

export const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[];

export function drawFaults(seed: number, wanted: ProfileName | null): { profile: ProfileName; faults: Fault[] } {
  const chance = seeded(seed, 4);
  const drawn = pick(chance, PROFILE_NAMES);
  const profile = wanted ?? drawn;
  const faults = (PROFILES[profile] as Draw)(chance);
  // What breaks nothing by itself may still break what people do meanwhile.
  if (wanted === null && happens(chance, QUIET.includes(profile) ? 0.6 : 0.15)) {
    faults.push(operator(chance, at(chance, 9_000), "switch-over", 1));
  }
  return { profile, faults: faults.sort((a, b) => a.atMs - b.atMs) };
}
