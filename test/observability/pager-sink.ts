// Stands where PagerDuty's Events API v2 and SNS stand: answers as they do, and keeps what came. An incident is PagerDuty's: all
// events of one deduplication key, from the first trigger to the resolve.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type PagerEvent = {
  readonly atMs: number;
  readonly action: "trigger" | "resolve" | "acknowledge";
  readonly key: string;
  readonly severity: string;
  readonly summary: string;
  readonly routingKey: string;
};
export type Incident = {
  readonly key: string;
  readonly severity: string;
  readonly summary: string;
  readonly openedMs: number;
  readonly resolvedMs: number | null;
};

export class PagerSink {
  readonly events: PagerEvent[] = [];
  /** Which region's Alertmanager said that it lives, and when. */
  readonly heartbeats: { atMs: number; topic: string }[] = [];
  /** What the channel was told. */
  readonly told: { atMs: number; title: string }[] = [];
  readonly #server: Server;
  #nowMs: () => number;

  private constructor(server: Server, nowMs: () => number) {
    this.#server = server;
    this.#nowMs = nowMs;
  }

  static async open(nowMs: () => number): Promise<PagerSink> {
    const server = createServer();
    const sink = new PagerSink(server, nowMs);
    server.on("request", (request, response) => {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        const taken =
          request.url === "/v2/enqueue"
            ? sink.#enqueue(body)
            : request.url === "/chat"
              ? sink.#say(body)
              : sink.#publish(body);
        response.writeHead(taken.status, { "content-type": taken.type }).end(taken.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return sink;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** In the order in which they were opened. */
  incidents(): readonly Incident[] {
    const open = new Map<string, Incident>();
    const done: Incident[] = [];
    for (const { atMs, action, key, severity, summary } of this.events) {
      const present = open.get(key);
      if (action === "trigger" && present === undefined)
        open.set(key, { key, severity, summary, openedMs: atMs, resolvedMs: null });
      if (action === "resolve" && present !== undefined) {
        open.delete(key);
        done.push({ ...present, resolvedMs: atMs });
      }
    }
    return [...done, ...open.values()].sort((one, other) => one.openedMs - other.openedMs);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #enqueue(body: string): { status: number; type: string; body: string } {
    const event = JSON.parse(body) as {
      event_action: PagerEvent["action"];
      dedup_key: string;
      routing_key: string;
      payload: { summary: string; severity: string };
    };
    this.events.push({
      atMs: this.#nowMs(),
      action: event.event_action,
      key: event.dedup_key,
      severity: event.payload?.severity ?? "",
      summary: event.payload?.summary ?? "",
      routingKey: event.routing_key,
    });
    return {
      status: 202,
      type: "application/json",
      body: JSON.stringify({ status: "success", dedup_key: event.dedup_key }),
    };
  }

  #say(body: string): { status: number; type: string; body: string } {
    const { attachments = [] } = JSON.parse(body) as { attachments?: { title?: string }[] };
    this.told.push({ atMs: this.#nowMs(), title: attachments[0]?.title ?? "" });
    return { status: 200, type: "text/plain", body: "ok" };
  }

  #publish(body: string): { status: number; type: string; body: string } {
    this.heartbeats.push({ atMs: this.#nowMs(), topic: new URLSearchParams(body).get("TopicArn") ?? "" });
    const answer =
      '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>1</MessageId></PublishResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></PublishResponse>';
    return { status: 200, type: "text/xml", body: answer };
  }
}
