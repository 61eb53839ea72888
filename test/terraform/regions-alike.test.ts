// The two regions' stacks, argument by argument: with the regions' names and ranges exchanged, what still differs is in a
// short list with a reason. Whatever else differed would be noticed only after a fail-over.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Platform } from "../../src/blueprint/platform.ts";
import type { Resource } from "../../src/platform/terraform/language/graph.ts";
import { blueprintNames, synthesize } from "./synthesized.ts";

type Allowed = {
  readonly address: RegExp;
  readonly path?: RegExp;
  readonly because: string;
};

const SOURCE_OR_REPLICA = "one region has the database's source, the other its copy, and each ignores who is which";
const ONE_SECRET = "a secret is made and rotated in one region and replicated to the other";
const DATABASE_ALARMS = "the instances and tables that are declared in one region only have their alarms there";
const NOT_TOGETHER = "AWS never changes both regions on one day";
/** In any of the reference blueprints. */
const VALUES: readonly Allowed[] = [
  { address: /^aws_subnet\./, path: /^\.args\.availability_zone_id$/, because: "a zone's id is AWS's own name for it" },
  { address: /^aws_ssm_parameter\.platform/, path: /\.insecure_value$/, because: "both say which region is which" },
  { address: /^aws_ec2_transit_gateway\./, path: /\.amazon_side_asn$/, because: "each gateway is a system of its own" },
  {
    address: /^aws_dx_transit_virtual_interface\./,
    path: /\.(connection_id|vlan)$/,
    because: "each region has its line",
  },
  { address: /^aws_eks_node_group\./, path: /\.scaling_config\.(min|desired)_size$/, because: "the standby's share" },
  { address: /./, path: /\.(preferred_)?maintenance_window$/, because: NOT_TOGETHER },
  {
    address: /^aws_db_instance\.main/,
    path: /\.(db_name|username|password_wo.*|replicate_source_db|ignoreChanges)$/,
    because: SOURCE_OR_REPLICA,
  },
  { address: /^aws_rds_cluster\.main/, path: /\.(master_.*|source_region|ignoreChanges)$/, because: SOURCE_OR_REPLICA },
  { address: /^aws_db_proxy\./, path: /\.auth\.secret_arn\.address$/, because: ONE_SECRET },
  { address: /^aws_iam_role_policy\.rotation_rotate/, path: /\.Statement$/, because: ONE_SECRET },
  { address: /^aws_cloudwatch_dashboard\.region/, path: /\.widgets$/, because: DATABASE_ALARMS },
  { address: /^aws_cloudwatch_composite_alarm\.region_ill/, path: /\.parts$/, because: DATABASE_ALARMS },
];
/** Where the standby runs as the primary does. */
const RESOURCES: readonly Allowed[] = [
  { address: /^ephemeral\.aws_secretsmanager_random_password\./, because: ONE_SECRET },
  { address: /^aws_secretsmanager_secret/, because: ONE_SECRET },
  { address: /^aws_ssm_parameter\.secret_/, because: "a parameter is made in one region and copied by `link`" },
  { address: /^aws_dynamodb_table\./, because: "a global table is made in one region, its replica by `link`" },
  { address: /^aws_cloudwatch_metric_alarm\.(table|database)_/, because: DATABASE_ALARMS },
  { address: /^aws_rds_cluster_instance\./, because: "the standby's share of the readers" },
  { address: /^aws_\w+\.rotation/, because: ONE_SECRET },
];

type Difference = { readonly address: string; readonly path: string; readonly values?: readonly [unknown, unknown] };

/** Exchanges the two regions' names and ranges in every text, in the forms that addresses have too. */
function exchange({ regions: { primary, standby } }: Platform): (text: string) => string {
  const network = (cidr: string) => cidr.split(".").slice(0, 2).join(".");
  const pairs = [
    [primary.name, standby.name],
    [primary.name.replaceAll("-", "_"), standby.name.replaceAll("-", "_")],
    [`${network(primary.cidr)}.`, `${network(standby.cidr)}.`],
    [`${network(primary.cidr)}.`.replaceAll(".", "_"), `${network(standby.cidr)}.`.replaceAll(".", "_")],
  ].flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
  const other = new Map<string, string>(pairs.map(([one, two]) => [one ?? "", two ?? ""]));
  // A name may follow a dot ("s3.ap-south-1"), a range may not follow another number ("110.0.", "1.10.0.").
  const known = new RegExp(
    `(?<![0-9]|[0-9]\\.(?=[0-9]))(${[...other.keys()].map((text) => RegExp.escape(text)).join("|")})`,
    "g",
  );
  return (text) => text.replaceAll(known, (found) => other.get(found) ?? found);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const mapped = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [change(name), mapped(one, change)]));
};

