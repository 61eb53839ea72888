// The signed-in person's passkeys: what confirms moves of regions. Adding and removing one is confirmed itself.

import { useCallback, useEffect, useState } from "react";
import type { Deed, Passkey, PasskeysView } from "../../../src/core/confirmation.ts";
import { type ApiProblem, asProblem } from "../api/client.ts";
import { addPasskey, readOffer, readPasskeys, removePasskey } from "../confirm/confirm-calls.ts";
import { ConfirmStep } from "../confirm/confirm-step.tsx";
import { hasPasskeys, makePasskey } from "../confirm/passkeys.ts";
import { instantLong } from "../format/time.ts";
import { useSession } from "../state/session.tsx";
import { Dialog } from "../ui/dialog.tsx";

const NAME_CHARACTERS_MAX = 80;
const ADD: Deed = { kind: "add-passkey" };

export function PasskeysDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const [view, setView] = useState<PasskeysView | null>(null);
  const [open, setOpen] = useState<"add" | Passkey | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const load = useCallback(() => {
    setOpen(null);
    readPasskeys()
      .then(setView)
      .catch((error) => setProblem(asProblem(error)));
  }, []);
  useEffect(load, [load]);
  const why = session.writable ? whyNone(view?.host ?? null) : `${session.region} can't make changes now.`;
  return (
    <Dialog title="Passkeys" onClose={onClose}>
      <div className="form">
        <p className="muted">
          A passkey confirms that it is you before a region is moved; without one your password does. It works in both
          regions, at the host name where it was made.
        </p>
        {problem && <Problem problem={problem} />}
        {view && view.passkeys.length === 0 && <p>You have none.</p>}
        <ul className="passkeys">
          {view?.passkeys.map((passkey) => (
            <li key={passkey.id}>
              <strong>{passkey.name}</strong>{" "}
              <span className="muted">
                {passkey.host}, since {instantLong(passkey.createdAt)}
              </span>{" "}
              <button
                type="button"
                className="button button-small"
                disabled={!session.writable}
                onClick={() => setOpen(passkey)}
              >
                Remove {passkey.name} …
              </button>
            </li>
          ))}
        </ul>
        {open === "add" && <Add onDone={load} />}
        {open !== null && open !== "add" && <Remove key={open.id} passkey={open} onDone={load} />}
        {view && open === null && (
          <div className="form-actions">
            {why && <p className="muted">{why}</p>}
            <button type="button" className="button" disabled={why !== undefined} onClick={() => setOpen("add")}>
              Add a passkey …
            </button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function whyNone(host: string | null): string | undefined {
  if (host === null)
    return `Browsers have no passkeys for an address made of numbers. On this machine, open http://localhost:${location.port}.`;
  return hasPasskeys() ? undefined : "This browser has no passkeys here: they need HTTPS, or localhost.";
}

function Add({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState("");
  const [confirmation, setConfirmation] = useState<string | null>(null);
  const work = useWork(onDone);
  const add = () =>
    work.run(async () => addPasskey(name.trim(), await makePasskey(await readOffer()), confirmation ?? ""));
  return (
    <>
      <label className="field">
        <span>Name it, as you know the device</span>
        <input
          value={name}
          maxLength={NAME_CHARACTERS_MAX}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <ConfirmStep deed={ADD} given={confirmation} onGiven={setConfirmation} />
      {work.problem && <Problem problem={work.problem} />}
      <div className="form-actions">
        <button
          type="button"
          className="button button-primary"
          disabled={work.busy || confirmation === null || name.trim() === ""}
          onClick={add}
        >
          Add this passkey
        </button>
      </div>
    </>
  );
}

function Remove({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const [confirmation, setConfirmation] = useState<string | null>(null);
  const work = useWork(onDone);
  const deed: Deed = { kind: "remove-passkey", passkey: passkey.id };
  return (
    <>
      <ConfirmStep deed={deed} given={confirmation} onGiven={setConfirmation} />
      {work.problem && <Problem problem={work.problem} />}
      <div className="form-actions">
        <button
          type="button"
          className="button button-danger"
          disabled={work.busy || confirmation === null}
          onClick={() => work.run(() => removePasskey(passkey.id, confirmation ?? ""))}
        >
          Remove {passkey.name}
        </button>
      </div>
    </>
  );
}

function useWork(onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return { busy, problem, run };
}

function Problem({ problem }: { problem: ApiProblem }) {
  return (
    <p className="error" role="alert">
      {problem.message}. {problem.detail}
    </p>
  );
}
