// All rules of recoverability, in the order of their numbers. Numbers are never given twice: waivers name them.
import { BACKUP_RULES } from "./backups.ts";
import { STANDBY_RULES } from "./capacity-of-the-standby.ts";
import { CONTROL_PLANE_RULES } from "./control-plane.ts";
import { DATA_RULES } from "./data.ts";
import { DNS_RULES } from "./dns-and-health.ts";
import { IMAGE_RULES } from "./images.ts";
import { KEY_AND_SECRET_RULES } from "./keys-and-secrets.ts";
import { PLAN_RULES } from "./plans-and-drills.ts";
import { STATE_RULES } from "./terraform-state.ts";
import { isLasting, type RecoverRule } from "./view.ts";
import { WATCHING_RULES } from "./watching.ts";

type Group = { readonly subject: string; readonly rules: readonly RecoverRule[] };

const GROUPS: readonly Group[] = [
  { subject: "Data", rules: DATA_RULES },
  { subject: "Keys, secrets and certificates", rules: KEY_AND_SECRET_RULES },
  { subject: "Images", rules: IMAGE_RULES },
  { subject: "DNS and health", rules: DNS_RULES },
  { subject: "Watching", rules: WATCHING_RULES },
  { subject: "Backups", rules: BACKUP_RULES },
  { subject: "Control planes and roles", rules: CONTROL_PLANE_RULES },
  { subject: "Plans and drills", rules: PLAN_RULES },
  { subject: "Capacity of the standby", rules: STANDBY_RULES },
  { subject: "Terraform's state", rules: STATE_RULES },
];

const RULES = GROUPS.flatMap(({ rules }) => rules);

/** Says what isn't asked, so that a clean report of dev isn't taken for prod's. */
const FEWER: RecoverRule = {
  id: "RECOVER-62",
  title: "All rules are asked",
  severity: "note",
  why: "dev and qa do without what costs money and protects what lasts; what passes there may not pass in prod.",
  mend: "Assess uat or prod as well: `--environment prod`.",
  find: (subject) => {
    if (isLasting(subject)) return [];
    const left = RULES.filter(({ lastingOnly }) => lastingOnly).map(({ id }) => id);
    const says = `${left.length} rules aren't asked of ${subject.platform.environment}: ${left.join(", ")}`;
    return [{ address: "environment", says }];
  },
};

export const RECOVERABILITY_GROUPS: readonly Group[] = [
  ...GROUPS,
  { subject: "The assessment itself", rules: [FEWER] },
];

export const RECOVERABILITY_RULES: readonly RecoverRule[] = [
  ...RULES.map((rule): RecoverRule => {
    if (!rule.lastingOnly) return rule;
    return { ...rule, find: (subject) => (isLasting(subject) ? rule.find(subject) : []) };
  }),
  FEWER,
];
