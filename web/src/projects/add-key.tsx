// The little form that names a new key.

import { type FormEvent, useState } from "react";
import { type ApiProblem, asProblem } from "../api/client.ts";
import { useWhyReadOnly } from "../state/session.tsx";

export function AddKey({ kind, onAdd }: { kind: "write" | "read"; onAdd: (name: string) => Promise<void> }) {
  const why = useWhyReadOnly();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (why) return;
    setBusy(true);
    setProblem(null);
    try {
      await onAdd(name.trim());
      setName("");
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="inline-form" onSubmit={add}>
      <label className="field">
        <span>New {kind} key, for …</span>
        <input
          value={name}
          required
          maxLength={100}
          placeholder={kind === "write" ? "web shop" : "monthly report"}
          disabled={why !== undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={busy || why !== undefined || !name.trim()} title={why}>
        Add
      </button>
      {problem && (
        <p className="error" role="alert">
          {problem.message}. {problem.detail}
        </p>
      )}
    </form>
  );
}
