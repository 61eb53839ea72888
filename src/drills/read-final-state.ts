// What is held once the drill is over: both regions' answers, event by event, and the journal of the active region's database,
// read straight from PostgreSQL. No process that took part in the promises is asked whether it kept them.

import { setTimeout as wait } from "node:timers/promises";
import { Unavailable } from "../core/errors.ts";
import type { Installation, RegionLayout } from "../core/installation.ts";
import type { Answer, Question } from "../core/question.ts";
import { linkHeaders } from "../drivers/http/serve.ts";
import { adminClient } from "../drivers/postgres/connect.ts";
import type { EventsHeld, JournalledWrite } from "../recovery/history/final-state.ts";
import { serialIn } from "./drill-projects.ts";
import { newAgent, send } from "./request.ts";

const ASK_MS_MAX = 30_000;
const PAGE = 1_000;
const DAY_MS = 86_400_000;
const LOOK_MS = 500;
const QUERY_MS_MAX = 20_000;
/** A page that can't be had at once: the region is catching up. */
const TRIES_MAX = 5;

type World = { installation: Installation; linkKey: string };

/** Waits until a region counts at least so many of the run's events of a project, or the limit; answers what it counts. */
export async function awaitCounted(
  world: World,
  region: RegionLayout,
  project: string,
  run: { name: string; startedAt: number },
  wanted: number,
  limitMs: number,
): Promise<number> {
  const end = performance.now() + limitMs;
  for (;;) {
    const counted = await countOf(world, region, project, run).catch(() => -1);
    if (counted >= wanted || performance.now() > end) return counted;
    await wait(LOOK_MS);
  }
}

export async function eventsHeld(
  world: World,
  region: RegionLayout,
  project: string,
  run: { name: string; startedAt: number },
): Promise<EventsHeld> {
  const ids = new Map<string, number>();
  // Made once: a cursor belongs to its question, and the range's end moves at midnight.
  const asked = questionOf(run);
  let cursor: string | null = null;
  do {
    const question: Question = { ...asked, kind: "events", limit: PAGE, ...(cursor ? { cursor } : {}) };
    const answer: Answer = await ask(world, region, project, question);
    for (const row of answer.rows) {
      const id = String(row.message_id);
      ids.set(id, (ids.get(id) ?? 0) + 1);
    }
    cursor = answer.next;
  } while (cursor);
  return { region: region.name, project, ids, counted: await countOf(world, region, project, run) };
}

async function countOf(
  world: World,
  region: RegionLayout,
  project: string,
  run: { name: string; startedAt: number },
): Promise<number> {
  const { totals, rows } = await ask(world, region, project, {
    ...questionOf(run),
    kind: "totals",
    metrics: ["events"],
  });
  return Number((totals ?? rows[0])?.events ?? 0);
}

/** Events of one run carry its name; their day is at most a midnight away from its start. */
function questionOf({ name, startedAt }: { name: string; startedAt: number }): Omit<Question, "kind"> {
  const day = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);
  return {
    range: { from: day(startedAt - DAY_MS), to: day(Date.now() + 2 * DAY_MS) },
    tz: "UTC",
    bots: true,
    where: { field: "event.name", op: "is", value: [name] },
  };
}

async function ask(world: World, region: RegionLayout, project: string, question: Question): Promise<Answer> {
  const agent = newAgent(1);
  try {
    let last = "";
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const outcome = await send({
        port: region.ports.query,
        method: "POST",
        path: `/query/${project}`,
        headers: linkHeaders(world.linkKey),
        body: JSON.stringify(question),
        timeoutMs: ASK_MS_MAX,
        agent,
      });
      if (outcome.kind === "answer" && outcome.status === 200) return JSON.parse(outcome.body) as Answer;
      last = outcome.kind === "answer" ? `${outcome.status} ${outcome.body.slice(0, 300)}` : outcome.because;
      await wait(LOOK_MS);
    }
    throw new Unavailable(`Tried to ask ${region.name} what it holds of ${project}: ${last}.`);
  } finally {
    agent.destroy();
  }
}

/** The run's changes as a region's database has journalled them. */
export async function journalOf(
  { installation }: World,
  region: RegionLayout,
  run: string,
): Promise<JournalledWrite[]> {
  const client = await adminClient(installation, region.name, {
    applicationName: "tandem drill",
    queryMsMax: QUERY_MS_MAX,
  });
  try {
    const { rows } = await client.query<{ id: string; epoch: string; register: string; name: string }>(
      `select id, epoch, after->>'id' as register, after->>'name' as name from journal
       where what = 'change a project' and after->>'name' like $1 order by id`,
      [`Drill ${run} #%`],
    );
    return rows.map(({ id, epoch, register, name }) => {
      return { row: Number(id), epoch: Number(epoch), register, serial: serialIn(name, run) };
    });
  } finally {
    await client.end();
  }
}
