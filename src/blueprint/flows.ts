// The flows that a platform declares: who may open a connection to whom, on which port, and why. Security groups are
// built from exactly this list, and the assessor compares it with what the synthesized network makes possible.

export const ACTORS = [
  "internet",
  "cloudfront",
  "external-cdn",
  "route53-checkers",
  "alb",
  "nginx",
  "internal-alb",
  "nodes",
  "control-plane",
  "database",
  "database-proxy",
  "cache",
  "brokers",
  "search",
  "endpoints",
  "s3",
  "dynamodb",
  "build",
  "operator-host",
  "on-premises",
  "peer-nodes",
  "peer-brokers",
] as const;
/** Who takes part in a flow. One that has network interfaces has one security group. */
export type Actor = (typeof ACTORS)[number];

export type Flow = {
  from: Actor;
  to: Actor;
  protocol: "tcp" | "udp";
  /** One port, or the first and the last of a range. */
  ports: readonly [first: number, last: number];
  why: string;
};
