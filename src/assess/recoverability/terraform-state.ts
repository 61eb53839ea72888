// Where Terraform remembers what it made: never only in the region that may be lost, and never lost itself.
import { block } from "../../platform/terraform/refusals/graph.ts";
import { graphOf, type RecoverRule, violation } from "./view.ts";

export const STATE_RULES: readonly RecoverRule[] = [
  {
    id: "RECOVER-59",
    title: "The state of a region lies in that region, everything common in the witness's",
    severity: "error",
    why: "With the state of the survivor, or of the edge, in the lost region, nothing can be changed until it is back.",
    mend: "`stateBucket(platform, region)` with the stack's own region, or the witness's for global, witness, link and edge.",
    find: ({ platform, stacks }) =>
      stacks.flatMap(({ name, settings }) => {
        const own = name.split("/")[1];
        const wanted = own ?? platform.regions.witness.name;
        const { region } = settings.state;
        return region === wanted ? [] : [{ address: name, says: `keeps its state in ${region}, not in ${wanted}` }];
      }),
  },
  {
    id: "RECOVER-60",
    title: "A state that was spoilt can be brought back, and its bucket can't be deleted by a plan",
    severity: "error",
    why: "Without its state Terraform wants to make a second platform beside the first.",
    mend: "Versioning and `prevent_destroy` on the bucket of states, in each region's bootstrap.",
    find: (subject) => {
      const graph = graphOf(subject);
      return subject.stacks
        .filter(({ name }) => name.startsWith("bootstrap/"))
        .flatMap(({ name, region, settings }) => {
          const bucket = graph
            .of("aws_s3_bucket")
            .find((one) => one.region === region && graph.nameOf(one) === settings.state.bucket);
          if (!bucket) return [{ address: name, says: `makes no bucket ${settings.state.bucket}` }];
          const versioning = graph.besideBucket("aws_s3_bucket_versioning", bucket);
          return [
            ...(block(versioning?.args.versioning_configuration).status === "Enabled"
              ? []
              : [violation(bucket, "keeps no versions")]),
            ...(bucket.lifecycle.preventDestroy === true ? [] : [violation(bucket, "can be destroyed by a plan")]),
          ];
        });
    },
  },
];
