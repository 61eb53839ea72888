// For tests: releases that were never built, and a cluster of two objects, one of which names the image.
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { Namespace } from "kubernetes-models/v1/Namespace";
import { manifest } from "../manifest/manifest.ts";
import { WORKLOAD_NAMESPACE } from "../names/identity.ts";
import { imageUrl } from "../names/images.ts";
import type { Release } from "../release.ts";
import type { ManifestSource } from "./files.ts";

export const testRelease = (number: number): Release => ({
  version: `1.${number}.0`,
  commit: String(number).padStart(40, "0"),
  images: { app: `sha256:${String(number).padStart(64, "0")}` },
});

/** `more`: an object that only this release has. */
export const testCluster =
  (more?: string): ManifestSource =>
  (platform, region, release) => [
    manifest(
      { component: "namespaces", wave: 0, why: "Where workloads run." },
      new Namespace({ metadata: { name: WORKLOAD_NAMESPACE } }),
    ),
    ...["collector", ...(more === undefined ? [] : [more])].map((name) =>
      manifest(
        { component: name, wave: 4, why: "What runs." },
        new ConfigMap({
          metadata: { name, namespace: WORKLOAD_NAMESPACE },
          data: { image: `${imageUrl(platform, region, "app")}@${release?.images.app ?? "unreleased"}` },
        }),
      ),
    ),
  ];
