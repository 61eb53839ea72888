// What must not compile. Each line is a mistake somebody will make; `npm run check` types this file, and a mistake that
// compiles is an unused @ts-expect-error.
import { test } from "node:test";
import { patch } from "../patch.ts";
import { emptyStack } from "./stack-for-tests.ts";

test("mistakes in arguments and references don't compile", () => {
  const file = emptyStack().file("mistakes", "Mistakes.");
  const vpc = file.resource("aws_vpc", "main", { cidr_block: "10.0.0.0/16" });
  // @ts-expect-error a missing required argument: hash_key's table has no name
  file.resource("aws_dynamodb_table", "a", { hash_key: "id" });
  // @ts-expect-error an unknown argument
  file.resource("aws_vpc", "b", { cidr_blok: "10.0.0.0/16" });
  // @ts-expect-error a wrong primitive
  file.resource("aws_vpc", "c", { enable_dns_hostnames: "yes" });
  // @ts-expect-error an attribute that only the provider sets
  file.resource("aws_vpc", "d", { arn: "arn:aws:ec2:::vpc" });
  // @ts-expect-error a deprecated attribute
  file.resource("aws_s3_bucket", "e", { acl: "private" });
  // @ts-expect-error a literal where the attribute is sensitive
  file.resource("aws_db_instance", "f", { instance_class: "db.t4g.micro", password: "hunter2" });
  // @ts-expect-error a word that AWS doesn't know
  file.resource("aws_lb_target_group", "g", { target_type: "pod" });
  // @ts-expect-error rules inside the security group, which fight with the standalone ones
  file.resource("aws_security_group", "h", { ingress: [] });
  // @ts-expect-error a list where a string is wanted
  file.resource("aws_subnet", "i", { vpc_id: [vpc.id] });
  // @ts-expect-error a reference to a list where a string is wanted
  file.resource("aws_subnet", "j", { vpc_id: file.data("aws_route53_zone", "all", {}).name_servers });
  // @ts-expect-error an attribute that the resource doesn't have
  void vpc.arns;
  // @ts-expect-error a type that isn't generated
  file.resource("aws_vcp", "k", {});
  // @ts-expect-error ignoring an argument that isn't there
  file.resource("aws_vpc", "l", {}, { lifecycle: { ignoreChanges: ["cidr"] } });
  // @ts-expect-error a patch of an argument that isn't there
  patch("aws_vpc", "main", { cidr: "10.0.0.0/16" }, { because: "a try" });
});
