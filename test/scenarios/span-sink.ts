// Stands in for a collector of traces: takes what OpenTelemetry's exporter sends as JSON and keeps the spans.

import { createServer, type Server } from "node:http";

export type SeenSpan = {
  service: string;
  region: string | undefined;
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  startMs: number;
  endMs: number;
  failed: boolean;
  attributes: Readonly<Record<string, string | number>>;
  links: readonly string[];
};

type Value = { stringValue?: string; intValue?: number | string; doubleValue?: number };
type Attribute = { key: string; value: Value };
type Sent = {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: {
      spans: {
        name: string;
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        startTimeUnixNano: string;
        endTimeUnixNano: string;
        attributes?: Attribute[];
        links?: { traceId: string }[];
        status?: { code?: number };
      }[];
    }[];
  }[];
};

export class SpanSink {
  readonly spans: SeenSpan[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        this.keep(JSON.parse(Buffer.concat(chunks).toString("utf8")) as Sent);
        response.writeHead(200, { "content-type": "application/json" }).end("{}");
      });
    });
  }

  static async open(): Promise<SpanSink> {
    const sink = new SpanSink();
    await new Promise<void>((resolve) => sink.server.listen(0, "127.0.0.1", resolve));
    return sink;
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  }

  named(name: string, traceId?: string): SeenSpan[] {
    return this.spans.filter((span) => span.name === name && (traceId === undefined || span.traceId === traceId));
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private keep({ resourceSpans }: Sent): void {
    for (const { resource, scopeSpans } of resourceSpans) {
      const about = valuesOf(resource.attributes);
      for (const { spans } of scopeSpans) {
        for (const span of spans) {
          this.spans.push({
            service: String(about["service.name"]),
            region: about["cloud.region"] === undefined ? undefined : String(about["cloud.region"]),
            name: span.name,
            traceId: span.traceId,
            spanId: span.spanId,
            parentSpanId: span.parentSpanId,
            startMs: Number(span.startTimeUnixNano) / 1e6,
            endMs: Number(span.endTimeUnixNano) / 1e6,
            failed: span.status?.code === 2,
            attributes: valuesOf(span.attributes ?? []),
            links: (span.links ?? []).map(({ traceId }) => traceId),
          });
        }
      }
    }
  }
}

const valuesOf = (attributes: readonly Attribute[]): Record<string, string | number> =>
  Object.fromEntries(
    attributes.map(({ key, value: { stringValue, intValue, doubleValue } }) => [
      key,
      stringValue ?? Number(intValue ?? doubleValue),
    ]),
  );
