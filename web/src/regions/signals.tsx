// What a region's detector sees of the other one, and how often in a row: why it would, or wouldn't, suspect it.

import type { SignalView } from "../../../src/core/recovery-view.ts";
import { Scroll } from "../ui/scroll.tsx";

const SIGNS: Record<SignalView["state"], [sign: string, tone: string]> = {
  good: ["✓", "good"],
  bad: ["✗", "bad"],
  unknown: ["?", "warn"],
};

export function Signals({ signals, region, peer }: { signals: SignalView[]; region: string; peer: string }) {
  if (signals.length === 0) return null;
  return (
    <details className="signals">
      <summary>
        What {region} sees of {peer}
      </summary>
      <Scroll label={`Signals as seen by ${region}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">Signal</th>
              <th scope="col">State</th>
              <th scope="col" className="number">
                Weight
              </th>
              <th scope="col" className="number">
                Looks
              </th>
            </tr>
          </thead>
          <tbody>
            {signals.map((signal) => {
              const [sign, tone] = SIGNS[signal.state];
              return (
                <tr key={signal.name}>
                  <th scope="row">
                    {signal.name}
                    <small className="muted process-detail">{signal.says}</small>
                  </th>
                  <td className={tone}>
                    <span aria-hidden="true">{sign}</span> {signal.state}
                  </td>
                  <td className="number">{signal.weight}</td>
                  <td className="number">{signal.looks}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
