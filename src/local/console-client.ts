// What `tandem` asks the consoles of an installation: a one-time sign-in link and the projects.

import { EXIT, Refused, Unavailable } from "../core/errors.ts";
import type { Installation, RegionLayout } from "../core/installation.ts";
import type { Project } from "../core/resources.ts";
import { linkHeaders } from "../drivers/http/serve.ts";

const ASK_MS_MAX = 3_000;
const ACTIVE_MS_MAX = 20_000;
const RETRY_MS = 100;
export function requestSignInLink(
  installation: Installation,
  linkKey: string,
  limitMs = ACTIVE_MS_MAX,
): Promise<{ path: string; expiresAt: string }> {
  return asActive(installation, linkKey, "POST", "/internal/sign-in-link", limitMs);
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
  limitMs: number,
): Promise<T> {
  const end = performance.now() + limitMs;
  let last: unknown;
  for (;;) {
    for (const region of installation.regions) {
      try {
        const response = await ask(region, linkKey, method, path);
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

function ask(region: RegionLayout, linkKey: string, method: string, path: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${region.ports.console}${path}`, {
    method,
    headers: { ...linkHeaders(linkKey), ...(method === "POST" ? { "content-type": "application/json" } : {}) },
    ...(method === "POST" ? { body: "{}" } : {}),
    signal: AbortSignal.timeout(ASK_MS_MAX),
  });
}
