// The first sentence of the room: who serves, since when, whether it is safe to switch now, what would be lost.

import type { ReactNode } from "react";
import type { RecoveryRoom } from "../../../src/core/recovery-room.ts";
import type { InstallationStatus } from "../../../src/core/resources.ts";
import { milliseconds, whole } from "../format/number.ts";
import { ago, instantLong } from "../format/time.ts";
import {
  activeOf,
  checksOf,
  countChecks,
  historyOf,
  isRefusal,
  type Loss,
  lossNow,
  runningIn,
  sightOf,
  targetOf,
} from "./room.ts";

type Props = {
  room: RecoveryRoom | undefined;
  status: InstallationStatus | undefined;
  now: number;
  children: ReactNode;
};

export function Verdict({ room, status, now, children }: Props) {
  const alarm = room?.guard.kind === "two";
  const active = (room && activeOf(room)) ?? status?.holder ?? null;
  const well =
    !alarm &&
    active !== null &&
    (!room || (room.guard.kind === "one" && room.guard.writers.every((writer) => writer.open))) &&
    (status?.regions.every((region) => region.reachable && region.health.ok) ?? true) &&
    (room?.regions.every((one) => one.kind === "heard" && one.view.verdict.level === "ok") ?? true);
  return (
    <section className={`verdict ${well ? "verdict-good" : "verdict-bad"}`} aria-label="Verdict" role="status">
      <span className={well ? "dot dot-good" : "dot dot-bad"} aria-hidden="true" />
      <div className="verdict-text">
        <p>
          {room && <Serving room={room} now={now} />}
          {!room && (active === null ? "No region is known to take changes." : `${active} holds the active role.`)}
        </p>
        {room && active !== null && <Outlook room={room} />}
        <Words room={room} status={status} />
      </div>
      {children}
    </section>
  );
}

/** Who takes changes, or why nobody is known to. A region that can't be heard is never said to serve. */
function Serving({ room, now }: { room: RecoveryRoom; now: number }) {
  const { guard } = room;
  const active = activeOf(room);
  const [writer] = guard.writers;
  const run = runningIn(room);
  if (guard.kind === "none" && run) {
    return <strong>{run.title} is under way: no region takes changes for this moment. Events are taken.</strong>;
  }
  if (guard.kind !== "one" || !writer) {
    const last = guard.kind === "two" || active === null ? "" : ` The voters last named ${active}.`;
    return <strong>{guard.says + last}</strong>;
  }
  if (!writer.open) {
    const what = run ? `${run.title} is under way. ` : "";
    return (
      <strong>
        {what}
        {writer.region} holds the lease under epoch {writer.epoch} and isn't open yet: no region takes changes for this
        moment.
      </strong>
    );
  }
  const since = historyOf(room).find((run) => run.to === writer.region && run.epoch === writer.epoch);
  return (
    <>
      <strong>{writer.region}</strong> serves under epoch {writer.epoch}
      {since && <span title={instantLong(since.startedAt)}>, which began {ago(since.startedAt, now)}</span>}.
    </>
  );
}

/** Whether to switch, and what a loss would cost. */
function Outlook({ room }: { room: RecoveryRoom }) {
  const to = targetOf(room);
  const sight = sightOf(room, to);
  const loss = lossNow(room);
  const cost = <strong>{costOf(loss)}</strong>;
  if (room.guard.kind !== "one") {
    const plan = sight?.heard ? sight.view.planNow.failOver : undefined;
    const can = plan === undefined ? "nothing is known of that" : isRefusal(plan) ? plan.refused : "possible now";
    return (
      <p className="verdict-more">
        Failing over to {to}: <strong>{can}</strong>
        {can.endsWith(".") ? "" : "."} It would cost: {cost}.
      </p>
    );
  }
  const counts = countChecks(checksOf(room, to));
  const red = counts.fail + counts.unknown;
  const safe = sight?.heard === true && red === 0 && counts.pass > 0;
  const why = !sight?.heard
    ? `${to} can't be heard`
    : counts.pass + red === 0
      ? "nothing was read yet"
      : `${red} not passing`;
  return (
    <p className="verdict-more">
      Switching to {to} now: <strong>{safe ? "safe" : `not safe (${why})`}</strong>. If the active region died now it
      would cost: {cost}.
    </p>
  );
}

function costOf({ events, ms, solo }: Loss): string {
  const alone = solo ? "changes that it acknowledged alone, and " : "";
  if (events === null) return `${alone}an unknown number of events`;
  if (events > 0) return `${alone}up to ${whole(events)} events${ms === null ? "" : `, ${milliseconds(ms)}`}`;
  return solo ? `${alone}no event` : "nothing that both regions had acknowledged";
}

/** What regions and recoverers say beyond that, each once. */
function Words({ room, status }: { room: RecoveryRoom | undefined; status: InstallationStatus | undefined }) {
  const silent = room?.regions.flatMap((one) =>
    one.kind === "silent" ? [`The recoverer of ${one.region} can't be heard: ${one.because}.`] : [],
  );
  const told = room?.regions.flatMap((one) =>
    one.kind === "heard" && one.view.verdict.level !== "ok" ? [`${one.region}: ${one.view.verdict.says}`] : [],
  );
  const words = [...new Set([...(status ? [status.verdict] : []), ...(told ?? []), ...(silent ?? [])])];
  return (
    <>
      {words.map((sentence) => (
        <p key={sentence} className="verdict-more">
          {sentence}
        </p>
      ))}
    </>
  );
}
