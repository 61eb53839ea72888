// An application load balancer as this platform has them, public or inner: logged, spread over the zones, strict about
// what it takes for a request.
import type { Ref } from "../language/expression.ts";
import type { File, ResourceHandle } from "../language/stack.ts";
import type { AccessLogs } from "./access-logs.ts";
import type { Site } from "./site.ts";

/** TLS 1.3 and 1.2 with forward secrecy and authenticated ciphers only. */
export const TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";
/** The pods' own keep-alive must be longer, or they close a connection that the load balancer is about to use. */
const IDLE_SECONDS = 60;

type Balancer = {
  readonly key: string;
  readonly name: string;
  readonly internal: boolean;
  readonly subnets: readonly Ref<string>[];
  readonly securityGroups: readonly Ref<string>[];
  readonly prefix: string;
};

export function declareLoadBalancer(
  file: File,
  { platform }: Site,
  logs: AccessLogs,
  one: Balancer,
): ResourceHandle<"aws_lb"> {
  return file.resource(
    "aws_lb",
    one.key,
    {
      name: one.name,
      load_balancer_type: "application",
      internal: one.internal,
      subnets: one.subnets,
      security_groups: one.securityGroups,
      enable_deletion_protection: platform.environment === "prod",
      drop_invalid_header_fields: true,
      desync_mitigation_mode: "defensive",
      enable_zonal_shift: true,
      preserve_host_header: true,
      idle_timeout: IDLE_SECONDS,
      access_logs: { bucket: logs.bucket.id, prefix: one.prefix, enabled: true },
    },
    { dependsOn: [logs.policy] },
  );
}
