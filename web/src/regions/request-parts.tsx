// What all dialogs of the operations room share: the reason, the word that must be typed, and what the server refused.

import type { RequestState } from "./use-request.ts";

const REASON_CHARACTERS_MAX = 500;

export function ReasonField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  return (
    <label className="field">
      <span>Reason, kept with the run</span>
      <input
        value={value}
        maxLength={REASON_CHARACTERS_MAX}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

export function TypedField(props: { word: string; what: string; value: string; onChange: (text: string) => void }) {
  return (
    <label className="field">
      <span>
        Type <strong>{props.word}</strong> {props.what}
      </span>
      <input
        value={props.value}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  );
}

export function Refusal({ request }: { request: RequestState }) {
  if (!request.problem) return null;
  return (
    <p className="error" role="alert">
      {request.problem.message}. {request.problem.detail}
    </p>
  );
}
