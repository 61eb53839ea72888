// Which request goes to which pods. A load balancer answers only for the platform's own hosts: a stranger's delivery
// network that is pointed at it can't send them, and meets 404. For a region's own name it answers the health paths alone.
import type { Platform } from "../../../blueprint/platform.ts";
import { HIDDEN_SEGMENTS } from "../../../core/entrance.ts";
import { HEALTH, hostsOf, ROUTES, type Route, regionOriginHost } from "../../names/dns.ts";
import { DEREGISTRATION_SECONDS, TARGET_PROTOCOL, targetGroup } from "../../names/edge.ts";
import type { Ref } from "../language/expression.ts";
import type { File, ResourceHandle } from "../language/stack.ts";
import type { Site } from "./site.ts";

export type TargetGroups = Readonly<Record<Route, ResourceHandle<"aws_lb_target_group">>>;

/** AWS allows so many values in a rule's conditions. */
const VALUES_MAX = 5;
const HIDDEN_PATHS = HIDDEN_SEGMENTS.map((segment) => `/${segment}/*`);

const CHECK = { intervalSeconds: 10, timeoutSeconds: 5, healthyCount: 2, unhealthyCount: 2 };

/** One group per route; pods register themselves through a TargetGroupBinding. */
export function declareTargetGroups(file: File, platform: Platform, vpcId: Ref<string>): TargetGroups {
  return Object.fromEntries(
    ROUTES.map((route) => [route, declareTargetGroup(file, platform, vpcId, route)]),
  ) as TargetGroups;
}

function declareTargetGroup(file: File, platform: Platform, vpcId: Ref<string>, route: Route): TargetGroups[Route] {
  const workload = platform.workloads.find(({ entrances }) => entrances.includes(route));
  const port = workload?.ports.find(({ name }) => name === "http")?.port;
  if (!workload?.healthPath || !port) {
    throw new Error(
      `No workload of ${platform.name} answers ${route}. on an HTTP port with a health path; name one in src/blueprint/workload-table.ts.`,
    );
  }
  return file.resource(
    "aws_lb_target_group",
    route,
    {
      name: targetGroup(platform, route),
      vpc_id: vpcId,
      target_type: "ip",
      protocol: TARGET_PROTOCOL,
      port,
      deregistration_delay: String(DEREGISTRATION_SECONDS),
      load_balancing_algorithm_type: "least_outstanding_requests",
      health_check: {
        enabled: true,
        protocol: TARGET_PROTOCOL,
        port: "traffic-port",
        path: workload.healthPath,
        matcher: "200",
        interval: CHECK.intervalSeconds,
        timeout: CHECK.timeoutSeconds,
        healthy_threshold: CHECK.healthyCount,
        unhealthy_threshold: CHECK.unhealthyCount,
      },
    },
    {
      comment: `Pods of ${workload.name}. A pod is asked for its own health: a passive region's pods are well, and serve reads.`,
      lifecycle: { createBeforeDestroy: false },
    },
  );
}

type Action = { readonly type: "forward"; readonly target_group_arn: Ref<string> } | typeof NOT_FOUND;
export const NOT_FOUND = {
  type: "fixed-response",
  fixed_response: { content_type: "text/plain", status_code: "404", message_body: "There is nothing at this address." },
} as const;

type Row = {
  readonly name: string;
  readonly hosts?: readonly string[];
  readonly paths?: readonly string[];
  readonly action: Action;
};

/** The rules of one listener, in the order in which AWS tries them. */
export function declareRules(
  file: File,
  site: Site,
  listener: ResourceHandle<"aws_lb_listener">,
  groups: TargetGroups,
): void {
  rows(site, groups).forEach((row, index) => {
    file.resource("aws_lb_listener_rule", row.name, {
      listener_arn: listener.arn,
      priority: (index + 1) * 10,
      action: [row.action],
      condition: [
        ...(row.hosts ? [{ host_header: { values: row.hosts } }] : []),
        ...(row.paths ? [{ path_pattern: { values: row.paths } }] : []),
      ],
      tags: { Name: row.name },
    });
  });
}

function rows({ platform, region }: Site, groups: TargetGroups): Row[] {
  const to = (route: Route): Action => ({ type: "forward", target_group_arn: groups[route].arn });
  const own = [regionOriginHost(platform, region.name)];
  return [
    ...chunks(HIDDEN_PATHS).map((paths, index) => ({ name: `hidden_${index + 1}`, paths, action: NOT_FOUND })),
    { name: "health_active", hosts: own, paths: [HEALTH.active.path], action: to("app") },
    { name: "health_accepting", hosts: own, paths: [HEALTH.accepting.path], action: to("collect") },
    ...ROUTES.flatMap((route) =>
      chunks(hostsOf(platform, route)).map((hosts, index) => ({
        name: index === 0 ? route : `${route}_${index + 1}`,
        hosts,
        action: to(route),
      })),
    ),
  ];
}

function chunks<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / VALUES_MAX);
  return Array.from({ length: count }, (_, index) => all.slice(index * VALUES_MAX, (index + 1) * VALUES_MAX));
}
