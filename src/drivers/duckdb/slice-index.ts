// What the database of kept slices holds: projects' tables, the cuts of their days, and the properties that have columns.
// Read once at the start; changed together with what it tells of.
//
// P1: a property gets its column before the first day that has it is kept, or never: while not all columns are given away,
//     a property without one is in no kept day.

import type { DuckDBConnection } from "@duckdb/node-api";
import { KEPT, type KeptSlices, PROPERTIES_MAX } from "../../app/queries/slices-sql.ts";
import type { UtcDay } from "../../core/time.ts";
import type { SliceDay } from "./slice-store.ts";

export type CutAt = { table: number; cut: number };

export type SliceDraft = {
  table: number;
  isNew: boolean;
  properties: readonly string[];
  /** Gives columns to properties that have none, as far as there are any. */
  learn(names: readonly string[]): void;
  add(day: SliceDay): number;
  save(connection: DuckDBConnection): Promise<void>;
  /** After the commit. Gives the cuts that were replaced. */
  publish(): CutAt[];
};

export type SliceIndex = {
  cut(project: string, day: SliceDay): number | undefined;
  slices(project: string, cuts: readonly number[]): KeptSlices;
  propertyKnown(project: string, name: string): boolean;
  draft(project: string): SliceDraft;
  /** Cuts that were replaced before the last stop. */
  replaced: CutAt[];
  forgetCut(cut: number): void;
  forgetProject(project: string): void;
  askedLongestAgo(but: string): { project: string; table: number } | undefined;
};

type Kept = {
  table: number;
  properties: string[];
  days: Map<UtcDay, { digest: string; cut: number }>;
  /** All cuts that have rows, also replaced ones. */
  cuts: Set<number>;
  /** Grows with each use. */
  askedAt: number;
};

export async function createSliceIndex(connection: DuckDBConnection): Promise<SliceIndex> {
  const projects = new Map<string, Kept>();
  const replaced: CutAt[] = [];
  let tables = 0;
  let cuts = 0;
  let uses = 0;
  await connection.run(`CREATE TABLE IF NOT EXISTS ${KEPT}."projects" ("project" VARCHAR, "table" INTEGER)`);
  await connection.run(
    `CREATE TABLE IF NOT EXISTS ${KEPT}."properties" ("table" INTEGER, "place" INTEGER, "name" VARCHAR)`,
  );
  await connection.run(
    `CREATE TABLE IF NOT EXISTS ${KEPT}."cuts" ("table" INTEGER, "cut" INTEGER, "day" VARCHAR, "digest" VARCHAR)`,
  );
  const rows = async (text: string) => (await connection.runAndReadAll(text)).getRowObjectsJS();
  const byTable = new Map<number, Kept>();
  for (const row of await rows(`SELECT * FROM ${KEPT}."projects"`)) {
    const kept: Kept = { table: Number(row.table), properties: [], days: new Map(), cuts: new Set(), askedAt: 0 };
    projects.set(String(row.project), kept);
    byTable.set(kept.table, kept);
    tables = Math.max(tables, kept.table);
  }
  for (const row of await rows(`SELECT * FROM ${KEPT}."properties" ORDER BY "place"`))
    byTable.get(Number(row.table))?.properties.push(String(row.name));
  const add = (kept: Kept, cut: number, { day, digest }: SliceDay): CutAt[] => {
    const before = kept.days.get(day);
    kept.cuts.add(cut);
    kept.days.set(day, { digest, cut });
    return before ? [{ table: kept.table, cut: before.cut }] : [];
  };
  for (const row of await rows(`SELECT * FROM ${KEPT}."cuts" ORDER BY "cut"`)) {
    const kept = byTable.get(Number(row.table));
    cuts = Math.max(cuts, Number(row.cut));
    if (kept) replaced.push(...add(kept, Number(row.cut), { day: String(row.day), digest: String(row.digest) }));
  }

  return {
    replaced,
    cut(project, { day, digest }) {
      const kept = projects.get(project)?.days.get(day);
      return kept?.digest === digest ? kept.cut : undefined;
    },
    slices(project, wanted) {
      const kept = projects.get(project);
      if (!kept) throw new RangeError(`Bug: nothing is kept of project "${project}"`);
      uses += 1;
      kept.askedAt = uses;
      const properties = new Map(kept.properties.map((name, place) => [name, place]));
      return { table: kept.table, cuts: stretchesOf(wanted, kept.cuts), properties };
    },
    propertyKnown(project, name) {
      const properties = projects.get(project)?.properties ?? [];
      return properties.length < PROPERTIES_MAX || properties.includes(name);
    },
    draft(project) {
      const known = projects.get(project);
      const table = known?.table ?? ++tables;
      const properties = [...(known?.properties ?? [])];
      const added: (SliceDay & { cut: number })[] = [];
      return {
        table,
        isNew: known === undefined,
        properties,
        learn(names) {
          for (const name of names)
            if (properties.length < PROPERTIES_MAX && !properties.includes(name)) properties.push(name);
        },
        add(day) {
          cuts += 1;
          added.push({ ...day, cut: cuts });
          return cuts;
        },
        async save(by) {
          if (!known) await by.run(`INSERT INTO ${KEPT}."projects" VALUES ($1, $2)`, [project, table]);
          for (const [place, name] of properties.entries())
            if (place >= (known?.properties.length ?? 0))
              await by.run(`INSERT INTO ${KEPT}."properties" VALUES ($1, $2, $3)`, [table, place, name]);
          for (const { cut, day, digest } of added)
            await by.run(`INSERT INTO ${KEPT}."cuts" VALUES ($1, $2, $3, $4)`, [table, cut, day, digest]);
        },
        publish() {
          uses += 1;
          const kept = known ?? { table, properties, days: new Map(), cuts: new Set(), askedAt: uses };
          kept.properties = properties;
          projects.set(project, kept);
          return added.flatMap((one) => add(kept, one.cut, one));
        },
      };
    },
    forgetCut(cut) {
      for (const kept of projects.values()) kept.cuts.delete(cut);
    },
    forgetProject: (project) => void projects.delete(project),
    askedLongestAgo(but) {
      const others = [...projects].filter(([project]) => project !== but);
      const [first] = others.sort(([, a], [, b]) => a.askedAt - b.askedAt);
      return first && { project: first[0], table: first[1].table };
    },
  };
}

/** Wanted numbers as few stretches: they may reach over numbers that no row has. */
export function stretchesOf(wanted: readonly number[], all: ReadonlySet<number>): (readonly [number, number])[] {
  const chosen = new Set(wanted);
  const stretches: [number, number][] = [];
  let open = false;
  for (const cut of [...all].sort((a, b) => a - b)) {
    if (!chosen.has(cut)) open = false;
    else if (open) (stretches.at(-1) as [number, number])[1] = cut;
    else {
      stretches.push([cut, cut]);
      open = true;
    }
  }
  return stretches;
}
