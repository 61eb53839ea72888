// Reads everything that a region keeps of its events, and proves it or says what is wrong: each object's digest, footer, rows
// and counts; that files and logs together leave no gap; that watermarks promise nothing false; what one bucket lacks of the
// other's. Changes nothing. May run beside a running installation: what moves meanwhile is no finding.

import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { completeRanges } from "../../app/lake/complete.ts";
import type { LakeObject } from "../../app/lake/lake-object.ts";
import { contains, contiguousEnd, countOf, subtract, union } from "../../app/lake/offset-ranges.ts";
import type { Watermark } from "../../app/lake/watermark.ts";
import { EXIT, Refused } from "../../core/errors.ts";
import { type Installation, regionOf } from "../../core/installation.ts";
import type { OffsetRange, OriginId } from "../../core/origin.ts";
import { openLogReader } from "../log/log-reader.ts";
import { listOrigins } from "../log/origins.ts";
import { openBucket } from "./bucket.ts";
import { openLakeDatabase } from "./lake-database.ts";
import { openLakeIndex } from "./lake-index.ts";
import { verifyObject } from "./verify-object.ts";

export type LakeFinding = {
  region: string;
  /** "wrong" makes the command fail; "note" is the ordinary state of things under way. */
  severity: "wrong" | "note";
  what: string;
  detail: string;
  next: string;
};

export type OriginReport = {
  origin: OriginId;
  /** Offsets that objects here hold whole, and that only the log here holds. */
  inObjects: number;
  onlyInLog: number;
  first: number;
  end: number;
};

export type RegionLakeReport = {
  region: string;
  objects: number;
  bytes: number;
  rows: number;
  origins: OriginReport[];
};

export type LakeReport = { regions: RegionLakeReport[]; findings: LakeFinding[] };

type RegionFacts = RegionLakeReport & { complete: Map<OriginId, OffsetRange[]>; findings: LakeFinding[] };
type LogFacts = { end: number; readable: OffsetRange[]; damaged: OffsetRange[] };

const READ_BYTES = 4 * 1024 * 1024;

/** For `tandem lake verify`: one region, or both and their difference. The lines are for people. */
export async function runLakeVerify(
  installation: Installation,
  regionName?: string,
): Promise<{ report: LakeReport; lines: string[]; ok: boolean }> {
  const layouts = regionName === undefined ? installation.regions : [regionOf(installation, regionName)];
  const report = await verifyLake(layouts.map(({ name, directory }) => ({ region: name, directory })));
  return { report, lines: linesOf(report), ok: report.findings.every(({ severity }) => severity === "note") };
}

export async function verifyLake(regions: readonly { region: string; directory: string }[]): Promise<LakeReport> {
  const facts: RegionFacts[] = [];
  for (const { region, directory } of regions) facts.push(await verifyRegion(region, directory));
  const [first, second] = facts;
  const differences = first && second ? [...lacking(first, second), ...lacking(second, first)] : [];
  return {
    regions: facts.map(({ findings: _, complete: __, ...report }) => report),
    findings: [...facts.flatMap(({ findings }) => findings), ...differences],
  };
}

async function verifyRegion(region: string, directory: string): Promise<RegionFacts> {
  if (!(await stat(directory).catch(() => undefined))?.isDirectory()) {
    throw new Refused(
      `Region ${region} has no data at ${directory}. Name the installation with --data DIR.`,
      EXIT.missing,
    );
  }
  // Logs first: what is released while the objects are read lies in objects by then.
  const logs = await readLogs(directory);
  const bucket = await openBucket(join(directory, "bucket"));
  const { objects, unusable, watermarks } = await openLakeIndex(bucket).refresh();
  const findings: LakeFinding[] = unusable.map(({ key, because }) => damaged(region, key, because));
  const scratch = await mkdtemp(join(tmpdir(), "tandem-verify-"));
  const database = await openLakeDatabase(scratch);
  const connection = await database.connect();
  const sound: LakeObject[] = [];
  try {
    for (const object of objects) {
      const check = await verifyObject(connection, bucket, object);
      if (check.kind === "true") sound.push(object);
      else if (check.kind === "damaged") findings.push(damaged(region, object.key, check.because));
      else if (check.kind === "wrong") findings.push(untrue(region, object.key, check.because.join("; ")));
    }
  } finally {
    connection.closeSync();
    database.close();
    await rm(scratch, { recursive: true, force: true });
  }
  const complete = completeRanges(sound);
  findings.push(...gaps(region, complete, logs), ...falsePromises(region, watermarks, complete, logs));
  const origins = [...new Set([...complete.keys(), ...logs.keys()])].sort();
  return {
    region,
    objects: sound.length,
    bytes: sound.reduce((sum, { bytes }) => sum + bytes, 0),
    rows: sound.reduce((sum, { rows }) => sum + rows, 0),
    origins: origins.map((origin) => originReport(origin, complete.get(origin) ?? [], logs.get(origin))),
    complete,
    findings,
  };
}

function originReport(origin: OriginId, whole: OffsetRange[], log: LogFacts | undefined): OriginReport {
  const known = union([...whole, ...(log?.readable ?? [])]);
  return {
    origin,
    inObjects: countOf(whole),
    onlyInLog: countOf(subtract(log?.readable ?? [], whole)),
    first: known[0]?.from ?? 0,
    end: Math.max(known.at(-1)?.to ?? 0, log?.end ?? 0),
  };
}

