// A simulated world: two regions, a witness, clients and an edge, on a virtual clock, network and disk, from one seed. The world
// is a model; the keeper, the recoverer, the voters' compare-and-set, the gate, the watchdog's rule and the rule of `solo` in it
// are the code that runs in production.

import type { RegionName } from "../../core/origin.ts";
import { initialRegister } from "../register.ts";
import { type Agenda, emptyAgenda } from "./agenda.ts";
import { between, type Chance, happens, pick, seeded } from "./chance.ts";
import { type Clients, makeClients } from "./clients.ts";
import { type Database, makeDatabase } from "./database.ts";
import { type Edge, makeEdge } from "./edge.ts";
import type { Engine } from "./engine.ts";
import { type Guardian, makeGuardian } from "./guardian.ts";
import { type Judge, makeJudge } from "./judge.ts";
import { type Machine, makeMachine, makeProcess, type Process } from "./machine.ts";
import { makeNetwork, type Network } from "./network.ts";
import { makeRecovererHost, type RecovererHost } from "./recoverer-host.ts";
import { superviseDatabase } from "./supervisor.ts";
import type { Tally } from "./tally.ts";
import { makeVoter, type Voter } from "./voter.ts";
import { makeWatchdog, type Watchdog } from "./watchdog.ts";

export type Region = {
  place: 0 | 1;
  name: RegionName;
  machine: Machine;
  supervisor: Process;
  guardian: Guardian;
  watchdog: Watchdog;
  /** Serves clients: asks the gate, commits, asks for the confirmation. */
  console: Process;
  database: Database;
  recoverer: RecovererHost;
  /** The whole region is down; its supervisor starts nothing. */
  lost: boolean;
  /** A fault keeps its database down. */
  databaseHeld: boolean;
  /** What its deep health pretends; null: it tells the truth. */
  pretends: boolean | null;
};

/** How this world is in general: drawn once per seed. */
export type Weather = {
  /** A voter sometimes sets and never says so. */
  losesAnswers: boolean;
  /** A hand sometimes fails, or does its work and never says so. */
  clumsy: boolean;
  /** Processes sometimes take long between two instructions. */
  stalls: boolean;
};

export type World = {
  seed: number;
  agenda: Agenda;
  chance: Chance;
  network: Network;
  weather: Weather;
  engine: Engine;
  entriesMade: number;
  witness: { machine: Machine; process: Process };
  regions: [Region, Region];
  voters: [Voter, Voter, Voter];
  edge: Edge;
  clients: Clients;
  judge: Judge;
  tally: Tally;
  trace: ((line: string) => void) | null;
  databaseOf(place: number): Database;
  /** A server has ended: its supervisor looks after it. */
  databaseEnded(place: number): void;
  regionOf(name: RegionName): Region;
  /** A line for the trace; -1 is the judge, 2 the witness, 3 outside. */
  note(place: number, text: string): void;
};

export const REGION_NAMES = ["north", "south"] as const;
const PLACE_NAMES = ["north", "south", "witness", "outside"];
const DRIFT_MAX = 0.01;

export type WorldOptions = { seed: number; engine: Engine; tally: Tally; trace: ((line: string) => void) | null };

export function makeWorld({ seed, engine, tally, trace }: WorldOptions): World {
  const agenda = emptyAgenda();
  const chance = seeded(seed, 1);
  const mostMs = pick(chance, [1, 5, 25, 80, 200]);
  const network = makeNetwork(agenda, seeded(seed, 2), happens(chance, 0.5) ? 0.7 : 0, {
    leastMs: 0.3 + mostMs / 4,
    mostMs,
    lossShare: happens(chance, 0.3) ? between(chance, 0, 0.05) : 0,
    doubleShare: happens(chance, 0.4) ? between(chance, 0, 0.1) : 0,
  });
  const weather = { losesAnswers: happens(chance, 0.3), clumsy: happens(chance, 0.4), stalls: happens(chance, 0.3) };
  const rate = () =>
    happens(chance, 0.4) ? pick(chance, [1 - DRIFT_MAX, 1 + DRIFT_MAX]) : between(chance, 1 - DRIFT_MAX, 1 + DRIFT_MAX);
  const machines = PLACE_NAMES.map((name) => makeMachine(name, rate(), between(chance, 0, 1e6)));
  const region = (place: 0 | 1): Region => {
    const machine = machines[place] as Machine;
    const process = (name: string) => makeProcess(machine, name);
    return {
      place,
      name: REGION_NAMES[place],
      machine,
      supervisor: process("supervisor"),
      guardian: makeGuardian(process("guardian")),
      watchdog: makeWatchdog(process("watchdog")),
      console: process("console"),
      database: makeDatabase(place, process("postgres"), place === 0 ? "primary" : "standby"),
      recoverer: makeRecovererHost(process("recoverer")),
      lost: false,
      databaseHeld: false,
      pretends: null,
    };
  };
  const regions: [Region, Region] = [region(0), region(1)];
  const witness = { machine: machines[2] as Machine, process: makeProcess(machines[2] as Machine, "witness") };
  const outside = machines[3] as Machine;
  const register = initialRegister(REGION_NAMES[0]);
  const world: World = {
    seed,
    agenda,
    chance,
    network,
    weather,
    engine,
    entriesMade: 0,
    witness,
    regions,
    voters: [
      makeVoter(0, regions[0].guardian.process, register),
      makeVoter(1, regions[1].guardian.process, register),
      makeVoter(2, witness.process, register),
    ],
    edge: makeEdge(makeProcess(outside, "edge")),
    clients: makeClients(makeProcess(outside, "clients"), seeded(seed, 3)),
    judge: makeJudge(() => world),
    tally,
    trace,
    databaseOf: (place) => regions[place as 0 | 1].database,
    databaseEnded: (place) => superviseDatabase(world, regions[place as 0 | 1]),
    regionOf: (name) => (regions[0].name === name ? regions[0] : regions[1]),
    note(place, text) {
      trace?.(`${(agenda.nowMs / 1_000).toFixed(4).padStart(9)} ${(PLACE_NAMES[place] ?? "judge").padEnd(8)} ${text}`);
    },
  };
  return world;
}

export function placeOfVoter(voter: number): 0 | 1 | 2 {
  return voter as 0 | 1 | 2;
}

export function otherOf(world: World, region: Region): Region {
  return world.regions[region.place === 0 ? 1 : 0];
}
