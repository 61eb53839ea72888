// Who notices that a region is gone: somebody elsewhere, with a way to ring that doesn't lead through it.
import { recoveryMetricName } from "../../platform/observability/recovery-metrics.ts";
import { block, type Placed } from "../../platform/terraform/refusals/graph.ts";
import {
  bothRegions,
  graphOf,
  inRegion,
  inStackOf,
  otherRegion,
  type Recoverable,
  type RecoverRule,
  textsIn,
  violation,
} from "./view.ts";

const DAY_SECONDS = 86_400;

export const WATCHING_RULES: readonly RecoverRule[] = [
  {
    id: "RECOVER-28",
    title: "Each region is visited from the other one and from the witness",
    severity: "error",
    lastingOnly: true,
    why: "A region can't report its own loss, and one visitor can't tell a lost region from a lost link.",
    mend: "observability.canaries: true; a canary for each region in the other's stack and in `witness`.",
    find: (subject) =>
      bothRegions(subject)
        .filter(({ holds }) => holds.entry)
        .flatMap(({ name }) =>
          [otherRegion(subject, name).name, subject.platform.regions.witness.name]
            .filter((from) => canariesOf(subject, from, name).length === 0)
            .map((from) => ({ address: `region/${name}`, says: `nobody visits it from ${from}` })),
        ),
  },
  {
    id: "RECOVER-29",
    title: "The loss of a region rings in the other one and in the witness",
    severity: "error",
    why: "An alarm that lives in the region that fails falls silent with it.",
    mend: "A composite alarm over the canary's alarm, with the paging topic of the place that watches.",
    find: (subject) =>
      bothRegions(subject)
        .filter(({ holds }) => holds.entry)
        .flatMap(({ name }) =>
          [otherRegion(subject, name).name, subject.platform.regions.witness.name]
            .filter((from) => canariesOf(subject, from, name).length > 0 && !pages(subject, from, name))
            .map((from) => ({ address: `region/${name}`, says: `its loss pages nobody from ${from}` })),
        ),
  },
  {
    id: "RECOVER-30",
    title: "Each of the three places reaches the people on call by itself",
    severity: "error",
    why: "A page that has to pass the lost region doesn't arrive.",
    mend: "A topic `page` with a subscription in each region's stack and in the witness's region.",
    find: (subject) =>
      [...bothRegions(subject).map(({ name }) => name), subject.platform.regions.witness.name]
        .filter((region) => {
          const graph = graphOf(subject);
          const topics = inRegion(subject, region, "aws_sns_topic").filter(({ name }) => name === "page");
          return !graph
            .of("aws_sns_topic_subscription")
            .some((subscription) =>
              topics.some((topic) => graph.target(subscription, subscription.args.topic_arn) === topic),
            );
        })
        .map((region) => ({ address: `region ${region}`, says: "has no topic `page` that anybody hears" })),
  },
  {
    id: "RECOVER-31",
    title: "The record of who did what doesn't lie in a region that may be lost",
    severity: "error",
    why: "After an incident it is the first thing that an auditor asks for.",
    mend: "One multi-region trail whose bucket is in the witness's region.",
    find: (subject) => {
      const graph = graphOf(subject);
      const trails = graph.of("aws_cloudtrail");
      if (trails.length === 0) return [{ address: "global", says: "there is no trail" }];
      return trails
        .filter(
          (trail) =>
            trail.args.is_multi_region_trail !== true ||
            graph.bucket(trail, trail.args.s3_bucket_name)?.region !== subject.platform.regions.witness.name,
        )
        .map((trail) => violation(trail, "is of one region, or keeps its files in one that may be lost"));
    },
  },
  {
    id: "RECOVER-32",
    title: "An alarm counts the days since the last drill",
    severity: "error",
    why: "A plan that nobody has run since the last change of everything around it is a hope.",
    mend: "recovery.drillEveryDays, and the alarm `drill-old` at that number in each region that runs.",
    find: (subject) =>
      bothRegions(subject)
        // Where nothing runs, nothing counts days.
        .filter(({ holds }) => holds.nodes !== "none")
        .filter(
          ({ name }) =>
            !inStackOf(subject, name, "aws_cloudwatch_metric_alarm").some(
              ({ args }) =>
                args.metric_name === recoveryMetricName("tandem_drill_age_seconds") &&
                Number(args.threshold) <= subject.platform.recovery.drillEveryDays * DAY_SECONDS,
            ),
        )
        .map(({ name }) => ({
          address: `region/${name}`,
          says: `no alarm says that the last drill is older than ${subject.platform.recovery.drillEveryDays} days`,
        })),
  },
];

/** Canaries that lie in one region and visit another: each is named after what it visits. */
const canariesOf = (subject: Recoverable, from: string, watched: string): readonly Placed[] =>
  inRegion(subject, from, "aws_synthetics_canary").filter(
    ({ args }) => args.start_canary === true && String(args.name).endsWith(`-${watched}`),
  );

function pages(subject: Recoverable, from: string, watched: string): boolean {
  const graph = graphOf(subject);
  const alarms = new Set(
    inRegion(subject, from, "aws_cloudwatch_metric_alarm")
      .filter((alarm) => {
        const canary = graph.target(alarm, block(alarm.args.dimensions).CanaryName);
        return canary !== undefined && canariesOf(subject, from, watched).includes(canary);
      })
      .map(({ address }) => address),
  );
  return inRegion(subject, from, "aws_cloudwatch_composite_alarm").some(
    ({ args }) => args.alarm_actions !== undefined && textsIn(args.alarm_rule).some((text) => alarms.has(text)),
  );
}
