// The operations room. In this order: the verdict; both regions side by side; objectives and preconditions; the lease; what can
// be done; the run that goes on; drills; history. It works from either region and says from which; what is old greys out.

import { useEffect, useRef, useState } from "react";
import type { DrillsView } from "../../../src/core/drills-view.ts";
import type { RecoveryRoom } from "../../../src/core/recovery-room.ts";
import type { InstallationStatus } from "../../../src/core/resources.ts";
import { readStatus } from "../api/calls.ts";
import type { ApiProblem } from "../api/client.ts";
import { ago, clock } from "../format/time.ts";
import { type Loaded, useLoad } from "../state/load.ts";
import { useBeat, useNow } from "../state/refresh.ts";
import { useSession } from "../state/session.tsx";
import { Failure, Notice } from "../ui/notice.tsx";
import { Actions } from "./actions.tsx";
import { Automatic } from "./automatic.tsx";
import { Checklist } from "./checklist.tsx";
import { Drain, DrainNotice } from "./drain.tsx";
import { DrillsPanel } from "./drills-panel.tsx";
import { Guard } from "./guard.tsx";
import { History } from "./history.tsx";
import { Objectives } from "./objectives.tsx";
import { Places } from "./places.tsx";
import { readDrills, readRoom } from "./recovery-calls.ts";
import { RegionCard } from "./region-card.tsx";
import { checksOf, historyOf, runningIn, sightOf, targetOf } from "./room.ts";
import { RunPanel } from "./run-panel.tsx";
import { TailNotice } from "./tail-notice.tsx";
import { Verdict } from "./verdict.tsx";
import "./regions.css";

const REFRESH_MS = 2_000;
/** A run takes seconds, so it is looked at more often. */
const RUN_REFRESH_MS = 500;
const DRILLS_REFRESH_MS = 5_000;
const DRILL_REFRESH_MS = 1_000;
const STALE_MS = 10_000;
const SAID_MS = 30_000;

export function RegionsPage() {
  const session = useSession();
  const now = useNow(1_000);
  const [hasRun, setHasRun] = useState(false);
  const [hasDrill, setHasDrill] = useState(false);
  const status = useLoad("regions", useBeat(REFRESH_MS), readStatus);
  const room = useLoad("recovery", useBeat(hasRun ? RUN_REFRESH_MS : REFRESH_MS), async (signal) => {
    const found = await readRoom(signal);
    setHasRun(runningIn(found) !== undefined);
    return found;
  });
  const drills = useLoad("drills", useBeat(hasDrill ? DRILL_REFRESH_MS : DRILLS_REFRESH_MS), async (signal) => {
    const found = await readDrills(signal);
    setHasDrill(found.running !== null);
    return found;
  });
  const heardAt = room.data?.at ?? status.data?.at;
  const stale = heardAt !== undefined && now - heardAt > STALE_MS;
  // Together: what comes later would move what is already read.
  const settled = hasSettled(room) && hasSettled(status);
  const from = room.data?.from ?? session.region;
  return (
    <div className="page regions">
      <div className="toolbar">
        <div className="toolbar-title">
          <h1>Regions</h1>
          <span className="muted">
            looking from <strong>{from}</strong>
          </span>
        </div>
        {heardAt !== undefined && (
          <span className="muted figures" title={clock(heardAt)}>
            {stale ? "last heard " : "heard "}
            {ago(heardAt, now)}
            {status.data && ` · version ${status.data.version}`}
          </span>
        )}
      </div>
      <Unrenewed problems={[room, status]} heardAt={heardAt} />
      {!settled && <div className="skeleton skeleton-regions" />}
      {settled && (room.data || status.data) && (
        <Room
          room={room.data}
          status={status.data}
          drills={drills}
          now={now}
          stale={stale}
          from={from}
          onChanged={() => {
            room.retry();
            status.retry();
            drills.retry();
          }}
        />
      )}
    </div>
  );
}

const hasSettled = (one: Loaded<unknown>): boolean => one.data !== undefined || one.problem !== undefined;

/** What failed, with what is still there and what to do without this page. */
function Unrenewed(props: { problems: Loaded<unknown>[]; heardAt: number | undefined }) {
  const failed = props.problems.find((one) => one.problem !== undefined);
  if (!failed?.problem) return null;
  if (props.heardAt === undefined) return <Failure problem={failed.problem} onRetry={failed.retry} />;
  return (
    <Notice tone="danger">
      <strong>This page is not renewed.</strong> {failed.problem.message}. {failed.problem.detail} What it shows is from{" "}
      {clock(props.heardAt)}. The command line does the same without it: <code>tandem status</code>,{" "}
      <code>tandem failover --dry-run</code>.
    </Notice>
  );
}

