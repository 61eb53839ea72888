// Two collectors over real logs, as in two regions, and one address in front of them that can fail in chosen ways: what an
// SDK meets while a region is lost. What was stored is read back from the logs and normalised, as the lake writer does.

import { mkdtemp, rm } from "node:fs/promises";
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { normalise } from "../../src/app/events/normalise.ts";
import type { StoredEvent } from "../../src/app/events/stored-event.ts";
import type { EventLog } from "../../src/app/log/port.ts";
import { openEventLog } from "../../src/drivers/log/event-log.ts";
import { openLogReader } from "../../src/drivers/log/log-reader.ts";
import { unheardTelemetry } from "../../src/drivers/telemetry/telemetry.ts";
import { userAgentParser } from "../../src/drivers/user-agent.ts";
import { type Collector, startCollector } from "../../src/workloads/collector/collector.ts";

/** What happens to the next requests, one entry each; after the last one all is well. */
export type Fault =
  | { kind: "answer"; status: number; retryAfter?: number }
  /** The events are stored but the client never hears of it. */
  | { kind: "answer-lost" }
  | { kind: "connection-cut" }
  /** From here on the first collector is gone and the second one answers. */
  | { kind: "first-dies" };

export type TwoCollectors = {
  url: string;
  faults: Fault[];
  /** How many requests came, faults included. */
  requests(): number;
  /** Every stored copy, in both logs. */
  stored(): Promise<StoredEvent[]>;
  close(): Promise<void>;
};

export const WRITE_KEY = "sdk-key";

export async function twoCollectors(): Promise<TwoCollectors> {
  const directory = await mkdtemp(join(tmpdir(), "tandem-sdk-"));
  const first = await oneCollector(join(directory, "first"), "ap-south-1");
  const second = await oneCollector(join(directory, "second"), "ap-south-2");
  const faults: Fault[] = [];
  let target = first;
  let requests = 0;
  const front = createServer(async (request, response) => {
    requests += 1;
    const fault = faults.shift();
    if (fault?.kind === "first-dies" && target === first) {
      target = second;
      await first.stop();
      request.socket.destroy();
    } else if (fault?.kind === "connection-cut") {
      request.socket.destroy();
    } else if (fault?.kind === "answer") {
      request.resume();
      const pause = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
      response.writeHead(fault.status, pause).end("{}");
    } else {
      await forward(request, response, target.collector.port, fault?.kind === "answer-lost");
    }
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  const address = front.address() as { port: number };
  return {
    url: `http://127.0.0.1:${address.port}`,
    faults,
    requests: () => requests,
    stored: async () => [...(await first.stored()), ...(await second.stored())],
    close: async () => {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await first.stop();
      await second.stop();
      await rm(directory, { recursive: true });
    },
  };
}

function forward(request: IncomingMessage, response: ServerResponse, port: number, lost: boolean): Promise<void> {
  return new Promise((resolve) => {
    const { method, url: path, headers } = request;
    const onward = httpRequest({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
      if (lost) {
        answer.resume();
        answer.once("end", () => request.socket.destroy());
      } else {
        response.writeHead(answer.statusCode ?? 503, answer.headers);
        answer.pipe(response);
      }
      answer.once("end", resolve);
    });
    onward.once("error", () => {
      request.socket.destroy();
      resolve();
    });
    request.pipe(onward);
  });
}

async function oneCollector(directory: string, region: string) {
  const log: EventLog = await openEventLog({ directory, region, onNotice: () => undefined });
  const collector: Collector = await startCollector({
    port: 0,
    linkKey: "ab".repeat(32),
    log,
    telemetry: unheardTelemetry(),
    keys: {
      find: (key) =>
        key === WRITE_KEY ? { project: "shop", acknowledgement: "region", pairPolicy: "degrade" } : undefined,
      isCurrent: () => true,
      refresh: async () => undefined,
      status: () => ({ asOf: null, projects: 1 }),
      close: async () => undefined,
    },
    countryOf: () => undefined,
    saltOf: () => Buffer.alloc(32, 1),
    link: () => async () => false,
    onEvent: (event, details) => {
      if (event === "fault") throw new Error(JSON.stringify(details));
    },
  });
  let stopping: Promise<void> | undefined;
  const stored = async (): Promise<StoredEvent[]> => {
    const reader = await openLogReader(join(directory, log.origin));
    const events: StoredEvent[] = [];
    try {
      for (let offset = 0; offset < log.durableEnd(); ) {
        const read = await reader.read(offset, 1_000_000);
        if (read.kind === "released" || read.next <= offset) break;
        for (const record of read.records) {
          const { events: some, aside } = normalise(record, log.origin, userAgentParser());
          if (aside.length > 0) throw new Error(`set aside: ${aside[0]?.reason}`);
          events.push(...some);
        }
        offset = read.next;
      }
    } finally {
      await reader.close();
    }
    return events;
  };
  const stop = (): Promise<void> => {
    stopping ??= collector.close().then(() => log.close());
    return stopping;
  };
  return { collector, stored, stop };
}
