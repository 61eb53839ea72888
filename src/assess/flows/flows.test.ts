import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as A } from "../../../blueprints/A.ts";
import { blueprint as B } from "../../../blueprints/B.ts";
import { blueprint as C } from "../../../blueprints/C.ts";
import { blueprint as D } from "../../../blueprints/D.ts";
import { blueprint as E } from "../../../blueprints/E.ts";
import { blueprint as flagship } from "../../../blueprints/flagship.ts";
import { resolve } from "../../blueprint/platform.ts";
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
