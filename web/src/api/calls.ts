// One function for each thing the console asks of the public API; the same API that everybody else has.

import type { Answer, Question } from "../../../src/core/question.ts";
import type { InstallationStatus, Project, SessionView, Trace } from "../../../src/core/resources.ts";
import { request } from "./client.ts";

const of = (project: string) => `/projects/${encodeURIComponent(project)}`;

export const readSession = () => request<SessionView>("GET", "/session");
export const signIn = (name: string, password: string) => request<unknown>("POST", "/session", { name, password });
export const signInByLink = (token: string) => request<{ needsPassword: boolean }>("POST", "/session/link", { token });
export const choosePassword = (password: string) => request<unknown>("POST", "/session/password", { password });
export const signOut = () => request<unknown>("DELETE", "/session");

export const listProjects = async (): Promise<Project[]> =>
  (await request<{ projects: Project[] }>("GET", "/projects")).projects;
export const createProject = (name: string, timeZone: string) =>
  request<Project>("POST", "/projects", { name, timeZone });
export type ProjectChange = Partial<Pick<Project, "name" | "timeZone" | "acknowledgement" | "pairPolicy">>;
export const changeProject = (id: string, change: ProjectChange) => request<Project>("PATCH", of(id), change);

export const createKey = (id: string, name: string) => request<unknown>("POST", `${of(id)}/keys`, { name });
export const revokeKey = (id: string, key: string) =>
  request<unknown>("DELETE", `${of(id)}/keys/${encodeURIComponent(key)}`);
/** The secret is in this answer and nowhere else. */
export async function createReadKey(id: string, name: string): Promise<{ name: string; secret: string }> {
  const made = await request<{ name: string; key: string }>("POST", `${of(id)}/read-keys`, { name });
  return { name: made.name, secret: made.key };
}
export const revokeReadKey = (id: string, key: string) =>
  request<unknown>("DELETE", `${of(id)}/read-keys/${encodeURIComponent(key)}`);

export const ask = (id: string, question: Question, signal?: AbortSignal) =>
  request<Answer>("POST", `${of(id)}/query`, question, signal);
export const trace = (id: string, messageId: string, signal?: AbortSignal) =>
  request<Trace>("GET", `${of(id)}/trace/${encodeURIComponent(messageId)}`, undefined, signal);
export const readStatus = (signal?: AbortSignal) => request<InstallationStatus>("GET", "/regions", undefined, signal);

/** The commonest values of a dimension that contain `search`. */
export async function listValues(
  id: string,
  dimension: string,
  search: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const query = new URLSearchParams({ dimension, search });
  type Values = { values: { value: string }[] };
  const answer = await request<Values>("GET", `${of(id)}/values?${query}`, undefined, signal);
  return answer.values.map(({ value }) => value);
}
