// What an Nginx instance does when it is born: a complete, plain configuration that works at once (static files from
// disk, everything else to the inner load balancer, the published limits), and a timer that fetches the site and a newer
// configuration from the static bucket. A configuration that Nginx itself refuses is never taken.
import type { Platform, Region } from "../../../blueprint/platform.ts";
import { bucketName, parameterName, secretName, secretParameter } from "../../names/data.ts";
import { NGINX_CONFIGURATION_KEY, nginxLogGroup, SITE_PREFIX } from "../../names/edge.ts";

/** Stands for the inner load balancer's DNS name, which Terraform alone knows. */
export const UPSTREAM = "@@inner@@";
const RETRY_AFTER_SECONDS = 1;
const FETCH_SECONDS = 60;

type Tier = Extract<Platform["webTier"], { kind: "nginx" }>;

/** A cloud-init script, with UPSTREAM where the inner load balancer's name belongs. */
export function bootScript(platform: Platform, region: Region, tier: Tier): string {
  return [
    "#!/bin/bash",
    "set -euo pipefail",
    "dnf install -y nginx openssl amazon-cloudwatch-agent",
    "mkdir -p /etc/nginx/tls /var/www/site /etc/nginx/edge",
    "# Between the load balancer and here: encrypted, with a certificate that nobody checks.",
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=nginx \\",
    "  -keyout /etc/nginx/tls/key.pem -out /etc/nginx/tls/certificate.pem",
    ...written("/etc/nginx/nginx.conf", configuration(platform, tier)),
    ...written("/usr/local/bin/fetch-site", fetchSite(platform, region)),
    "chmod 0755 /usr/local/bin/fetch-site",
    ...written("/etc/systemd/system/fetch-site.service", [
      "[Service]",
      "Type=oneshot",
      "ExecStart=/usr/local/bin/fetch-site",
    ]),
    ...written("/etc/systemd/system/fetch-site.timer", [
      "[Timer]",
      "OnBootSec=1",
      `OnUnitActiveSec=${FETCH_SECONDS}`,
      "[Install]",
      "WantedBy=timers.target",
    ]),
    ...written("/opt/aws/amazon-cloudwatch-agent/etc/site.json", [agent(platform)]),
    ...(platform.edge.cdn.kind === "external" ? ["echo 'return 403;' > /etc/nginx/edge/key.inc"] : []),
    "/usr/local/bin/fetch-site || true",
    "systemctl enable --now nginx fetch-site.timer",
    "/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s \\",
    "  -c file:/opt/aws/amazon-cloudwatch-agent/etc/site.json",
    "",
  ].join("\n");
}

const written = (path: string, lines: readonly string[]): string[] => [`cat > ${path} <<'END'`, ...lines, "END"];

/** The header that carries the client's own address: what stands before the load balancer sets it, whatever came in. */
function clientAddress(platform: Platform): string[] {
  const { cdn } = platform.edge;
  if (cdn.kind === "cloudfront")
    return ["  map $http_cloudfront_viewer_address $client { ~^(?<address>.+):\\d+$ $address; default $remote_addr; }"];
  if (cdn.kind === "external") {
    const header = cdn.provider === "akamai" ? "$http_true_client_ip" : "$http_x_forwarded_for";
    return [`  map ${header} $client { "" $remote_addr; default ${header}; }`];
  }
  const ranges = [platform.regions.primary.cidr, platform.regions.standby.cidr];
  return [
    ...ranges.map((range) => `  set_real_ip_from ${range};`),
    "  real_ip_header X-Forwarded-For;",
    "  map $remote_addr $client { default $remote_addr; }",
  ];
}

