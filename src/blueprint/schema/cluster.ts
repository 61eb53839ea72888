// Where the workloads run: the EKS clusters, their nodes, who may do what in them.
import { z } from "zod";
import { cidr, count, part, share, way } from "./field.ts";

const instanceTypes = (types: string[]) => z.array(z.string()).min(1).default(types);

export const cluster = part({
  version: z.enum(["1.34", "1.35", "1.36"]).default("1.35").describe("The Kubernetes version."),
  serviceCidr: cidr(12, 24)
    .default("172.20.0.0/16")
    .describe("Addresses of services inside the cluster; overlaps with no network it talks to."),
  nodes: z
    .discriminatedUnion("kind", [
      way("karpenter", {
        systemInstanceTypes: instanceTypes(["m7g.large"]).describe(
          "The small fixed group that carries Karpenter and the add-ons.",
        ),
        families: instanceTypes(["c7g", "m7g", "r7g", "c6g", "m6g", "r6g"]).describe(
          "Instance families that Karpenter may choose from.",
        ),
        architecture: z.enum(["arm64", "amd64"]).default("arm64").describe("The nodes' processor."),
        expireAfterHours: count(24, 2_160)
          .default(720)
          .describe("A node's age at which it is replaced by a fresh one."),
        consolidateAfterSeconds: count(30, 3_600)
          .default(300)
          .describe("How long a node must be under-used before its pods move."),
      }),
      way("managed", {
        instanceTypes: instanceTypes(["m7g.large"]).describe("The type of the nodes."),
        architecture: z.enum(["arm64", "amd64"]).default("arm64").describe("The nodes' processor."),
        min: count(1, 450).optional().describe("Fewest nodes. Left out: derived."),
        max: count(1, 450).optional().describe("Most nodes. Left out: derived."),
      }),
    ])
    .prefault({ kind: "karpenter" })
    .describe("Karpenter makes the nodes that pods ask for; or managed node groups with the Cluster Autoscaler."),
  volumeGib: count(20, 1_000).default(50).describe("Each node's encrypted volume."),
  identity: z.enum(["pod-identity", "irsa"]).default("pod-identity").describe("How a pod gets its role."),
  mesh: z.enum(["none", "istio-ambient"]).default("none").describe("A service mesh."),
  cpuTargetPercent: count(20, 90).default(70).describe("The processor load at which workloads scale out."),
  replicasMin: count(1, 50).default(3).describe("Fewest replicas of a workload that serves."),
  podsPerService: count(1, 500)
    .optional()
    .describe(
      "Replicas of each serving workload as somebody asked for them; raised, and said so, when the objectives need more.",
    ),
  requestsPerSecondPerPod: count(1, 10_000)
    .default(50)
    .describe("Requests that one pod of a serving workload carries at full load."),
  pod: part({
    cpuMillis: count(50, 16_000).default(500).describe("Thousandths of a processor that a serving pod asks for."),
    memoryMib: count(64, 65_536).default(1_024).describe("Its memory, request and limit."),
  }).describe("The size of a serving pod."),
  spotShare: share()
    .default(0.5)
    .describe("The share of what retries (workers, mergers) that runs on spot instances. What serves never does."),
  volumeSnapshots: z
    .enum(["none", "aws-backup", "velero"])
    .default("aws-backup")
    .describe("How persistent volumes and cluster objects are saved."),
  administrators: z
    .array(z.string().regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/))
    .default([])
    .describe("Roles of people who may administer the clusters."),
}).describe("The EKS clusters.");
