// PgBouncer between the workloads and the database: thousands of clients on a few hundred connections. It stands in each
// region before that region's own database, writer or replica; which one may be written, it doesn't know and needn't. It
// speaks TLS to both sides, mesh or none.
import { Certificate } from "@kubernetes-models/cert-manager/cert-manager.io/v1/Certificate";
import { ExternalSecret } from "@kubernetes-models/external-secrets/external-secrets.io/v1/ExternalSecret";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { Service } from "kubernetes-models/v1/Service";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import { type Manifest, manifest, type Place } from "../../manifest/manifest.ts";
import { credentialKey, DATABASE, DATABASE_APPLICATION, DATABASE_PORT, parameterName } from "../../names/data.ts";
import { WORKLOAD_NAMESPACE } from "../../names/identity.ts";
import {
  CERTIFICATE_ISSUER,
  NAMESPACES,
  POD_PATHS,
  POOLER,
  POOLER_HOST,
  POOLER_REPLICAS,
  PRIORITY_CLASSES,
  SECRET_STORES,
  selectorOf,
} from "../../names/kubernetes.ts";
import { DNS_RULE, databaseRule, from, namespacePeer, podPorts, probeRules } from "../policies/network.ts";
import { toolContainer, toolPod } from "../tool-pod.ts";
import { WITHOUT_ROLE } from "../workloads/accounts.ts";
import { LIFETIME } from "../workloads/safety.ts";
import type { KubernetesSite } from "../workloads/site.ts";
import { spreadOf } from "../workloads/spread.ts";

const CONFIGURATION = "/etc/pgbouncer";
/** A transaction that waits longer for a connection than this fails: its caller answers 503 long before. */
const QUERY_WAIT_SECONDS = 10;
/** A renewed certificate and a rotated password are files that PgBouncer reads only when it is told to. */
const RELOAD_SECONDS = 300;
/** Clients whose pod leaves are told to come back elsewhere, and open transactions end. */
const GRACE_SECONDS = 45;

const labels = { "app.kubernetes.io/name": POOLER };
const place = (why: string): Place => ({ component: POOLER, wave: 4, why });
const metadata = (name: string) => ({ name, namespace: NAMESPACES.pooling, labels });

export function poolingManifests(site: KubernetesSite): readonly Manifest[] {
  const { pooling } = site.platform.data;
  if (pooling.kind !== "pgbouncer") return [];
  if (site.platform.secrets.intoPods !== "external-secrets") {
    throw new Error(
      "PgBouncer's file of users is made by External Secrets; with secrets.intoPods = csi choose rds-proxy, or none, for data.pooling.",
    );
  }
  const asleep = site.region.holds.nodes === "none";
  return [
    manifest(
      place("PgBouncer calls nothing of AWS: its account has no role."),
      new ServiceAccount({
        metadata: { ...metadata(POOLER), annotations: WITHOUT_ROLE },
        automountServiceAccountToken: false,
      }),
    ),
    certificate(),
    settings(site, pooling),
    deployment(site, asleep ? 0 : POOLER_REPLICAS),
    manifest(
      place("Where workloads find the database."),
      new Service({
        metadata: metadata(POOLER),
        spec: {
          type: "ClusterIP",
          selector: labels,
          ports: [
            {
              name: "postgres",
              port: DATABASE_PORT,
              targetPort: "postgres",
              protocol: "TCP",
              appProtocol: "postgresql",
            },
          ],
          trafficDistribution: "PreferClose",
        },
      }),
    ),
    manifest(
      place("One PgBouncer at a time may leave."),
      new PodDisruptionBudget({
        metadata: metadata(POOLER),
        spec: { maxUnavailable: 1, unhealthyPodEvictionPolicy: "AlwaysAllow", selector: { matchLabels: labels } },
      }),
    ),
    network(site),
  ];
}

/** cert-manager keeps PgBouncer's certificate here. */
const CERTIFICATE = `${POOLER}-tls`;
const SERVICE_NAMES = [POOLER, `${POOLER}.${NAMESPACES.pooling}`, POOLER_HOST, `${POOLER_HOST}.cluster.local`];

const certificate = (): Manifest =>
  manifest(
    place("The certificate that PgBouncer serves with, from the region's own authority."),
    new Certificate({
      metadata: metadata(POOLER),
      spec: {
        secretName: CERTIFICATE,
        ...LIFETIME,
        privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
        usages: ["server auth", "digital signature"],
        dnsNames: SERVICE_NAMES,
        issuerRef: { group: "cert-manager.io", kind: "ClusterIssuer", name: CERTIFICATE_ISSUER },
      },
    }),
  );

/** PgBouncer, told every so often to read its files anew; connections go on meanwhile. It ends when the pod is told to, and its
 *  end is the pod's. */
export const poolerScript = (reloadSeconds: number): string => `pgbouncer ${CONFIGURATION}/pgbouncer.ini &
pooler=$!
trap 'kill -TERM "$pooler"' TERM
while sleep ${reloadSeconds}; do kill -HUP "$pooler" || exit; done &
wait "$pooler"
code=$?
# A signal ends the wait, not PgBouncer.
while kill -0 "$pooler" 2> /dev/null; do wait "$pooler"; code=$?; done
exit "$code"`;

