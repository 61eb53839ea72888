// A time zone by typing a part of its name; the project's own zone is one click away.

import { useId, useState } from "react";
import { browserZone } from "../format/time.ts";

const ZONES = Intl.supportedValuesOf("timeZone");
const KNOWN = new Set([...ZONES, "UTC"]);

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
    if (KNOWN.has(zone)) onChoose(zone === projectZone ? null : zone);
  };
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
          aria-invalid={!KNOWN.has(text)}
          onChange={(event) => take(event.target.value)}
          onBlur={() => setText(value)}
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
