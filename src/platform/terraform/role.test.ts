import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint } from "../../../blueprints/flagship.ts";
import { resolve } from "../../blueprint/platform.ts";
import { synthesizeTerraform } from "./stacks.ts";

const BOUNDARY = "arn:aws:iam::111122223333:policy/company-boundary";
const roles = (boundary: string | undefined) =>
  synthesizeTerraform(
    resolve({ ...blueprint, ...(boundary === undefined ? {} : { existing: { permissionsBoundaryArn: boundary } }) }),
  ).flatMap(({ name, resources }) =>
    resources
      .filter(({ type, mode }) => type === "aws_iam_role" && mode === "resource")
      .map((role) => ({ stack: name, role })),
  );

test("every role of every stack carries the permissions boundary that the blueprint names", () => {
  const all = roles(BOUNDARY);
  assert.ok(all.length > 60);
  const without = all.filter(({ role }) => role.args.permissions_boundary !== BOUNDARY);
  assert.deepEqual(
    without.map(({ stack, role }) => `${stack} ${role.address}`),
    [],
  );
});

test("without a boundary in the blueprint no role has one", () => {
  assert.deepEqual(
    roles(undefined).filter(({ role }) => role.args.permissions_boundary !== undefined),
    [],
  );
});

test("no two roles have the same name, in whichever stack, and none is longer than IAM's 64 characters", () => {
  const names = roles(undefined).map(({ role }) => String(role.args.name));
  assert.deepEqual(
    names.filter((name, index) => names.indexOf(name) !== index),
    [],
  );
  assert.deepEqual(
    names.filter((name) => name.length > 64),
    [],
  );
});
