// The console's HTTP application: internal endpoints, the public API, the reference page and the built files.

import type { Hono } from "hono";
import { type Attempts, trackAttempts } from "../../app/catalogue/attempts.ts";
import { BROWSER_HEADERS, PUBLIC_PAGE_CACHING } from "../../core/entrance.ts";
import { OTHER_ROUTE, routeNames } from "../../core/telemetry/http-routes.ts";
import { sessionCookie } from "./admit.ts";
import { answerEndpoints } from "./answer-endpoints.ts";
import { confirmationEndpoints } from "./confirmation-endpoints.ts";
import { drainEndpoints } from "./drain-endpoints.ts";
import { API, type ConsoleParts, type Endpoint, endpoint } from "./endpoint.ts";
import { internalEndpoints } from "./internal-endpoints.ts";
import { openApi } from "./openapi.ts";
import { passkeyEndpoints } from "./passkey-endpoints.ts";
import { ProblemError } from "./problem.ts";
import { problemEndpoints } from "./problem-pages.ts";
import { projectEndpoints } from "./project-endpoints.ts";
import { recoveryEndpoints } from "./recovery-endpoints.ts";
import { referencePage } from "./reference.ts";
import { regionEndpoints } from "./region-endpoints.ts";
import { problemApp, refuseOtherMethods, route } from "./router.ts";
import { sessionEndpoints } from "./session-endpoints.ts";
import type { StaticFiles } from "./static-files.ts";

/** Everything under `API`, in the order in which the reference page shows it. */
function apiEndpoints(attempts: Attempts, cookie: string): Endpoint[] {
  const endpoints = [
    ...sessionEndpoints(attempts),
    ...confirmationEndpoints(attempts),
    ...passkeyEndpoints,
    ...projectEndpoints,
    ...answerEndpoints,
    ...regionEndpoints,
    ...recoveryEndpoints,
    ...drainEndpoints,
  ];
  const document = endpoint({
    method: "GET",
    path: "/openapi.json",
    summary: "This API as an OpenAPI 3.1 document",
    access: "public",
    changes: false,
    answer: { status: 200, description: "The document.", type: "application/json" },
    handle: async ({ c }) => c.json(openApi(endpoints, cookie), 200, { "cache-control": PUBLIC_PAGE_CACHING }),
  });
  const reference = endpoint({
    method: "GET",
    path: "/reference",
    summary: "This API as a page",
    access: "public",
    changes: false,
    answer: { status: 200, description: "The page.", type: "text/html" },
    handle: async () => referencePage(openApi(endpoints, cookie)),
  });
  endpoints.push(document, reference);
  return endpoints;
}

/** The label of a request's route: an endpoint's path, "static" for the built files. */
export function consoleRoutes(): (method: string, path: string) => string {
  const api = apiEndpoints(trackAttempts(), "").map(({ path }) => API + path);
  const own = [...internalEndpoints, ...problemEndpoints].map(({ path }) => path);
  const nameOf = routeNames([...own, ...api]);
  return (method, path) => {
    const name = nameOf(path);
    return name === OTHER_ROUTE && (method === "GET" || method === "HEAD") && !NOT_FILES.test(path) ? "static" : name;
  };
}

/** What programs ask for is never answered with a page for people. */
const NOT_FILES = /^\/(?:api|internal|link|healthz|v1)(?:\/|$)/;

export function consoleApp(parts: ConsoleParts, files: StaticFiles, attempts = trackAttempts()): Hono {
  const app = problemApp(parts.log);
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(BROWSER_HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  });
  const api = apiEndpoints(attempts, sessionCookie(parts));
  route(app, "", parts, internalEndpoints);
  refuseOtherMethods(app, "", internalEndpoints);
  route(app, "", parts, problemEndpoints);
  refuseOtherMethods(app, "", problemEndpoints);
  route(app, API, parts, api);
  refuseOtherMethods(app, API, api);
  app.get("*", (c) => {
    if (NOT_FILES.test(c.req.path)) {
      throw new ProblemError(
        "not-found",
        `There is nothing at this address. The API is described at ${API}/reference.`,
      );
    }
    return files.respond(c.req.raw);
  });
  return app;
}
