// For what can't be undone: says what will happen, and waits until the name is typed. Enter alone never confirms.

import { type ReactNode, useState } from "react";
import { type ApiProblem, asProblem } from "../api/client.ts";
import { Dialog } from "./dialog.tsx";

type Props = {
  title: string;
  /** What must be typed. */
  word: string;
  action: string;
  children: ReactNode;
  onConfirm: () => Promise<void>;
  onClose: () => void;
};

export function TypedConfirmation({ title, word, action, children, onConfirm, onClose }: Props) {
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const confirm = async () => {
    setBusy(true);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="form">
        {children}
        <label className="field">
          <span>
            Type <strong>{word}</strong> to go on
          </span>
          <input
            value={typed}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        {problem && (
          <p className="error" role="alert">
            {problem.message}. {problem.detail}
          </p>
        )}
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Keep it
          </button>
          <button type="button" className="button button-danger" disabled={typed !== word || busy} onClick={confirm}>
            {action}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