type RoomProps = {
  room: RecoveryRoom | undefined;
  status: InstallationStatus | undefined;
  drills: { data: DrillsView | undefined; problem: ApiProblem | undefined };
  now: number;
  stale: boolean;
  from: string;
  onChanged: () => void;
};

function Room({ room, status, drills, now, stale, from, onChanged }: RoomProps) {
  const { role } = useSession().user;
  const [said, setSaid] = useState("");
  const notice = useRef<HTMLParagraphElement>(null);
  // What was started shows at the top, and the dialog gives the focus back to a button far below.
  useEffect(() => {
    if (!said) return;
    notice.current?.focus();
    const timer = setTimeout(() => setSaid(""), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const whyNot = whyNoAction(role, stale);
  const say = (words: string) => {
    setSaid(words);
    onChanged();
  };
  const perSecond = (status?.regions ?? []).reduce((sum, region) => sum + region.events.perSecond, 0);
  return (
    <div data-stale={stale || undefined} className="room">
      <Verdict room={room} status={status} now={now}>
        {room && <Automatic room={room} now={now} whyNot={whyNot} onSaid={say} />}
      </Verdict>
      <p className={said ? "notice notice-info" : "quiet"} role="status" tabIndex={-1} ref={notice}>
        {said}
      </p>
      {drills.data?.running && (
        <Notice tone="info">
          <strong>A drill is running: {drills.data.running.scenario}</strong>, started by {drills.data.running.who}{" "}
          {ago(drills.data.running.startedAt, now)}. What goes wrong meanwhile is part of it; it heals everything at its
          end.
        </Notice>
      )}
      {status?.edge.traffic?.drain && (
        <DrainNotice
          drain={status.edge.traffic.drain}
          now={now}
          whyNot={role === "analyst" ? whyNot : undefined}
          onSaid={say}
        />
      )}
      {room && <TailNotice room={room} whyNot={role === "analyst" ? whyNot : undefined} />}
      {room && <CurrentRun room={room} whyNot={whyNot} onSaid={say} />}
      <div className="region-pair">
        {status?.regions.map((region) => (
          <RegionCard
            key={region.name}
            region={region}
            now={now}
            here={region.name === from}
            share={perSecond > 0 ? region.events.perSecond / perSecond : null}
            errorShare={status.edge.traffic?.active === region.name ? status.edge.traffic.errorShare : null}
            sight={room && sightOf(room, region.name)}
          />
        ))}
      </div>
      {room && (
        <div className="region-pair">
          <div className="column">
            <Checklist checks={checksOf(room, targetOf(room))} to={targetOf(room)} />
          </div>
          <div className="column">
            <Objectives room={room} past={drills.data?.past} now={now} />
            <Guard room={room} />
          </div>
        </div>
      )}
      {room && <Actions room={room} role={role} stale={stale} onSaid={say} />}
      {status && <Drain status={status} whyNot={whyNot} onSaid={say} />}
      <DrillsPanel drills={drills.data} problem={drills.problem} now={now} whyNot={whyNot} onStarted={say} />
      <History runs={room ? historyOf(room) : []} past={drills.data?.past ?? []} now={now} />
      {status && <Places status={status} now={now} />}
    </div>
  );
}

function CurrentRun(props: { room: RecoveryRoom; whyNot: string | undefined; onSaid: (says: string) => void }) {
  const { room } = props;
  const run = runningIn(room);
  const view = run && sightOf(room, run.to)?.view;
  // A run is shown by the region that runs it, which is the one that acts.
  const owner = room.regions.find((one) => one.kind === "heard" && one.view.run?.id === run?.id);
  const told = owner?.kind === "heard" ? owner.view : view;
  if (!run || !told) return null;
  return (
    <RunPanel
      run={run}
      question={told.question}
      stateVersion={told.stateVersion}
      whyNot={props.whyNot}
      onSaid={props.onSaid}
    />
  );
}

function whyNoAction(role: string, stale: boolean): string | undefined {
  if (role === "analyst") return "Only operators and owners do this; you are signed in as an analyst.";
  return stale ? "This page isn't renewed, so nothing is started from it." : undefined;
}
