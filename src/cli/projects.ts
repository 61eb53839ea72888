// `tandem projects` and `tandem sign-in-link`.

import { EXIT, Refused } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import type { Project, UserRole } from "../core/resources.ts";
import { listProjects, requestSignInLink } from "../local/console-client.ts";

type Place = { installation: Installation; linkKey: string };
const LINK_MS_MAX = 3_000;

export async function runProjects(place: Place, json: boolean, out: NodeJS.WriteStream): Promise<number> {
  const projects = await listProjects(place.installation, place.linkKey);
  if (json) {
    out.write(`${JSON.stringify({ projects })}\n`);
    return EXIT.ok;
  }
  if (projects.length === 0) out.write("There are no projects yet; the console makes them.\n");
  for (const { id, name, timeZone, acknowledgement, demo, keys } of projects) {
    const live = keys.filter((key) => key.revokedAt === null).map((key) => key.key);
    out.write(`${id}  ${name}${demo ? " (synthetic)" : ""}  ${timeZone}  ${acknowledgement}\n`);
    out.write(`  write keys: ${live.length > 0 ? live.join(", ") : "none"}\n`);
  }
  return EXIT.ok;
}

/** The project, or undefined while no console answers: questions are answered without one too. Refused when it is unknown. */
export async function findProject(place: Place, id: string): Promise<Project | undefined> {
  const projects = await listProjects(place.installation, place.linkKey).catch(() => undefined);
  if (!projects) return undefined;
  const found = projects.find((one) => one.id === id);
  if (found) return found;
  const names = projects.map((one) => one.id).join(", ");
  throw new Refused(`There is no project "${id}"; there are: ${names}.`, EXIT.badInput);
}

type SignInOptions = { json?: boolean; name?: string; role?: UserRole };

export async function runSignInLink(place: Place, options: SignInOptions, out: NodeJS.WriteStream): Promise<number> {
  const { json, ...asked } = options;
  const { path, expiresAt, user } = await requestSignInLink(place.installation, place.linkKey, LINK_MS_MAX, asked);
  if (asked.role && asked.role !== user.role) {
    process.stderr.write(
      `${user.name} is ${user.role} already; a link changes no role, and this one signs in as that.\n`,
    );
  }
  const url = `http://127.0.0.1:${place.installation.edgePort}${path}`;
  out.write(json ? `${JSON.stringify({ url, expiresAt })}\n` : `${url}\n`);
  return EXIT.ok;
}