/** In a Secret, since the file of users holds the password; made anew when it is rotated. */
function settings(
  site: KubernetesSite,
  { serverConnectionsMax, clientConnectionsMax }: { serverConnectionsMax: number; clientConnectionsMax: number },
): Manifest {
  const { platform } = site;
  const each = (total: number) => Math.max(1, Math.floor(total / POOLER_REPLICAS));
  const lines = {
    listen_addr: "0.0.0.0",
    listen_port: DATABASE_PORT,
    auth_type: "scram-sha-256",
    auth_file: `${CONFIGURATION}/userlist.txt`,
    pool_mode: "transaction",
    // Prepared statements survive transaction pooling since PgBouncer 1.21.
    max_prepared_statements: 200,
    default_pool_size: each(serverConnectionsMax),
    max_db_connections: each(serverConnectionsMax),
    max_client_conn: each(clientConnectionsMax),
    query_wait_timeout: QUERY_WAIT_SECONDS,
    client_tls_sslmode: "require",
    client_tls_cert_file: `${POD_PATHS.tls}/tls.crt`,
    client_tls_key_file: `${POD_PATHS.tls}/tls.key`,
    // Encrypted, but not held against an authority: that of RDS isn't in the image.
    server_tls_sslmode: "require",
    server_lifetime: 600,
    ignore_startup_parameters: "extra_float_digits,options",
    unix_socket_dir: "",
    logfile: "",
    pidfile: "",
  };
  const file = [
    "[databases]",
    `${DATABASE} = host={{ .host }} port=${DATABASE_PORT} dbname=${DATABASE}`,
    "[pgbouncer]",
    ...Object.entries(lines).map(([key, value]) => `${key} = ${value}`.trimEnd()),
    "",
  ].join("\n");
  return manifest(
    place(
      `At most ${serverConnectionsMax} connections to the database over all of them, ${each(serverConnectionsMax)} each; the address is this region's own.`,
    ),
    new ExternalSecret({
      metadata: metadata(POOLER),
      spec: {
        refreshInterval: "1m",
        secretStoreRef: { kind: "ClusterSecretStore", name: SECRET_STORES.credentials },
        target: {
          name: POOLER,
          creationPolicy: "Owner",
          deletionPolicy: "Retain",
          template: {
            engineVersion: "v2",
            data: { "pgbouncer.ini": file, "userlist.txt": `"${DATABASE_APPLICATION}" "{{ .password }}"\n` },
          },
        },
        data: [
          {
            secretKey: "password",
            remoteRef: { key: credentialKey(platform, "database-application"), property: "password" },
          },
          {
            secretKey: "host",
            remoteRef: { key: parameterName(platform, "database"), property: "host" },
            sourceRef: { storeRef: { kind: "ClusterSecretStore", name: SECRET_STORES.parameters } },
          },
        ],
      },
    }),
  );
}

function deployment(site: KubernetesSite, replicas: number): Manifest {
  const container = {
    ...toolContainer(site, {
      name: POOLER,
      image: "pgbouncer",
      memoryMib: 128,
      mounts: [
        { name: "configuration", mountPath: CONFIGURATION, readOnly: true },
        { name: "tls", mountPath: POD_PATHS.tls, readOnly: true },
      ],
    }),
    command: ["/bin/sh", "-c", poolerScript(RELOAD_SECONDS)],
    ports: [{ name: "postgres", containerPort: DATABASE_PORT, protocol: "TCP" as const }],
    startupProbe: { tcpSocket: { port: "postgres" }, periodSeconds: 2, failureThreshold: 30 },
    readinessProbe: { tcpSocket: { port: "postgres" }, periodSeconds: 5, failureThreshold: 2 },
    livenessProbe: { tcpSocket: { port: "postgres" }, periodSeconds: 10, failureThreshold: 6 },
    // Leaving, it goes on serving until clients have gone to another one.
    lifecycle: { preStop: { sleep: { seconds: GRACE_SECONDS - 10 } } },
  };
  const { restartPolicy: _, ...pod } = toolPod(POOLER, [container], 1);
  return manifest(
    place("Thousands of clients on a few hundred connections to the database."),
    new Deployment({
      metadata: metadata(POOLER),
      spec: {
        replicas,
        revisionHistoryLimit: 3,
        strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            ...pod,
            priorityClassName: PRIORITY_CLASSES[1].name,
            terminationGracePeriodSeconds: GRACE_SECONDS,
            topologySpreadConstraints: spreadOf(labels, "Deployment"),
            volumes: [
              ...(pod.volumes ?? []),
              { name: "configuration", secret: { secretName: POOLER, defaultMode: 0o440 } },
              { name: "tls", secret: { secretName: CERTIFICATE, defaultMode: 0o440 } },
            ],
          },
        },
      },
    }),
  );
}

function network(site: KubernetesSite): Manifest {
  const clients = site.platform.workloads.filter(({ access }) => access.some((one) => one.to === "database"));
  return manifest(
    place("From the workloads that have to do with the catalogue, to the database."),
    new NetworkPolicy({
      metadata: metadata(POOLER),
      spec: {
        podSelector: { matchLabels: labels },
        policyTypes: ["Ingress", "Egress"],
        ingress: [
          from(
            clients.map((workload) => namespacePeer(WORKLOAD_NAMESPACE, selectorOf(workload))),
            podPorts(site.platform, DATABASE_PORT),
          ),
          ...probeRules(site),
        ],
        egress: [DNS_RULE, databaseRule(site)],
      },
    }),
  );
}
