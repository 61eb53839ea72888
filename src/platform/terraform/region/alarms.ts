// The catalogue of alarms joined to what a stack holds: each line of it, for each resource that it is about. It runs last,
// because it reads what the other concerns declared; an alarm is always in its metric's own region, and tells the topics of
// that region. The signs of an ill region write tickets; the composite of them pages, once.

import type { Region } from "../../../blueprint/platform.ts";
import { alarmName, type Severity } from "../../names/safety.ts";
import type { AlarmRule, Dimensions, Metric, Subject } from "../../observability/alarm-rule.ts";
import { ALARMS } from "../../observability/alarms.ts";
import { runbookUrl } from "../../observability/runbook.ts";
import { type Argument, type Expression, expression, type Ref, type Value } from "../language/expression.ts";
import type { Resource } from "../language/graph.ts";
import { terraformName } from "../language/identifier.ts";
import type { ResourceHandle } from "../language/stack.ts";
import { at, type Lookout } from "../lookout.ts";

export const ALARM_FILE = "alarms";
const COMMENT =
  "Alarms of everything in this stack, from one catalogue. Each says who answers for it and what to look at.";
/** A composite alarm looks at no more others than this. */
const CHILDREN_MAX = 100;

export type Told = Readonly<Record<Severity | "fallback", Value<string>>>;
export type Watched = {
  readonly lookout: Pick<Lookout, "platform" | "stack" | "place" | "provider">;
  readonly told: Told;
  readonly region?: Region;
  readonly peer?: Region;
  /** Which resources it is about, where that isn't simply those of the place. */
  readonly about?: (resource: Resource) => boolean;
};
/** An alarm as it was made, for the composites and the dashboards. */
export type Alarm = {
  readonly rule: AlarmRule;
  readonly subject: Subject;
  readonly part: string | undefined;
  readonly handle: ResourceHandle<"aws_cloudwatch_metric_alarm">;
};

/** Alarms of every resource of this stack that lives in the watched place. */
export function buildAlarms(watched: Watched): readonly Alarm[] {
  const { stack, place, provider } = watched.lookout;
  const here = stack.resources.filter(
    (resource) =>
      resource.mode === "resource" &&
      (watched.about?.(resource) ?? (resource.region === place.region && resource.provider === provider?.alias)),
  );
  const byType = Map.groupBy(here, ({ type }) => type);
  return ALARMS.flatMap((rule) =>
    subjectsOf(rule, watched, here, rule.on === "region" ? [THE_REGION] : (byType.get(rule.on) ?? [])).flatMap(
      (subject) => alarmsOf(rule, subject, watched),
    ),
  );
}

function subjectsOf(
  rule: AlarmRule,
  watched: Watched,
  here: readonly Resource[],
  resources: readonly Resource[],
): readonly Subject[] {
  const { platform, place } = watched.lookout;
  const about = {
    platform,
    regionName: place.region,
    ...(watched.region && { region: watched.region }),
    ...(watched.peer && { peer: watched.peer }),
    resources: here,
  };
  return resources.map((resource) => ({ ...about, resource })).filter((subject) => rule.when?.(subject) ?? true);
}

/** Stands for the region itself, where a line is about no single resource. */
const THE_REGION: Resource = {
  kind: "resource",
  mode: "data",
  type: "region",
  name: "region",
  address: "region",
  file: "",
  region: "",
  args: {},
  dependsOn: [],
  lifecycle: {},
};

function alarmsOf(rule: AlarmRule, subject: Subject, watched: Watched): readonly Alarm[] {
  const parts = rule.parts?.(subject) ?? [undefined];
  return parts.map((part) => ({ rule, subject, part, handle: declareAlarm(rule, subject, part, watched) }));
}

/** "database-cpu-main-1": the line, the resource and its part. */
export function alarmId(rule: AlarmRule, subject: Subject, part: string | undefined): string {
  const words = [
    rule.id,
    ...(rule.on === "region" ? [] : [subject.resource.name]),
    ...(part === undefined ? [] : [part]),
  ];
  return words
    .join("-")
    .replaceAll(/[^a-zA-Z0-9]+/g, "-")
    .toLowerCase();
}

const OPERATORS = {
  ">": "GreaterThanThreshold",
  ">=": "GreaterThanOrEqualToThreshold",
  "<": "LessThanThreshold",
  "<=": "LessThanOrEqualToThreshold",
} as const;

