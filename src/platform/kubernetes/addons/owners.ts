// Who keeps each piece of a cluster's own software. One owner each: what EKS keeps as an add-on isn't installed a second time
// from a chart, since two owners put each other's changes back.
import type { ChartName } from "../../names/charts.ts";
import type { AddonName } from "../../terraform/region/addon-versions.ts";

export type Owner =
  /** An add-on of EKS, whose version Terraform pins. */
  | { readonly by: "eks"; readonly addon: AddonName }
  /** A chart that Argo CD installs. */
  | { readonly by: "argo-cd"; readonly chart: Exclude<ChartName, "argo-cd"> }
  /** A chart that the bootstrap build installs, before there is an Argo CD. */
  | { readonly by: "bootstrap"; readonly chart: "argo-cd" };

const eks = (addon: AddonName): Owner => ({ by: "eks", addon });
const chart = (name: Exclude<ChartName, "argo-cd">): Owner => ({ by: "argo-cd", chart: name });

export const OWNERS = {
  "pods' addresses and network policies": eks("vpc-cni"),
  "services' addresses": eks("kube-proxy"),
  "names inside the cluster": eks("coredns"),
  "pods' roles": eks("eks-pod-identity-agent"),
  volumes: eks("aws-ebs-csi-driver"),
  "snapshots of volumes": eks("snapshot-controller"),
  "nodes that are ill": eks("eks-node-monitoring-agent"),
  "metrics of nodes and pods in CloudWatch": eks("amazon-cloudwatch-observability"),
  delivery: { by: "bootstrap", chart: "argo-cd" },
  "routes' definitions": chart("gateway-api"),
  "rules' and monitors' definitions": chart("prometheus-operator-crds"),
  "nodes' definitions": chart("karpenter-crd"),
  nodes: chart("karpenter"),
  "managed groups' sizes": chart("cluster-autoscaler"),
  "target groups' members": chart("aws-load-balancer-controller"),
  "credentials in Secrets": chart("external-secrets"),
  "credentials as files": chart("secrets-store-csi-driver"),
  "credentials of AWS as files": chart("secrets-store-csi-driver-provider-aws"),
  "how busy pods are": chart("metrics-server"),
  "workers by queues": chart("keda"),
  "new versions": chart("argo-rollouts"),
  certificates: chart("cert-manager"),
  "Istio's definitions": chart("istio-base"),
  "the inner gateway": chart("istiod"),
  "the mesh's way through a node": chart("istio-cni"),
  "the mesh's tunnels": chart("ztunnel"),
  "names in the region's branch of the domain": chart("external-dns"),
  "backups of the cluster": chart("velero"),
  "metrics, alerts and dashboards": chart("kube-prometheus-stack"),
  traces: chart("opentelemetry-collector"),
  "AWS' metrics": chart("yace"),
  "pods' logs": chart("fluent-bit"),
} as const satisfies Record<string, Owner>;
