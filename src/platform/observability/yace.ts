// YACE's configuration, written from the table of CloudWatch's metrics: each region's YACE asks its own region alone. What is
// found is found by the tag that every resource of this platform carries; what has no tags is taken by its namespace.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { CLOUDWATCH_METRICS, type CloudWatchMetric } from "./cloudwatch-metrics.ts";

/** Namespaces of which YACE knows how to find resources by tags. */
const FOUND_BY_TAG = new Set(["AWS/RDS", "AWS/ElastiCache", "AWS/Kafka", "AWS/SQS", "AWS/ApplicationELB", "AWS/ES"]);
/** CloudWatch completes a point late: the window reaches back that many periods. */
const PERIODS = 5;

type Metric = {
  readonly name: string;
  readonly statistics: readonly string[];
  readonly period: number;
  readonly length: number;
  readonly nilToZero: boolean;
};
export type YaceConfiguration = {
  readonly apiVersion: "v1alpha1";
  readonly "sts-region": string;
  readonly discovery: {
    readonly jobs: readonly {
      readonly type: string;
      readonly regions: readonly string[];
      readonly searchTags: readonly { readonly key: string; readonly value: string }[];
      readonly metrics: readonly Metric[];
    }[];
  };
  readonly customNamespace: readonly {
    readonly name: string;
    readonly namespace: string;
    readonly regions: readonly string[];
    readonly metrics: readonly Metric[];
  }[];
};

export function yaceConfig(platform: Platform, region: Region): YaceConfiguration {
  const wanted = Object.values(CLOUDWATCH_METRICS as Readonly<Record<string, CloudWatchMetric>>).filter(({ when }) =>
    when(platform),
  );
  const namespaces = [...new Set(wanted.map(({ namespace }) => namespace))];
  const metrics = (namespace: string): readonly Metric[] =>
    wanted.filter((one) => one.namespace === namespace).map(metricOf);
  const regions = [region.name];
  return {
    apiVersion: "v1alpha1",
    "sts-region": region.name,
    discovery: {
      jobs: namespaces
        .filter((namespace) => FOUND_BY_TAG.has(namespace))
        .map((type) => ({
          type,
          regions,
          searchTags: [{ key: "project", value: `^${platform.name}$` }],
          metrics: metrics(type),
        })),
    },
    customNamespace: namespaces
      .filter((namespace) => !FOUND_BY_TAG.has(namespace))
      .map((namespace) => ({
        name: namespace.toLowerCase().replace("/", "-"),
        namespace,
        regions,
        metrics: metrics(namespace),
      })),
  };
}

const metricOf = ({ name, statistic, periodSeconds }: CloudWatchMetric): Metric => ({
  name,
  statistics: [statistic],
  period: periodSeconds,
  length: PERIODS * periodSeconds,
  // A sum that isn't there is nought; a gauge that isn't there is unknown.
  nilToZero: statistic === "Sum",
});
