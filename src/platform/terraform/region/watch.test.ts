// What watches and saves, judged on the synthesized graph of every reference blueprint.
import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as A } from "../../../../blueprints/A.ts";
import { blueprint as C } from "../../../../blueprints/C.ts";
import { blueprint as flagship } from "../../../../blueprints/flagship.ts";
import { resolve } from "../../../blueprint/platform.ts";
import { alarmPage } from "../../observability/runbook.ts";
import { addressesIn, type Resource } from "../language/graph.ts";
import type { Stack } from "../language/stack.ts";
import { synthesizeTerraform } from "../stacks.ts";

const PLATFORMS = Object.entries({ A, C, flagship }).map(([name, blueprint]) => {
  const platform = resolve(blueprint);
  return { name, platform, stacks: synthesizeTerraform(platform) };
});
const ofType = (stack: Stack, type: string): readonly Resource[] => stack.resources.filter((one) => one.type === type);
const everyStack = (look: (stack: Stack, where: string, platform: (typeof PLATFORMS)[number]["platform"]) => void) => {
  for (const { name, platform, stacks } of PLATFORMS) {
    for (const stack of stacks) look(stack, `${name} ${stack.name}`, platform);
  }
};
const isAlarm = ({ type }: Resource): boolean =>
  type === "aws_cloudwatch_metric_alarm" || type === "aws_cloudwatch_composite_alarm";
const named = (args: Resource["args"]): string => String(args.alarm_name);

test("every alarm tells somebody of its ringing and of its end, names its owner, and has an anchor in the runbook", () => {
  const page = alarmPage();
  everyStack((stack, where) => {
    for (const { args } of stack.resources.filter(isAlarm)) {
      for (const actions of [args.alarm_actions, args.ok_actions]) {
        assert(Array.isArray(actions) && actions.length > 0, `${where}: ${named(args)} tells nobody`);
      }
      const description = String(args.alarm_description);
      assert.match(description, /^owner: (edge|platform|data|recovery|safety)$/m, named(args));
      const anchor = /^runbook: .*#(.+)$/m.exec(description)?.[1];
      assert(anchor && page.includes(`id="${anchor}"`), `${where}: ${named(args)} has no runbook`);
      assert(description.length <= 1024, `${where}: ${named(args)} says more than AWS keeps`);
    }
  });
});

test("an alarm stands in its metric's region and tells a topic of that region", () => {
  everyStack((stack, where) => {
    for (const alarm of stack.resources.filter(isAlarm)) {
      const told = [alarm.args.alarm_actions].flat().filter((one) => typeof one === "string");
      for (const arn of told) assert.equal(arn.split(":")[3], alarm.region, `${where}: ${named(alarm.args)}`);
      const namespace = String(alarm.args.namespace ?? "");
      if (/Route53|CloudFront/.test(namespace)) assert.equal(alarm.region, "us-east-1", named(alarm.args));
    }
  });
});

test("topics that alarms name from another stack exist", () => {
  for (const { name, stacks } of PLATFORMS) {
    const made = new Set(
      stacks.flatMap((stack) =>
        ofType(stack, "aws_sns_topic").map(({ region, args }) => `${region}:${String(args.name)}`),
      ),
    );
    for (const stack of stacks) {
      for (const { args } of stack.resources.filter(isAlarm)) {
        for (const arn of [args.alarm_actions].flat().filter((one) => typeof one === "string")) {
          const [, , , region, , topic] = arn.split(":");
          assert(
            made.has(`${region}:${topic}`),
            `${name} ${stack.name}: ${named(args)} tells ${arn}, which nobody makes`,
          );
        }
      }
    }
  }
});

test("alarms and dashboards have names of their own in each region", () => {
  for (const { name, stacks } of PLATFORMS) {
    for (const [type, field] of [
      ["aws_cloudwatch_metric_alarm", "alarm_name"],
      ["aws_cloudwatch_composite_alarm", "alarm_name"],
      ["aws_cloudwatch_dashboard", "dashboard_name"],
    ] as const) {
      const names = stacks.flatMap((stack) =>
        ofType(stack, type).map(({ region, args }) => `${region} ${String(args[field])}`),
      );
      assert.deepEqual(
        names.filter((one, index) => names.indexOf(one) !== index),
        [],
        name,
      );
    }
  }
});

