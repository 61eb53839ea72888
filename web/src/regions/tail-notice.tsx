// Changes that a region had made and never sent before it was lost: listed for a person, who re-applies or drops them.

import { useState } from "react";
import type { RecoveryRoom } from "../../../src/core/recovery-room.ts";
import { whole } from "../format/number.ts";
import { instantLong } from "../format/time.ts";
import { useLoad } from "../state/load.ts";
import { CodeBlock } from "../ui/copy.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { GuardedButton } from "../ui/guarded-button.tsx";
import { Failure, Notice } from "../ui/notice.tsx";
import { Scroll } from "../ui/scroll.tsx";
import { readTail } from "./recovery-calls.ts";
import { sightOf } from "./room.ts";

export function TailNotice({ room, whyNot }: { room: RecoveryRoom; whyNot: string | undefined }) {
  const [open, setOpen] = useState(false);
  const tails = room.regions.flatMap(({ region }) => {
    const tail = sightOf(room, region)?.view.tail;
    return tail && tail.rows > 0 ? [{ region, ...tail }] : [];
  });
  if (tails.length === 0) return null;
  return (
    <>
      {tails.map(({ region, rows, epoch, exported }) => (
        <Notice
          key={region}
          tone="warning"
          action={
            <GuardedButton className="button button-small" why={whyNot} onClick={() => setOpen(true)}>
              See them
            </GuardedButton>
          }
        >
          <strong>
            {whole(rows)} change{rows === 1 ? "" : "s"} of epoch {epoch}
          </strong>{" "}
          had been made in {region} and never reached the other region.{" "}
          {exported
            ? "The list was exported."
            : "Re-apply or drop them; the old data directory stays until the list is exported."}
        </Notice>
      ))}
      {open && <TailDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function TailDialog({ onClose }: { onClose: () => void }) {
  const { data, problem, retry } = useLoad("tail", 0, readTail);
  const rows = data?.flatMap(({ region, rows: own }) => own.map((row) => ({ region, ...row })));
  return (
    <Dialog title="Changes that were left behind" onClose={onClose} wide>
      {problem && <Failure problem={problem} onRetry={retry} />}
      {rows && rows.length === 0 && <p className="muted">No region that can be heard lists any.</p>}
      {data
        ?.filter(({ total, rows: own }) => total > own.length)
        .map(({ region, total, rows: own }) => (
          <Notice key={region} tone="warning">
            <strong>
              These are the oldest {whole(own.length)} of {whole(total)} changes
            </strong>{" "}
            of {region}. The export has all of them.
          </Notice>
        ))}
      {rows && rows.length > 0 && (
        <Scroll label="Changes that were left behind" className="table-scroll tall">
          <table>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Who and when</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={index}>
                  <th scope="row">
                    {row.what}
                    <small className="muted"> epoch {row.epoch}</small>
                  </th>
                  <td>
                    {row.who}
                    {row.at !== null && <small className="muted"> {instantLong(row.at)}</small>}
                  </td>
                  <td className="wrap">
                    <code>{textOf(row.before)}</code>
                  </td>
                  <td className="wrap">
                    <code>{textOf(row.after)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <CodeBlock
        label="Keep the list, which lets the old data directory go"
        text="tandem recovery tail --export tail.ndjson"
      />
    </Dialog>
  );
}

const textOf = (value: unknown): string => (value == null ? "–" : JSON.stringify(value));
