// "Show request": the exact question behind a tile, as JSON and as a curl command, and what the answer said about itself.

import { useState } from "react";
import type { Answer, Question } from "../../../src/core/question.ts";
import { API } from "../api/client.ts";
import { milliseconds, whole } from "../format/number.ts";
import { CodeBlock } from "../ui/copy.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";

type Props = { project: string; question: Question; answer: Answer | undefined };

export function RequestButton(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button icon-button"
        aria-label="Show request"
        title="Show request"
        onClick={() => setOpen(true)}
      >
        <Icon name="code" />
      </button>
      {open && <RequestDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function RequestDialog({ project, question, answer, onClose }: Props & { onClose: () => void }) {
  const url = `${location.origin}${API}/projects/${encodeURIComponent(project)}/query`;
  const quoted = JSON.stringify(question).replaceAll("'", "'\\''");
  const curl = [
    `curl -sS ${url} \\`,
    `  -H "Authorization: Bearer $TANDEM_READ_KEY" \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d '${quoted}'`,
  ].join("\n");
  return (
    <Dialog title="The request behind this tile" onClose={onClose}>
      <p className="muted">
        The console asks the public API and nothing else. A read key is made under Projects; the{" "}
        <a href={`${API}/reference`}>reference</a> explains every member.
      </p>
      <CodeBlock label="Question" text={JSON.stringify(question, null, 2)} />
      <CodeBlock label="curl" text={curl} />
      {answer && (
        <dl className="facts">
          <Fact name="Query id">
            <code>{answer.meta.queryId}</code>
          </Fact>
          <Fact name="Answered by">{answer.meta.region}</Fact>
          <Fact name="Took">
            {milliseconds(answer.meta.cost.ms)}
            {answer.meta.cost.cached ? ", from the cache" : `, ${whole(answer.meta.cost.files)} files read`}
          </Fact>
          <Fact name="Definitions">
            {answer.meta.definitions}, channels {answer.meta.channelRules}
          </Fact>
        </dl>
      )}
    </Dialog>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
