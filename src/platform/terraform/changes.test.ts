import assert from "node:assert/strict";
import { test } from "node:test";
import { changesBetween } from "./changes.ts";
import type { File, Stack } from "./language/stack.ts";
import { emptyStack } from "./language/stack-for-tests.ts";
import type { Model } from "./model.ts";
import { applyPatches, patch } from "./patch.ts";
import { applyRenames } from "./renames.ts";

const declared = (declare: (file: File) => void): Stack => {
  const stack = emptyStack();
  declare(stack.file("try", "A try."));
  return stack;
};
const model = (stack: Stack): Model => {
  const items = stack.files.flatMap((file) => file.items);
  return {
    format: 1,
    platform: "tandem",
    environment: "prod",
    stacks: [
      {
        name: stack.name,
        region: stack.region,
        resources: stack.resources,
        moved: items.filter((item) => item.kind === "moved"),
        removed: items.filter((item) => item.kind === "removed"),
      },
    ],
  };
};
const queue = (name: string) => declared((file) => void file.resource("aws_sqs_queue", name, { name: "q" }));

test("what holds data and would go stands first and says what is lost", () => {
  const before = declared((file) => {
    file.resource("aws_vpc", "main", { tags: { a: "1" } });
    file.resource(
      "aws_db_instance",
      "main",
      { instance_class: "db.t4g.micro", storage_encrypted: false },
      { lifecycle: { preventDestroy: true } },
    );
  });
  const after = declared((file) => {
    file.resource("aws_vpc", "main", { tags: { a: "2" } });
    file.resource(
      "aws_db_instance",
      "main",
      { instance_class: "db.t4g.micro", storage_encrypted: true },
      { lifecycle: { preventDestroy: true } },
    );
  });
  const changes = changesBetween(model(before), model(after));
  assert.deepEqual(
    changes.map(({ address, effect }) => [address, effect]),
    [
      ["aws_db_instance.main", "replace"],
      ["aws_vpc.main", "update"],
    ],
  );
  assert.match(changes[0]?.loses ?? "", /database/);
  assert.equal(changes[0]?.guarded, true);
});

test("a replacement drags along what can't change its reference in place", () => {
  const network = (cidr: string) =>
    declared((file) => {
      const vpc = file.resource("aws_vpc", "main", { cidr_block: cidr });
      file.resource("aws_subnet", "a", { vpc_id: vpc.id, cidr_block: "10.0.0.0/24" });
    });
  const changes = changesBetween(model(network("10.0.0.0/16")), model(network("10.1.0.0/16")));
  assert.deepEqual(
    changes.map(({ address, effect, becauseOf }) => [address, effect, becauseOf]),
    [
      ["aws_subnet.a", "replace", "aws_vpc.main"],
      ["aws_vpc.main", "replace", undefined],
    ],
  );
});

test("nothing changes when only the order of keys does", () => {
  const tags = (...names: string[]) =>
    declared(
      (file) => void file.resource("aws_vpc", "main", { tags: Object.fromEntries(names.map((name) => [name, "x"])) }),
    );
  assert.deepEqual(changesBetween(model(tags("a", "b")), model(tags("b", "a"))), []);
});

test("a rename in the blueprint emits its moved block, and nothing is lost", () => {
  const [after] = applyRenames([queue("exports")], [{ from: "reports", to: "exports" }]);
  const changes = changesBetween(model(queue("reports")), model(after as Stack));
  assert.deepEqual(
    changes.map(({ effect, from, loses }) => [effect, from, loses]),
    [["move", "aws_sqs_queue.reports", null]],
  );
  const unsaid = changesBetween(model(queue("reports")), model(queue("exports")));
  assert.deepEqual(
    unsaid.map(({ effect }) => effect),
    ["destroy", "create"],
  );
});

test("a rename or a patch that hits nothing is refused with the nearest names", () => {
  assert.throws(() => applyRenames([queue("exports")], [{ from: "a", to: "export" }]), /Nearest: exports/);
  const miss = patch("aws_sqs_queue", "export", { delay_seconds: 5 }, { because: "a try" });
  assert.throws(() => applyPatches([queue("exports")], [miss as never]), /Nearest: aws_sqs_queue\.exports/);
});

test("a patch sets and removes arguments, and says why above the resource", () => {
  const change = patch(
    "aws_sqs_queue",
    "exports",
    { delay_seconds: 5, name: null },
    { because: "the receiver starts slowly" },
  );
  const [patched] = applyPatches([queue("exports")], [change as never]);
  assert.deepEqual(patched?.resources[0]?.args, { delay_seconds: 5 });
  assert.match(patched?.resources[0]?.comment ?? "", /the receiver starts slowly/);
});
