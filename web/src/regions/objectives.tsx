// RPO and RTO: what is aimed at, what would be lost now, and what the last drill and the last real run measured.

import type { ReactNode } from "react";
import type { PastDrill } from "../../../src/core/drills-view.ts";
import type { RecoveryRoom } from "../../../src/core/recovery-room.ts";
import type { RunView } from "../../../src/core/recovery-view.ts";
import { milliseconds, NONE, whole } from "../format/number.ts";
import { ago, instantLong } from "../format/time.ts";
import { historyOf, lossNow, sightOf, targetOf } from "./room.ts";

export function Objectives({ room, past, now }: { room: RecoveryRoom; past: PastDrill[] | undefined; now: number }) {
  const objectives = sightOf(room, targetOf(room))?.view.objectives;
  const loss = lossNow(room);
  const drill = past?.find((one) => one.rtoMs !== null);
  const run = historyOf(room).find((one) => one.plan === "fail-over" && one.state === "finished");
  const within = (value: number | null | undefined, max: number | undefined) =>
    value == null || max === undefined ? undefined : value <= max;
  return (
    <section className="surface part" aria-labelledby="objectives-head">
      <h2 id="objectives-head">Objectives</h2>
      <dl className="objectives">
        <Goal
          name="RPO: what may be lost"
          goal={objectives ? `≤ ${whole(objectives.rpoEvents)} events` : NONE}
          met={loss.solo ? false : within(loss.events, objectives?.rpoEvents)}
          now={`${loss.events === null ? "unknown" : `${whole(loss.events)} events, ${milliseconds(loss.ms)}`}${loss.solo ? ", and changes made alone" : ""}`}
        >
          if the active region were lost now
        </Goal>
        <Goal
          name="RTO: how long changes may stand still"
          goal={objectives ? `≤ ${milliseconds(objectives.rtoMs)}` : NONE}
          met={within(drill?.rtoMs, objectives?.rtoMs)}
          now={drill ? milliseconds(drill.rtoMs) : "never measured"}
        >
          {drill ? (
            <span title={instantLong(drill.startedAt)}>
              in the last drill, {drill.scenario}, {ago(drill.startedAt, now)}
            </span>
          ) : (
            "run a drill to know it"
          )}
        </Goal>
        <Goal
          name="Last real fail-over"
          goal={objectives ? `≤ ${milliseconds(objectives.rtoMs)}` : NONE}
          met={run && within(tookMs(run), objectives?.rtoMs)}
          now={run ? milliseconds(tookMs(run)) : "none"}
        >
          {run
            ? `from the first suspicion to its end, to ${run.to}, ${ago(run.startedAt, now)}`
            : "since this installation was made"}
        </Goal>
      </dl>
    </section>
  );
}

const tookMs = ({ startedAt, suspectedAt, elapsedMs }: RunView): number =>
  elapsedMs + (suspectedAt === null ? 0 : startedAt - suspectedAt);

type GoalProps = { name: string; goal: string; now: string; met: boolean | undefined; children: ReactNode };

function Goal({ name, goal, now, met, children }: GoalProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={`figures goal-now ${met === false ? "bad" : met ? "good" : ""}`}>
          {met !== undefined && <span aria-hidden="true">{met ? "✓ " : "✗ "}</span>}
          {now}
          {met !== undefined && (
            <span className="quiet">{met ? ", within the objective" : ", outside the objective"}</span>
          )}
        </span>
        <span className="muted">
          {children}; objective {goal}
        </span>
      </dd>
    </div>
  );
}
