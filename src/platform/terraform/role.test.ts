import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint } from "../../../blueprints/flagship.ts";
import { resolve } from "../../blueprint/platform.ts";
import { boundaryArn } from "../names/identity.ts";
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

const withoutIt = (boundary: string | undefined, wanted: string) =>
  roles(boundary)
    .filter(({ role }) => role.args.permissions_boundary !== wanted)
    .map(({ stack, role }) => `${stack} ${role.address}`);

test("every role of every stack carries the permissions boundary that the blueprint names", () => {
  assert.ok(roles(BOUNDARY).length > 60);
  assert.deepEqual(withoutIt(BOUNDARY, BOUNDARY), []);
});

test("where the blueprint names no boundary, every role carries the platform's own, which the first root makes before any role", () => {
  assert.deepEqual(withoutIt(undefined, boundaryArn(resolve(blueprint))), []);
  const made = synthesizeTerraform(resolve(blueprint))
    .flatMap(({ name, resources }) => resources.map((one) => ({ stack: name, one })))
    .filter(({ one }) => one.address === "aws_iam_policy.boundary");
  assert.deepEqual(
    made.map(({ stack }) => stack),
    [synthesizeTerraform(resolve(blueprint))[0]!.name],
  );
  for (const { stack, role } of roles(undefined).filter(({ stack: name }) => name === made[0]!.stack))
    assert.ok(role.dependsOn.includes("aws_iam_policy.boundary"), `${stack} ${role.address}`);
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
