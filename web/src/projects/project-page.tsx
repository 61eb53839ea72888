// One project: how to send events to it (and whether the first has come), its keys, its settings, its traces.

import { type FormEvent, useState } from "react";
import type { Project } from "../../../src/core/resources.ts";
import { Link } from "../route/link.tsx";
import { navigate } from "../route/location.ts";
import { overviewPath, tracePath } from "../route/routes.ts";
import { FirstEvent } from "./first-event.tsx";
import { ReadKeys } from "./read-keys.tsx";
import { Settings } from "./settings.tsx";
import { Snippets } from "./snippets.tsx";
import { WriteKeys } from "./write-keys.tsx";

export function ProjectPage({ project }: { project: Project }) {
  return (
    <div className="page project">
      <div className="toolbar">
        <div className="toolbar-title">
          <h1>{project.name}</h1>
          {project.demo && <span className="badge">synthetic</span>}
          <code className="muted">{project.id}</code>
        </div>
        <Link to={overviewPath(project.id)} className="button">
          Overview
        </Link>
      </div>
      <FirstEvent project={project} />
      <div className="columns">
        <div className="column">
          <Snippets project={project} />
          <WriteKeys project={project} />
          <ReadKeys project={project} />
        </div>
        <div className="column">
          <Settings project={project} />
          <FindTrace project={project.id} />
        </div>
      </div>
    </div>
  );
}

function FindTrace({ project }: { project: string }) {
  const [id, setId] = useState("");
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (id.trim()) navigate(tracePath(project, id.trim()));
  };
  return (
    <section className="surface part" aria-labelledby="trace-head">
      <h2 id="trace-head">Trace an event</h2>
      <p className="muted">Where is it? From receipt in one region to its place in the lake of both.</p>
      <form className="inline-form" onSubmit={go}>
        <label className="field">
          <span>messageId</span>
          <input value={id} spellCheck={false} onChange={(event) => setId(event.target.value)} />
        </label>
        <button type="submit" className="button">
          Trace
        </button>
      </form>
    </section>
  );
}
