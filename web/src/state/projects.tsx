// The projects, read once and after each change; and which one was looked at last.

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { Project } from "../../../src/core/resources.ts";
import { listProjects } from "../api/calls.ts";
import { type ApiProblem, asProblem } from "../api/client.ts";
import { readPreference, writePreference } from "./preferences.ts";

type Value = { projects: Project[] | null; problem: ApiProblem | null; reload: () => Promise<void> };
const Context = createContext<Value | null>(null);

export function ProjectsProvider({ children }: { children: ReactNode }) {
  const [projects, setProjects] = useState<Project[] | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const reload = useCallback(async () => {
    try {
      setProjects(await listProjects());
      setProblem(null);
    } catch (error) {
      setProblem(asProblem(error));
    }
  }, []);
  useEffect(() => void reload(), [reload]);
  const value = useMemo(() => ({ projects, problem, reload }), [projects, problem, reload]);
  return <Context value={value}>{children}</Context>;
}

export function useProjects(): Value {
  const value = useContext(Context);
  if (!value) throw new Error("Bug: no ProjectsProvider above");
  return value;
}

export const rememberProject = (id: string) => writePreference("project", id);

/** What drills leave behind: kept as evidence, never what somebody wants to see first. */
const isOfDrill = (project: Project): boolean => project.id.startsWith("drill-");

/** The project to show first: the last one, else the demo (whoever asked for it wants to see it), else the first of the list. */
export function firstProject(projects: Project[]): Project | undefined {
  const last = readPreference("project");
  const own = projects.filter((project) => !isOfDrill(project));
  return projects.find(({ id }) => id === last) ?? own.find(({ demo }) => demo) ?? own[0] ?? projects[0];
}
