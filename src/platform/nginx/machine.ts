// What a machine of the tier has beside its configuration: one script that keeps it as the static bucket says, timers that
// run it, and the agent's list of logs. An instance is born with these files, and Ansible puts the same ones in place.
import type { Platform, Region } from "../../blueprint/platform.ts";
import { bucketName, parameterName, secretName, secretParameter } from "../names/data.ts";
import { nginxLogGroup, nginxPrefix, SITE_PREFIX } from "../names/edge.ts";
import { edgeKeyMap } from "./clients.ts";
import { MAIN_FILE, upstreamServers } from "./configuration.ts";
import { written } from "./directive.ts";
import { INNER_FILE, instancePlace, KEY_FILE, type Place } from "./place.ts";

/** A file of the machine: its path there, and who may do what with it. */
export type MachineFile = {
  readonly path: string;
  readonly mode: "0644" | "0755";
  readonly text: string;
  readonly why: string;
};

/** Where the script finds things; only a test says other places than an instance's. */
export type Machine = {
  readonly place: Place;
  readonly script: string;
  readonly lock: string;
  readonly innerPort: number;
};

/** The file that holds the inner load balancer's DNS name, which Terraform alone knows. */
export const INNER_HOST_FILE = "inner-host";
const UNITS = "/etc/systemd/system";
const AGENT_FILE = "/opt/aws/amazon-cloudwatch-agent/etc/site.json";
/** Load balancers change addresses within minutes and keep the old ones a while; DNS answers are kept 60 s by AWS. */
const UPSTREAM_SECONDS = 10;
const SITE_SECONDS = 60;
/** So that a configuration that Nginx takes and that is wrong all the same doesn't meet every instance at once. */
const SITE_SPREAD_SECONDS = 45;

export const instanceMachine = (platform: Platform, region: Region): Machine => ({
  place: instancePlace(platform, region),
  script: "/usr/local/bin/web-tier",
  lock: "/run/web-tier.lock",
  innerPort: 443,
});

export function machineFiles(platform: Platform, region: Region): readonly MachineFile[] {
  const machine = instanceMachine(platform, region);
  const timed = (what: "site" | "upstream", says: string, everySeconds: number, spreadSeconds: number) => [
    unit(`web-tier-${what}.service`, says, [
      "[Service]",
      "Type=oneshot",
      `ExecStart=${machine.script} ${what}`,
      "TimeoutStartSec=120",
    ]),
    unit(`web-tier-${what}.timer`, `${says} Runs it every ${everySeconds} s.`, [
      "[Timer]",
      `OnBootSec=${everySeconds}`,
      `OnUnitInactiveSec=${everySeconds}`,
      `RandomizedDelaySec=${spreadSeconds}`,
      "AccuracySec=1",
      "[Install]",
      "WantedBy=timers.target",
    ]),
  ];
  return [
    {
      path: machine.script,
      mode: "0755",
      text: keepingScript(platform, region, machine),
      why: "Fetches the site and the configuration, follows the inner load balancer's addresses, and reloads Nginx only with what Nginx takes.",
    },
    ...timed(
      "site",
      "The site and the configuration, as the static bucket has them.",
      SITE_SECONDS,
      SITE_SPREAD_SECONDS,
    ),
    ...timed("upstream", "The inner load balancer's addresses, as DNS has them.", UPSTREAM_SECONDS, 0),
    {
      path: AGENT_FILE,
      mode: "0644",
      text: `${JSON.stringify(agent(platform, machine.place), null, 2)}\n`,
      why: "Which logs the CloudWatch agent sends where.",
    },
  ];
}

const unit = (name: string, says: string, lines: readonly string[]): MachineFile => ({
  path: `${UNITS}/${name}`,
  mode: "0644",
  text: ["[Unit]", `Description=${says}`, ...lines, ""].join("\n"),
  why: says,
});

const agent = (platform: Platform, { accessLog, errorLog }: Place): object => ({
  logs: {
    logs_collected: {
      files: {
        collect_list: [accessLog, errorLog].map((path) => ({
          file_path: path,
          log_group_name: nginxLogGroup(platform),
          log_stream_name: `{instance_id}/${path.replace(/^.*\//, "").replace(/\.log$/, "")}`,
        })),
      },
    },
  },
});

