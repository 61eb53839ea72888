// Serves the processes of this installation on a loopback port: JSON in, JSON out, behind the link key. Plain `node:http`,
// because guardian, witness and watchdog are asked several times a second all day long, and must be small and quick to start.

import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from "node:http";
import { LINK_KEY_HEADER } from "../../core/installation.ts";
import { type HeldConversations, holdConversations } from "./hold-conversations.ts";
import { hasLinkKey } from "./link-key.ts";
import { listenError } from "./listen-error.ts";
import { answerCounts, type Observing, observedServer } from "./observed-server.ts";

const BODY_BYTES_MAX = 16_384;
/** Of answers that are under way when the server closes. */
const CLOSE_MS_MAX = 2_000;
const HEADERS_MS_MAX = 10_000;

export type InternalRequest = { method: string; url: URL; body: string; headers: IncomingHttpHeaders };
/** `bytes` go out as they are, everything else as JSON. */
export type InternalAnswer = { status: number; json?: unknown; bytes?: Uint8Array };
/** A path that is missing here is answered 404. */
type Handler = (request: InternalRequest) => InternalAnswer | undefined | Promise<InternalAnswer | undefined>;
export type InternalServer = { close(): Promise<void> };

/** `open` names the paths that are answered without the link key. */
export async function serveInternal(options: {
  port: number;
  who: string;
  linkKey: string;
  open: readonly string[];
  observing: Observing;
  handle: Handler;
}): Promise<InternalServer> {
  const { port, who } = options;
  let isClosing = false;
  const server = observedServer({ headersTimeout: HEADERS_MS_MAX }, options.observing, (request, response) => {
    answer(options, request).then(
      (given) => write(response, given, isClosing),
      (error: Error) => write(response, refusal(500, `${who} failed: ${error.message}`), isClosing),
    );
  });
  // A connection that its other side keeps for the next question must not be closed under that question's feet.
  server.keepAliveTimeout = 60_000;
  const conversations = converseIn(server, options);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, who)));
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        isClosing = true;
        server.close(() => resolve());
        server.closeIdleConnections();
        conversations.close();
        setTimeout(() => {
          server.closeAllConnections();
          conversations.break();
        }, CLOSE_MS_MAX).unref();
      }),
  };
}

/** A refusal as a problem document; `because` is a sentence. */
export function refusal(status: number, because: string): InternalAnswer {
  return { status, json: { type: "about:blank", title: "Refused", status, detail: because, because } };
}

type Options = Parameters<typeof serveInternal>[0];

const showsLinkKey = ({ headers }: IncomingMessage, linkKey: string): boolean => {
  const key = headers[LINK_KEY_HEADER];
  return hasLinkKey(typeof key === "string" ? key : undefined, linkKey);
};

async function answer(options: Options, request: IncomingMessage): Promise<InternalAnswer> {
  const url = new URL(request.url ?? "/", "http://internal");
  // What a stranger sends isn't even read.
  if (!options.open.includes(url.pathname) && !showsLinkKey(request, options.linkKey)) {
    return refusal(401, "The link key is missing or wrong.");
  }
  const body = await readBody(request);
  if (body === undefined) return refusal(413, `The body may have ${BODY_BYTES_MAX} bytes.`);
  return await handled(options, { method: request.method ?? "GET", url, body, headers: request.headers });
}

async function handled({ handle, who }: Options, request: InternalRequest): Promise<InternalAnswer> {
  return (await handle(request)) ?? refusal(404, `There is nothing at ${request.url.pathname} of ${who}.`);
}

/** The same answers in conversations, where nothing but JSON is said. */
function converseIn(server: Server, options: Options): HeldConversations {
  const { who, linkKey, observing } = options;
  const count = answerCounts(observing.telemetry.metrics);
  return holdConversations(server, {
    isAdmitted: (request) => showsLinkKey(request, linkKey),
    questionBytesMax: BODY_BYTES_MAX,
    async answer({ method, path, body, headers }) {
      const beganMs = performance.now();
      const given = await Promise.resolve()
        .then(() => handled(options, { method, url: new URL(path, "http://internal"), body, headers }))
        .catch((error: Error) => refusal(500, `${who} failed: ${error.message}`));
      const { status, json } = given.bytes ? refusal(406, `Ask for ${path} by a request of its own.`) : given;
      count(observing.routeOf(method, path), method, status, beganMs);
      return { status, text: JSON.stringify(json ?? {}) };
    },
  });
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  if (request.method === "GET") return "";
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function write(response: ServerResponse, { status, json, bytes }: InternalAnswer, isClosing: boolean): void {
  if (response.destroyed) return;
  const content = bytes ?? Buffer.from(JSON.stringify(json ?? {}));
  const type = bytes ? "application/octet-stream" : status >= 400 ? "application/problem+json" : "application/json";
  response.writeHead(status, {
    "content-type": type,
    "content-length": content.length,
    "cache-control": "no-store",
    // Of a body that was refused unread the rest would be taken for the next request.
    ...(isClosing || status === 401 || status === 413 ? { connection: "close" } : {}),
  });
  response.end(content);
}

/** The members of a JSON object; undefined for anything else. */
export function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = text === "" ? {} : JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
