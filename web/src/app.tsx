// Decides what is on the screen: sign-in, or the shell with the page that the address names.

import { lazy, Suspense, useEffect } from "react";
import { OverviewPage } from "./overview/overview-page.tsx";
import { navigate, usePath } from "./route/location.ts";
import { overviewPath, type Route, routeOf } from "./route/routes.ts";
import { Shell } from "./shell/shell.tsx";
import { SignInPage } from "./signin/sign-in-page.tsx";
import { WelcomePage } from "./signin/welcome-page.tsx";
import { firstProject, ProjectsProvider, useProjects } from "./state/projects.tsx";
import { useSessionState } from "./state/session.tsx";
import { Empty, Failure } from "./ui/notice.tsx";

const LivePage = lazy(() => import("./live/live-page.tsx").then((module) => ({ default: module.LivePage })));
const ProjectsPage = lazy(() =>
  import("./projects/projects-page.tsx").then((module) => ({ default: module.ProjectsPage })),
);
const ProjectPage = lazy(() =>
  import("./projects/project-page.tsx").then((module) => ({ default: module.ProjectPage })),
);
const TracePage = lazy(() => import("./projects/trace-page.tsx").then((module) => ({ default: module.TracePage })));
const RegionsPage = lazy(() =>
  import("./regions/regions-page.tsx").then((module) => ({ default: module.RegionsPage })),
);

export function App() {
  const { path } = usePath();
  const { state, refresh } = useSessionState();
  const route = routeOf(path);
  if (route.page === "welcome") return <WelcomePage />;
  if (state.kind === "loading") return <div className="boot" aria-busy="true" />;
  if (state.kind === "failed") {
    return (
      <main className="alone">
        <Failure problem={state.problem} onRetry={() => void refresh()} />
      </main>
    );
  }
  if (state.kind === "signed-out") return <SignInPage expired={state.expired} />;
  return (
    <ProjectsProvider>
      <Shell route={route}>
        <Suspense fallback={<div className="page" aria-busy="true" />}>
          <Page route={route} />
        </Suspense>
      </Shell>
    </ProjectsProvider>
  );
}

function Page({ route }: { route: Route }) {
  if (route.page === "projects") return <ProjectsPage />;
  if (route.page === "regions") return <RegionsPage />;
  if (route.page === "home") return <Home />;
  if (route.page === "overview" || route.page === "live" || route.page === "project" || route.page === "trace") {
    return <OfProject route={route} />;
  }
  return (
    <Empty title="There is no such page" action={<a href="/">Go to the overview</a>}>
      The address may be mistyped or from another version.
    </Empty>
  );
}

function OfProject({ route }: { route: Extract<Route, { project: string }> }) {
  const { projects, problem, reload } = useProjects();
  if (!projects) return problem ? <Failure problem={problem} onRetry={() => void reload()} /> : <Waiting />;
  const project = projects.find((candidate) => candidate.id === route.project);
  if (!project) {
    return (
      <Empty title={`No project “${route.project}”`} action={<a href="/projects">See all projects</a>}>
        It doesn't exist, or you may not see it.
      </Empty>
    );
  }
  if (route.page === "live") return <LivePage key={project.id} project={project} />;
  if (route.page === "project") return <ProjectPage key={project.id} project={project} />;
  if (route.page === "trace") return <TracePage project={project} messageId={route.messageId} />;
  return <OverviewPage key={project.id} project={project} />;
}

/** "/" is wherever one was last: an overview, or the projects while there is none. */
function Home() {
  const { projects, problem, reload } = useProjects();
  const first = projects ? firstProject(projects) : undefined;
  useEffect(() => {
    if (projects) navigate(first ? overviewPath(first.id) : "/projects", { replace: true });
  }, [projects, first]);
  return problem && !projects ? <Failure problem={problem} onRetry={() => void reload()} /> : <Waiting />;
}

const Waiting = () => <div className="page" aria-busy="true" />;