/** `web-tier site`, `web-tier upstream`, and both at once for the first time. Each ends with the old files in place where Nginx refuses the new ones. */
export function keepingScript(platform: Platform, region: Region, machine: Machine): string {
  const { place, lock, innerPort } = machine;
  const bucket = `s3://${bucketName(platform, "static", region.name)}`;
  const s3 = "aws s3 sync --only-show-errors --delete";
  const guarded =
    platform.edge.cdn.kind === "external" ? edgeKey(platform, region, platform.edge.cdn.secretHeader) : [];
  return [
    "#!/bin/bash",
    "# Keeps this machine's Nginx as the region's static bucket and DNS say.",
    "set -euo pipefail",
    "umask 022",
    `live=${place.live}`,
    `exec 9> ${lock}`,
    "flock 9",
    "next=$(mktemp -d)",
    "trap 'rm -rf \"$next\"' EXIT",
    'mkdir -p "$next/new" "$next/old"',
    "",
    "# Puts the files in $next/new in place if Nginx takes them; else everything stays as it was.",
    "take() {",
    "  local changed= file",
    '  for file in "$next"/new/*.conf; do',
    '    cmp -s "$file" "$live/$(basename "$file")" || changed=yes',
    "  done",
    '  if [ -z "$changed" ]; then return; fi',
    '  cp -a "$live/." "$next/old/"',
    '  cp -p "$next"/new/*.conf "$live/"',
    `  if ! nginx -t -q -c "$live/${MAIN_FILE}"; then`,
    '    cp -a "$next/old/." "$live/"',
    "    echo 'web-tier: Nginx refuses the new files, so the old ones stay. See above for its reason.' >&2",
    "    exit 1",
    "  fi",
    `  if [ -s ${place.pidFile} ]; then nginx -c "$live/${MAIN_FILE}" -s reload; fi`,
    "}",
    "",
    "fetch_site() {",
    `  ${s3} ${bucket}/${SITE_PREFIX}/ ${place.site}/`,
    `  ${s3} ${bucket}/${nginxPrefix(region.name)}/ "$next/new/"`,
    `  if [ ! -s "$next/new/${MAIN_FILE}" ]; then echo 'web-tier: the bucket has no ${MAIN_FILE}' >&2; exit 1; fi`,
    ...guarded.map((line) => `  ${line}`),
    "}",
    "",
    "find_upstream() {",
    "  local addresses",
    `  addresses=$(getent ahostsv4 "$(cat "$live/${INNER_HOST_FILE}")" | cut -d ' ' -f 1 | sort -u) || true`,
    "  if [ -z \"$addresses\" ]; then echo 'web-tier: DNS has no address, so the known ones stay' >&2; exit 0; fi",
    `  printf '${upstreamServers([`%s:${innerPort}`]).trimEnd()}\\n' $addresses > "$next/new/${INNER_FILE}"`,
    "}",
    "",
    'case "$*" in',
    "  birth) fetch_site; find_upstream ;;",
    "  site) fetch_site ;;",
    "  upstream) find_upstream ;;",
    "  *) echo 'Usage: web-tier birth | site | upstream' >&2; exit 2 ;;",
    "esac",
    "take",
    "",
  ].join("\n");
}

/** Until the key is known nobody who needs one is let in. */
export const noKey = (header: string): string => written([edgeKeyMap(header, [])]);

/** Several keys, with commas between them, are let in while the network changes from one to the next. */
function edgeKey(platform: Platform, region: Region, header: string): string[] {
  const [head, ...rest] = written([edgeKeyMap(header, ["ONE_KEY"])])
    .trimEnd()
    .split("\n");
  const row = rest.find((line) => line.includes("ONE_KEY")) ?? "";
  const others = rest.filter((line) => line !== row && line !== "}");
  return [
    `keys=$(${readSecret(platform, region)} --output text)`,
    "if ! [[ $keys =~ ^[A-Za-z0-9_-]{16,}(,[A-Za-z0-9_-]{16,})*$ ]]; then",
    "  echo 'web-tier: edge-key must be 16 or more letters, digits, - and _; several with commas between them' >&2",
    "  exit 1",
    "fi",
    "(",
    "  umask 077",
    "  {",
    `    printf '%s\\n' '${[head, ...others].join("' '")}'`,
    `    for key in \${keys//,/ }; do printf '${row.replace("ONE_KEY", "%s")}\\n' "$key"; done`,
    "    echo '}'",
    `  } > "$next/new/${KEY_FILE}"`,
    ")",
  ];
}

function readSecret(platform: Platform, region: Region): string {
  return platform.secrets.store === "ssm"
    ? `aws ssm get-parameter --region ${region.name} --name ${parameterName(platform, secretParameter("edge-key"))} --with-decryption --query Parameter.Value`
    : `aws secretsmanager get-secret-value --region ${region.name} --secret-id ${secretName(platform, "edge-key")} --query SecretString`;
}
