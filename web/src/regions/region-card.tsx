// One region: its role and health, and each figure with what it means beside it.

import type { ReactNode } from "react";
import type { RegionStatus } from "../../../src/core/resources.ts";
import { bytes, milliseconds, percent, whole } from "../format/number.ts";
import { ago, instantLong } from "../format/time.ts";
import { Tip } from "../ui/tip.tsx";
import { Processes } from "./processes.tsx";
import type { Sight } from "./room.ts";
import { Signals } from "./signals.tsx";
import { StateMark } from "./state-mark.tsx";

type Tone = "good" | "bad" | "warn" | undefined;
type Figure = { name: string; value: ReactNode; means: string; tone?: Tone };

const ERROR_SHARE_WARN = 0.01;
const LAG_WARN_MS = 2_000;
const BEHIND_WARN_MS = 5_000;
const FRESH_WARN_MS = 120_000;
const rate = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

type Props = {
  region: RegionStatus;
  now: number;
  here: boolean;
  /** Of all events that arrive now; null when none do. */
  share: number | null;
  /** Of this region's answers, as the edge counts them; null where it doesn't. */
  errorShare: number | null;
  sight: Sight | undefined;
};

export function RegionCard({ region, now, here, share, errorShare, sight }: Props) {
  return (
    <section
      className="surface region"
      aria-labelledby={`region-${region.name}`}
      data-role={region.role}
      data-stale={!region.reachable || undefined}
    >
      <header className="region-head">
        <h2 id={`region-${region.name}`}>{region.name}</h2>
        <span className={`role role-${region.role}`}>{region.role}</span>
        {here && <span className="badge badge-plain">looking from here</span>}
        <StateMark
          good={region.reachable && region.health.ok}
          words={["healthy", region.reachable ? "unhealthy" : "lost"]}
        />
      </header>
      <p className="region-detail">
        {region.version && <span className="muted">Version {region.version}. </span>}
        {region.reachable
          ? (region.health.detail ?? `Configured as ${region.configured}; everything works.`)
          : `Can't be reached. The figures are the last that were heard, ${region.heardAt ? ago(region.heardAt, now) : "never"}.`}
      </p>
      <dl className="figures-list">
        {[...recoveryFigures(sight, share, now), errorFigure(errorShare), ...figuresOf(region, now)].map((figure) => (
          <div key={figure.name}>
            <dt>
              {figure.name}
              <Tip label={`What “${figure.name}” means`}>{figure.means}</Tip>
            </dt>
            <dd className={`figures ${figure.tone ?? ""}`}>{figure.value}</dd>
          </div>
        ))}
      </dl>
      {sight && <Signals signals={sight.view.signals} region={region.name} peer={sight.view.peer} />}
      <details className="signals">
        <summary>
          {region.processes.filter((process) => process.state === "running").length} of {region.processes.length}{" "}
          processes run
        </summary>
        <Processes processes={region.processes} now={now} name={`Processes of ${region.name}`} />
      </details>
    </section>
  );
}

/** What the region's recoverer and guardian say of its role. */
function recoveryFigures(sight: Sight | undefined, share: number | null, now: number): Figure[] {
  const lease = sight?.view.lease;
  // Told once, it runs on: what is left is less by the age of the telling.
  const told = lease?.remainingMs ?? null;
  const left = told === null || !sight ? null : told - Math.max(0, now - sight.heardAt);
  const held = left === null ? "" : left > 0 ? `, ${milliseconds(left)} left` : ", ended unless renewed since";
  return [
    {
      name: "Write lease",
      value: lease ? lease.state + held : "–",
      means: `Only the region that holds the lease answers changes; it is renewed at two of three voters twice a second. ${lease?.because ?? ""}`,
      tone: lease && sight?.heard ? undefined : "warn",
    },
    {
      name: "Epoch",
      value: lease ? whole(lease.epoch) : "–",
      means: "Grows with each change of the active role. The highest that this region has seen.",
    },
    {
      name: "Traffic",
      value: share === null ? "–" : percent(share),
      means: "This region's share of the events that arrive now. Both take events; the edge sends them to the nearest.",
    },
    {
      name: "Detector",
      value: sight ? sight.view.verdict.level : "–",
      means: sight?.view.verdict.says ?? "Its recoverer can't be heard.",
      tone: sight === undefined || sight.view.verdict.level !== "ok" ? "warn" : undefined,
    },
  ];
}

