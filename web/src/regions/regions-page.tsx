// Regions: the verdict, both regions side by side, the witness and the edge, and the processes behind each. Read only.
// Works from either region and says which one it looks from; what it can't hear greys out with its age.

import type { InstallationStatus } from "../../../src/core/resources.ts";
import { readStatus } from "../api/calls.ts";
import { ago, clock } from "../format/time.ts";
import { useLoad } from "../state/load.ts";
import { useBeat, useNow } from "../state/refresh.ts";
import { useSession } from "../state/session.tsx";
import { Failure, Notice } from "../ui/notice.tsx";
import { Processes } from "./processes.tsx";
import { RegionCard } from "./region-card.tsx";
import { StateMark } from "./state-mark.tsx";

const REFRESH_MS = 2_000;
const STALE_MS = 10_000;

export function RegionsPage() {
  const session = useSession();
  const beat = useBeat(REFRESH_MS);
  const now = useNow(1_000);
  const { data, problem, retry } = useLoad("regions", beat, readStatus);
  const stale = data ? now - data.at > STALE_MS : false;
  return (
    <div className="page regions">
      <div className="toolbar">
        <div className="toolbar-title">
          <h1>Regions</h1>
          <span className="muted">
            looking from <strong>{session.region}</strong>
          </span>
        </div>
        {data && (
          <span className="muted figures" title={clock(data.at)}>
            {stale ? "last heard " : "heard "}
            {ago(data.at, now)} · version {data.version}
          </span>
        )}
      </div>
      {problem && !data && <Failure problem={problem} onRetry={retry} />}
      {problem && data && (
        <Notice tone="danger">
          <strong>This page is not renewed.</strong> {problem.message}: what it shows is from {clock(data.at)}.
        </Notice>
      )}
      {!data && !problem && <div className="skeleton skeleton-regions" />}
      {data && <Room status={data} now={now} stale={stale} from={session.region} />}
    </div>
  );
}

function Room(props: { status: InstallationStatus; now: number; stale: boolean; from: string }) {
  const { status, now, stale, from } = props;
  const well = status.regions.every((region) => region.reachable && region.health.ok);
  return (
    <div data-stale={stale || undefined}>
      <section className={`verdict ${well ? "verdict-good" : "verdict-bad"}`} aria-label="Verdict" role="status">
        <span className={well ? "dot dot-good" : "dot dot-bad"} aria-hidden="true" />
        <p>{status.verdict}</p>
        <dl className="facts">
          <div>
            <dt>Epoch</dt>
            <dd className="figures">{status.epoch ?? "–"}</dd>
          </div>
          <div>
            <dt>Active</dt>
            <dd>{status.holder ?? "unknown"}</dd>
          </div>
        </dl>
      </section>
      <div className="region-pair">
        {status.regions.map((region) => (
          <RegionCard key={region.name} region={region} now={now} here={region.name === from} />
        ))}
      </div>
      <div className="region-pair">
        <section className="surface part" aria-labelledby="witness-head">
          <header className="panel-head">
            <h2 id="witness-head">Witness</h2>
            <StateMark good={status.witness.reachable} words={["reachable", "not reachable"]} />
          </header>
          <p className="muted">The third vote on who is active. It holds no data; alone, its loss changes nothing.</p>
          <Processes processes={status.witness.processes} now={now} name="Processes of the witness" />
        </section>
        <section className="surface part" aria-labelledby="edge-head">
          <header className="panel-head">
            <h2 id="edge-head">Edge</h2>
            <StateMark good={status.edge.reachable} words={["reachable", "not reachable"]} />
          </header>
          <p className="muted">
            Sends reads and changes to the active region, events to any region that can store them.{" "}
            <code>{status.edge.url}</code>
          </p>
          <Processes processes={status.edge.processes} now={now} name="Processes of the edge" />
        </section>
      </div>
    </div>
  );
}
