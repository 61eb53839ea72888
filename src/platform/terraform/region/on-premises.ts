// The way to the company's premises, from this region alone: a transit gateway that Direct Connect and a VPN both lead
// to. For an equal range a transit gateway prefers what it learnt by Direct Connect, so the VPN carries traffic while the
// line is away, and gives it back without anybody's doing.
import { baseName } from "../../names/base.ts";
import { AUTONOMOUS_SYSTEMS, directConnectGatewayName, transitGatewayName } from "../../names/network.ts";
import type { ArgumentsOf, File, ResourceHandle } from "../language/stack.ts";
import type { Network } from "./network.ts";
import type { Site } from "./site.ts";
import { perZone } from "./subnets.ts";

type Connected = Extract<Site["platform"]["onPremises"], { kind: "connected" }>;

/** A company's own VPC has its own way home; a region without a cluster has nobody who would go there. */
export function buildOnPremises(site: Site, network: Network): void {
  const { platform, region, stack } = site;
  const premises = platform.onPremises;
  if (premises.kind !== "connected" || platform.existing.vpcs !== undefined || !region.holds.cluster) return;
  const file = stack.file(
    "on-premises",
    "The way to the premises: a transit gateway, Direct Connect, and a VPN as its back-up. Each region has its own.",
  );
  const gateway = file.resource("aws_ec2_transit_gateway", "main", {
    description: `The way to the premises from ${region.name}`,
    amazon_side_asn: AUTONOMOUS_SYSTEMS[region.configured],
    auto_accept_shared_attachments: "disable",
    default_route_table_association: "enable",
    default_route_table_propagation: "enable",
    dns_support: "enable",
    vpn_ecmp_support: "enable",
    tags: { Name: transitGatewayName(platform) },
  });
  const attachment = file.resource(
    "aws_ec2_transit_gateway_vpc_attachment",
    "main",
    {
      transit_gateway_id: gateway.id,
      vpc_id: network.vpcId,
      subnet_ids: network.subnets.private,
      tags: { Name: transitGatewayName(platform) },
    },
    { comment: "One interface per zone, so that a zone's traffic doesn't hang on another zone." },
  );
  // Only what computes goes there: load balancers and stores have no route to the premises.
  perZone(region, ({ letter }, index) => {
    premises.cidr.forEach((range, at) => {
      file.resource(
        "aws_route",
        `private_${letter}_premises_${at + 1}`,
        {
          route_table_id: network.routeTables.private[index],
          destination_cidr_block: range,
          transit_gateway_id: gateway.id,
        },
        { dependsOn: [attachment] },
      );
    });
  });
  buildLine(site, file, premises, gateway);
  buildVpn(site, file, premises, gateway);
}

function buildLine(
  { platform, region }: Site,
  file: File,
  premises: Connected,
  gateway: ResourceHandle<"aws_ec2_transit_gateway">,
): void {
  const line = file.data(
    "aws_dx_gateway",
    "main",
    { name: directConnectGatewayName(platform) },
    { comment: "Made by `global`. Direct Connect's gateways belong to no region: every region's API knows them." },
  );
  file.resource(
    "aws_dx_gateway_association",
    "main",
    { dx_gateway_id: line.id, associated_gateway_id: gateway.id, allowed_prefixes: [region.cidr] },
    { comment: "The premises learn this region's range alone; the other region's comes by its own association." },
  );
  const connection = premises.connections?.[region.configured];
  if (connection === undefined) return;
  file.resource(
    "aws_dx_transit_virtual_interface",
    "main",
    {
      connection_id: connection.id,
      dx_gateway_id: line.id,
      name: `${baseName(platform)}-${region.name}`,
      address_family: "ipv4",
      bgp_asn: premises.bgpAsn,
      vlan: connection.vlan,
      mtu: JUMBO_BYTES,
      tags: { Name: `${baseName(platform)}-${region.name}` },
    },
    { comment: `A line of ${premises.directConnectGbps} Gbit/s, ordered and patched through by people.` },
  );
}

/** The largest packet that a transit virtual interface takes. */
const JUMBO_BYTES = 8500;

function buildVpn(
  { platform, region, keys }: Site,
  file: File,
  premises: Connected,
  gateway: ResourceHandle<"aws_ec2_transit_gateway">,
): void {
  const log = file.resource("aws_cloudwatch_log_group", "vpn", {
    name: `/aws/vendedlogs/${baseName(platform)}/vpn`,
    retention_in_days: platform.observability.logDays,
    kms_key_id: keys.logs,
  });
  const logging = {
    cloudwatch_log_options: { log_enabled: true, log_group_arn: log.arn, log_output_format: "json" },
  };
  premises.vpnAddresses.forEach((address, at) => {
    const name = `premises_${at + 1}`;
    const label = `${baseName(platform)}-${region.name}-${at + 1}`;
    const far = file.resource("aws_customer_gateway", name, {
      bgp_asn: String(premises.bgpAsn),
      ip_address: address,
      type: "ipsec.1",
      tags: { Name: label },
    });
    file.resource(
      "aws_vpn_connection",
      name,
      {
        customer_gateway_id: far.id,
        transit_gateway_id: gateway.id,
        type: "ipsec.1",
        static_routes_only: false,
        preshared_key_storage: "SecretsManager",
        ...TUNNELS,
        tunnel1_log_options: logging,
        tunnel2_log_options: logging,
        tags: { Name: label },
      },
      {
        comment: "Two tunnels, each to an address of AWS's own. AWS makes the keys and keeps them in Secrets Manager.",
      },
    );
  });
}

/** Both tunnels alike: nothing weaker than what either side has had for ten years, and a dead peer is tried again. */
const TUNNELS = {
  tunnel1_ike_versions: ["ikev2"],
  tunnel1_phase1_encryption_algorithms: ["AES256-GCM-16", "AES256"],
  tunnel1_phase1_integrity_algorithms: ["SHA2-256", "SHA2-384"],
  tunnel1_phase1_dh_group_numbers: [19, 20, 21],
  tunnel1_phase2_encryption_algorithms: ["AES256-GCM-16", "AES256"],
  tunnel1_phase2_integrity_algorithms: ["SHA2-256", "SHA2-384"],
  tunnel1_phase2_dh_group_numbers: [19, 20, 21],
  tunnel1_dpd_timeout_action: "restart",
  tunnel1_startup_action: "add",
  tunnel2_ike_versions: ["ikev2"],
  tunnel2_phase1_encryption_algorithms: ["AES256-GCM-16", "AES256"],
  tunnel2_phase1_integrity_algorithms: ["SHA2-256", "SHA2-384"],
  tunnel2_phase1_dh_group_numbers: [19, 20, 21],
  tunnel2_phase2_encryption_algorithms: ["AES256-GCM-16", "AES256"],
  tunnel2_phase2_integrity_algorithms: ["SHA2-256", "SHA2-384"],
  tunnel2_phase2_dh_group_numbers: [19, 20, 21],
  tunnel2_dpd_timeout_action: "restart",
  tunnel2_startup_action: "add",
} as const satisfies Partial<ArgumentsOf<"aws_vpn_connection">>;
