// Which project is looked at; changing it stays on the same kind of page.

import type { Project } from "../../../src/core/resources.ts";
import { Link } from "../route/link.tsx";
import { livePath, overviewPath, projectPath, type Route } from "../route/routes.ts";
import { Icon } from "../ui/icon.tsx";
import { Popover } from "../ui/popover.tsx";

export function ProjectSwitcher(props: { projects: Project[]; current: Project | undefined; route: Route }) {
  const { projects, current, route } = props;
  const to = (id: string) =>
    route.page === "live" ? livePath(id) : route.page === "project" ? projectPath(id) : overviewPath(id);
  return (
    <Popover
      buttonClass="switcher"
      name={`Project: ${current?.name ?? "No project yet"}. Change`}
      label={
        <>
          <span className="switcher-letter" data-letter={(current?.name ?? "?").slice(0, 1).toUpperCase()} />
          <span className="switcher-name">{current?.name ?? "No project yet"}</span>
          <Icon name="down" />
        </>
      }
    >
      {(close) => (
        <div className="choices">
          {projects.map((project) => (
            <Link
              key={project.id}
              to={to(project.id)}
              className="choice"
              aria-current={project.id === current?.id ? "true" : undefined}
              onClick={close}
            >
              <span>{project.name}</span>
              {project.demo && <span className="badge">synthetic</span>}
            </Link>
          ))}
          <Link to="/projects" className="choice choice-last" onClick={close}>
            <Icon name="plus" /> <span>All projects, new project</span>
          </Link>
        </div>
      )}
    </Popover>
  );
}
