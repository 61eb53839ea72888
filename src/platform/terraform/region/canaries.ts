// Eyes on a region from outside it. A canary runs in the other region and in the witness, never in the region that it
// watches: what is gone can't say so. It asks by the way that clients come, but to one given region, whichever is active.

import type { Platform } from "../../../blueprint/platform.ts";
import { baseName } from "../../names/base.ts";
import { entranceHost, HEALTH } from "../../names/dns.ts";
import { roleName } from "../../names/identity.ts";
import { pairIncident } from "../../names/observability.ts";
import { canaryName, RECORDS_PREFIXES, regionLostAlarm, watchUrl } from "../../names/safety.ts";
import {
  CANARY_ARCHIVE_PATH,
  CANARY_HANDLER,
  type CanaryCheck,
  canaryScript,
} from "../../observability/canary-script.ts";
import { text } from "../language/expression.ts";
import { terraformName } from "../language/identifier.ts";
import type { ResourceHandle } from "../language/stack.ts";
import type { Lookout } from "../lookout.ts";
import { declareRole, trustService } from "../role.ts";
import { type Alarm, buildComposite, type Watched } from "./alarms.ts";
import { uploadProgram } from "./code.ts";
import type { Records } from "./records.ts";

const FILE = "canaries";
const COMMENT = "Eyes on the other regions: each is asked from outside, and never by itself.";
/** On Node.js 22. Our program needs nothing of it but Node.js, so a newer one is a change of this line. */
const RUNTIME = "syn-nodejs-puppeteer-13.0";
const ANSWER_MS_MAX = 8_000;
const ATTEMPTS = 2;
/** Two attempts of eight seconds, and the time that the runtime takes to begin. */
const RUN_SECONDS_MAX = 60;
const RETENTION_DAYS = 31;

/** What is asked of a region, whichever role it has: that it answers, in its own name, and that it takes events. */
export const checksOf = (platform: Platform, regionName: string): readonly CanaryCheck[] => [
  {
    name: `${regionName} says what it is`,
    url: watchUrl(platform, regionName, HEALTH.active.path),
    // 503 is the right answer of a region that isn't active.
    statuses: [200, 503],
    contains: `"${regionName}"`,
  },
  {
    name: `${regionName} takes events`,
    url: watchUrl(platform, regionName, HEALTH.accepting.path),
    statuses: [200],
    contains: HEALTH.accepting.says,
  },
];

/** What clients see: some region answers as the active one. */
export const activeCheck = (platform: Platform): CanaryCheck => ({
  name: "a region is active",
  url: `https://${entranceHost(platform, { name: "app" })}${HEALTH.active.path}`,
  statuses: [200],
  contains: HEALTH.active.says,
});

type Canary = { readonly watched: "active" | { readonly region: string }; readonly checks: readonly CanaryCheck[] };

/** The regions that can be asked at all: one that holds no entrance has no address. */
export const regionsToWatch = ({ regions }: Platform, exceptName: string): readonly string[] =>
  [regions.primary, regions.standby]
    .filter(({ name, holds }) => name !== exceptName && holds.entry)
    .map(({ name }) => name);

/** Canaries in this place: of each other region, and in the witness of the entrance as well. */
export function buildCanaries(records: Records, kind: "region" | "witness"): void {
  const { lookout } = records;
  const { platform, place } = lookout;
  if (!platform.observability.canaries) return;
  const canaries: readonly Canary[] = [
    ...regionsToWatch(platform, place.region).map((region) => ({
      watched: { region },
      checks: checksOf(platform, region),
    })),
    ...(kind === "witness" ? [{ watched: "active" as const, checks: [activeCheck(platform)] }] : []),
  ];
  if (canaries.length === 0) return;
  const role = buildRole(records);
  for (const canary of canaries) buildCanary(records, canary, role);
}

