// The processes behind a place: state, process id, how often they were restarted, since when, and why.

import type { ProcessStatus } from "../../../src/core/resources.ts";
import { whole } from "../format/number.ts";
import { ago, instantLong } from "../format/time.ts";
import { Scroll } from "../ui/scroll.tsx";

const TONES: Record<ProcessStatus["state"], string> = {
  running: "good",
  starting: "warn",
  restarting: "warn",
  waiting: "muted",
  stopped: "muted",
  failed: "bad",
};

export function Processes({ processes, now, name }: { processes: ProcessStatus[]; now: number; name: string }) {
  if (processes.length === 0) return <p className="muted">Nothing is known of its processes.</p>;
  return (
    <Scroll label={name}>
      <table className="processes">
        <thead>
          <tr>
            <th scope="col">Process</th>
            <th scope="col">State</th>
            <th scope="col" className="number">
              Pid
            </th>
            <th scope="col" className="number">
              Restarts
            </th>
            <th scope="col" className="number">
              Since
            </th>
          </tr>
        </thead>
        <tbody>
          {processes.map((process) => (
            <tr key={process.name}>
              <th scope="row">
                {process.name}
                {process.detail && <small className="muted process-detail">{process.detail}</small>}
              </th>
              <td className={TONES[process.state]}>{process.state}</td>
              <td className="number">{process.pid ?? "–"}</td>
              <td className={`number ${process.restarts > 0 ? "warn" : ""}`}>{whole(process.restarts)}</td>
              <td className="number" title={instantLong(process.since)}>
                {ago(process.since, now)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
