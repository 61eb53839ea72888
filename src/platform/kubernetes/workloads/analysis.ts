// What a new version must show before it goes on: of its own pods alone, the share of bad answers and of slow ones, held
// against the very objectives that page people. Failing ends the roll-out and brings the old version back. No data is
// neither: the roll-out waits for a person, because a version that nobody scrapes hasn't been seen to work.
import { AnalysisTemplate } from "@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate";
import type { IMetric } from "@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Metric";
import type { IRolloutAnalysis } from "@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/RolloutAnalysis";
import type { Workload, WorkloadName } from "../../../blueprint/workloads.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import { PROMETHEUS_URL } from "../../names/kubernetes.ts";
import { metric } from "../../observability/catalogue.ts";
import { SPEEDS } from "../../observability/slo.ts";
import { controllerKind, type KubernetesSite, metadataOf, placeOf, servedPort } from "./site.ts";

/** An answer that takes longer than this counts as slow; each is a bucket of the catalogue. */
const SLOW_SECONDS: Readonly<Partial<Record<WorkloadName, number>>> = { collector: 0.25, console: 1, query: 1 };
/** The share of quick answers that is promised. */
const QUICK_SHARE = 0.99;
/** A canary that burns the error budget as fast as what wakes people is taken back. */
const BURN_FACTOR = SPEEDS[0]?.factor ?? 14.4;

/** A passive region answers 503 here all day, on purpose. The pods' own health counts: without any other traffic it is what
 *  tells that a version answers at all. */
const LEFT_OUT = "/healthz/active|/internal.*|/metrics";

const MEASURES = { count: 5, intervalSeconds: 60, windowMinutes: 2 } as const;
const CHECKS = { count: 6, intervalSeconds: 10 } as const;
/** Prometheus away for so many measures in a row: the analysis can't say anything. */
const ERRORS_IN_A_ROW = 3;

const answersName = (workload: Pick<Workload, "name">): string => `${workload.name}-answers`;
const healthName = (workload: Pick<Workload, "name">): string => `${workload.name}-health`;
const HASH = "pod-hash";

const newest: Pick<IRolloutAnalysis, "args"> = {
  args: [{ name: HASH, valueFrom: { podTemplateHashValue: "Latest" } }],
};
export const canaryAnalysis = (workload: Workload): IRolloutAnalysis => ({
  templates: [{ templateName: answersName(workload) }],
  ...newest,
});
/** Nobody's requests reach a preview, so it is asked for its health. */
export const previewAnalysis = (workload: Workload): IRolloutAnalysis => ({
  templates: [{ templateName: healthName(workload) }],
});

export function analysisManifests(site: KubernetesSite, workload: Workload): readonly Manifest[] {
  if (controllerKind(site, workload) !== "Rollout") return [];
  return [
    answers(site, workload),
    ...(site.platform.delivery.rollout === "blue-green" ? [health(site, workload)] : []),
  ];
}

function answers(site: KubernetesSite, workload: Workload): Manifest {
  const { platform } = site;
  const window = `[${MEASURES.windowMinutes}m]`;
  const labels = `job="${workload.name}",pod=~"${workload.name}-{{args.${HASH}}}-.*",route!~"${LEFT_OUT}"`;
  const requests = metric("tandem_http_requests_total");
  const slow = String(SLOW_SECONDS[workload.name] ?? 1);
  const [bucket, count] = [
    metric("tandem_http_request_duration_seconds_bucket"),
    metric("tandem_http_request_duration_seconds_count"),
  ];
  const errorsMax = BURN_FACTOR * (1 - platform.objectives.availability);
  const slowMax = BURN_FACTOR * (1 - QUICK_SHARE);
  return manifest(
    placeOf(workload, `A new version of ${workload.name} is held against the objectives, by its own pods' answers.`),
    new AnalysisTemplate({
      metadata: metadataOf(site, workload, answersName(workload)),
      spec: {
        args: [{ name: HASH }],
        metrics: [
          measured(
            "bad-answers",
            `(sum(rate(${requests}{${labels},code=~"5.."}${window})) or vector(0)) / sum(rate(${requests}{${labels}}${window}))`,
            errorsMax,
          ),
          measured(
            "slow-answers",
            `1 - sum(rate(${bucket}{${labels},le="${slow}"}${window})) / sum(rate(${count}{${labels}}${window}))`,
            slowMax,
          ),
        ],
      },
    }),
  );
}

/** The first window must be full of the new pods' answers. An absent or undefined answer fits neither condition. */
const measured = (name: string, query: string, most: number): IMetric => ({
  name,
  initialDelay: `${MEASURES.windowMinutes}m`,
  interval: `${MEASURES.intervalSeconds}s`,
  count: MEASURES.count,
  failureLimit: 1,
  inconclusiveLimit: 1,
  consecutiveErrorLimit: ERRORS_IN_A_ROW,
  successCondition: `len(result) > 0 && result[0] <= ${rounded(most)}`,
  failureCondition: `len(result) > 0 && result[0] > ${rounded(most)}`,
  provider: { prometheus: { address: PROMETHEUS_URL, query } },
});

const rounded = (share: number): number => Number(share.toPrecision(6));

function health(site: KubernetesSite, workload: Workload): Manifest {
  const port = servedPort(workload)?.port;
  return manifest(
    placeOf(workload, `A new version of ${workload.name} must call itself well before anybody is sent to it.`),
    new AnalysisTemplate({
      metadata: metadataOf(site, workload, healthName(workload)),
      spec: {
        metrics: [
          {
            name: "health",
            interval: `${CHECKS.intervalSeconds}s`,
            count: CHECKS.count,
            failureLimit: 0,
            successCondition: "result == true",
            provider: {
              web: {
                url: `https://${workload.name}-preview.${WORKLOAD_NAMESPACE}.svc:${port}${workload.healthPath ?? ""}`,
                // The region's own authority signs it, which the analysis doesn't know; the network policy says who answers.
                insecure: true,
                jsonPath: "{$.ok}",
                timeoutSeconds: 5,
              },
            },
          },
        ],
      },
    }),
  );
}
