// Where the configuration stands on the machine that runs it. Everything else in it is the same on an instance in AWS and
// in front of two regions on one machine: what is tested there is what runs here.
import type { Platform, Region } from "../../blueprint/platform.ts";

export type Place = {
  readonly user: string;
  readonly pidFile: string;
  readonly mimeTypes: string;
  /** For TLS, as Nginx's `listen` takes it. */
  readonly listen: string;
  /** For whoever looks on the machine itself; no other address. */
  readonly statusListen: string;
  readonly certificate: string;
  readonly certificateKey: string;
  /** The directory of nginx.conf and of what it includes. */
  readonly live: string;
  /** The authorities that the inner load balancer's certificate is checked by. */
  readonly upstreamAuthorities: string;
  /** The static bucket's site, mirrored. */
  readonly site: string;
  readonly cache: string;
  readonly temporary: string;
  readonly accessLog: string;
  readonly errorLog: string;
  /** Where the load balancer's own addresses lie: its X-Forwarded-For is believed, nobody else's. */
  readonly balancers: readonly string[];
  /** So many instances at least share the published limits. */
  readonly instances: number;
};

/** In the live directory, what only the machine knows: the inner load balancer's addresses as DNS has them now. */
export const INNER_FILE = "inner.conf";
/** And the key that an external network shows, made anew when it rotates. */
export const KEY_FILE = "key.conf";

/** On an instance of Amazon Linux 2023. */
export function instancePlace(platform: Platform, region: Region): Place {
  return {
    user: "nginx",
    pidFile: "/run/nginx.pid",
    mimeTypes: "/etc/nginx/mime.types",
    listen: "443",
    statusListen: "127.0.0.1:8088",
    certificate: "/etc/nginx/tls/certificate.pem",
    certificateKey: "/etc/nginx/tls/key.pem",
    live: "/etc/nginx/edge",
    upstreamAuthorities: "/etc/pki/tls/certs/ca-bundle.crt",
    site: "/var/www/site",
    cache: "/var/cache/nginx",
    temporary: "/var/lib/nginx/tmp",
    accessLog: "/var/log/nginx/access.log",
    errorLog: "/var/log/nginx/error.log",
    balancers: region.zones.map((zone) => zone.subnets.public),
    instances: instancesLeft(platform, region),
  };
}

/** What is left of the smallest group when a zone is lost. With more, clients get more than was published, never less. */
function instancesLeft({ webTier }: Platform, region: Region): number {
  if (webTier.kind === "none") return 1;
  return Math.max(1, Math.floor((webTier.instances[region.configured].min * 2) / 3));
}
