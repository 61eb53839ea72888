// Write keys: they let an SDK send, and nothing else, so they may be public. Revoking stops whoever still uses one.

import { useState } from "react";
import type { Project, WriteKey } from "../../../src/core/resources.ts";
import { createKey, revokeKey } from "../api/calls.ts";
import { instantLong } from "../format/time.ts";
import { useProjects } from "../state/projects.tsx";
import { useWhyReadOnly } from "../state/session.tsx";
import { CopyButton } from "../ui/copy.tsx";
import { GuardedButton } from "../ui/guarded-button.tsx";
import { TypedConfirmation } from "../ui/typed-confirmation.tsx";
import { AddKey } from "./add-key.tsx";

export function WriteKeys({ project }: { project: Project }) {
  const { reload } = useProjects();
  const why = useWhyReadOnly();
  const [revoking, setRevoking] = useState<WriteKey | null>(null);
  const live = project.keys.filter((key) => key.revokedAt === null);
  const revoked = project.keys.length - live.length;
  return (
    <section className="surface part" aria-labelledby="write-keys-head">
      <h2 id="write-keys-head">Write keys</h2>
      <p className="muted">They let an SDK send events and nothing else, so they may stand in a web page.</p>
      <ul className="key-list">
        {live.map((key) => (
          <li key={key.key}>
            <span className="key-name">{key.name}</span>
            <code className="clip">{key.key}</code>
            <span className="muted key-date">{instantLong(key.createdAt)}</span>
            <CopyButton text={key.key} />
            <GuardedButton why={why} className="button button-small" onClick={() => setRevoking(key)}>
              Revoke
            </GuardedButton>
          </li>
        ))}
      </ul>
      {revoked > 0 && <p className="muted">{revoked} revoked.</p>}
      <AddKey
        kind="write"
        onAdd={async (name) => {
          await createKey(project.id, name);
          await reload();
        }}
      />
      {revoking && (
        <TypedConfirmation
          title={`Revoke “${revoking.name}”?`}
          word={revoking.name}
          action="Revoke"
          onClose={() => setRevoking(null)}
          onConfirm={async () => {
            await revokeKey(project.id, revoking.key);
            await reload();
          }}
        >
          <p>
            Within a few seconds both regions refuse events with this key, and SDKs that use it throw them away. This
            can't be undone. Events that were accepted stay.
          </p>
        </TypedConfirmation>
      )}
    </section>
  );
}
