import assert from "node:assert/strict";
import { test } from "node:test";
import { createStack } from "../../../src/platform/terraform/language/create-stack.ts";
import { printStack } from "../../../src/platform/terraform/language/print-stack.ts";
import { mayNeed } from "./dead-region.ts";
import { besides, emulated, overrideText, withLocalState } from "./emulated.ts";
import { ALTERED, LEFT_OUT } from "./left-out.ts";
import { regionOf } from "./regions-proxy.ts";

function sample() {
  const stack = createStack({
    name: "sample",
    comment: "A sample.",
    region: "ap-south-1",
    accountId: "111122223333",
    tags: {},
    state: { bucket: "b", key: "k", region: "ap-south-1" },
  });
  const file = stack.file("all", "All of it.");
  const gateway = file.resource("aws_dx_gateway", "main", { name: "line", amazon_side_asn: "64513" });
  const topic = file.resource("aws_sns_topic", "kept", { name: "kept" }, { lifecycle: { preventDestroy: true } });
  file.resource("aws_sns_topic", "dependent", { name: "dependent", display_name: gateway.id });
  file.output("gateway", gateway.id, "Gone with what it names.");
  file.output("topic", topic.arn, "Stays.");
  return stack;
}

test("what the emulator lacks is left out, with whatever refers to it, and each says why", () => {
  const { stack, leftOut } = emulated(sample());
  assert.deepEqual(
    stack.resources.map(({ address }) => address),
    ["aws_sns_topic.kept"],
  );
  assert.deepEqual(Object.fromEntries(leftOut), {
    "aws_dx_gateway.main": LEFT_OUT.aws_dx_gateway,
    "aws_sns_topic.dependent": "needs aws_dx_gateway.main",
  });
  const text = printStack(stack).get("all.tf") ?? "";
  assert.ok(text.includes('output "topic"'));
  assert.ok(!text.includes("aws_dx_gateway"));
  assert.ok(!text.includes("prevent_destroy"));
});

test("a run about some types has what they rest on, and nothing else", () => {
  const stack = sample();
  const file = stack.file("queue", "What rests on a topic.");
  const topic = file.resource("aws_sns_topic", "needed", { name: "needed" });
  file.resource("aws_sqs_queue", "last", { name: "last", tags: { topic: topic.arn } });
  const { stack: part, leftOut } = emulated(
    stack,
    besides(stack, ({ type }) => type === "aws_sqs_queue", "the queue doesn't rest on it"),
  );
  assert.deepEqual(
    part.resources.map(({ address }) => address),
    ["aws_sns_topic.needed", "aws_sqs_queue.last"],
  );
  assert.equal(leftOut.get("aws_sns_topic.kept"), "the queue doesn't rest on it");
});

test("the proof's own settings are in an override file, one for each provider, and not in the written root", () => {
  const stack = sample();
  stack.provider("us_east_1", "us-east-1");
  assert.equal(overrideText(stack).match(/s3_use_path_style = true/g)?.length, 2);
  assert.ok(!(printStack(emulated(stack).stack).get("main.tf") ?? "").includes("s3_use_path_style"));
});

test("the emulated root keeps its state beside it, and loses nothing else", () => {
  const main = printStack(sample()).get("main.tf") ?? "";
  assert.ok(main.includes('backend "s3"'));
  const local = withLocalState(main);
  assert.ok(!local.includes("backend"));
  assert.ok(local.includes("required_providers") && local.includes('provider "aws"'));
  assert.equal(local.split("{").length, local.split("}").length);
});

test("every alteration and every type left out has a reason", () => {
  for (const reason of [...Object.values(LEFT_OUT), ...Object.values(ALTERED).map(({ because }) => because)]) {
    assert.ok(reason.length > 10);
  }
});

test("a request belongs to the region that it is signed for", () => {
  const signed =
    "AWS4-HMAC-SHA256 Credential=AKIA/20261121/ap-south-2/rds/aws4_request, SignedHeaders=host, Signature=x";
  assert.equal(regionOf(signed), "ap-south-2");
  assert.equal(regionOf(undefined), "unsigned");
});

test("without a region its own roots and the link may fail, and nothing else", () => {
  const names = [
    "bootstrap/ap-south-1",
    "bootstrap/ap-south-2",
    "global",
    "region/ap-south-1",
    "region/ap-south-2",
    "witness",
    "link",
    "edge",
  ];
  assert.deepEqual(
    names.filter((name) => mayNeed(name, "ap-south-2")),
    ["bootstrap/ap-south-2", "region/ap-south-2", "link"],
  );
});
