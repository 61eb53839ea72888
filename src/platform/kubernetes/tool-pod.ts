// A pod with somebody else's tool in it: the same limits on what it may be as our own pods, another image.
import type { IContainer } from "kubernetes-models/v1/Container";
import type { IPodSpec } from "kubernetes-models/v1/PodSpec";
import type { IVolumeMount } from "kubernetes-models/v1/VolumeMount";
import { POD_PATHS, PRIORITY_CLASSES } from "../names/kubernetes.ts";
import { IMAGES, type ImageName, imageRepository } from "../names/upstream-images.ts";
import { CONTAINER_SECURITY, POD_SECURITY } from "./workloads/pod.ts";
import type { KubernetesSite } from "./workloads/site.ts";

export const toolImage = ({ platform, region }: KubernetesSite, name: ImageName): string =>
  `${imageRepository(platform, region, name)}:${IMAGES[name].tag}`;

export type Tool = {
  readonly name: string;
  readonly image: ImageName;
  readonly script?: string;
  readonly memoryMib: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly mounts?: readonly IVolumeMount[];
};

export const toolContainer = (
  site: KubernetesSite,
  { name, image, script, memoryMib, env, mounts }: Tool,
): IContainer => ({
  name,
  image: toolImage(site, image),
  ...(script === undefined ? {} : { command: ["/bin/bash", "-c", script] }),
  ...(env === undefined ? {} : { env: Object.entries(env).map(([key, value]) => ({ name: key, value })) }),
  resources: {
    requests: { cpu: "100m", memory: `${memoryMib}Mi` },
    limits: { memory: `${memoryMib}Mi` },
  },
  securityContext: CONTAINER_SECURITY,
  volumeMounts: [{ name: "temporary", mountPath: POD_PATHS.temporary }, ...(mounts ?? [])],
});

/** `sizeGib`: of the temporary files. */
export const toolPod = (account: string, containers: IContainer[], sizeGib: number): IPodSpec => ({
  serviceAccountName: account,
  automountServiceAccountToken: false,
  enableServiceLinks: false,
  priorityClassName: PRIORITY_CLASSES[3].name,
  restartPolicy: "Never",
  securityContext: POD_SECURITY,
  containers,
  volumes: [{ name: "temporary", emptyDir: { sizeLimit: `${sizeGib}Gi` } }],
});
