// What runs: container images and charts, the same in both registries.
import { block, blocks, list } from "../../platform/terraform/refusals/graph.ts";
import { bothRegions, graphOf, inStackOf, otherRegion, type RecoverRule, textsIn, violation } from "./view.ts";

export const IMAGE_RULES: readonly RecoverRule[] = [
  {
    id: "RECOVER-19",
    title: "Images are copied both ways",
    severity: "error",
    why: "Nodes that come up in the survivor pull from its own registry; the image that was pushed last must be there, and after a fail-over pushes go there.",
    mend: "`aws_ecr_replication_configuration` in each region towards the other, with a filter for every repository.",
    find: (subject) =>
      bothRegions(subject).flatMap(({ name }) => {
        const other = otherRegion(subject, name).name;
        const prefixes = inStackOf(subject, name, "aws_ecr_replication_configuration")
          .flatMap(({ args }) => blocks(block(args.replication_configuration).rule))
          .filter((rule) => blocks(rule.destination).some(({ region }) => region === other))
          .flatMap((rule) => {
            const filters = blocks(rule.repository_filter).flatMap(({ filter }) => textsIn(filter));
            return filters.length > 0 ? filters : [""];
          });
        return inStackOf(subject, name, "aws_ecr_repository")
          .filter(({ args }) => !prefixes.some((prefix) => String(args.name).startsWith(prefix)))
          .map((repository) => violation(repository, `isn't copied to ${other}`));
      }),
  },
  {
    id: "RECOVER-20",
    title: "A tag means the same image in both regions, for ever",
    severity: "error",
    why: "A tag that moved between the copy and the fail-over starts another program than the one that was drilled.",
    mend: '`image_tag_mutability = "IMMUTABLE"` on every repository.',
    find: (subject) =>
      graphOf(subject)
        .of("aws_ecr_repository")
        .filter(({ args }) => list(args.image_tag_mutability)[0] !== "IMMUTABLE")
        .map((repository) => violation(repository, "lets tags move")),
  },
];
