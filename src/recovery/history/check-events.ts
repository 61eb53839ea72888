// R4 for events: what was acknowledged is held once, by each region, and nothing else is.

import type { EventsHeld } from "./final-state.ts";
import type { Finding, FindingKind } from "./finding.ts";
import type { Intent } from "./intents.ts";

type Acknowledged = "region" | "pair" | "degraded";

type Sent = { intent: Intent; acknowledged: Acknowledged | null };

/** An event acknowledged more than once was promised the best of what was said. */
const STRENGTH: Record<Acknowledged, number> = { region: 0, degraded: 1, pair: 2 };

const LOST: Record<Acknowledged, FindingKind> = {
  pair: "acknowledged-and-lost",
  degraded: "at-risk-and-lost",
  region: "lost-with-region",
};

export function checkEvents(intents: Iterable<Intent>, held: readonly EventsHeld[]): Finding[] {
  const projects = sentByProject(intents);
  return held.flatMap((one) => checkOne(projects.get(one.project) ?? new Map(), one));
}

function sentByProject(intents: Iterable<Intent>): Map<string, Map<string, Sent>> {
  const projects = new Map<string, Map<string, Sent>>();
  for (const intent of intents) {
    if (intent.ask.kind !== "ingest") continue;
    let sent = projects.get(intent.ask.project);
    if (!sent) {
      sent = new Map();
      projects.set(intent.ask.project, sent);
    }
    const acknowledged = bestOf(intent);
    for (const id of intent.ask.ids) sent.set(id, { intent, acknowledged });
  }
  return projects;
}

function bestOf(intent: Intent): Acknowledged | null {
  let best: Acknowledged | null = null;
  for (const { promised } of intent.tries) {
    if (promised?.kind !== "ingest") continue;
    if (best === null || STRENGTH[promised.acknowledged] > STRENGTH[best]) best = promised.acknowledged;
  }
  return best;
}

function checkOne(sent: ReadonlyMap<string, Sent>, { region, project, ids, counted }: EventsHeld): Finding[] {
  const findings: Finding[] = [];
  const find = (kind: FindingKind, subject: string, intent: Intent | undefined, detail: string | null): void => {
    const operations = intent ? intent.tries.map((one) => one.id) : [];
    findings.push({ kind, subject, of: "event", region, operations, detail });
  };
  let listed = 0;
  for (const [id, times] of ids) {
    listed += times;
    const one = sent.get(id);
    if (!one) find("invented", id, undefined, `in project ${project}`);
    else if (one.acknowledged === null) find("survived-unacknowledged", id, one.intent, null);
    if (times > 1) find("counted-twice", id, one?.intent, `${times} times`);
  }
  if (listed !== counted) {
    find("miscounted", `of project ${project}`, undefined, `${counted} are counted, ${listed} are listed`);
  }
  for (const [id, { intent, acknowledged }] of sent) {
    if (acknowledged !== null && !ids.has(id)) find(LOST[acknowledged], id, intent, null);
  }
  return findings;
}