const SAVED = ["aws_db_instance", "aws_rds_cluster"];
/** A reader in the same region has nothing that its writer hasn't. */
const isReader = ({ name }: Resource): boolean => name.startsWith("reader_");

test("every database is in a backup plan by its tag", () => {
  everyStack((stack, where, platform) => {
    const plans = platform.backups.plans.map(({ importance }) => importance);
    const databases = stack.resources.filter(
      (one) => one.mode === "resource" && SAVED.includes(one.type) && !isReader(one),
    );
    for (const { args, address } of databases) {
      const tags = (args.tags ?? {}) as { importance?: string };
      assert(
        plans.some((plan) => plan === tags.importance),
        `${where}: nobody saves ${address}`,
      );
    }
  });
});

test("nothing saves voters or salts: a restored voter must not vote, and a salt is to be forgotten", () => {
  everyStack((stack, where) => {
    for (const { args, address } of ofType(stack, "aws_dynamodb_table")) {
      assert.equal(((args.tags ?? {}) as { importance?: string }).importance, undefined, `${where}: ${address}`);
    }
  });
});

test("a region that takes requests is watched from the other region and from the witness, never by itself alone", () => {
  for (const { name, platform, stacks } of PLATFORMS) {
    for (const watched of [platform.regions.primary, platform.regions.standby].filter(({ holds }) => holds.entry)) {
      const watchers = stacks
        .filter((stack) =>
          ofType(stack, "aws_synthetics_canary").some(({ args }) =>
            String(args.name).endsWith(`-watch-${watched.name}`),
          ),
        )
        .map(({ region }) => region);
      assert(!watchers.includes(watched.name), `${name}: ${watched.name} watches itself`);
      assert(watchers.includes(platform.regions.witness.name), `${name}: the witness doesn't watch ${watched.name}`);
      assert.equal(watchers.length, 2, `${name}: ${watched.name} is watched by ${watchers.join(", ")}`);
    }
  }
});

test("a canary's code is an archive in its own region's bucket, and its text lies beside it", () => {
  everyStack((stack) => {
    for (const { args } of ofType(stack, "aws_synthetics_canary")) {
      const [archive] = addressesIn(args.s3_key);
      const object = stack.resources.find(({ address }) => address === archive);
      assert.equal(object?.region, stack.region);
      assert(addressesIn(args.s3_bucket).length === 1 && stack.assets.size >= 2);
    }
  });
});

test("an object is put once its bucket keeps versions, or it would have none to be named by", () => {
  everyStack((stack, where) => {
    // What another stack has made was there before.
    for (const { address, args, dependsOn } of ofType(stack, "aws_s3_object"))
      if (addressesIn(args.bucket ?? "").some((one) => one.startsWith("aws_s3_bucket.")))
        assert.ok(
          dependsOn.some((one) => one.startsWith("aws_s3_bucket_versioning.")),
          `${where}: ${address}`,
        );
  });
});

test("every experiment stops when the region is seen to be ill", () => {
  everyStack((stack, where) => {
    for (const { args, address } of ofType(stack, "aws_fis_experiment_template")) {
      assert(
        addressesIn(args.stop_condition).includes("aws_cloudwatch_composite_alarm.region_ill"),
        `${where}: ${address} never stops`,
      );
    }
  });
});

test("what AWS Config records of no region is recorded once", () => {
  for (const { name, stacks } of PLATFORMS) {
    const recorders = stacks.flatMap((stack) => ofType(stack, "aws_config_configuration_recorder"));
    const groups = recorders.map(
      ({ args }) => [args.recording_group].flat()[0] as { include_global_resource_types: boolean },
    );
    assert.equal(groups.filter(({ include_global_resource_types: all }) => all).length, 1, name);
    assert.equal(recorders.length, 3, name);
  }
});

test("the whole of an alarm's expression fits what CloudWatch takes", () => {
  everyStack((stack) => {
    for (const { args } of ofType(stack, "aws_cloudwatch_composite_alarm")) {
      assert(JSON.stringify(args.alarm_rule).length < 10_240);
    }
  });
});
