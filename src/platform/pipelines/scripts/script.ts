// A shell script of the pipelines: its name, why it is there, what it takes, and its lines. The same in every system.

export type Script = {
  readonly name: string;
  readonly why: string;
  /** Such as "ENVIRONMENT"; each must be given. */
  readonly takes: readonly string[];
  /** Commands that must be there. */
  readonly wants: readonly string[];
  /** Read by others with ".", so it sets no options and ends nothing. */
  readonly sourced?: true;
  readonly body: string;
};

export const SCRIPTS_DIRECTORY = "ci";

/** Stops at the first failure, at a variable that isn't set, and when a command that it wants isn't there. */
export function scriptText({ name, why, takes, wants, sourced, body }: Script): string {
  const usage = [`${SCRIPTS_DIRECTORY}/${name}`, ...takes].join(" ");
  const head = sourced
    ? ["# shellcheck shell=bash", `# ${why}`, `# Usage: . ${usage}`]
    : [
        "#!/usr/bin/env bash",
        `# ${why}`,
        `# Usage: ${usage}`,
        "set -euo pipefail",
        ...(takes.length === 0
          ? []
          : [`if [ "$#" -lt ${takes.length} ]; then echo "Usage: ${usage}" >&2; exit 64; fi`]),
        ...wants.map(
          (one) => `command -v ${one} > /dev/null || { echo "${name} needs the command ${one}." >&2; exit 69; }`,
        ),
      ];
  return `${[...head, body.trim()].join("\n")}\n`;
}
