import assert from "node:assert/strict";
import { test } from "node:test";
import { type Blueprint, defineBlueprint } from "../blueprint/blueprint.ts";
import { resolve } from "../blueprint/platform.ts";
import { synthesize } from "./synthesize.ts";

/** The same object with every object's keys the other way round. */
const turned = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(turned) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, one]) => [name, turned(one)]),
  ) as T;
};

const blueprint: Blueprint = {
  name: "tandem",
  domain: "tandem.example.com",
  regions: {
    primary: { name: "ap-south-1", cidr: "10.0.0.0/16" },
    standby: { name: "ap-south-2", cidr: "10.1.0.0/16" },
  },
  objectives: { requestsPerSecond: 400, eventsPerSecond: 3_000 },
};

test("the same blueprint gives the same bytes, whatever the order of its keys", () => {
  const once = synthesize(resolve(defineBlueprint(blueprint)));
  const again = synthesize(resolve(defineBlueprint(turned(blueprint))));
  assert.deepEqual([...again.files], [...once.files]);
  assert.ok(once.files.size > 9);
});

/** In what the names of the two regions' resources may differ. */
const NORMALISED: readonly RegExp[] = [/ap[-_]south[-_][12]/g, /(?<![0-9])10(_\d+){3,4}/g];

/** What only one of the two has, by the beginning of its address, and why. */
const ONLY_IN_ONE: readonly { readonly begins: string; readonly because: string }[] = [
  { begins: "aws_db_", because: "one region has the database's source, the other its replica" },
  { begins: "aws_rds_", because: "one region has the database's source, the other its replica" },
  { begins: "aws_dynamodb_table.", because: "a global table is made in one region; `link` makes its replica" },
  { begins: "aws_cloudwatch_metric_alarm.table_", because: "a table's alarms stand where its table is declared" },
  { begins: "aws_secretsmanager_", because: "a secret is made and rotated in one region and replicated to the other" },
  { begins: "ephemeral.aws_secretsmanager_random_password.", because: "a secret is made in one region" },
];

test("the two regions' stacks hold the same resources, but for a short list", () => {
  const { stacks } = synthesize(resolve(defineBlueprint(blueprint)));
  const [one, other] = stacks
    .filter(({ name }) => name.startsWith("region/"))
    .map(({ resources }) =>
      resources.map(({ address }) => NORMALISED.reduce((text, pattern) => text.replaceAll(pattern, "_"), address)),
    );
  assert.ok(one && other && one.length > 100);
  const alone = [
    ...one.filter((address) => !other.includes(address)),
    ...other.filter((address) => !one.includes(address)),
  ];
  assert.deepEqual(
    alone.filter((address) => !ONLY_IN_ONE.some(({ begins }) => address.startsWith(begins))),
    [],
  );
});
