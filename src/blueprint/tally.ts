// What is noted while a platform is sized: each derived number with its formula and source, warnings, and problems.
import type { FilledBlueprint, Problem } from "./blueprint.ts";
import type { SizingLine, Warning } from "./platform.ts";
import type { Workload } from "./workloads.ts";

export class Tally {
  readonly lines: SizingLine[] = [];
  readonly problems: Problem[] = [];
  readonly warnings: Warning[];

  constructor(warnings: readonly Warning[] = []) {
    this.warnings = [...warnings];
  }

  derived(what: string, value: number, unit: string, formula: string, source: string): number {
    this.lines.push({ what, value, unit, formula, source });
    return value;
  }

  /**
   * A size that was asked for, against the one that the objectives need: the larger one counts, and a raise is said.
   * Left out, the derived one counts.
   */
  atLeast(field: string, asked: number | undefined, line: SizingLine): number {
    this.lines.push(line);
    if (asked === undefined || asked >= line.value) return asked ?? line.value;
    this.warnings.push({
      field,
      says: `${asked} asked for, ${line.value} ${line.unit} needed (${line.formula}); ${line.value} are built`,
      instead: `Leave ${field} out, or lower the objectives.`,
    });
    return line.value;
  }

  servings(workloads: readonly Workload[], blueprint: FilledBlueprint): void {
    const asked = blueprint.cluster.podsPerService;
    for (const one of workloads.filter(({ scaling }) => scaling.kind === "cpu")) {
      const least = one.replicas.primary.min;
      this.derived(
        `${one.name}: replicas`,
        least,
        "pods",
        "largest of rate ÷ (rate per pod × target), and what leaves enough at full load after a zone's loss",
        "HorizontalPodAutoscaler's formula; spread over three zones",
      );
      if (asked !== undefined && asked < least)
        this.warnings.push({
          field: "cluster.podsPerService",
          says: `${asked} asked for; ${one.name} needs ${least} at ${blueprint.cluster.cpuTargetPercent} %, and ${least} are built`,
          instead: "Leave the field out.",
        });
    }
  }
}
