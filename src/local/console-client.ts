// What `tandem` asks the consoles of an installation: a one-time sign-in link, the projects, the first project.

import { EXIT, Refused, Unavailable } from "../core/errors.ts";
import type { Installation, RegionLayout } from "../core/installation.ts";
import type { Project } from "../core/resources.ts";
import { linkHeaders } from "../drivers/http/serve.ts";

const ASK_MS_MAX = 3_000;
const ACTIVE_MS_MAX = 20_000;
const RETRY_MS = 100;
/** A new installation starts with this project, so that the first event has somewhere to go. */
const FIRST_PROJECT = { id: "web", name: "Website" };

export function ensureFirstProject(installation: Installation, linkKey: string): Promise<Project> {
  return asActive(installation, linkKey, "POST", "/internal/projects", FIRST_PROJECT);
}

export function requestSignInLink(
  installation: Installation,
  linkKey: string,
  limitMs = ACTIVE_MS_MAX,
): Promise<{ path: string; expiresAt: string }> {
  return asActive(installation, linkKey, "POST", "/internal/sign-in-link", undefined, limitMs);
}

/** Any region can list them; the active one knows best and is asked first. */
export async function listProjects(installation: Installation, linkKey: string): Promise<Project[]> {
  for (const region of installation.regions) {
    const response = await ask(region, linkKey, "GET", "/internal/projects").catch(() => undefined);
    if (response?.ok) return ((await response.json()) as { projects: Project[] }).projects;
  }
  throw new Refused(
    "Neither region's console answered. Is the installation running? 'tandem status' says; 'tandem up' starts it.",
    EXIT.missing,
  );
}

/** Only the active region makes changes; it may be starting, so this tries both until one does. */
async function asActive<T>(
  installation: Installation,
  linkKey: string,
  method: string,
  path: string,
  body?: unknown,
  limitMs = ACTIVE_MS_MAX,
): Promise<T> {
  const end = performance.now() + limitMs;
  let last: unknown;
  for (;;) {
    for (const region of installation.regions) {
      try {
        const response = await ask(region, linkKey, method, path, body);
        if (response.ok) return (await response.json()) as T;
        last = new Unavailable(`The console of ${region.name} answered ${response.status} to ${path}.`);
        await response.body?.cancel();
      } catch (error) {
        last = error;
      }
    }
    if (performance.now() > end) {
      throw new Refused(
        "No region takes changes right now, so this could not be done. Look at 'tandem status', then try again.",
        EXIT.missing,
        { cause: last },
      );
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

function ask(region: RegionLayout, linkKey: string, method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`http://127.0.0.1:${region.ports.console}${path}`, {
    method,
    headers: { ...linkHeaders(linkKey), ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(ASK_MS_MAX),
  });
}
