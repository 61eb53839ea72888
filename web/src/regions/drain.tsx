// Drains: a share of one region's events goes to the other one for a while. What would change is shown in figures before, what is in
// force stands at the top of the page, and one press ends it.

import { useState } from "react";
import { DRAIN_LIMITS, type DrainView, drainPreview } from "../../../src/core/drain.ts";
import type { InstallationStatus } from "../../../src/core/resources.ts";
import { whole } from "../format/number.ts";
import { ago, clock } from "../format/time.ts";
import { Dialog } from "../ui/dialog.tsx";
import { GuardedButton } from "../ui/guarded-button.tsx";
import { Notice } from "../ui/notice.tsx";
import { ConfirmButton } from "./confirm-button.tsx";
import { beginDrain, endDrain } from "./recovery-calls.ts";
import { ReasonField, Refusal } from "./request-parts.tsx";
import { useRequest } from "./use-request.ts";

const MINUTE_MS = 60_000;
const TIMES: [minutes: number, words: string][] = [
  [10, "10 minutes"],
  [30, "30 minutes"],
  [60, "1 hour"],
  [240, "4 hours, the longest"],
];

type Told = { whyNot: string | undefined; onSaid: (says: string) => void };

export function DrainNotice({ drain, now, whyNot, onSaid }: Told & { drain: DrainView; now: number }) {
  const request = useRequest();
  const end = () => request.run(async () => onSaid((await endDrain("ended on the Regions page")).says));
  return (
    <Notice
      tone="warning"
      action={
        <GuardedButton className="button button-small" why={whyNot} disabled={request.busy} onClick={end}>
          End the drain
        </GuardedButton>
      }
    >
      <strong>
        {drain.sharePercent} % of the events for {drain.region} {drain.sending ? "go" : "would go"} to {drain.to}
      </strong>{" "}
      until {clock(drain.endsAt)} ({ago(drain.endsAt, now)}), by {drain.who}: {drain.reason}.{" "}
      {drain.sending ? `${whole(drain.requests)} requests so far.` : drain.says}
      <Refusal request={request} />
    </Notice>
  );
}

export function Drain({ status, whyNot, onSaid }: Told & { status: InstallationStatus }) {
  const [open, setOpen] = useState(false);
  const standing = status.edge.traffic?.drain ?? null;
  const { from, to } = waysOf(status);
  const why = whyNot ?? whyNoDrain(status);
  return (
    <section className="surface part" aria-labelledby="drain-head">
      <h2 id="drain-head">Drain events</h2>
      <p className="muted">
        Sends a share of the events that the edge would give {from} to {to} for a while. Changes and questions stay
        where they are, no event waits, and recovery decides as if nothing were drained.
      </p>
      <div className="action">
        <GuardedButton className="button" why={why} onClick={() => setOpen(true)}>
          {standing ? "Change the drain …" : "Drain …"}
        </GuardedButton>
        {why && (
          <p className="muted" aria-hidden="true">
            {why}
          </p>
        )}
      </div>
      {open && <DrainDialog status={status} onSaid={onSaid} onClose={() => setOpen(false)} />}
    </section>
  );
}

/** The edge gives events to the region that is configured as the primary while it can take them. */
function waysOf({ regions }: InstallationStatus): { from: string; to: string } {
  const sorted = [...regions].sort((a, b) => rank(b) - rank(a));
  return { from: sorted[0]?.name ?? "", to: sorted[1]?.name ?? "" };
}

const rank = ({ configured, accepting }: InstallationStatus["regions"][number]): number =>
  (accepting ? 2 : 0) + (configured === "primary" ? 1 : 0);

function whyNoDrain(status: InstallationStatus): string | undefined {
  if (!status.edge.traffic) return "The edge can't be asked now.";
  const ill = status.regions.find(({ accepting }) => !accepting);
  return ill && `${ill.name} can't take events now, so nothing can be sent elsewhere.`;
}

type DialogProps = { status: InstallationStatus; onSaid: (says: string) => void; onClose: () => void };

function DrainDialog({ status, onSaid, onClose }: DialogProps) {
  const [sharePercent, setShare] = useState(25);
  const [minutes, setMinutes] = useState(10);
  const [reason, setReason] = useState("");
  // What stood when the dialog was opened: the edge refuses when it is another one by then.
  const [standing] = useState(status.edge.traffic?.drain ?? null);
  const [{ from, to }] = useState(() => waysOf(status));
  const request = useRequest();
  const { percentMin, percentMax } = DRAIN_LIMITS;
  const isShare = Number.isInteger(sharePercent) && sharePercent >= percentMin && sharePercent <= percentMax;
  const send = () =>
    request.run(async (key) => {
      const asked = { region: from, sharePercent, forMs: minutes * MINUTE_MS, reason: reason.trim() };
      onSaid((await beginDrain({ ...asked, seen: standing?.id ?? null }, key)).says);
      onClose();
    });
  return (
    <Dialog title={`Drain events from ${from}`} onClose={onClose}>
      <div className="form">
        <label className="field">
          <span>Percent of its events that go to {to}</span>
          <input
            type="number"
            min={percentMin}
            max={percentMax}
            value={Number.isNaN(sharePercent) ? "" : sharePercent}
            onChange={(event) => setShare(event.target.valueAsNumber)}
          />
        </label>
        <label className="field">
          <span>For how long</span>
          <select value={minutes} onChange={(event) => setMinutes(Number(event.target.value))}>
            {TIMES.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <div>
          <h3>What changes</h3>
          <ul className="plain-list">
            {isShare && previewOf(status, { region: from, sharePercent }).map((line) => <li key={line}>{line}</li>)}
          </ul>
        </div>
        <ReasonField value={reason} onChange={setReason} />
        <Refusal request={request} />
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Not now
          </button>
          <ConfirmButton disabled={!isShare || reason.trim() === "" || request.busy} onPress={send}>
            Drain {isShare ? `${sharePercent} %` : ""} to {to}
          </ConfirmButton>
        </div>
      </div>
    </Dialog>
  );
}

function previewOf(status: InstallationStatus, asked: { region: string; sharePercent: number }): string[] {
  const [one, two] = status.regions.map(({ name, accepting, events }) => ({
    name,
    accepting,
    perSecond: events.perSecond,
  }));
  return one && two ? drainPreview([one, two], asked, status.edge.traffic?.drain ?? null) : [];
}
