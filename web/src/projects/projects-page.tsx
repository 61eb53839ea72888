// All projects, and a new one.

import { type FormEvent, useState } from "react";
import { createProject } from "../api/calls.ts";
import { type ApiProblem, asProblem } from "../api/client.ts";
import { browserZone, instantLong } from "../format/time.ts";
import { ZoneField } from "../overview/zone-field.tsx";
import { Link } from "../route/link.tsx";
import { navigate } from "../route/location.ts";
import { overviewPath, projectPath } from "../route/routes.ts";
import { useProjects } from "../state/projects.tsx";
import { useWhyReadOnly } from "../state/session.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { GuardedButton } from "../ui/guarded-button.tsx";
import { Icon } from "../ui/icon.tsx";
import { Empty, Failure } from "../ui/notice.tsx";
import { ACKNOWLEDGEMENT_NAMES } from "./acknowledgement.tsx";

export function ProjectsPage() {
  const { projects, problem, reload } = useProjects();
  const [creating, setCreating] = useState(false);
  const why = useWhyReadOnly();
  return (
    <div className="page">
      <div className="toolbar">
        <div className="toolbar-title">
          <h1>Projects</h1>
        </div>
        <GuardedButton why={why} className="button button-primary" onClick={() => setCreating(true)}>
          <Icon name="plus" size={14} /> New project
        </GuardedButton>
      </div>
      {problem && !projects && <Failure problem={problem} onRetry={() => void reload()} />}
      {projects?.length === 0 && (
        <Empty title="No projects yet">A project is one site or app: its events, its keys, its numbers.</Empty>
      )}
      {projects && projects.length > 0 && (
        <ul className="project-list">
          {projects.map((project) => (
            <li key={project.id} className="surface project-card">
              <div className="project-card-head">
                <h2>
                  <Link to={overviewPath(project.id)}>{project.name}</Link>
                </h2>
                {project.demo && <span className="badge">synthetic</span>}
              </div>
              <dl className="facts">
                <div>
                  <dt>Id</dt>
                  <dd>
                    <code>{project.id}</code>
                  </dd>
                </div>
                <div>
                  <dt>Time zone</dt>
                  <dd>{project.timeZone}</dd>
                </div>
                <div>
                  <dt>Acknowledged when</dt>
                  <dd>{ACKNOWLEDGEMENT_NAMES[project.acknowledgement]}</dd>
                </div>
                <div>
                  <dt>Write keys</dt>
                  <dd>{project.keys.filter((key) => key.revokedAt === null).length}</dd>
                </div>
                <div>
                  <dt>Made</dt>
                  <dd>{instantLong(project.createdAt)}</dd>
                </div>
              </dl>
              <div className="button-row">
                <Link to={overviewPath(project.id)} className="button">
                  Overview
                </Link>
                <Link to={projectPath(project.id)} className="button">
                  Keys and settings
                </Link>
              </div>
            </li>
          ))}
        </ul>
      )}
      {creating && <NewProject onClose={() => setCreating(false)} />}
    </div>
  );
}

function NewProject({ onClose }: { onClose: () => void }) {
  const { reload } = useProjects();
  const [name, setName] = useState("");
  const [zone, setZone] = useState(browserZone());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      const project = await createProject(name.trim(), zone);
      await reload();
      onClose();
      navigate(projectPath(project.id));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title="New project" onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <label className="field">
          <span>Name</span>
          <input required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <ZoneField value={zone} onChoose={(chosen) => setZone(chosen ?? zone)} />
        <p className="muted">
          Days begin and end in this zone; it can be changed later, and each reader can choose another.
        </p>
        {problem && (
          <p className="error" role="alert">
            {problem.message}. {problem.detail}
          </p>
        )}
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button button-primary" disabled={busy || !name.trim()}>
            Create
          </button>
        </div>
      </form>
    </Dialog>
  );
}
