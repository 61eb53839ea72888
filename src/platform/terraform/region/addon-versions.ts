// Which version of each EKS add-on goes with which Kubernetes version, pinned: an add-on that follows "latest" makes two
// applies of the same commit two different clusters. Each row was read from configurations that ran on that version in
// 2026; `aws eks describe-addon-versions --kubernetes-version 1.35` prints what is newest, and raising one is an edit
// here, made on purpose.

export const KUBERNETES_VERSIONS = ["1.34", "1.35", "1.36"] as const;
export type KubernetesVersion = (typeof KUBERNETES_VERSIONS)[number];

export type AddonName =
  | "vpc-cni"
  | "kube-proxy"
  | "coredns"
  | "eks-pod-identity-agent"
  | "aws-ebs-csi-driver"
  | "snapshot-controller"
  | "eks-node-monitoring-agent"
  | "amazon-cloudwatch-observability";

export const ADDON_VERSIONS = {
  "1.34": {
    "vpc-cni": "v1.21.1-eksbuild.1",
    "kube-proxy": "v1.34.1-eksbuild.2",
    coredns: "v1.12.4-eksbuild.1",
    "eks-pod-identity-agent": "v1.3.10-eksbuild.2",
    "aws-ebs-csi-driver": "v1.54.0-eksbuild.1",
    "snapshot-controller": "v8.5.0-eksbuild.3",
    "eks-node-monitoring-agent": "v1.4.2-eksbuild.1",
    "amazon-cloudwatch-observability": "v6.4.0-eksbuild.1",
  },
  "1.35": {
    "vpc-cni": "v1.23.0-eksbuild.1",
    "kube-proxy": "v1.35.3-eksbuild.18",
    coredns: "v1.14.3-eksbuild.3",
    "eks-pod-identity-agent": "v1.4.0-eksbuild.1",
    "aws-ebs-csi-driver": "v1.63.1-eksbuild.1",
    "snapshot-controller": "v8.6.0-eksbuild.4",
    "eks-node-monitoring-agent": "v1.6.4-eksbuild.1",
    "amazon-cloudwatch-observability": "v6.4.0-eksbuild.1",
  },
  "1.36": {
    "vpc-cni": "v1.21.2-eksbuild.2",
    "kube-proxy": "v1.36.0-eksbuild.7",
    coredns: "v1.14.2-eksbuild.4",
    "eks-pod-identity-agent": "v1.3.10-eksbuild.3",
    "aws-ebs-csi-driver": "v1.62.0-eksbuild.1",
    "snapshot-controller": "v8.6.0-eksbuild.4",
    "eks-node-monitoring-agent": "v1.6.6-eksbuild.1",
    "amazon-cloudwatch-observability": "v6.4.0-eksbuild.1",
  },
} as const satisfies Record<KubernetesVersion, Record<AddonName, string>>;
