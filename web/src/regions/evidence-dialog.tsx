// The evidence of one drill: its verdict, its timeline, and the signed files themselves.

import type { PastDrill } from "../../../src/core/drills-view.ts";
import { bytes, milliseconds, whole } from "../format/number.ts";
import { instantLong } from "../format/time.ts";
import { useLoad } from "../state/load.ts";
import { CodeBlock } from "../ui/copy.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Failure } from "../ui/notice.tsx";
import { Scroll } from "../ui/scroll.tsx";
import { evidenceUrl, listEvidence } from "./recovery-calls.ts";

const TIMELINE = "timeline.svg";

export function EvidenceDialog({ drill, onClose }: { drill: PastDrill; onClose: () => void }) {
  const { data, problem, retry } = useLoad(`evidence ${drill.id}`, 0, listEvidence);
  const found = data?.find((one) => one.id === drill.id);
  return (
    <Dialog title={`Drill: ${drill.scenario}`} onClose={onClose} wide>
      <p>
        <strong>{drill.verdict}</strong>
      </p>
      <dl className="facts">
        <Fact name="Began">{instantLong(drill.startedAt)}</Fact>
        <Fact name="By">{drill.who}</Fact>
        <Fact name="Changes stood still for">{milliseconds(drill.rtoMs)}</Fact>
        <Fact name="Events lost">{whole(drill.lostEvents)}</Fact>
        <Fact name="Changes lost">{whole(drill.lostWrites)}</Fact>
      </dl>
      {problem && <Failure problem={problem} onRetry={retry} />}
      {data && !found && (
        <p className="muted">
          This region's bucket has no evidence of it, or not yet: it is copied to both when the drill ends.
        </p>
      )}
      {found?.files.some(({ name }) => name === TIMELINE) && (
        <Scroll label="The timeline" className="timeline-scroll">
          <img
            className="timeline"
            src={evidenceUrl(drill.id, TIMELINE)}
            alt={`Timeline of the drill ${drill.scenario}: faults, roles, steps, and what clients saw. The report says the same in words.`}
          />
        </Scroll>
      )}
      {found && (
        <ul className="evidence-files">
          {found.files.map((file) => (
            <li key={file.name}>
              <a href={evidenceUrl(drill.id, file.name)} target="_blank" rel="noreferrer">
                {file.name}
              </a>{" "}
              <span className="muted figures">{bytes(file.bytes)}</span>
            </li>
          ))}
        </ul>
      )}
      <CodeBlock label="Run it again" text={`tandem drill ${drill.scenario}`} />
    </Dialog>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
