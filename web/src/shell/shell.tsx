// The frame of every signed-in page: navigation, project switcher, notices, keyboard, and the announcement of each page.

import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Link } from "../route/link.tsx";
import { navigate } from "../route/location.ts";
import { livePath, overviewPath, projectPath, type Route } from "../route/routes.ts";
import { firstProject, rememberProject, useProjects } from "../state/projects.tsx";
import { Icon, type IconName, Mark } from "../ui/icon.tsx";
import { Quiet } from "../ui/notice.tsx";
import { Banners } from "./banners.tsx";
import { type Command, useCommands } from "./commands.ts";
import { Help } from "./help.tsx";
import { useKeyboard } from "./keyboard.ts";
import { Palette } from "./palette.tsx";
import { ProjectSwitcher } from "./project-switcher.tsx";
import { UserMenu } from "./user-menu.tsx";

const PasskeysDialog = lazy(() =>
  import("../account/passkeys-dialog.tsx").then((module) => ({ default: module.PasskeysDialog })),
);

const TITLES: Record<Route["page"], string> = {
  home: "Overview",
  welcome: "Welcome",
  overview: "Overview",
  live: "Live",
  projects: "Projects",
  project: "Project",
  trace: "Trace",
  regions: "Regions",
  unknown: "Not found",
};

export function Shell({ route, children }: { route: Route; children: ReactNode }) {
  const { projects } = useProjects();
  const [open, setOpen] = useState<"palette" | "help" | "passkeys" | null>(null);
  const main = useRef<HTMLElement>(null);
  const project =
    projects?.find((candidate) => "project" in route && candidate.id === route.project) ??
    (projects ? firstProject(projects) : undefined);
  const title = TITLES[route.page];
  const named = "project" in route ? `${title}, ${project?.name ?? route.project}` : title;

  useKeyboard({ onPalette: useCallback(() => setOpen("palette"), []), onHelp: useCallback(() => setOpen("help"), []) });
  useEffect(() => {
    document.title = `${"project" in route && project ? `${project.name} · ` : ""}${title} · Tandem`;
  }, [route, project, title]);
  useEffect(() => {
    if ("project" in route) rememberProject(route.project);
  }, [route]);
  usePageFocus(main, "project" in route ? `${route.page} ${route.project}` : route.page);
  useCommands(
    "shell",
    useMemo(() => shellCommands(projects ?? [], project?.id), [projects, project?.id]),
  );

  const items: [page: Route["page"][], to: string, icon: IconName, label: string][] = [
    [["overview", "home"], project ? overviewPath(project.id) : "/projects", "overview", "Overview"],
    [["live"], project ? livePath(project.id) : "/projects", "live", "Live"],
    [["projects", "project", "trace"], "/projects", "projects", "Projects"],
    [["regions"], "/regions", "regions", "Regions"],
  ];
  return (
    <div className="shell">
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="side">
        <Link to="/" className="brand" aria-label="Tandem, to the overview">
          <Mark />
          <span>Tandem</span>
        </Link>
        <ProjectSwitcher projects={projects ?? []} current={project} route={route} />
        <nav aria-label="Pages">
          {items.map(([pages, to, icon, label]) => (
            <Link key={label} to={to} className="nav" aria-current={pages.includes(route.page) ? "page" : undefined}>
              <Icon name={icon} size={18} />
              <span>{label}</span>
            </Link>
          ))}
        </nav>
        <div className="side-foot">
          <button type="button" className="nav palette-open" onClick={() => setOpen("palette")}>
            <Icon name="search" size={18} />
            <span>Go to</span>
            <kbd>{/Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘K" : "Ctrl K"}</kbd>
          </button>
          <UserMenu onHelp={() => setOpen("help")} onPasskeys={() => setOpen("passkeys")} />
        </div>
      </header>
      <main className="main" id="content" tabIndex={-1} ref={main} aria-label={named}>
        <Banners />
        {children}
      </main>
      <div aria-live="polite">
        <Quiet>{named}</Quiet>
      </div>
      {open === "palette" && <Palette onClose={() => setOpen(null)} />}
      {open === "help" && <Help onClose={() => setOpen(null)} />}
      {open === "passkeys" && (
        <Suspense>
          <PasskeysDialog onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** After a change of page (not of filters) the focus goes to the content, as a full load would do. */
function usePageFocus(main: React.RefObject<HTMLElement | null>, page: string): void {
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (before.current !== null && before.current !== page) {
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    before.current = page;
  }, [page, main]);
}

function shellCommands(projects: { id: string; name: string }[], current: string | undefined): Command[] {
  const go = (id: string, group: string, label: string, to: string): Command => ({
    id,
    group,
    label,
    run: () => navigate(to),
  });
  return [
    ...(current
      ? [go("overview", "Page", "Overview", overviewPath(current)), go("live", "Page", "Live", livePath(current))]
      : []),
    go("projects", "Page", "Projects", "/projects"),
    go("regions", "Page", "Regions", "/regions"),
    ...projects.map(({ id, name }) => go(`project ${id}`, "Project", name, overviewPath(id))),
    ...projects.map(({ id, name }) => go(`settings ${id}`, "Settings", `${name}: keys and snippets`, projectPath(id))),
  ];
}
