// A rebuilt database comes under management. RDS can promote a replica and can't demote a primary, so failing back means
// that the recovery plan renames the former primary aside, and makes a new replica under the name that everything else
// refers to. To Terraform that is another object: the address holds one that has another name now, and a plan would
// rename it back. Hence each incarnation of a database has an address of its own. Raising `recovery.incarnations` by one
// makes the plan say "1 to import, 1 to forget, 0 to add, 0 to destroy"; after that apply it is empty again.
//
// The name of what is adopted never changes, so nothing else in the stack does either. Role stays data: what is counted
// here is which object carries the name, not who is active.
import type { Platform } from "../../../blueprint/platform.ts";
import type { Configured } from "../../../blueprint/workloads.ts";
import type { Declared, File } from "../language/stack.ts";

/** How many times the region's database has been rebuilt, and one. */
export const incarnationOf = (platform: Platform, configured: Configured): number =>
  platform.recovery.incarnations[configured];

/** The Terraform name of an incarnation: "main", then "main_2", "main_3" … */
export const incarnationKey = (incarnation: number): string => (incarnation === 1 ? "main" : `main_${incarnation}`);

/** Declares that earlier incarnations are let go, not destroyed, and that this one exists already. */
export function adoptDatabase(file: File, incarnation: number, database: Declared, identifier: string): void {
  for (let former = 1; former < incarnation; former++) {
    file.removed({
      from: `aws_db_instance.${incarnationKey(former)}`,
      destroy: false,
      comment:
        "A former primary. The recovery plan has set it aside under another name; a person deletes it once what only it had is exported.",
    });
  }
  if (incarnation === 1) return;
  file.import({
    to: database,
    id: identifier,
    comment: "The database as the recovery plan rebuilt it. An installation made anew begins at incarnation 1 instead.",
  });
}
