// A real access log as the events that were accepted from it: what import, collector and log make of its lines. Where the
// log isn't there, lines of the same make.

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ownHost, parseAccessLogLine } from "../../src/app/events/access-log.ts";
import { encodeIngestRecord, type IngestHeader } from "../../src/app/events/ingest-record.ts";
import { normalise } from "../../src/app/events/normalise.ts";
import type { StoredEvent } from "../../src/app/events/stored-event.ts";
import { userAgentParser } from "../../src/drivers/user-agent.ts";

/** 10,000 lines of real traffic lie beside the repository where it is developed. */
const REAL = fileURLToPath(new URL("../../../shared/data/access.log", import.meta.url));
const BATCH_EVENTS = 500;
export const PROJECT = "site";

export function acceptedFromAccessLog(): { events: StoredEvent[]; real: boolean } {
  const real = existsSync(REAL);
  const lines = real ? readFileSync(REAL, "utf8").trimEnd().split("\n") : madeUpLines();
  const host = ownHost(lines);
  const bodies = lines.flatMap((line, index) => {
    const parsed = parseAccessLogLine(line, host);
    return parsed.kind === "event" ? [{ ...parsed.event, messageId: `line-${index}` }] : [];
  });
  const parse = userAgentParser();
  const events: StoredEvent[] = [];
  for (let from = 0; from < bodies.length; from += BATCH_EVENTS) {
    const batch = bodies.slice(from, from + BATCH_EVENTS);
    // Regions take turns, as clients do when one of them is away.
    const origin = (from / BATCH_EVENTS) % 3 === 2 ? "south-1~1-00000b" : "north-1~1-00000a";
    const offset = events.filter((event) => event.origin === origin).length;
    const header = headerOf(batch, Date.UTC(2026, 10, 21) + from);
    const payload = Buffer.concat(encodeIngestRecord(header, Buffer.from(JSON.stringify({ batch }))));
    const record = { offset, count: batch.length, receivedAt: header.receivedAt, payload };
    events.push(...normalise(record, origin, parse).events);
  }
  return { events, real };
}

function headerOf(batch: { context: { ip: string; userAgent?: string } }[], receivedAt: number): IngestHeader {
  const at = batch.map(({ context: { ip, userAgent = "" } }) => ({
    visitor: createHash("sha256").update(`${ip} ${userAgent}`).digest("hex").slice(0, 16),
    country: ["US", "IN", "DE", "NP", "BR"][Number(ip.split(".")[0] ?? 0) % 5] as string,
  }));
  return { v: 1, project: PROJECT, kind: "batch", receivedAt, requestId: `r${receivedAt}`, at: { ...at } };
}

function madeUpLines(): string[] {
  const agents = [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_9_1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/32.0.1700.77 Safari/537.36",
    "Mozilla/5.0 (Windows NT 6.1; WOW64; rv:27.0) Gecko/20100101 Firefox/27.0",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
  ];
  const referrers = ["-", "http://example.com/blog/", "https://www.google.com/search", "http://t.co/abc"];
  return Array.from({ length: 3_000 }, (_, index) => {
    const second = index * 83 + (index % 7) * 611;
    const at = new Date(Date.UTC(2015, 4, 17, 10) + second * 1000).toISOString();
    const time = `${at.slice(8, 10)}/May/2015:${at.slice(11, 19)} +0000`;
    const address = `83.${index % 13}.9.${(index * 7) % 40}`;
    const target = `/blog/${index % 17}${index % 5 === 0 ? "/photo.png" : ""}?utm_source=${index % 11 === 0 ? "news" : ""}`;
    return `${address} - - [${time}] "GET ${target} HTTP/1.1" ${index % 29 === 0 ? 404 : 200} 2030 "${referrers[index % 4]}" "${agents[index % 3]}"`;
  });
}
