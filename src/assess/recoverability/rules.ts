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
import type { RecoverRule } from "./view.ts";
import { WATCHING_RULES } from "./watching.ts";

export const RECOVERABILITY_GROUPS: readonly { readonly subject: string; readonly rules: readonly RecoverRule[] }[] = [
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

export const RECOVERABILITY_RULES: readonly RecoverRule[] = RECOVERABILITY_GROUPS.flatMap(({ rules }) => rules);
