// What opens things: keys, secrets, parameters and certificates, in both regions before they are needed.

import type { Rotation } from "../../blueprint/secret-rotation.ts";
import { parameterName, secretName } from "../../platform/names/data.ts";
import { certificateNames } from "../../platform/names/dns.ts";
import { addressesIn } from "../../platform/terraform/language/graph.ts";
import { blocks, list } from "../../platform/terraform/refusals/graph.ts";
import { sharedParameters } from "../../platform/terraform/region/parameters.ts";
import { storeOf } from "./stores.ts";
import {
  bothRegions,
  graphOf,
  inRegion,
  inStackOf,
  otherRegion,
  type Recoverable,
  type RecoverRule,
  textsIn,
  violation,
} from "./view.ts";

export const KEY_AND_SECRET_RULES: readonly RecoverRule[] = [
  {
    id: "RECOVER-13",
    title: "The keys of every purpose exist in both regions",
    severity: "error",
    why: "A copy that is encrypted by a key of the lost region can't be read, restored or promoted.",
    mend: "One `aws_kms_key` and its alias per purpose in each region's bootstrap.",
    find: (subject) =>
      bothRegions(subject).flatMap(({ name }) => {
        const other = otherRegion(subject, name).name;
        const there = new Set(inRegion(subject, other, "aws_kms_alias").map(({ args }) => args.name));
        return inRegion(subject, name, "aws_kms_alias")
          .filter(({ stack, args }) => stack.startsWith("bootstrap/") && !there.has(args.name))
          .map((alias) => violation(alias, `${String(alias.args.name)} isn't in ${other}`));
      }),
  },
  {
    id: "RECOVER-14",
    title: "Nothing of a region is encrypted by the other region's key",
    severity: "error",
    why: "It would be unreadable in the very hour in which it is needed.",
    mend: "The key of the same purpose in the resource's own region; only what is written into the other region takes that one's.",
    find: (subject) =>
      bothRegions(subject).flatMap(({ name }) =>
        graphOf(subject)
          .resources.filter(({ mode, stack }) => mode === "resource" && stack === `region/${name}`)
          .filter(({ args, type }) =>
            // A secret's replica lies in the other region, and takes its key; a policy only permits.
            Object.entries(args).some(
              ([argument, value]) =>
                !(type === "aws_secretsmanager_secret" && argument === "replica") &&
                !argument.includes("policy") &&
                textsIn(value).some((text) => text.startsWith(`arn:aws:kms:${otherRegion(subject, name).name}:`)),
            ),
          )
          .map((resource) => violation(resource, `takes a key of ${otherRegion(subject, name).name}`)),
      ),
  },
  {
    id: "RECOVER-15",
    title: "Every secret is in the other region, under that region's key",
    severity: "error",
    why: "A database that was promoted and that nobody has the password of serves nobody.",
    mend: "Secrets Manager: a `replica` block with the other region's alias, or the same secret in both stacks. Parameter Store: the copy in `link`.",
    find: (subject) => [...unreplicatedSecrets(subject), ...uncopiedParameters(subject)],
  },
  {
    id: "RECOVER-16",
    title: "Promoting a secret's replica doesn't make the next plan take it back",
    severity: "error",
    why: "A plan after a fail-over that wants to make replicas anew overwrites what was rotated meanwhile.",
    mend: "`ignore_changes = [replica]`: which copy leads is data.",
    find: (subject) =>
      graphOf(subject)
        .of("aws_secretsmanager_secret")
        .filter(({ args }) => blocks(args.replica).length > 0)
        .filter(({ lifecycle }) => lifecycle.ignoreChanges !== "all" && !lifecycle.ignoreChanges?.includes("replica"))
        .map((secret) => violation(secret, "would have its replicas made anew by the plan after a fail-over")),
  },
  {
    id: "RECOVER-17",
    title: "Programs find the same parameters in both regions",
    severity: "error",
    why: "A program that starts in the survivor and misses one line of its settings doesn't start.",
    mend: "Make the parameter in both regions' stacks, each with its own region's value.",
    find: (subject) => {
      const { primary, standby } = subject.platform.regions;
      if (!standby.holds.data) return [];
      const there = new Set(inRegion(subject, standby.name, "aws_ssm_parameter").map(({ args }) => args.name));
      return (
        inStackOf(subject, primary.name, "aws_ssm_parameter")
          .filter(({ args }) => args.type !== "SecureString" && !there.has(args.name))
          // Where a store comes with the nodes, so does what leads to it.
          .filter(
            ({ args }) =>
              standby.holds.nodes !== "none" || !Object.values(args).flatMap(addressesIn).some(comesWithNodes),
          )
          .map((parameter) => violation(parameter, `${String(parameter.args.name)} isn't in ${standby.name}`))
      );
    },
  },
  {
    id: "RECOVER-64",
    title: "Parameters that must say the same are compared",
    severity: "error",
    why: "SSM copies nothing; a region whose stack was applied last month starts programs with last month's topics.",
    mend: "In `link` both regions' parameter as data, and a `check` block that holds them together.",
    find: (subject) => {
      const link = subject.stacks.find(({ name }) => name === "link");
      const compared = (link?.files ?? [])
        .flatMap(({ items }) => items)
        .flatMap((item) =>
          item.kind === "check" ? [item.assert.flatMap(({ condition }) => addressesIn(condition))] : [],
        );
      return sharedParameters(subject.platform)
        .map(({ path }) => parameterName(subject.platform, path))
        .filter((name) => {
          const looks = (link?.resources ?? []).filter(
            ({ mode, type, args }) => mode === "data" && type === "aws_ssm_parameter" && args.name === name,
          );
          const together = compared.some((addresses) => looks.every(({ address }) => addresses.includes(address)));
          return new Set(looks.map(({ region }) => region)).size < 2 || !together;
        })
        .map((name) => ({ address: `link ${name}`, says: "isn't compared between the regions" }));
    },
  },
  {
    id: "RECOVER-65",
    title: "A secret that is said to change by itself has what changes it",
    severity: "error",
    why: "Whoever reads that a password is thirty days old at most doesn't change it after a leak.",
    mend: "`aws_secretsmanager_secret_rotation` in the region whose service has the password; or say in `src/blueprint/secret-rotation.ts` that it is changed by hand, and why.",
    find: (subject) => {
      const { primary } = subject.platform.regions;
      const secrets = inStackOf(subject, primary.name, "aws_secretsmanager_secret");
      const rotated = new Set(
        inStackOf(subject, primary.name, "aws_secretsmanager_secret_rotation").flatMap(({ args }) =>
          addressesIn(args.secret_id),
        ),
      );
      return changing(subject, "by-itself").flatMap(({ name }) =>
        secrets
          .filter((secret) => secret.args.name === secretName(subject.platform, name) && !rotated.has(secret.address))
          .map((secret) => violation(secret, "nothing rotates it")),
      );
    },
  },
  {
    id: "RECOVER-66",
    title: "Secrets that were made change by themselves",
    severity: "note",
    why: "A key that only a person changes is as old as the platform, and after a leak it is changed in haste.",
    mend: "Change it by hand, where it is used and in the secret, after `secrets.rotationDays` and after every leak.",
    find: (subject) =>
      changing(subject, "by-hand")
        .filter(({ filledBy }) => filledBy === "made")
        .map(({ name, rotation }) => ({
          address: `secrets ${secretName(subject.platform, name)}`,
          says: `changes by hand${rotation.kind === "by-hand" ? `: ${rotation.because}` : ""}`,
        })),
  },
  {
    id: "RECOVER-18",
    title: "Every entrance's name is on a certificate in each region, and in us-east-1 where CloudFront asks for it",
    severity: "error",
    why: "A certificate is issued in minutes on a good day; a region without one answers nobody over TLS.",
    mend: "`aws_acm_certificate` in each region's stack with all names of `certificateNames`; the validation records are in `global`.",
    find: (subject) => {
      const { platform } = subject;
      const wanted = certificateNames(platform);
      // ACM doesn't renew a certificate that nothing uses, so a cold region's comes with its load balancer.
      const places = [
        ...bothRegions(subject)
          .filter(({ holds }) => holds.entry)
          .map(({ name }) => name),
        ...(graphOf(subject).of("aws_cloudfront_distribution").length > 0 ? ["us-east-1"] : []),
      ];
      return places.flatMap((region) => {
        const names = new Set(
          inRegion(subject, region, "aws_acm_certificate").flatMap(({ args }) => [
            ...textsIn(args.domain_name),
            ...list(args.subject_alternative_names).flatMap(textsIn),
          ]),
        );
        const missing = wanted.filter((name) => !names.has(name));
        if (missing.length === 0) return [];
        return [{ address: `region ${region}`, says: `no certificate for ${missing.join(", ")}` }];
      });
    },
  },
];

