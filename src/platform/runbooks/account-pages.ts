// What concerns the account and its limits: who may do what when the usual way is shut, certificates, growth beyond what was planned,
// quotas and regions that AWS has switched off.
import type { Platform } from "../../blueprint/platform.ts";
import { clusterName, SYSTEM_NODES, sessionLogGroup, WORKER_NODES } from "../names/cluster.ts";
import { certificateNames, entranceHost } from "../names/dns.ts";
import { personRole, personRoleArn } from "../names/identity.ts";
import { QUOTAS } from "../names/quotas.ts";
import { trailLogGroup } from "../names/safety.ts";
import { inNamespace, kubectl, lookAtPods, privatePath } from "./cluster-commands.ts";
import { changes, type RunbookCommand, reads, variable } from "./command.ts";
import { asOnCall, asText, awsArgv, type Ground, groundIn, grounds, whoAmI } from "./ground.ts";
import { commands, list, type Page, table, text } from "./page.ts";

export function breakGlassPage(platform: Platform): Page {
  const ground = groundIn(platform, "standby");
  const administrators = platform.cluster.administrators;
  return {
    name: "break-glass",
    title: "Access when the usual way is shut",
    why: "Who may do what at night, how to get in when sign-on or the VPN is away, and what to put back afterwards.",
    inputs: [{ name: "SESSION", says: "your name, for the trail", example: "olga" }],
    sections: [
      {
        title: "Who may do what",
        blocks: [
          table(
            ["Role", "May", "For"],
            [
              [
                `\`${personRole(platform, "viewer")}\``,
                "look; reach the cluster's API",
                "anybody of the team, 4 h at a time",
              ],
              [
                `\`${personRole(platform, "on-call")}\``,
                "look; sessions, cluster, database; start the bootstrap; by hand what recovery does by itself: fence, promote, scale, lead clients",
                "who is on call, with a second factor",
              ],
              [
                "administrators of the blueprint",
                "everything in the clusters",
                administrators.length === 0
                  ? "none is named: the break-glass user alone"
                  : administrators.map((arn) => `\`${arn}\``).join(", "),
              ],
              [
                "the account's break-glass user",
                "everything",
                "two people, one password and one key in two safes; made by hand when the account is set up, since no plan of Terraform shall be able to take it away",
              ],
            ],
          ),
          text(
            "Each page says below its title as whom it is typed. What deletes, renames or restores a database, gives out a secret or changes the account isn't `on-call`'s: that is done as administrator or with the break-glass user.",
          ),
          text(
            "**Who decides:** the incident commander; alone at night, the person on call, who writes it down at once.",
          ),
        ],
      },
      {
        title: "The usual way",
        blocks: [
          commands(
            reads(
              "aws",
              [
                "sts",
                "assume-role",
                "--role-arn",
                personRoleArn(platform, "on-call"),
                "--role-session-name",
                variable("SESSION"),
                "--duration-seconds",
                "14400",
                ...asText("Credentials.Expiration"),
              ],
              {
                why: "Can you take the role of who is on call?",
                expect: "when it ends. `AccessDenied`: without a second factor, or not one of the account.",
                like: "^\\d{4}-",
              },
            ),
            whoAmI(ground),
          ),
        ],
      },
      {
        title: "Sign-on is away",
        blocks: [
          list(
            "The break-glass user signs in at the account's own page, with its password from one safe and its key from the other; it needs neither Identity Center nor the company's network.",
            "Its first call pages (the trail's alarm trail-page): whoever gets that page calls back.",
            "Identity Center lives in one region. When that is the lost one, this user is the only way in: try it each quarter.",
          ),
        ],
      },
      {
        title: "Afterwards",
        blocks: [
          commands(
            reads(
              "aws",
              awsArgv(
                ground.here.name,
                "logs",
                "describe-log-streams",
                "--log-group-name",
                sessionLogGroup(platform),
                "--order-by",
                "LastEventTime",
                "--descending",
                "--max-items",
                "20",
                ...asText("logStreams[].logStreamName"),
              ),
              {
                why: "The recorded sessions: nothing is missing from the record of the incident.",
                expect: "a stream per session.",
              },
            ),
            reads(
              "aws",
              awsArgv(
                platform.regions.witness.name,
                "logs",
                "filter-log-events",
                "--log-group-name",
                trailLogGroup(platform),
                "--filter-pattern",
                '{ $.userIdentity.type = "Root" }',
                "--max-items",
                "20",
                ...asText("events[].eventId"),
              ),
              { why: "What was done as root.", expect: "nothing; each line is looked at by two people." },
            ),
          ),
          list(
            "A new password and a new key for the break-glass user; both back into their safes.",
            "Whatever was changed by hand is in Git or in Terraform by the next evening, or undone.",
          ),
        ],
      },
    ],
  };
}

