// What an assessment says: which rule was broken, where, why that matters, and how to mend it.

/** `error` fails a build; `warning` wants a decision; `note` is worth knowing. */
export type Severity = "error" | "warning" | "note";

/** One place where a rule doesn't hold. `address` is a resource's (`region/ap-south-1 aws_db_instance.main`) or a blueprint field's. */
export type Violation = { address: string; says: string };

export type Rule<Subject> = {
  /** `FLOW-…`, `RECOVER-…`, `CAP-…`, `COST-…`: stable for ever, since waivers and dashboards name it. */
  id: string;
  title: string;
  severity: Severity;
  /** What happens on a bad day when this isn't so. */
  why: string;
  mend: string;
  find: (subject: Subject) => readonly Violation[];
};

export type Finding = Violation & Pick<Rule<never>, "id" | "title" | "severity" | "why" | "mend">;

/** Findings in the order of the rules. */
export function judge<Subject>(rules: readonly Rule<Subject>[], subject: Subject): Finding[] {
  return rules.flatMap(({ find, id, title, severity, why, mend }) =>
    find(subject).map(({ address, says }) => ({ id, title, severity, why, mend, address, says })),
  );
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** The gravest first; else by rule and address, so that two runs print the same. */
export const byGravity = (a: Finding, b: Finding): number =>
  WEIGHT[a.severity] - WEIGHT[b.severity] || compare(a.id, b.id) || compare(a.address, b.address);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
