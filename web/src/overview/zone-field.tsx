// A time zone by typing a part of its name; the project's own zone is one click away.

import { useId, useState } from "react";
import { browserZone } from "../format/time.ts";

const ZONES = Intl.supportedValuesOf("timeZone");
const LISTED = new Set([...ZONES, "UTC"]);

/** The browser lists one name for each zone, and understands the others (Asia/Kolkata and Asia/Calcutta). */
function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat(undefined, { timeZone: text });
    return text !== "";
  } catch {
    return false;
  }
}

type Props = {
  value: string;
  projectZone?: string;
  label?: string;
  /** null: the project's. */
  onChoose: (zone: string | null) => void;
};

export function ZoneField({ value, projectZone, label = "Time zone", onChoose }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const take = (zone: string) => {
    setText(zone);
    if (zone !== value) onChoose(zone === projectZone ? null : zone);
  };
  // A name from the list is taken at once, a typed one when the field is left.
  const typed = (zone: string) => (LISTED.has(zone) ? take(zone) : setText(zone));
  const leave = () => (isZone(text) ? take(text) : setText(value));
  const offered = [...new Set([projectZone, browserZone(), "UTC"])].filter(
    (zone): zone is string => zone !== undefined && zone !== value,
  );
  return (
    <div className="zone">
      <label className="field">
        <span>{label}</span>
        <input
          list={id}
          value={text}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={!isZone(text)}
          onChange={(event) => typed(event.target.value)}
          onBlur={leave}
        />
      </label>
      <datalist id={id}>
        {["UTC", ...ZONES].map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div className="zone-offers">
        {offered.map((zone) => (
          <button key={zone} type="button" className="link-button" onClick={() => take(zone)}>
            {zone}
            {zone === projectZone ? " (project)" : ""}
          </button>
        ))}
      </div>
    </div>
  );
}
