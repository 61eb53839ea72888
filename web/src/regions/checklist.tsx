// The preconditions of a switch, each with its value and the age of the reading. Unknown counts as failed.

import type { CheckView } from "../../../src/core/recovery-view.ts";
import { milliseconds } from "../format/number.ts";
import { countChecks } from "./room.ts";
import { CheckMark } from "./state-mark.tsx";

const OLD_MS = 5_000;

export function Checklist({ checks, to }: { checks: CheckView[]; to: string }) {
  const counts = countChecks(checks);
  const ready = counts.fail + counts.unknown === 0;
  return (
    <section className="surface part" aria-labelledby="checks-head">
      <header className="panel-head">
        <h2 id="checks-head">Ready to move to {to}?</h2>
        <p className={ready ? "state state-good" : "state state-bad"}>
          {counts.pass} pass · {counts.warn} warn · {counts.fail} fail · {counts.unknown} unknown
        </p>
      </header>
      {checks.length === 0 ? (
        <p className="muted">No precondition has been read yet, so nothing counts as ready.</p>
      ) : (
        <ul className="checks">
          {checks.map((check) => (
            <CheckRow key={check.name} check={check} />
          ))}
        </ul>
      )}
    </section>
  );
}

function CheckRow({ check }: { check: CheckView }) {
  const { state, name, value, ageMs, says } = check;
  return (
    <li data-state={state}>
      <CheckMark state={state} />
      <div>
        <p>
          <strong>{says.charAt(0).toUpperCase() + says.slice(1)}</strong>
          {value !== null && <span className="figures check-value">{value}</span>}
        </p>
        <p className="muted">
          <code>{name}</code>
          {ageMs !== null && <span className={ageMs > OLD_MS ? "warn" : ""}> · read {milliseconds(ageMs)} ago</span>}
        </p>
      </div>
    </li>
  );
}
