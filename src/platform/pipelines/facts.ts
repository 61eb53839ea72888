// What the scripts must know of each environment: accounts, regions, roles, registries, roots. One file of data, so that a
// script holds no name of its own.
import type { Platform } from "../../blueprint/platform.ts";
import { terraformRole } from "../names/bootstrap.ts";
import { CHARTS, type Chart, chartRepository, chartsOf } from "../names/charts.ts";
import { gitHost } from "../names/delivery.ts";
import { imagePushRole, roleArn } from "../names/identity.ts";
import { imageUrl, type RepositoryName, registryHost, repositoryName } from "../names/images.ts";
import { upstreamImagesOf } from "../names/repositories.ts";
import { regionIllAlarm } from "../names/safety.ts";
import {
  cacheOf,
  IMAGES,
  pushedRepository,
  pushedTag,
  type UpstreamImage,
  upstreamOf,
} from "../names/upstream-images.ts";

import { approvalIn } from "./pipelines.ts";

/**
 * The Terraform roots that a pipeline applies, in that order. The bootstraps are a person's: a pipeline could widen its own
 * permissions there.
 */
export const rootsOf = ({ regions: { primary, standby } }: Platform): readonly string[] => [
  "global",
  `region/${primary.name}`,
  `region/${standby.name}`,
  "witness",
  "link",
  "edge",
];

export function environmentFacts(platform: Platform) {
  const { primary, standby } = platform.regions;
  return {
    environment: platform.environment,
    account: platform.accountId,
    // A person merges what is proposed for it.
    approval: approvalIn(platform),
    roles: {
      images: roleArn(platform, imagePushRole(platform)),
      plan: roleArn(platform, terraformRole(platform, "plan")),
      apply: roleArn(platform, terraformRole(platform, "apply")),
    },
    app: repositoryName(platform, "app"),
    regions: [primary, standby].map((region) => ({
      name: region.name,
      registry: registryHost(platform, region),
      image: imageUrl(platform, region, "app"),
      // A region that holds copies alone has no alarm, and nothing that could be ill.
      ill: region.holds.entry ? regionIllAlarm(platform, region.name) : null,
    })),
    bakeMinutes: platform.delivery.regionBakeMinutes,
    roots: rootsOf(platform),
    copies: copiesOf(platform),
  };
}

type ImageCopy = { readonly from: string; readonly repository: RepositoryName; readonly tag: string } & (
  | { readonly kind: "image" }
  | { readonly kind: "layered"; readonly archive: string; readonly into: string }
);

/** What others built and ECR can't fetch by itself: from where, into which repository, under which tag. */
function copiesOf(platform: Platform) {
  const images = upstreamImagesOf(platform).flatMap((name): readonly ImageCopy[] => {
    const repository = pushedRepository(IMAGES[name]);
    if (repository === undefined || cacheOf(IMAGES[name]) !== undefined) return [];
    const image: UpstreamImage = IMAGES[name];
    const copy = { from: upstreamOf(name), repository, tag: pushedTag(image) };
    return image.adds === undefined
      ? [{ kind: "image" as const, ...copy }]
      : [{ kind: "layered" as const, ...copy, archive: image.adds.archive, into: image.adds.into.slice(1) }];
  });
  const charts = chartsOf(platform).map((name) => {
    const chart: Chart = CHARTS[name];
    return { kind: "chart" as const, name, repository: chartRepository(name), tag: chart.version, from: chart.from };
  });
  return [...images, ...charts].map((one) => ({ ...one, repository: `${platform.name}/${one.repository}` }));
}

/** The whole file. */
export function factsText(environments: readonly Platform[]): string {
  const [first] = environments;
  return `${JSON.stringify(
    {
      gitHost: first === undefined ? "github.com" : gitHost(first),
      deployRepository: first?.delivery.gitOpsRepository ?? "",
      sourceRepository: first?.delivery.repository ?? "",
      environments: environments.map(environmentFacts),
    },
    null,
    2,
  )}\n`;
}
