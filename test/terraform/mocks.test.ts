import assert from "node:assert/strict";
import { test } from "node:test";
import { createStack } from "../../src/platform/terraform/language/create-stack.ts";
import { json } from "../../src/platform/terraform/language/expression.ts";
import { printStack } from "../../src/platform/terraform/language/print-stack.ts";
import { mocksText, testable, testText } from "./mocks.ts";

function sample() {
  const stack = createStack({
    name: "sample",
    comment: "A sample.",
    region: "ap-south-1",
    accountId: "111122223333",
    tags: {},
    state: { bucket: "b", key: "k", region: "ap-south-1" },
  });
  stack.provider("us_east_1", "us-east-1");
  const file = stack.file("all", "All of it.");
  const zone = file.data("aws_route53_zone", "main", { name: "example.com" });
  const secret = file.resource(
    "aws_secretsmanager_secret",
    "main",
    { name: "s" },
    { lifecycle: { preventDestroy: true } },
  );
  const password = file.ephemeral("aws_secretsmanager_random_password", "main", { password_length: 32 });
  file.resource("aws_secretsmanager_secret_version", "main", {
    secret_id: secret.arn,
    secret_string_wo: json({ password: password.random_password }),
    secret_string_wo_version: 1,
  });
  const certificate = file.resource("aws_acm_certificate", "main", { domain_name: "a.example.com" });
  for (const name of ["a.example.com", "b.example.com"]) {
    const option = certificate.domain_validation_options.where("domain_name", name);
    file.output(name.replaceAll(".", "_"), option.resource_record_name, "One of several.");
  }
  file.output("third", zone.name_servers.at(2), "A list must have as many elements as are asked for.");
  return stack;
}

test("what is referred to is mocked as what it must look like, a list as long as it is asked", () => {
  const mocks = mocksText(sample());
  assert.match(mocks, /mock_resource "aws_secretsmanager_secret" \{\n {2}defaults = \{\n {4}arn = "arn:aws:/);
  assert.match(
    mocks,
    /mock_data "aws_route53_zone" \{\n {2}defaults = \{\n {4}name_servers = \["mocked", "mocked", "mocked"\]/,
  );
});

test("elements that are chosen by a field are all there, each with its field", () => {
  const mocks = mocksText(sample());
  for (const name of ["a.example.com", "b.example.com"]) assert.ok(mocks.includes(`domain_name = "${name}"`));
  assert.match(mocks, /domain_validation_options = \[\{/);
});

test("every provider of a root is mocked, and the root is planned and applied", () => {
  const text = testText(sample());
  assert.equal(text.match(/^mock_provider "aws"/gm)?.length, 2);
  assert.match(text, /alias {2}= "us_east_1"/);
  assert.match(text, /command = plan[\s\S]*command = apply/);
});

test("the tested root has no ephemeral resource and protects nothing; all else is as written", () => {
  const written = printStack(testable(sample())).get("all.tf") ?? "";
  assert.ok(!/ephemeral|prevent_destroy/.test(written));
  assert.ok(written.includes('password = "mocked-Password-0123456789"'));
  assert.ok(written.includes('data "aws_route53_zone" "main"'));
});
