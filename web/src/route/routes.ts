// The console's addresses: which page a path means, and the path of each page.

export type Route =
  | { page: "home" }
  | { page: "welcome" }
  | { page: "overview"; project: string }
  | { page: "live"; project: string }
  | { page: "projects" }
  | { page: "project"; project: string }
  | { page: "trace"; project: string; messageId: string }
  | { page: "regions" }
  | { page: "unknown"; path: string };

export function routeOf(path: string): Route {
  const parts = path.split("/").filter(Boolean).map(decodeSafely);
  const [first, id, third, fourth] = parts;
  if (!first) return { page: "home" };
  if (first === "welcome" && !id) return { page: "welcome" };
  if (first === "regions" && !id) return { page: "regions" };
  if (first === "p" && id && !third) return { page: "overview", project: id };
  if (first === "p" && id && third === "live" && !fourth) return { page: "live", project: id };
  if (first === "projects" && !id) return { page: "projects" };
  if (first === "projects" && id && !third) return { page: "project", project: id };
  if (first === "projects" && id && third === "trace" && fourth) {
    return { page: "trace", project: id, messageId: fourth };
  }
  return { page: "unknown", path };
}

export const overviewPath = (project: string, search = "") =>
  `/p/${encodeURIComponent(project)}${search ? `?${search}` : ""}`;
export const livePath = (project: string) => `/p/${encodeURIComponent(project)}/live`;
export const projectPath = (project: string) => `/projects/${encodeURIComponent(project)}`;
export const tracePath = (project: string, messageId: string) =>
  `${projectPath(project)}/trace/${encodeURIComponent(messageId)}`;

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
