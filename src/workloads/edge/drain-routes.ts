// What consoles and the command line ask and tell the edge of drains. Whoever calls has seen the link key: no client comes here.

import { randomUUID } from "node:crypto";
import { jsonObject } from "../../drivers/http/serve-internal.ts";
import type { Asked } from "./drain.ts";
import type { Drains } from "./drains.ts";
import type { RegionHealth } from "./routing.ts";

const ID_CHARACTERS_MAX = 300;
const WHO_CHARACTERS_MAX = 200;

export const DRAIN_PATH = "/internal/drain";
const END_PATH = `${DRAIN_PATH}/end`;
export const DRAIN_BODY_BYTES_MAX = 16_384;

type Given = { status: number; [member: string]: unknown };
const refused = (status: number, because: string): Given => ({ status, because, detail: because });

/** undefined where there is nothing at this path. */
export async function drainAnswer(
  drains: Drains,
  regions: RegionHealth[],
  { method, path, body }: { method: string; path: string; body: string },
): Promise<Given | undefined> {
  if (method === "GET" && path === DRAIN_PATH) return { status: 200, ...drains.view(regions) };
  if (method !== "POST" || (path !== DRAIN_PATH && path !== END_PATH)) return undefined;
  const given = jsonObject(body);
  const who = text(given?.who, WHO_CHARACTERS_MAX);
  if (!given || who === undefined) return refused(400, "Send a JSON object that says `who` asks.");
  if (path === END_PATH) {
    const told = await drains.end({ who, reason: typeof given.reason === "string" ? given.reason : "" });
    return answerTo(told, drains, regions);
  }
  const { region, sharePercent, forMs, reason, seen } = given;
  if (typeof region !== "string" || typeof sharePercent !== "number" || typeof forMs !== "number") {
    return refused(400, "Send {id, region, sharePercent, forMs, reason, who, seen}.");
  }
  const asked: Asked = {
    id: text(given.id, ID_CHARACTERS_MAX) ?? randomUUID(),
    region,
    sharePercent,
    forMs,
    who,
    reason: typeof reason === "string" ? reason : "",
    seen: typeof seen === "string" ? seen : null,
  };
  return answerTo(await drains.begin(asked, regions), drains, regions);
}

function answerTo(told: { says: string } | { refused: string }, drains: Drains, regions: RegionHealth[]): Given {
  if ("refused" in told) return refused(409, told.refused);
  return { status: 200, says: told.says, ...drains.view(regions) };
}

const text = (value: unknown, charactersMax: number): string | undefined =>
  typeof value === "string" && value !== "" && value.length <= charactersMax ? value : undefined;
