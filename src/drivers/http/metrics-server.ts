// A port for metrics alone, for a place whose other ports face strangers: Kubernetes. It answers whoever can reach it, which is what
// a network policy says; metrics hold no secret and nobody's data.

import { createServer } from "node:http";
import { EXIT, Refused } from "../../core/errors.ts";
import type { MetricsRegistry } from "../telemetry/registry.ts";
import { listenError } from "./listen-error.ts";
import { answerMetrics, METRICS_PATH, METRICS_PORT_VARIABLE } from "./observed-server.ts";

export type MetricsServer = { close(): Promise<void> };

/** undefined where TANDEM_METRICS_PORT isn't set: then the process's own port answers, on the loopback. */
export async function serveMetrics(
  metrics: MetricsRegistry,
  environment: NodeJS.ProcessEnv,
): Promise<MetricsServer | undefined> {
  const asked = environment[METRICS_PORT_VARIABLE];
  if (asked === undefined || asked === "") return undefined;
  const port = Number(asked);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refused(`${METRICS_PORT_VARIABLE} must be a port, and is "${asked}".`, EXIT.usage);
  }
  const server = createServer((request, response) => {
    if (request.method === "GET" && request.url?.split("?")[0] === METRICS_PATH) {
      return void answerMetrics(metrics, request, response);
    }
    request.resume();
    response.writeHead(404, { "content-type": "text/plain" }).end(`Only GET ${METRICS_PATH} is answered here.\n`);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, port, "metrics")));
    server.listen(port, resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
