// Volumes: encrypted with the cluster's own key, in the zone of the pod that asks for one. The driver is an add-on of EKS
// that Terraform keeps.
import { StorageClass } from "kubernetes-models/storage.k8s.io/v1/StorageClass";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { keyAliasArn } from "../../names/keys.ts";
import { STORAGE_CLASS } from "../../names/kubernetes.ts";
import { savedAs } from "../../names/safety.ts";
import type { Site } from "./application.ts";

export const EBS_DRIVER = "ebs.csi.aws.com";

export function storage({ platform, region }: Site): readonly Manifest[] {
  // The tag puts a volume into AWS Backup's plan; where Velero saves volumes, once is enough.
  const saved = platform.cluster.volumeSnapshots === "aws-backup" ? Object.entries(savedAs("important")) : [];
  return [
    manifest(
      {
        component: "storage",
        wave: 1,
        why: "The class of every volume: encrypted, made where its pod runs, and growable.",
      },
      new StorageClass({
        metadata: {
          name: STORAGE_CLASS,
          // Which class is a shared cluster's usual one is for its owner to say.
          annotations: {
            "storageclass.kubernetes.io/is-default-class": String(platform.existing.clusters === undefined),
          },
        },
        provisioner: EBS_DRIVER,
        parameters: {
          type: "gp3",
          encrypted: "true",
          kmsKeyId: keyAliasArn(platform, "cluster", region.name),
          ...Object.fromEntries(
            saved.map(([key, value], index) => [`tagSpecification_${index + 1}`, `${key}=${value}`]),
          ),
        },
        // Bound to a zone only when its pod is placed, or the pod could wait for ever for room in that zone.
        volumeBindingMode: "WaitForFirstConsumer",
        reclaimPolicy: "Delete",
        allowVolumeExpansion: true,
      }),
    ),
  ];
}