function buildRole({ lookout, bucket }: Records): ResourceHandle<"aws_iam_role"> {
  const { platform, stack, place, keys } = lookout;
  return declareRole(stack.file(FILE, COMMENT), platform, {
    key: "canaries",
    name: roleName(platform, { name: place.region }, "canaries"),
    description: "Canaries write what they saw, and nothing else",
    trust: trustService("lambda.amazonaws.com"),
    policies: {
      canaries: [
        { sid: "Keep", actions: "s3:PutObject", resources: text`${bucket.arn}/${RECORDS_PREFIXES.canaries}/*` },
        {
          sid: "Code",
          actions: ["s3:GetObject", "s3:GetObjectVersion"],
          resources: text`${bucket.arn}/${RECORDS_PREFIXES.code}/*`,
        },
        { sid: "Where", actions: "s3:GetBucketLocation", resources: bucket.arn },
        // The runtime asks for the list before it writes; IAM has no resource for that call.
        { sid: "List", actions: "s3:ListAllMyBuckets", resources: "*" },
        { sid: "Encrypt", actions: ["kms:GenerateDataKey", "kms:Decrypt"], resources: keys.logs },
        {
          sid: "Log",
          actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
          resources: `arn:aws:logs:${place.region}:${platform.accountId}:log-group:/aws/lambda/cwsyn-${baseName(platform)}-*`,
        },
        {
          sid: "Measure",
          actions: "cloudwatch:PutMetricData",
          resources: "*",
          conditions: { StringEquals: { "cloudwatch:namespace": "CloudWatchSynthetics" } },
        },
      ],
    },
  });
}

function buildCanary(records: Records, { watched, checks }: Canary, role: ResourceHandle<"aws_iam_role">): void {
  const { lookout, bucket } = records;
  const { platform, stack, keys } = lookout;
  const what = watched === "active" ? "active" : watched.region;
  const archive = uploadProgram(records, FILE, {
    name: `watch-${what}`,
    path: CANARY_ARCHIVE_PATH,
    text: canaryScript({ checks, answerMsMax: ANSWER_MS_MAX, attempts: ATTEMPTS }),
  });
  stack.file(FILE, COMMENT).resource("aws_synthetics_canary", terraformName(what), {
    name: canaryName(platform, watched),
    runtime_version: RUNTIME,
    handler: CANARY_HANDLER,
    execution_role_arn: role.arn,
    s3_bucket: bucket.id,
    s3_key: archive.key,
    s3_version: archive.version_id,
    artifact_s3_location: text`s3://${bucket.id}/${RECORDS_PREFIXES.canaries}/${what}`,
    artifact_config: { s3_encryption: { encryption_mode: "SSE_KMS", kms_key_arn: keys.logs } },
    schedule: { expression: rate(platform.observability.canaryMinutes) },
    run_config: { timeout_in_seconds: RUN_SECONDS_MAX, memory_in_mb: 960 },
    start_canary: true,
    delete_lambda: true,
    success_retention_period: RETENTION_DAYS,
    failure_retention_period: RETENTION_DAYS,
  });
}

const rate = (minutes: number): string => (minutes === 1 ? "rate(1 minute)" : `rate(${minutes} minutes)`);

/** One composite per watched region: the witness and the other region name the same incident, so it is one. */
export function buildLostComposites(watched: Watched, alarms: readonly Alarm[]): void {
  const { platform, place } = watched.lookout as Lookout;
  for (const region of regionsToWatch(platform, place.region)) {
    const of = alarms.filter(
      ({ rule, subject }) =>
        rule.id === "canary-failed" && subject.resource.args.name === canaryName(platform, { region }),
    );
    if (of.length === 0) continue;
    const name = regionLostAlarm(platform, place.region, region);
    buildComposite(watched, {
      key: terraformName(`lost_${region}`),
      name,
      says: `${region} doesn't answer when asked from ${place.region}`,
      runbook: "region-lost",
      comment:
        "The other watcher's alarm and the clusters' alerts carry the same incident, so a lost region is one page.",
      of,
      incident: pairIncident(platform),
    });
  }
}
