// `npm run simulate`: recovery's real engine in many simulated worlds, each from one seed.
//
//   npm run simulate                                2,000 seeds: 1,000 fixed ones and 1,000 fresh ones
//   npm run simulate -- --seeds 100000 --workers 2
//   npm run simulate -- --seed 17 --trace           one world, line by line; --shrink drops the faults that don't matter
//   npm run simulate -- --mutants                   broken engines, and how soon each is caught

import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { ENGINE } from "../../src/recovery/simulation/engine.ts";
import { addUp, coverageOf, type Explored, explore } from "../../src/recovery/simulation/explore.ts";
import { wordsOf } from "../../src/recovery/simulation/faults.ts";
import { MUTANTS } from "../../src/recovery/simulation/mutants.ts";
import { PROFILE_NAMES, type ProfileName } from "../../src/recovery/simulation/profiles.ts";
import { shrink } from "../../src/recovery/simulation/shrink.ts";
import { simulate } from "../../src/recovery/simulation/simulate.ts";
import { emptyTally } from "../../src/recovery/simulation/tally.ts";
import { catchMutant } from "./catch-mutant.ts";

const SEEDS_USUAL = 2_000;
/** Fixed ones come first; the rest start anywhere, so that each run sees worlds that none has seen. */
const FIXED_SEEDS = 1_000;
const SEEDS_PER_BATCH = 200;
const USAGE = 64;

type Batch = { first: number; seeds: number; profile: ProfileName | null };

if (isMainThread) process.exitCode = await main();
else parentPort?.postMessage(exploreBatches((workerData as { batches: Batch[] }).batches));

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: String(SEEDS_USUAL) },
      from: { type: "string" },
      workers: { type: "string", default: "1" },
      seed: { type: "string" },
      profile: { type: "string" },
      mutant: { type: "string" },
      mutants: { type: "boolean", default: false },
      trace: { type: "boolean", default: false },
      shrink: { type: "boolean", default: false },
    },
  });
  const profile = (values.profile ?? null) as ProfileName | null;
  if (profile !== null && !PROFILE_NAMES.includes(profile)) {
    return misused(`There is no profile "${profile}". There are: ${PROFILE_NAMES.join(", ")}.`);
  }
  const mutant = MUTANTS.find(({ name }) => name === values.mutant);
  if (values.mutant !== undefined && !mutant) {
    return misused(`There is no mutant "${values.mutant}". There are: ${MUTANTS.map(({ name }) => name).join(", ")}.`);
  }
  if (values.mutants) return catchAll();
  const engine = mutant?.engine ?? ENGINE;
  if (values.seed !== undefined) {
    return replay(whole(values.seed), { engine, profile, trace: values.trace, shorten: values.shrink });
  }
  return await exploreMany({
    seeds: whole(values.seeds),
    from: values.from === undefined ? null : whole(values.from),
    workers: whole(values.workers),
    profile,
  });
}

type Replay = { engine: typeof ENGINE; profile: ProfileName | null; trace: boolean; shorten: boolean };

function replay(seed: number, { engine, profile, trace, shorten }: Replay): number {
  const print = trace ? (line: string) => process.stdout.write(`${line}\n`) : null;
  let one = simulate({ seed, engine, tally: emptyTally(), profile, trace: shorten ? null : print });
  if (shorten && one.broken !== null) {
    one = shrink(one, engine, profile);
    if (print) simulate({ seed, engine, tally: emptyTally(), profile, faults: one.faults, trace: print });
  }
  process.stdout.write(
    `\nseed ${seed}, profile "${profile ?? one.profile}", ${one.events} events in ${Math.round(one.tookMs)} virtual ms\n`,
  );
  for (const fault of one.faults) process.stdout.write(`  ${wordsOf(fault)}\n`);
  if (one.broken === null) process.stdout.write("nothing broke\n");
  else
    process.stdout.write(`BROKEN ${one.broken.invariant} at ${Math.round(one.broken.atMs)} ms: ${one.broken.says}\n`);
  return one.broken === null ? 0 : 1;
}

type Many = { seeds: number; from: number | null; workers: number; profile: ProfileName | null };

