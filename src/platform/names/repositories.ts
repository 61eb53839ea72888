// The repositories of one platform's own registry: the program's image, the charts it is installed with, and the images
// that ECR can't fetch by itself. Only what the blueprint asks for.
import type { Platform } from "../../blueprint/platform.ts";
import { CHARTS, type Chart, chartRepository, chartsOf } from "./charts.ts";
import type { RepositoryName } from "./images.ts";
import { IMAGES, type ImageName, pushedRepository } from "./upstream-images.ts";

/** Tools of our own jobs, which no chart brings. */
const toolsOf = ({ data }: Platform): readonly ImageName[] => [
  "aws-cli",
  "postgres",
  ...(data.pooling.kind === "pgbouncer" ? (["pgbouncer"] as const) : []),
];

/** The images of others that a platform's clusters run. */
export const upstreamImagesOf = (platform: Platform): readonly ImageName[] => [
  ...toolsOf(platform),
  ...new Set(
    chartsOf(platform).flatMap((name) => {
      const { images }: Chart = CHARTS[name];
      return images;
    }),
  ),
];

export const repositoriesOf = (platform: Platform): readonly RepositoryName[] => [
  "app",
  ...chartsOf(platform).map(chartRepository),
  ...new Set(
    upstreamImagesOf(platform)
      .map((name) => pushedRepository(IMAGES[name]))
      .filter((repository) => repository !== undefined),
  ),
];
