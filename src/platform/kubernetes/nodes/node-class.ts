// What Karpenter's nodes are made of: Bottlerocket at a pinned release, like the fixed nodes that Terraform keeps, volumes
// under the cluster's key, and credentials of the instance that no pod can reach.
import { EC2NodeClass } from "@kubernetes-models/karpenter/karpenter.k8s.aws/v1/EC2NodeClass";
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { type Manifest, manifest } from "../../manifest/manifest.ts";
import { clusterName, discoveryTag } from "../../names/cluster.ts";
import { machineryRole } from "../../names/identity.ts";
import { keyAliasArn } from "../../names/keys.ts";
import { nodeClassProblems, refuse } from "./rules.ts";

export const NODE_CLASS = "bottlerocket";
/** Pinned: with "latest" a release would replace every node at once. Seen in public configurations of autumn 2026. */
const BOTTLEROCKET = "1.64.0";
/** The system's own volume; its image has 2 GiB. Images and logs lie on the other one. */
const SYSTEM_VOLUME_GIB = 4;
/** As for the managed groups: enough for any node that Karpenter may choose, and few enough for the addresses of a zone. */
const PODS_PER_NODE = 110;

export function nodeClass(platform: Platform, region: Region): Manifest {
  const volume = (gib: number) => ({
    volumeType: "gp3" as const,
    volumeSize: `${gib}Gi`,
    encrypted: true,
    kmsKeyID: keyAliasArn(platform, "cluster", region.name),
    deleteOnTermination: true,
  });
  const tagged = [{ tags: { ...discoveryTag(platform, region) } }];
  const spec = {
    amiSelectorTerms: [{ alias: `bottlerocket@v${BOTTLEROCKET}` }],
    role: machineryRole(platform, region, "karpenter-nodes"),
    subnetSelectorTerms: tagged,
    securityGroupSelectorTerms: tagged,
    blockDeviceMappings: [
      { deviceName: "/dev/xvda", ebs: volume(SYSTEM_VOLUME_GIB) },
      { deviceName: "/dev/xvdb", ebs: volume(platform.cluster.volumeGib) },
    ],
    metadataOptions: {
      httpEndpoint: "enabled" as const,
      httpProtocolIPv6: "disabled" as const,
      // One hop: an answer doesn't reach a pod, whose role is its own.
      httpPutResponseHopLimit: 1,
      httpTokens: "required" as const,
    },
    detailedMonitoring: true,
    associatePublicIPAddress: false,
    kubelet: { maxPods: PODS_PER_NODE },
    tags: {
      Name: `${clusterName(platform, region)}-karpenter`,
      region: region.name,
      "cost-center": platform.costCenter,
      owner: platform.owner,
    },
  };
  refuse(NODE_CLASS, nodeClassProblems(spec));
  return manifest(
    {
      component: "nodes",
      wave: 2,
      why: "What a node is made of: a pinned system, encrypted volumes, no public address.",
    },
    new EC2NodeClass({ metadata: { name: NODE_CLASS }, spec }),
  );
}
