import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { changesBetween, unguarded } from "./changes.ts";
import type { File, Stack } from "./language/stack.ts";
import { emptyStack } from "./language/stack-for-tests.ts";
import type { Model } from "./model.ts";
import { applyPatches, patch } from "./patch.ts";
import { applyRenames } from "./renames.ts";
import { SENSITIVE_ARGUMENTS } from "./sensitive-arguments.ts";

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

test("a guard that comes off is told, though nothing in AWS changes by it", () => {
  const key = (guarded: boolean) =>
    model(
      declared((file) => {
        file.resource("aws_kms_key", "main", {}, { lifecycle: { preventDestroy: guarded } });
        file.resource("aws_kms_key", "never", {});
      }),
    );
  assert.deepEqual(changesBetween(key(true), key(false)), []);
  assert.deepEqual(
    unguarded(key(true), key(false)).map(({ address }) => address),
    ["aws_kms_key.main"],
  );
  assert.deepEqual(unguarded(key(false), key(true)), []);
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

test("a database in a network that is made anew is told, for Terraform would only find out while it applies", () => {
  const network = (cidr: string) =>
    declared((file) => {
      const vpc = file.resource("aws_vpc", "main", { cidr_block: cidr });
      const subnet = file.resource("aws_subnet", "a", { vpc_id: vpc.id, cidr_block: "10.0.0.0/24" });
      const group = file.resource("aws_db_subnet_group", "g", { name: "g", subnet_ids: [subnet.id] });
      file.resource("aws_db_instance", "z", { instance_class: "db.t4g.micro", db_subnet_group_name: group.name });
      file.resource("aws_sqs_queue", "q", { name: "q" });
    });
  const changes = changesBetween(model(network("10.0.0.0/16")), model(network("10.1.0.0/16")));
  assert.deepEqual(
    changes
      .filter(({ strandedIn }) => strandedIn !== undefined)
      .map(({ address, strandedIn }) => [address, strandedIn]),
    [["aws_db_instance.z", "aws_vpc.main"]],
  );
  assert.equal(changes[0]?.address, "aws_db_instance.z");
  assert.deepEqual(changesBetween(model(network("10.0.0.0/16")), model(network("10.0.0.0/16"))), []);
});

test("a lost database is told before a lost log", () => {
  const before = declared((file) => {
    file.resource("aws_cloudwatch_log_group", "a", { name: "a" });
    file.resource("aws_db_instance", "z", { instance_class: "db.t4g.micro" });
  });
  assert.deepEqual(
    changesBetween(model(before), model(emptyStack())).map(({ address }) => address),
    ["aws_db_instance.z", "aws_cloudwatch_log_group.a"],
  );
});

test("what Terraform ignores in a block is no change", () => {
  const brokers = (gibibytes: number) =>
    declared((file) => {
      file.resource(
        "aws_msk_cluster",
        "brokers",
        { broker_node_group_info: { storage_info: { ebs_storage_info: { volume_size: gibibytes } } } } as never,
        {
          lifecycle: { ignoreChanges: ["broker_node_group_info[0].storage_info[0].ebs_storage_info[0].volume_size"] },
        } as never,
      );
    });
  assert.deepEqual(changesBetween(model(brokers(114)), model(brokers(12))), []);
});

test("a patch that holds a secret is refused, and every patch that can't be applied is named at once", () => {
  assert.throws(
    () =>
      applyPatches([queue("exports")], [
        { address: "aws_db_instance.main", set: { password: "hunter2", password_wo: "hunter2" }, because: "a try" },
        {
          address: "aws_opensearch_domain.main",
          set: { advanced_security_options: [{ master_user_options: { master_user_password: "hunter2" } }] },
          because: "a try",
        },
      ] as never),
    ({ message }: Error) =>
      /aws_db_instance\.main with a value for password,/.test(message) &&
      /aws_db_instance\.main with a value for password_wo,/.test(message) &&
      /for advanced_security_options\.master_user_options\.master_user_password/.test(message) &&
      /aws_db_instance\.main, which no stack has/.test(message) &&
      !message.includes("hunter2"),
  );
});

test("the secret arguments are those where the generated types take references only", () => {
  const folder = new URL("./aws/", import.meta.url);
  const text = ["aws.generated.ts", "blocks.generated.ts"].map((name) => readFileSync(new URL(name, folder), "utf8"));
  const interfaces = text.join("\n").matchAll(/^(?:export )?interface (\w+)[^{]*\{\n(.*?)^\}/gms);
  const referencesOnly = [...interfaces].flatMap(([, , body]) =>
    [...(body ?? "").matchAll(/readonly (\w+)\?: Ref</g)].map(([, name]) => name ?? ""),
  );
  assert.ok(referencesOnly.includes("password_wo"));
  const known = new Set(Object.values(SENSITIVE_ARGUMENTS).flat());
  assert.deepEqual(
    referencesOnly.filter((name) => !known.has(name) && !name.endsWith("_wo")),
    [],
  );
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
