// "It is you": a passkey where there is one for this address, else the password again. What comes of it holds for one deed
// and two minutes; then it is asked for anew. Enter does nothing here either.

import { useEffect, useState } from "react";
import type { Confirmation, ConfirmationWay, Deed } from "../../../src/core/confirmation.ts";
import { type ApiProblem, asProblem } from "../api/client.ts";
import { useSession } from "../state/session.tsx";
import { confirmDeed, readWay } from "./confirm-calls.ts";
import { askPasskey } from "./passkeys.ts";

type Props = { deed: Deed; given: string | null; onGiven: (confirmation: string | null) => void };

export function ConfirmStep({ deed, given, onGiven }: Props) {
  const { user } = useSession();
  const [way, setWay] = useState<ConfirmationWay | null>(null);
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [lastsMs, setLastsMs] = useState(0);
  const asked = JSON.stringify(deed);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    void attempt(async () => setWay(await readWay(JSON.parse(asked) as Deed)));
  }, [asked]);
  useEffect(() => {
    if (given === null || lastsMs === 0) return;
    const timer = setTimeout(() => onGiven(null), lastsMs);
    return () => clearTimeout(timer);
  }, [given, lastsMs, onGiven]);
  const take = ({ confirmation, lastsMs: ms }: Confirmation) => {
    setPassword("");
    setLastsMs(ms);
    onGiven(confirmation);
  };
  const byPasskey = () =>
    attempt(async () => {
      // A question grows old while somebody reads the plan.
      const now = await readWay(deed);
      setWay(now);
      if (now.kind === "passkey") take(await confirmDeed(deed, { passkey: await askPasskey(now.question) }));
    });
  const byPassword = () => attempt(async () => take(await confirmDeed(deed, { password })));
  return (
    <fieldset className="options confirm-step">
      <legend>Confirm that you are {user.name}</legend>
      {given !== null && <p role="status">✓ Confirmed, for this and for two minutes.</p>}
      {given === null && way?.kind === "passkey" && (
        <button type="button" className="button" disabled={busy} onClick={byPasskey}>
          Confirm with your passkey
        </button>
      )}
      {given === null && way?.kind === "password" && (
        <div className="inline-form">
          <label className="field">
            <span>Your password</span>
            <input
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </label>
          <button type="button" className="button" disabled={busy || password === ""} onClick={byPassword}>
            Confirm
          </button>
        </div>
      )}
      {given === null && way?.kind === "password" && way.says !== null && <small className="muted">{way.says}</small>}
      {problem && (
        <p className="error" role="alert">
          {problem.message}. {problem.detail}
        </p>
      )}
      {problem && !way && (
        <p className="muted">
          If nothing confirms it here, the command line does without: <code>tandem failover</code>.
        </p>
      )}
    </fieldset>
  );
}
