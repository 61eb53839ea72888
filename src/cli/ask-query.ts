// Asks the regions' query processes one after the other: the first that can answer does.

import { EXIT, Refused } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import type { Problem } from "../core/question.ts";
import { insideOrigin } from "../drivers/http/inside.ts";
import { linkHeaders } from "../drivers/http/serve.ts";

export type Place = { installation: Installation; linkKey: string };
const ASK_MS_MAX = 60_000;

/** The first answer; a refusal of the request itself is the same in either region, so it ends the asking. */
export async function askQuery<T>(place: Place, path: string, body?: unknown): Promise<T> {
  for (const region of place.installation.regions) {
    const response = await askRegion(place, region.ports.query, path, body);
    if (!response || response.status >= 500) continue;
    if (response.ok) return (await response.json()) as T;
    throw refusalOf((await response.json().catch(() => undefined)) as Problem | undefined, response.status);
  }
  throw new Refused(
    "Neither region's query process answered. Is the installation running? 'tandem status' says; 'tandem up' starts it.",
    EXIT.missing,
  );
}

export function askRegion(place: Place, port: number, path: string, body?: unknown): Promise<Response | undefined> {
  return fetch(`${insideOrigin(port)}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { ...linkHeaders(place.linkKey), ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(ASK_MS_MAX),
  }).catch(() => undefined);
}

function refusalOf(problem: Problem | undefined, status: number): Refused {
  const where = problem?.pointer ? ` (at ${problem.pointer})` : "";
  const text = problem?.detail ?? problem?.title ?? `The query process answered ${status}.`;
  return new Refused(`${text}${where}`, status === 404 ? EXIT.missing : EXIT.badInput);
}
