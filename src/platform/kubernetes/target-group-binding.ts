// A TargetGroupBinding of the AWS Load Balancer Controller: no package knows the kind. A group may be named instead of given
// by its ARN, which ends in characters that AWS makes up (kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/
// targetgroupbinding, read in November 2026).
import type { CustomKind } from "../manifest/kinds.ts";

export type TargetGroupBinding = {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly targetGroupName: string;
    readonly targetType: "ip";
    readonly serviceRef: { readonly name: string; readonly port: number | string };
  };
};

export const TARGET_GROUP_BINDING: CustomKind<TargetGroupBinding> = {
  apiVersion: "elbv2.k8s.aws/v1beta1",
  kind: "TargetGroupBinding",
  scope: "namespaced",
  problems: ({ spec }) =>
    /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/.test(spec.targetGroupName)
      ? []
      : [`spec.targetGroupName "${spec.targetGroupName}" is no name of a target group`],
};
