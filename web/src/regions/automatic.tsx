// Automatic fail-over: on, or paused by a person, with a reason and an end. Nobody can switch it off for good.

import { useState } from "react";
import type { RecoveryRoom } from "../../../src/core/recovery-room.ts";
import { ago, clock } from "../format/time.ts";
import { Dialog } from "../ui/dialog.tsx";
import { GuardedButton } from "../ui/guarded-button.tsx";
import { ConfirmButton } from "./confirm-button.tsx";
import { pauseAutomatic, resumeAutomatic } from "./recovery-calls.ts";
import { ReasonField, Refusal } from "./request-parts.tsx";
import { pauseIn } from "./room.ts";
import { useRequest } from "./use-request.ts";

const MINUTE_MS = 60_000;
const TIMES: [minutes: number, words: string][] = [
  [15, "15 minutes"],
  [30, "30 minutes"],
  [60, "1 hour"],
  [120, "2 hours"],
  [240, "4 hours, the longest"],
];

type Props = { room: RecoveryRoom; now: number; whyNot: string | undefined; onSaid: (says: string) => void };

export function Automatic({ room, now, whyNot, onSaid }: Props) {
  const [open, setOpen] = useState<"pause" | "resume" | null>(null);
  const pause = pauseIn(room, now);
  return (
    <>
      <GuardedButton className="button button-small" why={whyNot} onClick={() => setOpen(pause ? "resume" : "pause")}>
        {pause ? `Automatic fail-over: paused until ${clock(pause.until)}` : "Automatic fail-over: on"}
      </GuardedButton>
      {open === "pause" && <PauseDialog onSaid={onSaid} onClose={() => setOpen(null)} />}
      {open === "resume" && pause && (
        <ResumeDialog
          until={pause.until}
          reason={pause.reason}
          now={now}
          onSaid={onSaid}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

type Told = { regions: { region: string; accepted: boolean; says: string }[] };
const told = ({ regions }: Told): string =>
  regions.map(({ region, accepted, says }) => `${region}: ${accepted ? says : `not told (${says})`}`).join(" ");

function PauseDialog({ onSaid, onClose }: { onSaid: (says: string) => void; onClose: () => void }) {
  const [minutes, setMinutes] = useState(30);
  const [reason, setReason] = useState("");
  const request = useRequest();
  const send = () =>
    request.run(async () => {
      onSaid(told(await pauseAutomatic(minutes * MINUTE_MS, reason.trim())));
      onClose();
    });
  return (
    <Dialog title="Pause automatic fail-over" onClose={onClose}>
      <div className="form">
        <p>
          While it is paused, the loss of the active region waits for a person: changes are refused until someone fails
          over here or with <code>tandem failover</code>. Events are taken as ever.
        </p>
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
        <ReasonField value={reason} onChange={setReason} />
        <Refusal request={request} />
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Leave it on
          </button>
          <ConfirmButton disabled={reason.trim() === "" || request.busy} onPress={send}>
            Pause it
          </ConfirmButton>
        </div>
      </div>
    </Dialog>
  );
}

function ResumeDialog(props: {
  until: number;
  reason: string | null;
  now: number;
  onSaid: (says: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState("");
  const request = useRequest();
  const send = () =>
    request.run(async () => {
      props.onSaid(told(await resumeAutomatic(reason.trim())));
      props.onClose();
    });
  return (
    <Dialog title="Automatic fail-over is paused" onClose={props.onClose}>
      <div className="form">
        <p>
          {props.reason ? `“${props.reason}”. ` : ""}It goes on by itself at {clock(props.until)} (
          {ago(props.until, props.now)}).
        </p>
        <ReasonField value={reason} onChange={setReason} />
        <Refusal request={request} />
        <div className="form-actions">
          <button type="button" className="button" onClick={props.onClose}>
            Leave it paused
          </button>
          <button
            type="button"
            className="button button-primary"
            disabled={reason.trim() === "" || request.busy}
            onClick={send}
          >
            End the pause now
          </button>
        </div>
      </div>
    </Dialog>
  );
}
