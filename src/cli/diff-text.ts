// A comparison as a person reads it: what would be lost first, then each resource with what changes in it.
import type { Differences } from "../drivers/synthesis/output-directory.ts";
import type { Change, ChangedArgument, Effect } from "../platform/terraform/changes.ts";
import type { Argument } from "../platform/terraform/language/expression.ts";
import { printValue } from "../platform/terraform/language/print-value.ts";

const SIGNS: Readonly<Record<Effect, string>> = {
  destroy: "-",
  replace: "-/+",
  forget: "~",
  update: "~",
  move: ">",
  create: "+",
};
const WORDS: Readonly<Record<Effect, string>> = {
  destroy: "is destroyed",
  replace: "is destroyed and made anew",
  forget: "is let go of, and stays",
  update: "changes",
  move: "is renamed",
  create: "is made",
};
const VALUE_LENGTH_MAX = 70;

export function diffLines(changes: readonly Change[]): string[] {
  if (changes.length === 0) return ["Nothing changes."];
  const lost = changes.filter(({ loses }) => loses !== null);
  const rest = changes.filter(({ loses }) => loses === null);
  return [
    ...(lost.length === 0 ? [] : [`Data would be lost (${lost.length}):`, ...lost.flatMap(changeLines), ""]),
    ...rest.flatMap(changeLines),
    "",
    summary(changes),
  ];
}

export function unguardedLines(all: readonly Pick<Change, "stack" | "address">[]): string[] {
  if (all.length === 0) return [];
  return [
    "",
    `Terraform no longer refuses to destroy (${all.length}):`,
    ...all.map(({ stack, address }) => `    ${stack}: ${address}`),
  ];
}

const DIFFERENCES_SHOWN_MAX = 40;

/** Files by name, each with what becomes of it; empty where nothing differs. */
export function differenceLines({ changed, added, removed }: Differences): string[] {
  const all = [
    ...removed.map((path) => `  - ${path}`),
    ...changed.map((path) => `  ~ ${path}`),
    ...added.map((path) => `  + ${path}`),
  ];
  if (all.length <= DIFFERENCES_SHOWN_MAX) return all;
  const rest = all.length - DIFFERENCES_SHOWN_MAX;
  return [
    ...all.slice(0, DIFFERENCES_SHOWN_MAX),
    `  … and ${rest} more: ${removed.length} removed, ${changed.length} changed, ${added.length} added in all.`,
  ];
}

function changeLines(change: Change): string[] {
  const { stack, address, effect, loses, guarded, from, becauseOf, strandedIn } = change;
  const why = becauseOf === undefined ? "" : `, because ${becauseOf} is`;
  return [
    `${SIGNS[effect].padStart(3)} ${stack}: ${from === undefined ? address : `${from} → ${address}`} ${WORDS[effect]}${why}`,
    ...(loses === null ? [] : [`      Lost: ${loses}.`]),
    ...(strandedIn === undefined
      ? []
      : [
          `      It lies in ${strandedIn}, which is made anew. AWS moves nothing between networks: the apply stops here. Build a new region beside it, or keep the network.`,
        ]),
    ...(guarded ? ["      Terraform refuses it while `prevent_destroy` stands."] : []),
    ...change.arguments.map(argumentLine),
  ];
}

const argumentLine = ({ path, before, after, forcesReplacement }: ChangedArgument): string =>
  `      ${path}: ${shown(before)} → ${shown(after)}${forcesReplacement ? "   (can't be changed in place)" : ""}`;

function shown(value: Argument | undefined): string {
  if (value === undefined) return "(nothing)";
  const text = printValue(value, "").replaceAll(/\s*\n\s*/g, " ");
  return text.length <= VALUE_LENGTH_MAX ? text : `${text.slice(0, VALUE_LENGTH_MAX - 1)}…`;
}

function summary(changes: readonly Change[]): string {
  const effects: readonly Effect[] = ["destroy", "replace", "forget", "update", "move", "create"];
  const counts = effects.map((effect) => ({
    effect,
    count: changes.filter((change) => change.effect === effect).length,
  }));
  const named: Readonly<Record<Effect, string>> = {
    destroy: "destroyed",
    replace: "replaced",
    forget: "let go of",
    update: "changed",
    move: "renamed",
    create: "made",
  };
  return `${counts
    .filter(({ count }) => count > 0)
    .map(({ effect, count }) => `${count} ${named[effect]}`)
    .join(", ")}. \`terraform plan\` has the last word: it also knows the state.`;
}
