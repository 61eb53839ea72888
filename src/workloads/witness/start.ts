// The witness: a third place with one vote and no data.

import { observing } from "../../drivers/http/observed-server.ts";
import { refusal, serveInternal } from "../../drivers/http/serve-internal.ts";
import { registerFile } from "../../drivers/register/register-file.ts";
import { registerRoute } from "../../drivers/register/register-routes.ts";
import type { StartWorkload } from "../context.ts";

export const start: StartWorkload = async ({ installation, linkKey, telemetry }) => {
  const register = registerFile(installation.witness.directory);
  const server = await serveInternal({
    port: installation.witness.port,
    who: "the witness",
    linkKey,
    open: ["/healthz"],
    observing: observing("witness", telemetry),
    async handle(request) {
      const voted = await registerRoute(request, register);
      if (voted) return voted;
      const { pathname } = request.url;
      if (pathname !== "/healthz" && pathname !== "/internal/status") return undefined;
      const vote = await register.read();
      if (pathname === "/healthz") {
        return vote.kind === "register"
          ? { status: 200, json: { ok: true, detail: null } }
          : { status: 503, json: { ok: false, detail: vote.because } };
      }
      return request.method === "GET"
        ? {
            status: 200,
            json: vote.kind === "register" ? { register: vote.register } : { register: null, because: vote.because },
          }
        : refusal(405, "The witness's status is read with GET.");
    },
  });
  telemetry.metrics.onScrape(async (tell) => {
    tell("tandem_voter_votes", {}, (await register.read()).kind === "register");
  });
  return {
    async stop() {
      await server.close();
      await register.close();
    },
  };
};
