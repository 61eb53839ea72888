// A request's path as the name of its route: a label must have few values, and strangers choose paths.

/** What matches none of a process's routes. */
export const OTHER_ROUTE = "other";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

export const methodLabel = (method: string | undefined): string =>
  method !== undefined && METHODS.includes(method) ? method : "other";

type Template = { name: string; segments: readonly string[] };

/**
 * `templates` as "/runs/:id/journal", the first that fits first; ":rest*" at the end takes what is left. The answer is the
 * template itself. `path` may have a query string.
 */
export function routeNames(templates: readonly string[]): (path: string) => string {
  const exact = new Set(templates);
  const patterns = templates
    .filter((name) => name.includes(":"))
    .map((name): Template => ({ name, segments: name.split("/").slice(1) }));
  return (path) => {
    const mark = path.indexOf("?");
    const plain = mark === -1 ? path : path.slice(0, mark);
    if (exact.has(plain)) return plain;
    const segments = plain.split("/").slice(1);
    return patterns.find((pattern) => fits(pattern.segments, segments))?.name ?? OTHER_ROUTE;
  };
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  for (const [index, part] of pattern.entries()) {
    if (part.startsWith(":") && part.endsWith("*")) return true;
    if (index >= segments.length || (!part.startsWith(":") && part !== segments[index])) return false;
  }
  return segments.length === pattern.length;
}
