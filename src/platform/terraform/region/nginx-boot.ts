// What an Nginx instance does when it is born: packages, the files of its machine, and the configuration from the static
// bucket, where Terraform put it. The packages come from S3 too, so an instance that can't reach it couldn't be born with
// a configuration inside this script either; and so there is only one.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { MAIN_FILE } from "../../nginx/configuration.ts";
import { INNER_HOST_FILE, instanceMachine, machineFiles, noKey } from "../../nginx/machine.ts";
import { KEY_FILE } from "../../nginx/place.ts";

/** Stands for the inner load balancer's DNS name, which Terraform alone knows. */
export const UPSTREAM = "@@inner@@";
/** Until the bucket answers: ten minutes, after which the group replaces the instance. */
const TRIES = { most: 120, pauseSeconds: 5 };

/** A cloud-init script, with UPSTREAM where the inner load balancer's name belongs. */
export function bootScript(platform: Platform, region: Region): string {
  const { place, script } = instanceMachine(platform, region);
  const { cdn } = platform.edge;
  return [
    "#!/bin/bash",
    "set -euo pipefail",
    "dnf install -y nginx openssl logrotate amazon-cloudwatch-agent",
    `mkdir -p /etc/nginx/tls ${place.live} ${place.site} ${place.cache} ${place.temporary}`,
    "# Between the load balancer and here: encrypted, with a certificate that nobody checks.",
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=nginx \\",
    `  -keyout ${place.certificateKey} -out ${place.certificate}`,
    ...machineFiles(platform, region).flatMap(({ path, mode, text }) => [
      ...written(path, text),
      ...(mode === "0644" ? [] : [`chmod ${mode} ${path}`]),
    ]),
    ...written(`${place.live}/${INNER_HOST_FILE}`, `${UPSTREAM}\n`),
    ...(cdn.kind === "external" ? written(`${place.live}/${KEY_FILE}`, noKey(cdn.secretHeader)) : []),
    `for try in $(seq ${TRIES.most}); do ${script} birth && break; sleep ${TRIES.pauseSeconds}; done`,
    `ln -sf ${place.live}/${MAIN_FILE} /etc/nginx/nginx.conf`,
    "systemctl daemon-reload",
    "systemctl enable --now nginx web-tier-site.timer web-tier-upstream.timer",
    "/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s \\",
    "  -c file:/opt/aws/amazon-cloudwatch-agent/etc/site.json",
    "",
  ].join("\n");
}

const written = (path: string, text: string): string[] => [
  `cat > ${path} <<'END'`,
  ...text.trimEnd().split("\n"),
  "END",
];
