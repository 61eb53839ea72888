// Ready-made code that names the host as this browser reached it and the project's own key: copy, paste, done.

import { useId, useState } from "react";
import type { Project } from "../../../src/core/resources.ts";
import { useSession } from "../state/session.tsx";
import { CodeBlock } from "../ui/copy.tsx";
import { Tabs } from "../ui/tabs.tsx";

type Snippet = {
  id: string;
  label: string;
  file: string;
  hint: string;
  code: (host: string, key: string, project: string) => string;
};

const SNIPPETS: Snippet[] = [
  {
    id: "curl",
    label: "curl",
    file: "Shell",
    hint: "One event by hand, to see it arrive.",
    code: (host, key) =>
      [
        `curl -sS -u '${key}:' ${host}/v1/track \\`,
        `  -H 'Content-Type: application/json' \\`,
        `  -d '{"event":"First event","userId":"me","properties":{"plan":"pro"}}'`,
      ].join("\n"),
  },
  {
    id: "web",
    label: "Web page",
    file: "npm install @segment/analytics-next",
    hint: "Segment's own browser SDK; only the host is ours. Page views and events, queued while offline.",
    code: (host, key) =>
      [
        `import { AnalyticsBrowser } from "@segment/analytics-next";`,
        ``,
        `const analytics = AnalyticsBrowser.load(`,
        `  { writeKey: "${key}", cdnURL: "${host}" },`,
        `  { integrations: { "Segment.io": { apiHost: "${host.replace(/^https?:\/\//, "")}/v1", protocol: "${host.startsWith("https") ? "https" : "http"}" } } },`,
        `);`,
        `analytics.page();`,
        `analytics.track("Signed up", { plan: "pro" });`,
      ].join("\n"),
  },
  {
    id: "node",
    label: "Node.js",
    file: "npm install @segment/analytics-node",
    hint: "Segment's own server SDK, versions 1 to 3, unchanged but for the host.",
    code: (host, key) =>
      [
        `import { Analytics } from "@segment/analytics-node";`,
        ``,
        `const analytics = new Analytics({ writeKey: "${key}", host: "${host}" });`,
        `analytics.track({ userId: "user-1", event: "Order placed", properties: { total: 4200 } });`,
        `await analytics.closeAndFlush();`,
      ].join("\n"),
  },
  {
    id: "import",
    label: "Import",
    file: "Shell, in the clone that runs Tandem",
    hint: "An access log (combined format, .gz too) or NDJSON. Resumable; a second run adds nothing.",
    code: (_host, _key, project) => `npm run -s tandem -- import access.log --project ${project}`,
  },
];

export function Snippets({ project }: { project: Project }) {
  const session = useSession();
  const id = useId();
  const [open, setOpen] = useState("curl");
  const live = project.keys.filter((key) => key.revokedAt === null);
  const [chosen, setChosen] = useState(live[0]?.key ?? "");
  const key = live.find((candidate) => candidate.key === chosen)?.key ?? live[0]?.key ?? "WRITE_KEY";
  const snippet = SNIPPETS.find((candidate) => candidate.id === open) ?? (SNIPPETS[0] as Snippet);
  return (
    <section className="surface part" aria-labelledby="snippets-head">
      <h2 id="snippets-head">Send events</h2>
      <p className="muted">
        To <code>{session.collectUrl}</code>. Both regions accept events at all times.
      </p>
      {live.length > 1 && (
        <label className="field">
          <span>With the key</span>
          <select value={key} onChange={(event) => setChosen(event.target.value)}>
            {live.map((candidate) => (
              <option key={candidate.key} value={candidate.key}>
                {candidate.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {live.length === 0 && <p className="error">Every write key is revoked; add one first.</p>}
      <Tabs name="How to send" panelId={id} tabs={SNIPPETS} value={open} onChange={setOpen} />
      <div id={id} role="tabpanel" aria-label={snippet.label}>
        <p className="muted">{snippet.hint}</p>
        <CodeBlock label={snippet.file} text={snippet.code(session.collectUrl, key, project.id)} />
      </div>
    </section>
  );
}