function errorFigure(share: number | null): Figure {
  return {
    name: "Errors",
    value: share === null ? "–" : percent(share),
    means:
      "Answers of this region to reads and changes that failed in the last ten seconds, as the edge counts them. It counts the active region's only.",
    tone: share !== null && share > ERROR_SHARE_WARN ? "warn" : undefined,
  };
}

function figuresOf(region: RegionStatus, now: number): Figure[] {
  const { database, mirror, lake, events } = region;
  return [
    {
      name: "Events",
      value: region.accepting ? `${rate.format(events.perSecond)} / s` : "not accepting",
      means: `Durably accepted by this region; ${whole(events.acceptedTotal)} since its collector started. Both regions accept at all times.`,
      tone: region.accepting ? undefined : "bad",
    },
    {
      name: "At risk",
      value: whole(events.atRisk),
      means:
        "Events of projects of class pair that were answered as degraded and that the other region doesn't have yet: what would be lost with this region now.",
      tone: events.atRisk > 0 ? "warn" : undefined,
    },
    {
      name: "Database",
      value: databaseWords(database),
      means:
        "PostgreSQL: users, projects, keys. The primary takes changes; COMMIT waits until the standby has them on disk (sync), unless it runs solo.",
      tone: database.state === "down" ? "bad" : database.solo ? "warn" : undefined,
    },
    {
      name: "Replication lag",
      value: database.lagMs === null ? "–" : `${milliseconds(database.lagMs)} / ${bytes(database.lagBytes)}`,
      means: "How far the standby database is behind the primary, in time and in bytes of its log.",
      tone: (database.lagMs ?? 0) > LAG_WARN_MS ? "warn" : undefined,
    },
    {
      name: "Mirror behind",
      value:
        mirror.behindEvents === null ? "–" : `${whole(mirror.behindEvents)} events, ${milliseconds(mirror.behindMs)}`,
      means:
        "Events of the other region that this one hasn't on disk yet, and the age of the oldest: what would be missing here if the other were lost now.",
      tone: (mirror.behindMs ?? 0) > BEHIND_WARN_MS ? "warn" : undefined,
    },
    {
      name: "Lake complete until",
      value: lake.completeUntil ? (
        <time dateTime={new Date(lake.completeUntil).toISOString()} title={instantLong(lake.completeUntil)}>
          {ago(lake.completeUntil, now)}
        </time>
      ) : (
        "–"
      ),
      means: "Everything received before this lies in Parquet objects; what is younger is answered from the log.",
      tone: lake.completeUntil && now - lake.completeUntil > FRESH_WARN_MS ? "warn" : undefined,
    },
    {
      name: "Lake",
      value: `${whole(lake.events)} events, ${bytes(lake.bytes)}`,
      means: `${whole(lake.objects)} immutable objects in this region's bucket; sizes in binary units.`,
    },
    {
      name: "Missing objects",
      value: lake.missingObjects === null ? "–" : whole(lake.missingObjects),
      means: "Objects of the other bucket that haven't been copied here yet.",
      tone: (lake.missingObjects ?? 0) > 0 ? "warn" : undefined,
    },
    {
      name: "Set aside / damaged",
      value: `${whole(lake.setAside)} / ${whole(lake.damaged)}`,
      means:
        "Records that can't be converted (kept, with the reason), and records or objects whose checksum is wrong (never served).",
      tone: lake.damaged > 0 ? "bad" : lake.setAside > 0 ? "warn" : undefined,
    },
  ];
}

function databaseWords(database: RegionStatus["database"]): string {
  if (database.state === "down") return "down";
  if (database.solo) return `${database.state}, solo`;
  return `${database.state}${database.synchronous ? ", sync" : ""}`;
}
