// A project's name, zone, and when its events are confirmed. Shown at once, put back when the server refuses.

import { useState } from "react";
import type { Project } from "../../../src/core/resources.ts";
import { changeProject, type ProjectChange } from "../api/calls.ts";
import { type ApiProblem, asProblem } from "../api/client.ts";
import { ZoneField } from "../overview/zone-field.tsx";
import { useProjects } from "../state/projects.tsx";
import { useWhyReadOnly } from "../state/session.tsx";
import { Acknowledgement } from "./acknowledgement.tsx";

export function Settings({ project }: { project: Project }) {
  const { reload } = useProjects();
  const why = useWhyReadOnly();
  const [name, setName] = useState(project.name);
  const [optimistic, setOptimistic] = useState<ProjectChange>({});
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [saved, setSaved] = useState("");
  const shown = { ...project, ...optimistic };
  const save = async (change: ProjectChange) => {
    setOptimistic((before) => ({ ...before, ...change }));
    setProblem(null);
    try {
      await changeProject(project.id, change);
      await reload();
      setSaved("Saved");
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setOptimistic({});
    }
  };
  const rename = () => {
    const next = name.trim();
    if (next && next !== project.name) void save({ name: next });
    else setName(project.name);
  };
  return (
    <section className="surface part" aria-labelledby="settings-head">
      <h2 id="settings-head">Settings</h2>
      {why && <p className="muted">{why}</p>}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <label className="field">
          <span>Name</span>
          <input
            value={name}
            required
            maxLength={100}
            disabled={why !== undefined}
            onChange={(event) => setName(event.target.value)}
            onBlur={rename}
          />
        </label>
      </form>
      {why ? (
        <p>Time zone: {shown.timeZone}</p>
      ) : (
        <ZoneField
          key={shown.timeZone}
          value={shown.timeZone}
          onChoose={(timeZone) => timeZone && void save({ timeZone })}
        />
      )}
      <Acknowledgement
        acknowledgement={shown.acknowledgement}
        pairPolicy={shown.pairPolicy}
        disabled={why !== undefined}
        onChange={(change) => void save(change)}
      />
      {problem && (
        <p className="error" role="alert">
          Not saved: {problem.message}. {problem.detail}
        </p>
      )}
      <p className="muted" aria-live="polite">
        {saved || "\u00a0"}
      </p>
    </section>
  );
}
