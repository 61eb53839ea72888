// The split-brain guard: who holds the write lease, for how long, and what each of the three voters says. Two is an alarm.

import type { RecoveryRoom } from "../../../src/core/recovery-room.ts";
import { milliseconds } from "../format/number.ts";
import { Scroll } from "../ui/scroll.tsx";
import { activeOf, sightOf } from "./room.ts";

const TONES = { one: "good", none: "warn", unknown: "warn", two: "bad" } as const;
const SIGNS = { one: "✓", none: "!", unknown: "?", two: "✗" } as const;

export function Guard({ room }: { room: RecoveryRoom }) {
  const { guard } = room;
  const sight = sightOf(room, room.from) ?? sightOf(room, activeOf(room) ?? room.from);
  const voters = sight?.view.lease?.voters ?? [];
  const lease = sight?.view.lease;
  return (
    <section className="surface part" aria-labelledby="guard-head" data-alarm={guard.kind === "two" || undefined}>
      <h2 id="guard-head">Write lease</h2>
      <p className={TONES[guard.kind]} role={guard.kind === "two" ? "alert" : undefined}>
        <strong>
          <span aria-hidden="true">{SIGNS[guard.kind]} </span>
          {guard.says}
        </strong>
      </p>
      <ul className="writers">
        {guard.writers.map((writer) => (
          <li key={writer.region} className="figures">
            {writer.region} · epoch {writer.epoch} · {milliseconds(writer.remainingMs)} left, renewed twice a second
          </li>
        ))}
      </ul>
      {lease && (lease.solo.marked > 0 || lease.wanted > 0) && (
        <p className="warn">
          {lease.solo.marked > 0 &&
            `Solo is marked at ${lease.solo.marked} of 3 voters: changes are acknowledged by one region alone. `}
          {lease.wanted > 0 && `${lease.wanted} of 3 voters want the holder to let go.`}
        </p>
      )}
      {voters.some((voter) => !voter.heard) && (
        <p className="muted">
          A voter whose disk was replaced or restored doesn't vote until a person lets it:{" "}
          <code>tandem readmit NAME</code>.
        </p>
      )}
      {voters.length > 0 && (
        <Scroll label="The three voters">
          <table>
            <thead>
              <tr>
                <th scope="col">Voter</th>
                <th scope="col">Says</th>
                <th scope="col" className="number">
                  Still for
                </th>
              </tr>
            </thead>
            <tbody>
              {voters.map((voter) => (
                <tr key={voter.name}>
                  <th scope="row">{voter.name}</th>
                  <td className={voter.heard ? "" : "bad"}>
                    {!voter.heard && <span aria-hidden="true">✗ </span>}
                    {voter.says}
                  </td>
                  <td className="number">{milliseconds(voter.stillMs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