function declareAlarm(rule: AlarmRule, subject: Subject, part: string | undefined, watched: Watched): Alarm["handle"] {
  const { lookout, told } = watched;
  const id = alarmId(rule, subject, part);
  const topic = rule.fallback ? told.fallback : told[rule.ill ? "ticket" : rule.severity];
  const reading = typeof rule.reading === "function" ? rule.reading(subject) : rule.reading;
  const period = typeof rule.periodSeconds === "function" ? rule.periodSeconds(subject) : rule.periodSeconds;
  const dimensions = dimensionsOf(rule.dimensions(subject, part));
  return lookout.stack.file(ALARM_FILE, COMMENT).resource(
    "aws_cloudwatch_metric_alarm",
    terraformName(id),
    {
      alarm_name: alarmName(lookout.platform, placeName(lookout), id),
      alarm_description: describe(rule, subject),
      comparison_operator: OPERATORS[rule.comparison],
      threshold: rule.threshold(subject),
      evaluation_periods: rule.datapoints.of,
      datapoints_to_alarm: rule.datapoints.beyond,
      treat_missing_data: rule.missing,
      ...(reading.kind === "metric"
        ? {
            namespace: reading.metric.namespace,
            metric_name: reading.metric.name,
            ...statisticOf(reading.metric),
            period,
            dimensions: { ...dimensions, ...reading.metric.also },
          }
        : {
            metric_query: [
              { id: "judged", expression: reading.expression, label: rule.says, return_data: true },
              ...Object.entries(reading.metrics).map(([name, metric]) => ({
                id: name,
                metric: {
                  namespace: metric.namespace,
                  metric_name: metric.name,
                  stat: metric.statistic,
                  period,
                  dimensions: { ...dimensions, ...metric.also },
                },
              })),
            ],
          }),
      alarm_actions: [topic],
      ok_actions: [topic],
    },
    at(lookout as Lookout),
  );
}

/** us-east-1 is also where the edge is watched, beside whatever else lives there. */
const placeName = ({ place }: Watched["lookout"]): string => (place.edge ? "edge" : place.region);

const statisticOf = ({ statistic }: Metric) =>
  statistic === "p99"
    ? { extended_statistic: statistic, evaluate_low_sample_count_percentiles: "ignore" }
    : { statistic };

/** A dimension's value as an argument: a word, or a reference into the same stack. */
export const dimensionsOf = (dimensions: Dimensions): Readonly<Record<string, Value<string>>> =>
  Object.fromEntries(
    Object.entries(dimensions).map(([name, value]) => [
      name,
      typeof value === "string" ? value : attributeOf(value.of, value.attribute),
    ]),
  );
const attributeOf = (address: string, attribute: string): Ref<string> =>
  expression<string>({ kind: "ref", address, path: [attribute] });

/** The sentence, and the fields that the pager reads out of it. */
function describe(rule: AlarmRule, { platform }: Subject): string {
  return [
    `${rule.says}.`,
    `Threshold: ${rule.formula}.`,
    `First: ${rule.first}`,
    `severity: ${rule.severity}`,
    `owner: ${rule.owner}`,
    `component: ${rule.component}`,
    `runbook: ${runbookUrl(platform, rule.id)}`,
  ].join("\n");
}

type Composite = {
  /** Its Terraform name. */
  readonly key: string;
  readonly name: string;
  readonly says: string;
  readonly runbook: string;
  readonly comment: string;
  readonly of: readonly Alarm[];
  /** The same word in two regions makes one incident of what both see. */
  readonly incident?: string;
};

/** An alarm of alarms: it rings when any of them does, and it alone pages. */
export function buildComposite(
  watched: Watched,
  composite: Composite,
): ResourceHandle<"aws_cloudwatch_composite_alarm"> {
  const { lookout, told } = watched;
  if (composite.of.length === 0 || composite.of.length > CHILDREN_MAX) {
    throw new Error(
      `The composite alarm ${composite.name} would look at ${composite.of.length} alarms; AWS takes 1 to ${CHILDREN_MAX}. Mark fewer lines of the catalogue as signs of it, or more.`,
    );
  }
  const description = [
    `${composite.says}.`,
    "severity: page",
    "owner: recovery",
    "component: region",
    ...(composite.incident === undefined ? [] : [`incident: ${composite.incident}`]),
    `runbook: ${runbookUrl(lookout.platform, composite.runbook)}`,
  ];
  return lookout.stack.file(ALARM_FILE, COMMENT).resource(
    "aws_cloudwatch_composite_alarm",
    composite.key,
    {
      alarm_name: composite.name,
      alarm_description: description.join("\n"),
      alarm_rule: anyOf(composite.of),
      alarm_actions: [told.page],
      ok_actions: [told.page],
    },
    { ...at(lookout as Lookout), comment: composite.comment },
  );
}

/** ALARM("a") OR ALARM("b"), by reference, so that the others exist before it. */
function anyOf(alarms: readonly Alarm[]): Ref<string> {
  const parts: Argument[] = alarms.flatMap(({ rule, subject, part }, index) => {
    const address = `aws_cloudwatch_metric_alarm.${terraformName(alarmId(rule, subject, part))}`;
    const name: Expression = { kind: "ref", address, path: ["alarm_name"] };
    return [index === 0 ? 'ALARM("' : ' OR ALARM("', name, '")'];
  });
  return expression<string>({ kind: "text", parts });
}
