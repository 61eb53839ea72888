// What a synth writes, as a person reads it: every file below its directory, with why it is there.
import type { Finding } from "../platform/kubernetes/checks/check.ts";
import type { OutputFile } from "../platform/output-file.ts";

const NAME_WIDTH_MAX = 60;

export function listLines(outputs: readonly OutputFile[]): string[] {
  const groups = Map.groupBy(outputs, ({ path }) => directoryOf(path));
  return [
    ...[...groups].flatMap(([directory, files]) => {
      const width = Math.min(NAME_WIDTH_MAX, Math.max(...files.map(({ path }) => nameOf(path).length)));
      return [`${directory === "" ? "." : directory}/`, ...files.map((file) => fileLine(file, width)), ""];
    }),
    countLine(outputs),
  ];
}

const fileLine = ({ path, why }: OutputFile, width: number): string => `  ${nameOf(path).padEnd(width)}  ${why}`;

/** Files by their first folder, and the objects of clusters among them. */
export function countLine(outputs: readonly OutputFile[]): string {
  const folders = Map.groupBy(outputs, ({ path }) => (path.includes("/") ? (path.split("/")[0] ?? "") : "."));
  const counts = [...folders].map(([folder, files]) => `${folder} ${files.length}`);
  const objects = outputs.filter(({ path }) => /^gitops\/(rendered|bootstrap)\/.*\.yaml$/.test(path)).length;
  const bytes = outputs.reduce((sum, { text }) => sum + text.length, 0);
  return `${outputs.length} files (${counts.join(", ")}), ${Math.round(bytes / 1024).toLocaleString("en-GB")} KiB, ${objects} objects of clusters.`;
}

const directoryOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const nameOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** What the checks of the manifests warn of: a line per check, however many objects it names. */
export function manifestLines(warnings: readonly Finding[]): string[] {
  const lines = [...Map.groupBy(warnings, ({ id }) => id)].flatMap(([id, [first, ...others]]) => {
    if (first === undefined) return [];
    const more = others.length === 0 ? "" : `, and ${others.length} more like it`;
    return [`  ${id} in ${first.region}: ${first.object} ${first.says}${more}. ${first.mend}`];
  });
  return lines.length === 0 ? [] : ["The manifests' own checks warn:", ...lines];
}
