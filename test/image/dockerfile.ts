// The Dockerfile as what it does: stages of steps, read by the parser that editors use. Only the few instructions that ours
// needs; any other is refused, so that the proof never leaves one out.
import { readFileSync } from "node:fs";
import { DockerfileParser } from "dockerfile-ast";

export type Step =
  | { readonly do: "workdir"; readonly path: string }
  | { readonly do: "copy"; readonly from: string | null; readonly sources: readonly string[]; readonly to: string }
  | { readonly do: "run"; readonly line: string }
  | { readonly do: "says"; readonly keyword: string; readonly text: string };

export type Stage = { readonly name: string; readonly base: string; readonly steps: readonly Step[] };

const SAID = ["ARG", "ENV", "LABEL", "USER", "HEALTHCHECK", "ENTRYPOINT", "CMD"];

export const readDockerfile = (file: string): readonly Stage[] => stagesOf(readFileSync(file, "utf8"));

export function stagesOf(text: string): readonly Stage[] {
  const stages: { name: string; base: string; steps: Step[] }[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const keyword = instruction.getKeyword().toUpperCase();
    const said = between(text, instruction.getRange()).replace(/^\S+\s*/, "");
    if (keyword === "FROM") {
      const [, base = "", name = "final"] = /^(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?$/i.exec(said) ?? [];
      stages.push({ name, base, steps: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) continue;
    stage.steps.push(step(keyword, said));
  }
  return stages;
}

type Range = ReturnType<ReturnType<ReturnType<typeof DockerfileParser.parse>["getInstructions"]>[number]["getRange"]>;

/** An instruction's own text, flags included. */
function between(text: string, { start, end }: Range): string {
  const lines = text.split("\n").slice(start.line, end.line + 1);
  lines.push((lines.pop() ?? "").slice(0, end.character));
  return lines.join("\n").slice(start.character);
}

function step(keyword: string, said: string): Step {
  const line = said.replaceAll(/\s*\\\s*\n\s*/g, " ").trim();
  if (keyword === "WORKDIR") return { do: "workdir", path: line };
  if (keyword === "RUN") return { do: "run", line };
  if (keyword === "COPY") {
    const words = line.split(/\s+/);
    const flags = words.filter((word) => word.startsWith("--"));
    const rest = words.filter((word) => !word.startsWith("--"));
    const from = flags.find((flag) => flag.startsWith("--from="))?.slice("--from=".length) ?? null;
    return { do: "copy", from, sources: rest.slice(0, -1), to: rest.at(-1) ?? "" };
  }
  if (SAID.includes(keyword)) return { do: "says", keyword, text: line };
  throw new Error(`The proof can't carry out ${keyword}. Teach it to test/image/dockerfile.ts, or do without.`);
}