/** Every record of every log is read and its checksums proved. */
async function readLogs(directory: string): Promise<Map<OriginId, LogFacts>> {
  const logs = new Map<OriginId, LogFacts>();
  for (const kind of ["own", "mirror"]) {
    for (const { directory: originDirectory } of await listOrigins(join(directory, "log", kind))) {
      const reader = await openLogReader(originDirectory);
      try {
        const { from, to } = await reader.bounds();
        const bad: OffsetRange[] = [];
        let at = from;
        let stuckAt: number | undefined;
        while (at < to) {
          const read = await reader.read(at, READ_BYTES);
          if (read.kind === "released") {
            at = Math.max(read.first, at + 1);
            continue;
          }
          for (const { range } of read.damage) if (range !== "unknown") bad.push(range);
          if (read.next <= at) {
            stuckAt = at;
            break;
          }
          at = read.next;
        }
        if (stuckAt !== undefined) bad.push({ from: stuckAt, to });
        const isBad = union(bad);
        logs.set(reader.origin, { end: to, readable: subtract(union([{ from, to }]), isBad), damaged: isBad });
      } finally {
        await reader.close();
      }
    }
  }
  return logs;
}

/** Offsets count from 0 without a gap, so whatever neither objects nor log hold is missing. */
function gaps(region: string, complete: Map<OriginId, OffsetRange[]>, logs: Map<OriginId, LogFacts>): LakeFinding[] {
  const findings: LakeFinding[] = [];
  for (const origin of new Set([...complete.keys(), ...logs.keys()])) {
    const log = logs.get(origin);
    const known = union([...(complete.get(origin) ?? []), ...(log?.readable ?? [])]);
    const end = Math.max(known.at(-1)?.to ?? 0, log?.end ?? 0);
    for (const gap of subtract(union([{ from: 0, to: end }]), known)) {
      const isDamage = (log?.damaged ?? []).some((range) => contains([range], gap));
      const detail = isDamage
        ? "these offsets of the log are damaged, and no file here covers them"
        : "neither a file nor the log here holds these offsets";
      const next =
        "The other region's copy fills them within a minute if it has them: keep both regions running, then verify again.";
      findings.push({ region, severity: "wrong", what: `${origin} ${gap.from}-${gap.to}`, detail, next });
    }
    for (const range of log?.damaged ?? []) {
      if (!contains(complete.get(origin) ?? [], range)) continue;
      const detail = "damaged in the log here, and whole in the lake";
      const next = "Nothing: the log is released in time.";
      findings.push({ region, severity: "note", what: `${origin} ${range.from}-${range.to}`, detail, next });
    }
  }
  return findings;
}

/** A watermark may run ahead of what was replicated here, but never ahead of what exists. */
function falsePromises(
  region: string,
  watermarks: Map<OriginId, Watermark>,
  complete: Map<OriginId, OffsetRange[]>,
  logs: Map<OriginId, LogFacts>,
): LakeFinding[] {
  return [...watermarks.values()].flatMap(({ origin, offset }) => {
    const whole = complete.get(origin) ?? [];
    const from = whole[0]?.from ?? 0;
    if (contiguousEnd(whole, from) >= offset) return [];
    const severity = origin.startsWith(`${region}~`) ? ("wrong" as const) : ("note" as const);
    const detail = `its watermark says that all below ${offset} lies in objects; here that is so below ${contiguousEnd(whole, from)}`;
    const next = logs.has(origin)
      ? "The lake writer writes what is missing again from the log: verify again in a minute."
      : "The objects come from the other region: keep both running, then verify again.";
    return [{ region, severity, what: origin, detail, next }];
  });
}

function lacking(here: RegionFacts, other: RegionFacts): LakeFinding[] {
  return [...other.complete].flatMap(([origin, ranges]) => {
    const missing = subtract(ranges, here.complete.get(origin) ?? []);
    if (missing.length === 0) return [];
    const detail = `${countOf(missing)} events lie in ${other.region}'s objects and not yet in ${here.region}'s`;
    const next =
      "Replication brings them: verify again in a minute; if they stay away, look at the mirror in `tandem status`.";
    return [{ region: here.region, severity: "note" as const, what: origin, detail, next }];
  });
}

function damaged(region: string, key: string, because: string): LakeFinding {
  const next =
    "Move the file out of the bucket (a running region does so when it meets it): the other region's copy is fetched, or the range is written again from the log.";
  return { region, severity: "wrong", what: key, detail: `damaged: ${because}`, next };
}

function untrue(region: string, key: string, because: string): LakeFinding {
  const next = "This is a fault of Tandem: keep the file and report it.";
  return { region, severity: "wrong", what: key, detail: because, next };
}

function linesOf({ regions, findings }: LakeReport): string[] {
  const lines = regions.flatMap(({ region, objects, bytes, rows, origins }) => [
    `${region}: ${objects} objects, ${(bytes / 1024 / 1024).toFixed(1)} MiB, ${rows} rows read and proved`,
    ...origins.map(
      ({ origin, inObjects, onlyInLog, first, end }) =>
        `  ${origin}: offsets ${first} to ${end}, ${inObjects} in objects, ${onlyInLog} only in the log`,
    ),
  ]);
  for (const { severity, region, what, detail, next } of findings) {
    lines.push(`${severity === "wrong" ? "WRONG" : "note"}  ${region}: ${what}: ${detail}`, `       ${next}`);
  }
  const wrong = findings.filter(({ severity }) => severity === "wrong").length;
  lines.push(wrong === 0 ? "Everything that was read is whole." : `${wrong} findings need attention.`);
  return lines;
}
