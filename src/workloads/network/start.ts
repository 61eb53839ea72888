// The network: what lies between the regions and belongs to none. It carries all traffic between them and to the witness, and
// does to it what it is told: a drill's partition, latency or loss. On AWS this is peering and distance, and nobody's process.

import { join } from "node:path";
import { linksOf, networkPort } from "../../core/installation.ts";
import type { LinksStatus } from "../../core/link.ts";
import { observing } from "../../drivers/http/observed-server.ts";
import {
  type InternalAnswer,
  type InternalRequest,
  jsonObject,
  refusal,
  serveInternal,
} from "../../drivers/http/serve-internal.ts";
import { retireEvidence } from "../../drivers/recovery/retire.ts";
import type { StartWorkload, WorkloadContext } from "../context.ts";
import { askedFault, askedPause } from "./asked.ts";
import { type DrillDesk, openDrillDesk } from "./drill-desk.ts";
import { type Environment, FAULTS_MAX, openEnvironment } from "./environment.ts";
import { type LinkProxy, openProxy } from "./proxy.ts";

/** What is kept for more than a year may stay a little longer. */
const RETIRE_MS = 600_000;

export const start: StartWorkload = async (context) => {
  const { installation, linkKey, telemetry } = context;
  const proxy = await openProxy(linksOf(installation));
  const environment = openEnvironment(join(installation.directory, "network", "run", "faults.json"), proxy.setFaults);
  const drills = openDrillDesk(installation, context.log);
  const parts = { context, proxy, environment, drills };
  const server = await serveInternal({
    port: networkPort(installation),
    who: "the network",
    linkKey,
    open: ["/healthz"],
    observing: observing("network", telemetry),
    handle: (request) => handle(request, parts),
  });
  telemetry.metrics.onScrape((tell) => {
    tell("tandem_link_faults", {}, environment.faults().length);
    for (const { from, to, state } of proxy.states()) tell("tandem_link_cut", { from, to }, state === "cut");
  });
  // The regions do the same with the copies in their buckets.
  const retiring = setInterval(() => {
    retireEvidence(join(installation.directory, "evidence"), Date.now()).then(
      (drills) => {
        if (drills.length > 0) context.log("evidence-retired", { drills });
      },
      (error: Error) => context.log("not-retired", { why: error.message }),
    );
  }, RETIRE_MS);
  return {
    async stop() {
      clearInterval(retiring);
      environment.close();
      await Promise.all([drills.stop(), server.close()]);
      proxy.close();
    },
  };
};

type Parts = { context: WorkloadContext; proxy: LinkProxy; environment: Environment; drills: DrillDesk };

async function handle({ method, url, body }: InternalRequest, parts: Parts): Promise<InternalAnswer | undefined> {
  const { context, environment, drills } = parts;
  switch (`${method} ${url.pathname}`) {
    case "GET /healthz":
      return { status: 200, json: { ok: true, detail: null } };
    case "GET /links":
    case "GET /internal/status":
      return statusOf(parts);
    case "DELETE /links":
      environment.heal(url.searchParams.get("id") ?? undefined);
      context.log("healed", { id: url.searchParams.get("id") ?? "everything" });
      return statusOf(parts);
    case "PUT /links": {
      const fault = askedFault(jsonObject(body), context.installation, Date.now());
      if ("wrong" in fault) return refusal(400, fault.wrong);
      if (!environment.addFault(fault)) return refusal(409, TOO_MANY);
      context.log("fault", fault);
      return statusOf(parts);
    }
    case "PUT /pauses": {
      const asked = askedPause(jsonObject(body), Date.now());
      if ("wrong" in asked) return refusal(400, asked.wrong);
      if (!environment.pause(asked.pause, asked.roots)) return refusal(409, TOO_MANY);
      context.log("paused", asked.pause);
      return statusOf(parts);
    }
    case "GET /drills":
      return { status: 200, json: await drills.view() };
    case "POST /drills": {
      const begun = await drills.begin(jsonObject(body) ?? {});
      return "because" in begun ? refusal(begun.status, begun.because) : { status: 202, json: begun };
    }
    default:
      return undefined;
  }
}

const TOO_MANY = `There are ${FAULTS_MAX} faults already; heal some first ('tandem heal').`;

function statusOf({ proxy, environment }: Parts): InternalAnswer {
  const status: LinksStatus = {
    at: Date.now(),
    links: proxy.states(),
    faults: environment.faults(),
    pauses: environment.pauses(),
  };
  return { status: 200, json: status };
}