function configuration(platform: Platform, tier: Tier): string[] {
  const { requestsPerSecondPerKey, requestsPerSecondPerAddress, burst } = tier.rateLimit;
  const guarded = platform.edge.cdn.kind === "external";
  return [
    "user nginx;",
    "worker_processes auto;",
    "error_log /var/log/nginx/error.log;",
    "events { worker_connections 8192; }",
    "http {",
    "  include /etc/nginx/mime.types;",
    "  server_tokens off;",
    "  server_names_hash_bucket_size 128;",
    ...clientAddress(platform),
    "  # A request with a key is counted by the key, any other by the client's address; an empty name isn't counted.",
    "  map $http_authorization $by_key { default $http_authorization; }",
    '  map $http_authorization $by_address { "" $client; default ""; }',
    `  limit_req_zone $by_key zone=keys:10m rate=${requestsPerSecondPerKey}r/s;`,
    `  limit_req_zone $by_address zone=addresses:10m rate=${requestsPerSecondPerAddress}r/s;`,
    "  limit_req_status 429;",
    '  log_format line escape=json \'{"at":"$time_iso8601","client":"$client","host":"$host","method":"$request_method","uri":"$uri","status":$status,"bytes":$body_bytes_sent,"seconds":$request_time}\';',
    "  access_log /var/log/nginx/access.log line;",
    "  resolver 169.254.169.253 valid=10s ipv6=off;",
    "  server {",
    "    listen 443 ssl;",
    "    ssl_certificate /etc/nginx/tls/certificate.pem;",
    "    ssl_certificate_key /etc/nginx/tls/key.pem;",
    "    ssl_protocols TLSv1.2 TLSv1.3;",
    "    client_max_body_size 8m;",
    "    location = /healthz/nginx { access_log off; return 200; }",
    "    # The checkers' own way: no limit, no edge key.",
    "    location ^~ /healthz { access_log off; include /etc/nginx/edge/pass.inc; }",
    "    location /assets/ { root /var/www/site; try_files $uri @inner; expires 1h; }",
    "    location / {",
    ...(guarded ? ["      include /etc/nginx/edge/key.inc;"] : []),
    `      limit_req zone=keys burst=${burst} nodelay;`,
    `      limit_req zone=addresses burst=${burst} nodelay;`,
    "      include /etc/nginx/edge/pass.inc;",
    "    }",
    "    location @inner { include /etc/nginx/edge/pass.inc; }",
    "    error_page 429 @limited;",
    "    location @limited {",
    "      default_type application/problem+json;",
    `      add_header Retry-After ${RETRY_AFTER_SECONDS} always;`,
    '      return 429 \'{"type":"about:blank","title":"Too many requests","status":429}\';',
    "    }",
    "  }",
    "}",
  ];
}

/** What is proxied, and how: included in three places. The variable makes Nginx look the name up again. */
const PASS = [
  `set $inner ${UPSTREAM};`,
  "proxy_pass https://$inner;",
  "proxy_http_version 1.1;",
  'proxy_set_header Connection "";',
  "proxy_set_header Host $host;",
  "proxy_set_header X-Forwarded-For $client;",
  "proxy_set_header X-Forwarded-Proto https;",
  "proxy_ssl_server_name on;",
  "proxy_ssl_name $host;",
  "proxy_ssl_verify on;",
  "proxy_ssl_verify_depth 4;",
  "proxy_ssl_trusted_certificate /etc/pki/tls/certs/ca-bundle.crt;",
  "proxy_read_timeout 60s;",
];

/** Run at birth and each minute. */
function fetchSite(platform: Platform, region: Region): string[] {
  const bucket = bucketName(platform, "static", region.name);
  return [
    "#!/bin/bash",
    "set -euo pipefail",
    "cat > /etc/nginx/edge/pass.inc <<'INC'",
    ...PASS,
    "INC",
    ...(platform.edge.cdn.kind === "external" ? edgeKey(platform, region, platform.edge.cdn.secretHeader) : []),
    `aws s3 sync --only-show-errors --delete s3://${bucket}/${SITE_PREFIX}/ /var/www/site/`,
    `if aws s3 cp --only-show-errors s3://${bucket}/${NGINX_CONFIGURATION_KEY} /etc/nginx/next.conf 2>/dev/null; then`,
    `  sed -i "s/${UPSTREAM_MARK}/$(sed -n 's/^set $inner \\(.*\\);$/\\1/p' /etc/nginx/edge/pass.inc)/g" /etc/nginx/next.conf`,
    "  if ! cmp -s /etc/nginx/next.conf /etc/nginx/nginx.conf && nginx -t -q -c /etc/nginx/next.conf; then",
    "    cp /etc/nginx/next.conf /etc/nginx/nginx.conf",
    "  fi",
    "fi",
    "if systemctl is-active --quiet nginx; then nginx -t -q && systemctl reload nginx; fi",
  ];
}

/** In a configuration from the bucket, which is the same for both regions, this stands for the inner load balancer. */
export const UPSTREAM_MARK = "INNER_LOAD_BALANCER";

/** The external network adds a header with a secret; who comes without it is refused, and everybody while it isn't known. */
function edgeKey(platform: Platform, region: Region, header: string): string[] {
  const variable = `$http_${header.toLowerCase().replaceAll("-", "_")}`;
  return [
    `key=$(${readSecret(platform, region)} --output text)`,
    "umask 077",
    `printf 'if (${variable} != "%s") { return 403; }\\n' "$key" > /etc/nginx/edge/key.inc`,
    "umask 022",
  ];
}

function readSecret(platform: Platform, region: Region): string {
  return platform.secrets.store === "ssm"
    ? `aws ssm get-parameter --region ${region.name} --name ${parameterName(platform, secretParameter("edge-key"))} --with-decryption --query Parameter.Value`
    : `aws secretsmanager get-secret-value --region ${region.name} --secret-id ${secretName(platform, "edge-key")} --query SecretString`;
}

const agent = (platform: Platform): string =>
  JSON.stringify({
    logs: {
      logs_collected: {
        files: {
          collect_list: ["access", "error"].map((name) => ({
            file_path: `/var/log/nginx/${name}.log`,
            log_group_name: nginxLogGroup(platform),
            log_stream_name: `{instance_id}/${name}`,
          })),
        },
      },
    },
  });
