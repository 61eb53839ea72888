// The flagship: the union of the five briefs, and what `tandem synth` builds when it is told nothing else.
import { defineBlueprint } from "../src/blueprint/blueprint.ts";

export const blueprint = defineBlueprint({
  name: "tandem",
  title: "Analytics that survives the loss of a region, and proves it",
});
