import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as A } from "../../../blueprints/A.ts";
import { blueprint as B } from "../../../blueprints/B.ts";
import { blueprint as C } from "../../../blueprints/C.ts";
import { blueprint as D } from "../../../blueprints/D.ts";
import { blueprint as E } from "../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { resolve } from "../../blueprint/platform.ts";
import type { Resource } from "../../platform/terraform/language/graph.ts";
import { caseOf } from "../../platform/terraform/region/network-cases.ts";
import { synthesizeTerraform } from "../../platform/terraform/stacks.ts";
import { judge } from "../finding.ts";
import { flowMatrix } from "./matrix.ts";
import { flowPicture } from "./picture.ts";
import { FLOW_RULES } from "./rules.ts";
import { type Network, surveyOf } from "./survey.ts";

const networkOf = (blueprint: Parameters<typeof resolve>[0]): Network => {
  const platform = resolve(blueprint, "prod");
  return { platform, stacks: synthesizeTerraform(platform) };
};
const gravely = (network: Network) =>
  judge(FLOW_RULES, network)
    .filter(({ severity }) => severity !== "note")
    .map(({ id, address, says }) => `${id} ${address}: ${says}`);

for (const [title, blueprint] of Object.entries({ A, B, C, D, E, flagship })) {
  const network = networkOf(blueprint);

  test(`${title}: every possible flow is declared, and every declared flow passes`, () => {
    assert.deepEqual(gravely(network), []);
    const flows = surveyOf(network).regions.flatMap(({ declared }) => declared.map(({ kept }) => kept.kind));
    assert.ok(flows.filter((kind) => kind === "possible").length > 30);
  });
}

const FLAGSHIP = networkOf(flagship);

test("the matrix shows each flow once with its ports, and regions that are alike together", () => {
  const text = flowMatrix(FLAGSHIP.platform, FLAGSHIP.stacks);
  const { primary, standby } = FLAGSHIP.platform.regions;
  assert.match(text, new RegExp(`in ${primary.name} and in ${standby.name}`));
  assert.match(text, /^ {2}o nodes +-> database +5432$/m);
  assert.match(text, /^ {2}o internet +-> cloudfront +443$/m);
  assert.equal(text.match(/nodes +-> cache /g)?.length, 1);
  assert.doesNotMatch(text, /^ {2}[!x?] /m);
});

test("the picture is the same on every run, whole XML, and has a line for every flow", () => {
  const picture = () => flowPicture(FLAGSHIP.platform, [...FLAGSHIP.stacks]);
  assert.equal(picture(), picture());
  const lines = flowMatrix(FLAGSHIP.platform, FLAGSHIP.stacks).match(/^ {2}o .*->/gm)?.length;
  assert.equal(picture().match(/<path class="line \w+" d="[^"]+" marker-end/g)?.length, lines);
  const open = picture().match(/<[a-zA-Z]+/g)?.length ?? 0;
  const shut = (picture().match(/<\/[a-zA-Z]+/g)?.length ?? 0) + (picture().match(/\/>/g)?.length ?? 0);
  assert.equal(open, shut);
});

test("with a company's own cluster no flow of its nodes counts as proved, and each region says so", () => {
  const platform = resolve(B, "qa");
  assert.ok(platform.existing.clusters);
  const network = { platform, stacks: synthesizeTerraform(platform) };
  assert.deepEqual(gravely(network), []);
  const { regions } = surveyOf(network);
  const kinds = regions.flatMap(({ declared }) =>
    declared.filter(({ flow }) => flow.from === "nodes" || flow.to === "nodes").map(({ kept }) => kept.kind),
  );
  assert.ok(kinds.includes("unseen") && !kinds.includes("possible"));
  const notes = judge(FLOW_RULES, network).filter(({ address }) => address.endsWith(" existing.clusters"));
  assert.equal(notes.length, regions.length);
});

test("what the walk can't follow is a note, never a pass in silence", () => {
  const added = (type: string, args: Resource["args"]): Resource => ({
    kind: "resource",
    mode: "resource",
    type,
    name: "added",
    address: `${type}.added`,
    file: "added",
    region: FLAGSHIP.platform.regions.primary.name,
    args,
    dependsOn: [],
    lifecycle: {},
  });
  for (const one of [
    added("aws_network_interface_sg_attachment", {}),
    added("aws_route", { destination_ipv6_cidr_block: "::/0" }),
  ]) {
    const stacks = FLAGSHIP.stacks.map(({ name, region, resources }) => ({
      name,
      region,
      resources: name === `region/${FLAGSHIP.platform.regions.primary.name}` ? [...resources, one] : resources,
    }));
    const notes = judge(FLOW_RULES, { platform: FLAGSHIP.platform, stacks });
    assert.ok(notes.some(({ id, address }) => id === "FLOW-13" && address.endsWith(one.address)));
  }
});

test("in a company's own VPC the unseen is a note in each region, and no flow there counts as proved", () => {
  const platform = caseOf("the company's own networks");
  const network = { platform, stacks: synthesizeTerraform(platform) };
  const notes = judge(FLOW_RULES, network).filter(({ id, says }) => id === "FLOW-13" && /the company's/.test(says));
  assert.deepEqual(
    notes.map(({ address, severity }) => `${severity} ${address}`),
    surveyOf(network).regions.map(({ vpc }) => `note ${vpc.stack} data.aws_vpc.main`),
  );
  const kinds = surveyOf(network).regions.flatMap(({ declared }) =>
    declared.filter(({ flow }) => flow.to !== "cloudfront").map(({ kept }) => kept.kind),
  );
  assert.ok(kinds.length > 30);
  assert.ok(!kinds.includes("possible"), "proved without having been seen");
  assert.match(flowMatrix(platform, network.stacks), /^ {2}\? nodes +-> database +5432 {2}\(can't be told/m);
  assert.deepEqual(gravely(network), []);
});
