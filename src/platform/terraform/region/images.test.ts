import assert from "node:assert/strict";
import { test } from "node:test";
import { blueprint as B } from "../../../../blueprints/B.ts";
import { blueprint as C } from "../../../../blueprints/C.ts";
import { blueprint as flagship } from "../../../../blueprints/flagship.ts";
import { resolve } from "../../../blueprint/platform.ts";
import { pushedRepositoryArns, REPOSITORY_PREFIXES, repositoryArn, repositoryName } from "../../names/images.ts";
import { repositoriesOf } from "../../names/repositories.ts";
import { synthesizeTerraform } from "../stacks.ts";

for (const [name, blueprint] of Object.entries({ B, C, flagship })) {
  const platform = resolve(blueprint, "prod");
  const stacks = synthesizeTerraform(platform);

  test(`${name}: both regions have a repository for every chart and image that is pushed, and no other`, () => {
    const wanted = repositoriesOf(platform).map((one) => repositoryName(platform, one));
    for (const { name: region } of [platform.regions.primary, platform.regions.standby]) {
      const made = stacks
        .filter((stack) => stack.name === `region/${region}`)
        .flatMap(({ resources }) => resources.filter(({ type }) => type === "aws_ecr_repository"))
        .map(({ args }) => args.name);
      assert.deepEqual([...made].sort(), [...wanted].sort(), region);
    }
  });

  test(`${name}: what a pipeline may push and what is copied to the other region covers each repository`, () => {
    const { primary } = platform.regions;
    const allowed = pushedRepositoryArns(platform, primary);
    const covered = (arn: string) =>
      allowed.some((one) => one === arn || (one.endsWith("*") && arn.startsWith(one.slice(0, -1))));
    for (const repository of repositoriesOf(platform)) {
      assert.ok(covered(repositoryArn(platform, primary, repository)), repository);
      assert.ok(
        REPOSITORY_PREFIXES.some((prefix) => repository.startsWith(prefix)),
        repository,
      );
    }
    assert.ok(!covered(repositoryArn(platform, primary, "app-of-another" as never)));
  });
}
