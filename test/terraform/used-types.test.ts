// The provider's types that are generated are those that some platform is made of: each costs every type check, and an
// alternative that no reference blueprint takes doesn't ship.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ENVIRONMENTS } from "../../src/blueprint/blueprint.ts";
import { DATA_TYPES, EPHEMERAL_TYPES, RESOURCE_TYPES } from "../../src/platform/terraform/aws/resource-types.ts";
import { blueprintNames, synthesize } from "./synthesized.ts";

test("every generated type is used by a reference blueprint in some environment", async () => {
  const used = { resource: new Set<string>(), data: new Set<string>(), ephemeral: new Set<string>() };
  for (const name of blueprintNames()) {
    for (const environment of ENVIRONMENTS) {
      const { stacks } = await synthesize(name, environment);
      for (const { mode, type } of stacks.flatMap(({ resources }) => resources)) used[mode].add(type);
    }
  }
  assert.deepEqual(
    {
      resource: RESOURCE_TYPES.filter((type) => !used.resource.has(type)),
      data: DATA_TYPES.filter((type) => !used.data.has(type)),
      ephemeral: EPHEMERAL_TYPES.filter((type) => !used.ephemeral.has(type)),
    },
    { resource: [], data: [], ephemeral: [] },
  );
});
