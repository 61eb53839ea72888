import assert from "node:assert/strict";
import { test } from "node:test";
import { call, json, text } from "./expression.ts";
import { policy } from "./policy.ts";
import { printStack } from "./print-stack.ts";
import type { File, Stack } from "./stack.ts";
import { emptyStack } from "./stack-for-tests.ts";

const printed = (declare: (file: File, stack: Stack) => void): string => {
  const stack = emptyStack();
  declare(stack.file("try", "A try."), stack);
  return printStack(stack).get("try.tf") ?? "";
};

test("arguments come first, blocks after them, what steers Terraform last", () => {
  const made = printed((file, stack) => {
    const main = file.resource(
      "aws_vpc",
      "main",
      { cidr_block: "10.0.0.0/16", tags: { Name: "main", "a b": "c" } },
      { comment: "Why." },
    );
    file.resource(
      "aws_route53_record",
      "app",
      { zone_id: "Z1", failover_routing_policy: { type: "PRIMARY" }, name: "app", type: "A" },
      {
        provider: stack.provider("far", "us-east-1"),
        dependsOn: [main],
        lifecycle: { createBeforeDestroy: true, ignoreChanges: ["ttl"] },
      },
    );
  });
  assert.equal(
    made,
    `# A try.

# Why.
resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
  tags = {
    Name  = "main"
    "a b" = "c"
  }
}

resource "aws_route53_record" "app" {
  provider = aws.far

  zone_id = "Z1"
  name    = "app"
  type    = "A"

  failover_routing_policy {
    type = "PRIMARY"
  }

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [ttl]
  }

  depends_on = [aws_vpc.main]
}
`,
  );
});

test("a template in a literal is text, and a dollar before a reference stays a dollar", () => {
  const made = printed((file) => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template in a plain string is what is tested.
    const bucket = file.resource("aws_s3_bucket", "b", { bucket: "b-${aws:username}-%{x}" });
    file.output("price", text`$${bucket.id}`, "A dollar sign, then the name.");
  });
  assert.match(made, /bucket = "b-\$\$\{aws:username\}-%%\{x\}"/);
  assert.match(made, /value {7}= "\$\{"\$"\}\$\{aws_s3_bucket\.b\.id\}"/);
});

test("an empty block is kept, and a document of several lines is a heredoc", () => {
  const made = printed((file) => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: so is a shell's variable.
    file.resource("aws_launch_template", "l", { user_data: call("base64encode", "#!/bin/sh\n  echo ${HOME}\n") });
    file.resource("aws_wafv2_web_acl", "w", {
      scope: "REGIONAL",
      default_action: { allow: {} },
      visibility_config: { cloudwatch_metrics_enabled: true, metric_name: "m", sampled_requests_enabled: true },
    });
  });
  assert.match(made, /user_data = base64encode\(<<TEXT\n#!\/bin\/sh\n {2}echo \$\$\{HOME\}\nTEXT\n {2}\)/);
  assert.match(made, /default_action \{\n {4}allow \{\}\n {2}\}/);
});

test("the graph keeps a policy's structure, the text writes it with jsonencode", () => {
  const stack = emptyStack();
  const file = stack.file("try", "A try.");
  const queue = file.resource("aws_sqs_queue", "q", {});
  file.resource("aws_sqs_queue_policy", "q", {
    queue_url: queue.id,
    policy: policy([{ actions: ["sqs:*"], resources: [queue.arn] }]),
  });
  assert.deepEqual(stack.resources[1]?.args.policy, {
    kind: "json",
    value: {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["sqs:*"], Resource: [{ kind: "ref", address: "aws_sqs_queue.q", path: ["arn"] }] },
      ],
    },
  });
  assert.match(printStack(stack).get("try.tf") ?? "", /policy = jsonencode\(\{\n {4}Version = "2012-10-17"/);
});

test("one of a set is found by an attribute, since a set has no first", () => {
  const made = printed((file) => {
    const certificate = file.resource("aws_acm_certificate", "c", { domain_name: "a.example" });
    file.output(
      "name",
      certificate.domain_validation_options.where("domain_name", "a.example").resource_record_name,
      "Its record.",
    );
  });
  assert.match(
    made,
    /one\(\[for each in aws_acm_certificate\.c\.domain_validation_options : each if each\.domain_name == "a\.example"\]\)\.resource_record_name/,
  );
});

test("a reference can't become a JavaScript string", () => {
  const vpc = emptyStack().file("try", "A try.").resource("aws_vpc", "main", {});
  assert.throws(() => `${vpc.id}`, /aws_vpc\.main\.id is known to Terraform alone/);
  assert.throws(() => JSON.stringify({ id: vpc.id }), /known to Terraform alone/);
  assert.equal(typeof json({ id: vpc.id }), "object");
});

test("a comment's sentence is wrapped anew wherever its author broke it; lists keep their lines", () => {
  const made = printed((file) => {
    file.resource("aws_sqs_queue", "a", { name: "a" }, { comment: "Broken in\nthe middle.\n1. one\n2. two" });
  });
  assert.match(made, /^# Broken in the middle\.\n# 1\. one\n# 2\. two$/m);
});
