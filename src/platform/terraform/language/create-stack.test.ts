import assert from "node:assert/strict";
import { test } from "node:test";
import { checkGraph } from "./check-graph.ts";
import { expression } from "./expression.ts";
import { emptyStack } from "./stack-for-tests.ts";

test("an address declared twice names both files", () => {
  const stack = emptyStack();
  stack.file("network", "One.").resource("aws_vpc", "main", {});
  assert.throws(
    () => stack.file("entry", "Two.").resource("aws_vpc", "main", {}),
    /declared twice in try: in network\.tf and in entry\.tf/,
  );
});

test("a reference into another stack's state is refused and both places are named", () => {
  const other = emptyStack("other").file("network", "Another.").resource("aws_vpc", "main", {});
  const file = emptyStack().file("entry", "One.");
  assert.throws(
    () => file.resource("aws_subnet", "a", { vpc_id: other.id }),
    /try\/entry\.tf refers to aws_vpc\.main\.id of another stack \(other\/network\.tf\)/,
  );
});

test("a reference that leads nowhere is refused with the nearest address", () => {
  const stack = emptyStack();
  const file = stack.file("network", "One.");
  file.resource("aws_vpc", "main", {});
  file.resource("aws_subnet", "a", {
    vpc_id: expression<string>({ kind: "ref", address: "aws_vpc.mian", path: ["id"] }),
  });
  assert.throws(
    () => checkGraph(stack),
    /refers to aws_vpc\.mian, which that stack doesn't have\. Nearest: aws_vpc\.main/,
  );
});

test("a ring of references is named from its beginning to its end", () => {
  const stack = emptyStack();
  const file = stack.file("network", "One.");
  file.resource("aws_vpc", "a", {
    tags: { x: expression<string>({ kind: "ref", address: "aws_vpc.b", path: ["id"] }) },
  });
  file.resource("aws_vpc", "b", {
    tags: { x: expression<string>({ kind: "ref", address: "aws_vpc.a", path: ["id"] }) },
  });
  assert.throws(() => checkGraph(stack), /aws_vpc\.a \(network\.tf\) → aws_vpc\.b \(network\.tf\) → aws_vpc\.a/);
});

test("an attribute called as a step or as the address is still an attribute", () => {
  const stack = emptyStack();
  const file = stack.file("data", "One.");
  const object = file.resource("aws_s3_object", "o", { bucket: "b", key: "k" });
  const database = file.resource("aws_db_instance", "d", { instance_class: "db.t4g.micro" });
  file.resource("aws_ssm_parameter", "p", { name: "/p", type: "String", insecure_value: object.key });
  file.resource("aws_ssm_parameter", "q", { name: "/q", type: "String", insecure_value: database.address });
  assert.deepEqual(stack.resources[2]?.args.insecure_value, { kind: "ref", address: "aws_s3_object.o", path: ["key"] });
  assert.deepEqual(stack.resources[3]?.args.insecure_value, {
    kind: "ref",
    address: "aws_db_instance.d",
    path: ["address"],
  });
  assert.equal(object.address, "aws_s3_object.o");
});