async function exploreMany({ seeds, from, workers, profile }: Many): Promise<number> {
  const fresh = Math.floor(Math.random() * 0x7fff_0000) + FIXED_SEEDS;
  const fixed = from === null ? Math.min(seeds, FIXED_SEEDS) : seeds;
  const batches = [...batchesOf(from ?? 1, fixed, profile), ...batchesOf(fresh, seeds - fixed, profile)];
  const began = performance.now();
  const explored = addUp(await Promise.all(share(batches, Math.max(1, workers)).map(inWorker)));
  const seconds = (performance.now() - began) / 1_000;
  const { cells, unvisited } = coverageOf(explored.tally);
  const { tally } = explored;
  process.stdout.write(
    [
      `${explored.seeds} seeds (${from ?? 1} to ${(from ?? 1) + fixed - 1}${seeds > fixed ? `, and fresh ones from ${fresh} on` : ""})`,
      `${explored.events} events, ${Math.round(explored.events / explored.seeds)} per seed, the fewest ${explored.eventsMin}; ${Math.round(explored.virtualMs / 3_600_000)} virtual hours`,
      `${Math.round(explored.events / seconds)} events/s with ${workers} worker(s), ${seconds.toFixed(1)} s`,
      `${((100 * explored.finished) / explored.seeds).toFixed(1)} % of the seeds with a finished plan`,
      `${tally.acknowledged} writes acknowledged, ${tally.unknown} with an unknown outcome`,
      `${cells - unvisited.length} of ${cells} cells visited${unvisited.length > 0 ? `; not: ${unvisited.join(", ")}` : ""}`,
      `runs: ${[...tally.runs]
        .sort()
        .map(([name, times]) => `${name} ${times}`)
        .join(", ")}`,
      `${explored.failures.length} broken invariants`,
      ...explored.failures.map(
        ({ seed, profile: drawn, invariant, says }) =>
          `BROKEN ${invariant} (${profile ?? drawn}): ${says}\n  npm run simulate -- --seed ${seed} --trace${profile ? ` --profile "${profile}"` : ""}`,
      ),
      "",
    ].join("\n"),
  );
  return explored.failures.length === 0 ? 0 : 1;
}

function catchAll(): number {
  let missed = 0;
  for (const mutant of MUTANTS) {
    const caught = catchMutant(mutant);
    if (!caught) missed++;
    const found = caught
      ? `seed ${caught.seed} of ${mutant.seedsMax} ("${caught.profile}") ${caught.invariant}: ${caught.says}`
      : `NOT CAUGHT within ${mutant.seedsMax} seeds`;
    process.stdout.write(`${mutant.name.padEnd(26)} ${found}\n`);
  }
  process.stdout.write(`${MUTANTS.length - missed} of ${MUTANTS.length} broken engines caught\n`);
  return missed === 0 ? 0 : 1;
}

function batchesOf(first: number, seeds: number, profile: ProfileName | null): Batch[] {
  const batches: Batch[] = [];
  for (let at = 0; at < seeds; at += SEEDS_PER_BATCH) {
    batches.push({ first: first + at, seeds: Math.min(SEEDS_PER_BATCH, seeds - at), profile });
  }
  return batches;
}

function share(batches: Batch[], workers: number): Batch[][] {
  const shares: Batch[][] = Array.from({ length: workers }, () => []);
  batches.forEach((batch, at) => {
    shares[at % workers]?.push(batch);
  });
  return shares;
}

function inWorker(batches: Batch[], _at: number, all: Batch[][]): Promise<Explored> {
  if (all.length === 1) return Promise.resolve(exploreBatches(batches));
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { batches } });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function exploreBatches(batches: Batch[]): Explored {
  return addUp(
    batches.map(({ first, seeds, profile }) =>
      explore(
        Array.from({ length: seeds }, (_, at) => first + at),
        ENGINE,
        profile,
      ),
    ),
  );
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`"${text}" isn't a whole number from 0.`);
  return value;
}

function misused(says: string): number {
  process.stderr.write(`${says}\n`);
  return USAGE;
}
