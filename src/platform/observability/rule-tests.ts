// promtool's unit tests of the rules: each alert fires on what its line calls a proof, with exactly the words that a person
// will read, and stays quiet on what only looks like it.
import type { Platform } from "../../blueprint/platform.ts";
import { externalLabels } from "../names/observability.ts";
import { type Alert, alertName, type Proof, type Series, told } from "./alert.ts";
import { alertsOf } from "./alerts.ts";
import { annotationsOf, fileOf, labelsOf, type RuleFile } from "./rules.ts";

type ExpectedAlert = { readonly exp_labels: Record<string, string>; readonly exp_annotations: Record<string, string> };
type RuleTest = {
  readonly name: string;
  readonly interval: string;
  readonly external_labels: Readonly<Record<string, string>>;
  readonly input_series: readonly { readonly series: string; readonly values: string }[];
  readonly alert_rule_test: readonly {
    readonly eval_time: string;
    readonly alertname: string;
    readonly exp_alerts: readonly ExpectedAlert[];
  }[];
};
export type RuleTestFile = {
  readonly rule_files: readonly string[];
  readonly evaluation_interval: string;
  readonly tests: readonly RuleTest[];
};

/** Windows of days at a step of seconds would take minutes. */
const STEPS: Readonly<Record<RuleFile, string>> = {
  recovery: "15s",
  objectives: "5m",
  services: "1m",
  platform: "1m",
};

/** As the region that is set up as the primary sees it. */
export function ruleTests(platform: Platform, file: RuleFile): RuleTestFile {
  return {
    rule_files: [`${file}.yaml`],
    evaluation_interval: STEPS[file],
    tests: together(
      alertsOf(platform)
        .filter((alert) => fileOf(alert) === file)
        .flatMap((alert) => testsOf(platform, alert)),
    ),
  };
}

/** Tests of the same time over different series are one: each costs an evaluation of every rule over the whole time. */
function together(tests: readonly RuleTest[]): readonly RuleTest[] {
  const merged: RuleTest[] = [];
  for (const test of tests) {
    const at = merged.findIndex((one) => goWith(one, test));
    const one = merged[at];
    if (one === undefined) merged.push(test);
    else
      merged[at] = {
        ...one,
        name: `${one.name}, ${test.name}`,
        input_series: [...one.input_series, ...test.input_series],
        alert_rule_test: [...one.alert_rule_test, ...test.alert_rule_test],
      };
  }
  return merged;
}

const nameOf = (selector: string): string => selector.replace(/\{.*/, "");
/** Of metrics by the same name one expression could see the other's series; only objectives tell theirs apart by job. */
function goWith(one: RuleTest, other: RuleTest): boolean {
  const taken = new Set(one.input_series.map(({ series }) => series));
  const names = new Set([...taken].map(nameOf));
  const apart = other.input_series.every(({ series }) =>
    one.name.includes("ailability") && other.name.includes("ailability")
      ? !taken.has(series)
      : !names.has(nameOf(series)),
  );
  const same =
    one.interval === other.interval && one.alert_rule_test[0]?.eval_time === other.alert_rule_test[0]?.eval_time;
  return same && apart && other.input_series.length > 0 && one.input_series.length > 0 && quiet(one) === quiet(other);
}
const quiet = ({ alert_rule_test }: RuleTest): boolean => alert_rule_test[0]?.exp_alerts.length === 0;

function testsOf(platform: Platform, alert: Alert): readonly RuleTest[] {
  const proof = told(platform, alert.proof);
  const { primary, standby } = platform.regions;
  const named = (text: string): string => text.replaceAll("%region%", primary.name).replaceAll("%peer%", standby.name);
  const test = (word: string, series: Series, expected: readonly ExpectedAlert[]): RuleTest => ({
    name: `${alertName(alert)} ${word}`,
    interval: `${proof.everySeconds}s`,
    external_labels: externalLabels(platform, primary),
    input_series: Object.entries(series).map(([selector, values]) => ({ series: named(selector), values })),
    alert_rule_test: [{ eval_time: `${proof.atSeconds}s`, alertname: alertName(alert), exp_alerts: expected }],
  });
  return [
    test("fires", proof.fires, [expectedOf(platform, alert, proof, named)]),
    ...(proof.alsoFires ?? []).map((series) => test("fires too", series, [expectedOf(platform, alert, proof, named)])),
    ...(proof.quiet === null ? [] : [test("stays quiet", proof.quiet, [])]),
  ];
}

function expectedOf(
  platform: Platform,
  alert: Alert,
  { labels = {} }: Proof,
  named: (text: string) => string,
): ExpectedAlert {
  const left = Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, named(value)]));
  const rendered = (text: string): string =>
    named(text).replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, (_, name: string) => left[name] ?? "");
  const all = (values: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rendered(value)]));
  return {
    exp_labels: { ...left, ...all(labelsOf(platform, alert)) },
    exp_annotations: all(annotationsOf(platform, alert)),
  };
}
