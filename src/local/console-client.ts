// What `tandem` asks the consoles of an installation: a one-time sign-in link and the projects.

import { EXIT, Refused, Unavailable } from "../core/errors.ts";
import type { Installation, RegionLayout } from "../core/installation.ts";
import type { Problem } from "../core/question.ts";
import type { Project, UserRole } from "../core/resources.ts";
import { insideOrigin } from "../drivers/http/inside.ts";
import { linkHeaders } from "../drivers/http/serve.ts";

const ASK_MS_MAX = 3_000;
const ACTIVE_MS_MAX = 20_000;
const RETRY_MS = 100;

/** For the owner, or for the person named, who is made with the role where there is none of that name. */
export function requestSignInLink(
  installation: Installation,
  linkKey: string,
  limitMs = ACTIVE_MS_MAX,
  user: { name?: string; role?: UserRole } = {},
): Promise<{ path: string; expiresAt: string; user: { name: string; role: UserRole } }> {
  return asActive(installation, linkKey, { path: "/internal/sign-in-link", body: user }, limitMs);
}

/** Any region can list them; the active one knows best and is asked first. */
export async function listProjects(installation: Installation, linkKey: string): Promise<Project[]> {
  for (const region of installation.regions) {
    const response = await ask(region, linkKey, "/internal/projects").catch(() => undefined);
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
  { path, body }: { path: string; body: unknown },
  limitMs: number,
): Promise<T> {
  const end = performance.now() + limitMs;
  let last: unknown;
  for (;;) {
    for (const region of installation.regions) {
      try {
        const response = await ask(region, linkKey, path, body);
        if (response.ok) return (await response.json()) as T;
        // The request itself is wrong: trying again, here or elsewhere, changes nothing.
        if (response.status === 400) throw new Refused(((await response.json()) as Problem).detail, EXIT.usage);
        last = new Unavailable(`The console of ${region.name} answered ${response.status} to ${path}.`);
        await response.body?.cancel();
      } catch (error) {
        if (error instanceof Refused) throw error;
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

function ask(region: RegionLayout, linkKey: string, path: string, body?: unknown): Promise<Response> {
  const sent =
    body === undefined
      ? { headers: linkHeaders(linkKey) }
      : {
          method: "POST",
          headers: { ...linkHeaders(linkKey), "content-type": "application/json" },
          body: JSON.stringify(body),
        };
  return fetch(`${insideOrigin(region.ports.console)}${path}`, {
    ...sent,
    signal: AbortSignal.timeout(ASK_MS_MAX),
  });
}
