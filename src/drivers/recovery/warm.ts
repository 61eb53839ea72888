// Asks each project's overview questions once, so that the first people who come after a change of role don't meet cold caches.

import type { RegionLayout } from "../../core/installation.ts";
import type { Question } from "../../core/question.ts";
import { ask, tell } from "../http/ask.ts";
import { linkHeaders } from "../http/link-key.ts";

const PROJECTS_MS_MAX = 1_500;
const QUESTION_MS_MAX = 3_000;
const ALL_MS_MAX = 9_000;
const PROJECTS_MAX = 20;

/** What the overview page asks first, in its default range. */
const OVERVIEW: Question[] = [
  { kind: "totals", range: "7d+today", metrics: ["visitors", "visits", "pageviews", "bounce_rate", "visit_duration"] },
  { kind: "timeseries", range: "7d+today", metrics: ["visitors", "visits", "pageviews"], by: ["time.day"] },
  { kind: "breakdown", range: "7d+today", metrics: ["visitors", "pageviews"], by: ["event.page"] },
  { kind: "breakdown", range: "7d+today", metrics: ["visitors"], by: ["visit.source"] },
];

/** Says how much was asked; never throws, since a cold cache harms nobody. */
export async function warmCaches(region: RegionLayout, linkKey: string): Promise<string> {
  const endsAtMs = performance.now() + ALL_MS_MAX;
  const headers = linkHeaders(linkKey);
  const projects = await ask(region.ports.console, "/internal/projects", headers, PROJECTS_MS_MAX)
    .then(({ body }) => (JSON.parse(body) as { projects?: { id: string }[] }).projects ?? [])
    .catch(() => []);
  let asked = 0;
  let failed = 0;
  for (const { id } of projects.slice(0, PROJECTS_MAX)) {
    for (const question of OVERVIEW) {
      if (performance.now() > endsAtMs) return `${asked} questions were answered, then the time was up`;
      const path = `/query/${encodeURIComponent(id)}`;
      const answer = await tell(region.ports.query, "POST", path, headers, question, QUESTION_MS_MAX).catch(
        () => undefined,
      );
      if (answer?.status === 200) asked += 1;
      else failed += 1;
    }
  }
  return `${asked} questions of ${projects.length} projects were answered${failed > 0 ? `, ${failed} weren't` : ""}`;
}