const inOrder = (value: unknown): string =>
  Array.isArray(value)
    ? value
        .map((one) => JSON.stringify(one))
        .sort()
        .join()
    : JSON.stringify(value);

function* differing(one: unknown, other: unknown, path: string): Generator<Omit<Difference, "address">> {
  // The resources of a statement are a set; both regions name the voters in one order.
  if (path.endsWith(".Resource") && inOrder(one) === inOrder(other)) return;
  if (Array.isArray(one) && Array.isArray(other) && one.length !== other.length) {
    yield { path, values: [one, other] };
  } else if (isObject(one) && isObject(other)) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)]))
      yield* differing(one[name], other[name], Array.isArray(one) ? path : `${path}.${name}`);
  } else if (one !== other) yield { path, values: [one, other] };
}

function differences(platform: Platform, primary: readonly Resource[], standby: readonly Resource[]): Difference[] {
  const change = exchange(platform);
  const printed = (resources: readonly Resource[], how: (text: string) => string) =>
    new Map(
      resources.map(({ address, args, lifecycle, dependsOn }) => [
        how(address),
        mapped(JSON.parse(JSON.stringify({ args, lifecycle, dependsOn })), how),
      ]),
    );
  const [one, other] = [printed(primary, (text) => text), printed(standby, change)];
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((address): Difference[] => {
    const [left, right] = [one.get(address), other.get(address)];
    if (left === undefined || right === undefined) return [{ address, path: "" }];
    return [...differing(left, right, "")].map((found) => ({ address, ...found }));
  });
}

let found: readonly { readonly blueprint: string; readonly platform: Platform; readonly all: Difference[] }[];

before(async () => {
  found = await Promise.all(
    blueprintNames().map(async (blueprint) => {
      const { platform, stacks } = await synthesize(blueprint);
      const of = (name: string) => stacks.find((stack) => stack.name === `region/${name}`)?.resources ?? [];
      const { primary, standby } = platform.regions;
      return { blueprint, platform, all: differences(platform, of(primary.name), of(standby.name)) };
    }),
  );
});

const allows = (allowed: readonly Allowed[], { address, path }: Difference): boolean =>
  allowed.some((one) => one.address.test(address) && (one.path === undefined || one.path.test(path)));
const runsAlike = ({ platform }: (typeof found)[number]) => platform.recovery.approach === "warm-standby";

test("what both regions have differs only in listed values", () => {
  const wrong = found.flatMap(({ blueprint, all }) =>
    all.filter((one) => one.values && !allows(VALUES, one)).map((one) => ({ blueprint, ...one })),
  );
  assert.deepEqual(wrong, []);
});

test("where the standby runs as the primary does, only listed resources are in one region alone", () => {
  assert.ok(found.filter(runsAlike).length >= 3);
  const wrong = found
    .filter(runsAlike)
    .flatMap(({ blueprint, all }) =>
      all.filter((one) => !one.values && !allows(RESOURCES, one)).map(({ address }) => `${blueprint}: ${address}`),
    );
  assert.deepEqual(wrong, []);
});

test("a wider port and a resource that is forgotten would be seen", async () => {
  const { platform, stacks } = await synthesize("flagship");
  const { primary, standby } = platform.regions;
  const [one, other] = [primary, standby].map(
    ({ name }) => stacks.find((stack) => stack.name === `region/${name}`)?.resources ?? [],
  ) as [Resource[], Resource[]];
  const rule = other.find(({ type }) => type === "aws_vpc_security_group_ingress_rule");
  assert.ok(rule);
  const swapped = exchange(platform)(rule.address);
  const seen = (standbyHas: readonly Resource[]) =>
    differences(platform, one, standbyHas).filter(({ address }) => address === swapped);
  assert.deepEqual(seen(other), []);
  const wider = other.map((made) => (made === rule ? { ...made, args: { ...made.args, to_port: 65_535 } } : made));
  assert.equal(seen(wider)[0]?.path, ".args.to_port");
  assert.deepEqual(seen(other.filter((made) => made !== rule)), [{ address: swapped, path: "" }]);
});

test("nothing is listed that no blueprint needs", () => {
  const values = found.flatMap(({ all }) => all.filter(({ values }) => values));
  const alone = found.filter(runsAlike).flatMap(({ all }) => all.filter(({ values }) => !values));
  const idle = [
    ...VALUES.filter((allowed) => !values.some((one) => allows([allowed], one))),
    ...RESOURCES.filter((allowed) => !alone.some((one) => allows([allowed], one))),
  ];
  assert.deepEqual(
    idle.map(({ address, path }) => `${address} ${path}`),
    [],
  );
});
