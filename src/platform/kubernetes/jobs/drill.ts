// The release's own recovery, rehearsed where the release runs: two small regions in one pod, one of them killed under load,
// every client operation checked. It says that this very image recovers; that AWS and this platform's regions do is for the
// fault experiments and for people's drills to say.
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import { type Manifest, manifest, type Place } from "../../manifest/manifest.ts";
import { WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import { POD_PATHS, PRIORITY_CLASSES } from "../../names/kubernetes.ts";
import { WITHOUT_ROLE } from "../workloads/accounts.ts";
import { CONTAINER_SECURITY, POD_SECURITY } from "../workloads/pod.ts";
import { appImage, type KubernetesSite } from "../workloads/site.ts";

const NAME = "drill";
/** The image's entry point (image/Dockerfile; a test compares them): a probe's command is run without it. */
export const EXECUTABLE = ["/usr/local/bin/node", "/app/src/cli/main.ts"] as const;
const SCENARIO = "region-loss";
const DIRECTORY = `${POD_PATHS.data}/drill`;
const labels = { "app.kubernetes.io/name": NAME };
const RUN_SECONDS_MAX = 1_200;
const place = (why: string): Place => ({ component: NAME, wave: 4, why });

/** As often as a drill must have been passed, or oftener: cron knows days, weeks and months. */
export const scheduleFor = (everyDays: number): string =>
  everyDays < 7 ? "23 3 * * *" : everyDays < 31 ? "23 3 * * 1" : "23 3 1 * *";

export function drillManifests(site: KubernetesSite): readonly Manifest[] {
  const { platform, region } = site;
  const common = {
    image: appImage(site),
    securityContext: CONTAINER_SECURITY,
    volumeMounts: [
      { name: "data", mountPath: POD_PATHS.data },
      { name: "temporary", mountPath: POD_PATHS.temporary },
    ],
  };
  const metadata = { name: NAME, namespace: WORKLOAD_NAMESPACE, labels };
  return [
    manifest(
      place("The rehearsal touches nothing outside its pod."),
      new ServiceAccount({ metadata: { ...metadata, annotations: WITHOUT_ROLE }, automountServiceAccountToken: false }),
    ),
    manifest(
      place("Rehearses the loss of a region with this release, in one pod; a failed job is an alert."),
      new CronJob({
        metadata,
        spec: {
          schedule: scheduleFor(platform.recovery.drillEveryDays),
          timeZone: "Etc/UTC",
          concurrencyPolicy: "Forbid",
          startingDeadlineSeconds: 3_600,
          successfulJobsHistoryLimit: 2,
          failedJobsHistoryLimit: 3,
          suspend: region.holds.nodes === "none",
          jobTemplate: {
            spec: {
              // A drill that failed has something to say; a second one that passes must not hide it.
              backoffLimit: 0,
              activeDeadlineSeconds: RUN_SECONDS_MAX,
              ttlSecondsAfterFinished: 604_800,
              template: {
                metadata: { labels },
                spec: {
                  serviceAccountName: NAME,
                  automountServiceAccountToken: false,
                  enableServiceLinks: false,
                  restartPolicy: "Never",
                  priorityClassName: PRIORITY_CLASSES[3].name,
                  securityContext: POD_SECURITY,
                  initContainers: [
                    {
                      ...common,
                      name: "regions",
                      // Beside the drill for as long as that runs, and ready before it begins.
                      restartPolicy: "Always",
                      args: ["up", "--data", DIRECTORY, "--port", "20000", "--yes"],
                      resources: { requests: { cpu: "2", memory: "3Gi" }, limits: { memory: "3Gi" } },
                      startupProbe: {
                        exec: { command: [...EXECUTABLE, "status", "--data", DIRECTORY] },
                        periodSeconds: 5,
                        timeoutSeconds: 5,
                        failureThreshold: 60,
                      },
                    },
                  ],
                  containers: [
                    {
                      ...common,
                      name: NAME,
                      args: ["drill", SCENARIO, "--data", DIRECTORY, "--who", "schedule", "--yes"],
                      resources: { requests: { cpu: "500m", memory: "512Mi" }, limits: { memory: "512Mi" } },
                    },
                  ],
                  volumes: [
                    { name: "data", emptyDir: { sizeLimit: "5Gi" } },
                    { name: "temporary", emptyDir: { sizeLimit: "1Gi" } },
                  ],
                },
              },
            },
          },
        },
      }),
    ),
  ];
}
