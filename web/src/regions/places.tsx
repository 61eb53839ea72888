// Witness and edge: what they are for, whether they can be reached, and their processes.

import type { InstallationStatus } from "../../../src/core/resources.ts";
import { Processes } from "./processes.tsx";
import { StateMark } from "./state-mark.tsx";

export function Places({ status, now }: { status: InstallationStatus; now: number }) {
  return (
    <div className="region-pair">
      <section className="surface part" aria-labelledby="witness-head">
        <header className="panel-head">
          <h2 id="witness-head">Witness</h2>
          <StateMark good={status.witness.reachable} words={["reachable", "not reachable"]} />
        </header>
        <p className="muted">The third vote on who is active. It holds no data; alone, its loss changes nothing.</p>
        <Processes processes={status.witness.processes} now={now} name="Processes of the witness" />
      </section>
      <section className="surface part" aria-labelledby="edge-head">
        <header className="panel-head">
          <h2 id="edge-head">Edge</h2>
          <StateMark good={status.edge.reachable} words={["reachable", "not reachable"]} />
        </header>
        <p className="muted">
          Sends reads and changes to the active region, events to any region that can store them.{" "}
          <code>{status.edge.url}</code>
        </p>
        {status.edge.traffic && (
          <p>
            Sends changes to <strong>{status.edge.traffic.active ?? "nobody"}</strong>
            {status.edge.traffic.held > 0 && <span className="warn">, holds {status.edge.traffic.held} back</span>}.
          </p>
        )}
        <Processes processes={status.edge.processes} now={now} name="Processes of the edge" />
      </section>
    </div>
  );
}