export const certificatesPage = (platform: Platform): Page => {
  const places: readonly (readonly [string, string])[] = [
    ...(platform.edge.cdn.kind === "none" ? [] : [["us-east-1", "the edge"] as const]),
    ...grounds(platform)
      .filter(({ here }) => here.holds.entry)
      .map(({ here }) => [here.name, "the load balancers"] as const),
  ];
  return {
    name: "certificates",
    role: asOnCall(platform),
    title: "A certificate runs out",
    why: "For a certificate that AWS didn't renew, public or inside the clusters.",
    inputs: [{ name: "CERTIFICATE", says: "its ARN, from the first list", example: "arn:aws:acm:…" }],
    sections: [
      {
        title: "Public certificates",
        blocks: [
          text(
            `AWS renews them by itself 60 days ahead, as long as the validation records stand: ${certificateNames(
              platform,
            )
              .map((name) => `\`${name}\``)
              .join(", ")}. Each region has its own, so one that isn't renewed doesn't stop the other.`,
          ),
          commands(
            ...places.map(([place, of]) =>
              reads(
                "aws",
                awsArgv(
                  place,
                  "acm",
                  "list-certificates",
                  ...asText("CertificateSummaryList[].[DomainName,Status,NotAfter,RenewalEligibility,CertificateArn]"),
                ),
                { why: `Certificates of ${of} in ${place}.`, expect: "`ISSUED`, and a day more than 30 days ahead." },
              ),
            ),
            reads(
              "aws",
              awsArgv(
                groundIn(platform, "primary").here.name,
                "acm",
                "describe-certificate",
                "--certificate-arn",
                variable("CERTIFICATE"),
                ...asText("Certificate.DomainValidationOptions[].[DomainName,ValidationStatus,ResourceRecord.Name]"),
              ),
              {
                why: "Which name isn't validated, and by which record it would be.",
                expect: "`SUCCESS` beside each name.",
              },
            ),
            reads("dig", ["+short", entranceHost(platform, { name: "app" }), "CNAME"], {
              why: "Does the zone answer at all?",
              expect: "an answer; the record named above must answer, too.",
            }),
          ),
          text(
            "A record that is gone: apply `global`; it writes all of them again. **Who decides:** the platform team; nobody needs to be woken before the last week.",
          ),
        ],
      },
      ...grounds(platform)
        .filter(({ here }) => here.holds.cluster)
        .map((ground) => ({
          title: `Inside the cluster of ${ground.here.name}`,
          blocks: [
            text(
              "cert-manager renews the workloads' certificates from the region's own authority; programs read the new one without a restart.",
            ),
            commands(
              inNamespace(ground, "reads", ["get", "certificates.cert-manager.io"], {
                why: "Each workload's certificate.",
                expect: "`True` in each line.",
              }),
            ),
          ],
        })),
    ],
  };
};

/** What stands between more load and the answer, in the order in which it is met. */
export function scalingPage(platform: Platform): Page {
  return {
    name: "scaling",
    role: asOnCall(platform),
    title: "More load than was planned",
    why: "For when autoscalers stand at their maximum, pods wait for nodes, or a store is at its limit.",
    inputs: [],
    sections: [
      {
        title: "First",
        blocks: [
          text(
            `Planned: ${platform.objectives.plannedRequestsPerSecond} requests and ${platform.objectives.plannedEventsPerSecond} events a second at the end of the planning time. \`tandem assess --only capacity\` says what breaks first, and where.`,
          ),
          list(
            "Is it wanted? A flood is the firewall's: look at blocked requests before you pay for more.",
            "Raise the least number first: it acts within seconds; the most is the blueprint's, and comes by a release.",
            "Both regions: what one has, the other must be able to become.",
          ),
          text("**Who decides:** the person on call up to twice the plan; beyond that, whoever answers for the bill."),
        ],
      },
      ...grounds(platform)
        .filter(({ here }) => here.holds.cluster && here.holds.nodes !== "none")
        .map((ground) => ({
          title: `In ${ground.here.name}`,
          anchor: ground.here.name,
          blocks: [commands(whoAmI(ground), ...privatePath(ground), ...pressure(ground))],
        })),
      {
        title: "The stores",
        blocks: [
          table(
            ["Store", "Its limit", "What to do"],
            [
              [
                "database",
                "connections, then its processor",
                "a larger class: a change of the blueprint; RDS restarts, Aurora fails over to a reader first",
              ],
              ...(platform.data.stream.kind === "msk"
                ? [
                    [
                      "brokers",
                      "disk, then throughput",
                      "a larger volume at once (it can't shrink); more brokers in threes, then spread the partitions",
                    ],
                  ]
                : []),
              ...(platform.data.cache.kind === "redis"
                ? [["cache", "memory", "a larger node type; evictions cost time, not data"]]
                : []),
              ...(platform.data.search.kind === "opensearch"
                ? [["search", "disk", "more storage per node; logs may wait"]]
                : []),
              ["load balancer", "new connections", "reserve capacity units; it grows by itself within minutes"],
            ],
          ),
        ],
      },
    ],
  };
}

