// Read keys: secrets for the query API, shown once.

import { useState } from "react";
import type { Project } from "../../../src/core/resources.ts";
import { createReadKey, revokeReadKey } from "../api/calls.ts";
import { API } from "../api/client.ts";
import { instantLong } from "../format/time.ts";
import { useProjects } from "../state/projects.tsx";
import { useWhyReadOnly } from "../state/session.tsx";
import { CodeBlock } from "../ui/copy.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { GuardedButton } from "../ui/guarded-button.tsx";
import { TypedConfirmation } from "../ui/typed-confirmation.tsx";
import { AddKey } from "./add-key.tsx";

type ReadKey = Project["readKeys"][number];

export function ReadKeys({ project }: { project: Project }) {
  const { reload } = useProjects();
  const why = useWhyReadOnly();
  const [secret, setSecret] = useState<{ name: string; secret: string } | null>(null);
  const [revoking, setRevoking] = useState<ReadKey | null>(null);
  const live = project.readKeys.filter((key) => key.revokedAt === null);
  return (
    <section className="surface part" aria-labelledby="read-keys-head">
      <h2 id="read-keys-head">Read keys</h2>
      <p className="muted">
        Secrets that ask this project's questions from outside; see the <a href={`${API}/reference`}>API reference</a>.
      </p>
      <ul className="key-list">
        {live.map((key) => (
          <li key={key.id}>
            <span className="key-name">{key.name}</span>
            <code>…{key.ending}</code>
            <span className="muted key-date">{instantLong(key.createdAt)}</span>
            <GuardedButton why={why} className="button button-small" onClick={() => setRevoking(key)}>
              Revoke
            </GuardedButton>
          </li>
        ))}
      </ul>
      <AddKey
        kind="read"
        onAdd={async (name) => {
          setSecret(await createReadKey(project.id, name));
          await reload();
        }}
      />
      {secret && (
        <Dialog title={`Read key “${secret.name}”`} onClose={() => setSecret(null)}>
          <p>Copy it now: it is shown this once, and only its last four characters are kept.</p>
          <CodeBlock label="Read key" text={secret.secret} />
        </Dialog>
      )}
      {revoking && (
        <TypedConfirmation
          title={`Revoke “${revoking.name}”?`}
          word={revoking.name}
          action="Revoke"
          onClose={() => setRevoking(null)}
          onConfirm={async () => {
            await revokeReadKey(project.id, revoking.id);
            await reload();
          }}
        >
          <p>Whoever asks with this key is refused from now on. This can't be undone.</p>
        </TypedConfirmation>
      )}
    </section>
  );
}
