// What is sent, and how a measurement is asked for and answered, between the processes of this benchmark.

export const WRITE_KEY = "bench-key";
export const LINK_KEY = "ab".repeat(32);
export const BATCH_EVENTS = 100;

export type Load = {
  port: number;
  kind: "single" | "batch";
  connections: number;
  seconds: number;
  /** Requests a second at fixed times, whatever the server does; without it each connection sends as soon as it may. */
  ratePerSecond?: number;
};

export type Measured = { requests: number; seconds: number; p50Ms: number; p99Ms: number; otherAnswers: number };

/** About 330 bytes, as server SDKs send it. */
const event = (index: number) => ({
  type: "track",
  event: "Product Viewed",
  messageId: `bench-0123456789abcdef-${index}`,
  userId: `user-${index * 7919}`,
  timestamp: "2026-11-21T10:00:00.000Z",
  properties: { sku: "sku-4711", price: 12.5, currency: "EUR", category: "shoes", position: index },
  context: {
    library: { name: "bench", version: "1" },
    page: { path: "/product", url: "https://shop.example/product" },
  },
});

/** One whole HTTP request. */
export function requestBytes(kind: Load["kind"]): Buffer {
  const batch = Array.from({ length: BATCH_EVENTS }, (_, index) => event(index));
  const body = Buffer.from(JSON.stringify(kind === "batch" ? { batch, sentAt: "2026-11-21T10:00:01.000Z" } : event(1)));
  const authorization = `Basic ${Buffer.from(`${WRITE_KEY}:`).toString("base64")}`;
  const head = [
    `POST /v1/${kind === "batch" ? "batch" : "track"} HTTP/1.1`,
    "host: 127.0.0.1",
    "content-type: application/json",
    `authorization: ${authorization}`,
    "user-agent: tandem-bench/1",
    `content-length: ${body.length}`,
  ].join("\r\n");
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]);
}
