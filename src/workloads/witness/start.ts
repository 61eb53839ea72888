// The witness: a third place with one vote and no data.

import { LINK_KEY_HEADER } from "../../core/installation.ts";
import { hasLinkKey, serve } from "../../drivers/http/serve.ts";
import { registerFile } from "../../drivers/register/register-file.ts";
import { registerRoute } from "../../drivers/register/register-routes.ts";
import type { StartWorkload } from "../context.ts";

export const start: StartWorkload = async ({ installation, linkKey }) => {
  const register = registerFile(installation.witness.directory);
  const handle = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname;
    const voted = await registerRoute(request, register, linkKey);
    if (voted) return voted;
    const vote = await register.read();
    if (path === "/healthz") {
      if (vote.kind === "register") return Response.json({ ok: true, detail: null });
      return Response.json({ ok: false, detail: vote.because }, { status: 503 });
    }
    if (!hasLinkKey(request.headers.get(LINK_KEY_HEADER), linkKey)) return new Response(null, { status: 401 });
    if (path === "/internal/status") {
      return Response.json(
        vote.kind === "register" ? { register: vote.register } : { register: null, because: vote.because },
      );
    }
    return new Response(null, { status: 404 });
  };
  const server = await serve(handle, installation.witness.port, "the witness");
  return { stop: () => server.close() };
};
