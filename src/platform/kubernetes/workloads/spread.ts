// How a workload's pods are spread, so that the loss of a zone takes a third of them and that of a node hardly any.
import type { ITopologySpreadConstraint } from "kubernetes-models/v1/TopologySpreadConstraint";
import type { ControllerKind } from "./site.ts";

export const ZONE_KEY = "topology.kubernetes.io/zone";
export const HOST_KEY = "kubernetes.io/hostname";

/** The label by which each controller tells its revisions' pods apart. A CronJob's pods are alone. */
const REVISION_LABELS: Readonly<Record<ControllerKind, string>> = {
  Deployment: "pod-template-hash",
  Rollout: "rollouts-pod-template-hash",
  StatefulSet: "controller-revision-hash",
  CronJob: "controller-uid",
};

/**
 * Over zones it is a condition, over nodes a wish. `minDomains` is left out on purpose: with three demanded and one zone
 * lost, the scheduler counts the lost one as empty, so each living zone may hold one pod and what died is never replaced.
 * `nodeTaintsPolicy: Honor` takes a dead zone's unreachable nodes out of the count (spread.test.ts plays both through). Pods of
 * one revision are counted apart, or a roll-out's old pods would steer its new ones.
 */
export const spreadOf = (
  labels: Readonly<Record<string, string>>,
  controller: ControllerKind,
): ITopologySpreadConstraint[] => [
  {
    topologyKey: ZONE_KEY,
    maxSkew: 1,
    whenUnsatisfiable: "DoNotSchedule",
    nodeTaintsPolicy: "Honor",
    labelSelector: { matchLabels: labels },
    matchLabelKeys: [REVISION_LABELS[controller]],
  },
  {
    topologyKey: HOST_KEY,
    maxSkew: 1,
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: { matchLabels: labels },
    matchLabelKeys: [REVISION_LABELS[controller]],
  },
];