const changing = ({ platform }: Recoverable, kind: Rotation["kind"]) =>
  platform.secrets.entries.filter(({ rotation }) => rotation.kind === kind);

const comesWithNodes = (address: string): boolean => storeOf(address.split(".")[0] ?? "")?.twin === "with-nodes";

function unreplicatedSecrets(subject: Recoverable) {
  const { primary, standby } = subject.platform.regions;
  const twins = new Set(inStackOf(subject, standby.name, "aws_secretsmanager_secret").map(({ args }) => args.name));
  return (
    inStackOf(subject, primary.name, "aws_secretsmanager_secret")
      .filter(
        ({ args }) =>
          !blocks(args.replica).some(
            (replica) =>
              replica.region === standby.name &&
              textsIn(replica.kms_key_id).some((key) => key.startsWith(`arn:aws:kms:${standby.name}:`)),
          ),
      )
      // What opens only its own region's things is made there: with them, where they aren't standing yet.
      .filter(({ args, name }) => !twins.has(args.name) && (standby.holds.data || !name.startsWith("cache")))
      .map((secret) => violation(secret, `${String(secret.args.name)} isn't in ${standby.name} under a key of it`))
  );
}

function uncopiedParameters(subject: Recoverable) {
  const { primary, standby } = subject.platform.regions;
  const there = new Set(inRegion(subject, standby.name, "aws_ssm_parameter").map(({ args }) => args.name));
  return inStackOf(subject, primary.name, "aws_ssm_parameter")
    .filter(({ args }) => args.type === "SecureString" && !there.has(args.name))
    .map((parameter) => violation(parameter, `${String(parameter.args.name)} isn't copied to ${standby.name}`));
}
