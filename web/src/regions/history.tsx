// Runs and drills, newest first: who asked for what and why, how long it took, how it ended; each opens.

import { useState } from "react";
import type { PastDrill } from "../../../src/core/drills-view.ts";
import type { RunView } from "../../../src/core/recovery-view.ts";
import { milliseconds, whole } from "../format/number.ts";
import { ago, instantLong } from "../format/time.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Scroll } from "../ui/scroll.tsx";
import { EvidenceDialog } from "./evidence-dialog.tsx";
import { RUN_STATES, RunState, RunSteps } from "./run-panel.tsx";

const SHOWN_MAX = 50;
const OUTCOMES: Record<PastDrill["outcome"], [sign: string, tone: string, words: string]> = {
  passed: ["✓", "good", "passed"],
  failed: ["✗", "bad", "failed"],
  "broken-off": ["■", "warn", "broken off"],
};

type Entry = { id: string; at: number } & ({ kind: "run"; run: RunView } | { kind: "drill"; drill: PastDrill });

export function History({ runs, past, now }: { runs: RunView[]; past: PastDrill[]; now: number }) {
  const [open, setOpen] = useState<Entry | null>(null);
  const entries: Entry[] = [
    ...runs.map((run) => ({ kind: "run" as const, id: run.id, at: run.startedAt, run })),
    ...past.map((drill) => ({ kind: "drill" as const, id: drill.id, at: drill.startedAt, drill })),
  ]
    .sort((a, b) => b.at - a.at)
    .slice(0, SHOWN_MAX);
  return (
    <section className="surface part" aria-labelledby="history-head">
      <h2 id="history-head">History</h2>
      {entries.length === 0 && <p className="muted">No run and no drill yet. A drill shows what a loss would cost.</p>}
      {entries.length > 0 && (
        <Scroll label="Runs and drills" className="table-scroll history">
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col">Who and why</th>
                <th scope="col" className="number">
                  Took
                </th>
                <th scope="col">Outcome</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={`${entry.kind} ${entry.id}`}>
                  <td title={instantLong(entry.at)}>{ago(entry.at, now)}</td>
                  <th scope="row">
                    <button type="button" className="link-button" onClick={() => setOpen(entry)}>
                      {entry.kind === "run" ? entry.run.title : `Drill: ${entry.drill.scenario}`}
                    </button>
                  </th>
                  {entry.kind === "run" ? <RunCells run={entry.run} /> : <DrillCells drill={entry.drill} />}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {open?.kind === "run" && <RunDialog run={open.run} onClose={() => setOpen(null)} />}
      {open?.kind === "drill" && <EvidenceDialog drill={open.drill} onClose={() => setOpen(null)} />}
    </section>
  );
}

function RunCells({ run }: { run: RunView }) {
  const [sign, tone, words] = RUN_STATES[run.state];
  return (
    <>
      <td className="wrap">
        {run.automatic ? "by itself" : run.who}: {run.reason}
      </td>
      <td className={`number ${run.elapsedMs > run.budgetMs ? "warn" : ""}`}>{milliseconds(run.elapsedMs)}</td>
      <td className={tone}>
        <span aria-hidden="true">{sign}</span> {words}
      </td>
    </>
  );
}

function DrillCells({ drill }: { drill: PastDrill }) {
  const [sign, tone, words] = OUTCOMES[drill.outcome];
  const lost = (drill.lostEvents ?? 0) + (drill.lostWrites ?? 0);
  const counted = drill.lostEvents !== null || drill.lostWrites !== null;
  return (
    <>
      <td className="wrap">
        {drill.who}: {drill.verdict}
      </td>
      <td className="number">{milliseconds(drill.rtoMs ?? drill.lastedMs)}</td>
      <td className={tone}>
        <span aria-hidden="true">{sign}</span> {words}
        {counted && `, ${whole(lost)} lost`}
      </td>
    </>
  );
}

function RunDialog({ run, onClose }: { run: RunView; onClose: () => void }) {
  return (
    <Dialog title={`${run.title} (${run.id})`} onClose={onClose} wide>
      <p>
        <RunState run={run} /> · {instantLong(run.startedAt)} · {run.automatic ? "by itself" : run.who}: “{run.reason}”
        · epoch {run.epoch} · <span className="figures">{milliseconds(run.elapsedMs)}</span>
      </p>
      <p className="muted">{run.because}</p>
      <RunSteps run={run} />
    </Dialog>
  );
}