function pressure(ground: Ground): readonly RunbookCommand[] {
  const { platform, here } = ground;
  const group = platform.cluster.nodes.kind === "karpenter" ? SYSTEM_NODES : WORKER_NODES;
  return [
    inNamespace(ground, "reads", ["get", "horizontalpodautoscalers.autoscaling"], {
      why: "Which autoscalers stand at their maximum.",
      expect: "replicas below the maximum in each line.",
    }),
    lookAtPods(ground),
    inNamespace(ground, "reads", ["get", "events", "--field-selector", "reason=FailedScheduling"], {
      why: "Why pods wait.",
      expect: "nothing. `Insufficient cpu`: nodes are missing.",
    }),
    ...(platform.cluster.nodes.kind === "karpenter"
      ? [
          kubectl(ground, "reads", ["get", "nodepools.karpenter.sh"], {
            why: "Whether Karpenter has reached its limits.",
            expect: "`True`, and less than the limit in use.",
          }),
        ]
      : []),
    reads(
      "aws",
      awsArgv(
        here.name,
        "eks",
        "describe-nodegroup",
        "--cluster-name",
        clusterName(platform, here),
        "--nodegroup-name",
        group,
        ...asText(
          "nodegroup.[status,scalingConfig.minSize,scalingConfig.desiredSize,scalingConfig.maxSize,health.issues[0].code]",
        ),
      ),
      { why: "The fixed nodes: how many, and whether AWS refuses capacity.", expect: "`ACTIVE`, the numbers, `None`." },
    ),
  ];
}

export function quotasPage(platform: Platform): Page {
  const { primary, standby, witness } = platform.regions;
  const optIn = [primary, standby, witness].filter((region) => region.optIn).map(({ name }) => name);
  const account = ["s3", "iam", "route53"];
  return {
    name: "quotas",
    title: "Quotas, and regions that AWS has switched off",
    why: "For a limit of the account that stops an apply or a fail-over, and for a region that has to be switched on first.",
    inputs: [{ name: "WANTED", says: "the new value", example: "512" }],
    sections: [
      {
        title: "First",
        blocks: [
          text(
            "`tandem doctor --aws` asks for all of these and says which are short; it only reads. A quota takes hours to days to be raised: the standby's must carry the primary's load **before** the primary is lost.",
          ),
          text("**Who decides:** the platform team. A request costs nothing."),
          commands(whoAmI(groundIn(platform, "standby"))),
        ],
      },
      {
        title: "What the account may have",
        blocks: [
          commands(
            ...[primary.name, standby.name].flatMap((region) =>
              (["vcpusOnDemand", "vcpusSpot", "elasticIps", "databaseInstances"] as const).map((quota) => {
                const { service, code, name } = QUOTAS[quota];
                return reads(
                  "aws",
                  awsArgv(
                    region,
                    "service-quotas",
                    "get-service-quota",
                    "--service-code",
                    service,
                    "--quota-code",
                    code,
                    ...asText("Quota.Value"),
                  ),
                  { why: `${name} in ${region}.`, expect: "at least what `tandem doctor` names." },
                );
              }),
            ),
          ),
        ],
      },
      {
        title: "Ask for more",
        blocks: [
          commands(
            changes(
              "aws",
              awsArgv(
                standby.name,
                "service-quotas",
                "request-service-quota-increase",
                "--service-code",
                QUOTAS.vcpusOnDemand.service,
                "--quota-code",
                QUOTAS.vcpusOnDemand.code,
                "--desired-value",
                variable("WANTED"),
                ...asText("RequestedQuota.Status"),
              ),
              {
                why: `Of ${QUOTAS.vcpusOnDemand.name} in ${standby.name}; others by their codes below.`,
                expect:
                  "`PENDING` or `CASE_OPENED`. In an emergency open a case as well and say that a region is lost.",
              },
            ),
          ),
          table(
            ["Quota", "Service", "Code", "Where"],
            Object.values(QUOTAS).map(({ service, code, name }) => [
              name,
              service,
              code,
              account.includes(service) ? "us-east-1" : "each region",
            ]),
          ),
        ],
      },
      {
        title: "A region that is switched off",
        anchor: "opt-in",
        blocks:
          optIn.length === 0
            ? [text("None of this platform's regions is off by default.")]
            : [
                text(
                  `Off by default: ${optIn.join(", ")}. Switching one on takes minutes to hours, so it is done when the platform is set up, never in a disaster.`,
                ),
                commands(
                  ...optIn.flatMap((region) => [
                    reads(
                      "aws",
                      awsArgv(
                        "us-east-1",
                        "account",
                        "get-region-opt-status",
                        "--region-name",
                        region,
                        ...asText("RegionOptStatus"),
                      ),
                      { why: `Is ${region} on?`, expect: "`ENABLED`.", like: "ENABLED" },
                    ),
                    changes("aws", awsArgv("us-east-1", "account", "enable-region", "--region-name", region), {
                      why: `Switch ${region} on.`,
                      expect: "nothing; the status says `ENABLING`, then `ENABLED`.",
                    }),
                  ]),
                ),
              ],
      },
    ],
  };
}
