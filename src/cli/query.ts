// `tandem query`: one question, one answer, as a table or as JSON.

import { readFileSync } from "node:fs";
import { EXIT, Refused } from "../core/errors.ts";
import type { Answer } from "../core/question.ts";
import { askQuery, type Place } from "./ask-query.ts";
import { findProject } from "./projects.ts";

type Request = { project: string; question?: string | undefined; file?: string; json?: boolean };

export async function runQuery(place: Place, request: Request, out: NodeJS.WriteStream): Promise<number> {
  const asked = readQuestion(request);
  const project = await findProject(place, request.project);
  // As the API does: where the question names no time zone, the project's holds.
  const question = project && isObject(asked) ? { tz: project.timeZone, ...asked } : asked;
  const answer = await askQuery<Answer>(place, `/query/${encodeURIComponent(request.project)}`, question);
  out.write(request.json ? `${JSON.stringify(answer)}\n` : answerText(answer));
  return EXIT.ok;
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function readQuestion({ question, file }: Request): unknown {
  if ((question === undefined) === (file === undefined)) {
    throw new Refused(
      `Give the question as JSON, or a file with --file. For example: tandem query web '{"kind":"totals","range":"7d+today"}'`,
      EXIT.usage,
    );
  }
  let text = question ?? "";
  try {
    if (file !== undefined) text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new Refused(`${file} can't be read (${(error as Error).message}).`, EXIT.badInput, { cause: error });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Refused(`The question is not JSON: ${(error as Error).message}. Check its quotes.`, EXIT.badInput, {
      cause: error,
    });
  }
}

function answerText(answer: Answer): string {
  const { meta } = answer;
  const rows = answer.rows.length > 0 ? answer.rows : answer.totals ? [answer.totals] : [];
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => name !== "was");
  const cells = [columns, ...rows.map((row) => columns.map((name) => cell((row as Record<string, unknown>)[name])))];
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => (row[index] ?? "").length)));
  const table = cells.map((row) =>
    row
      .map((text, index) => text.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const notes = [
    `${meta.range.from} to ${meta.range.to} (${meta.range.tz}), answered by ${meta.region} as of ${meta.dataAsOf}`,
    ...meta.freshness
      .filter((one) => one.lost)
      .map((one) => `${one.region} (${one.origin}) is lost: its last events may be missing`),
    ...meta.warnings.map((warning) => warning.text),
    ...(answer.next ? [`more: "cursor": ${JSON.stringify(answer.next)}`] : []),
  ];
  return `${rows.length === 0 ? "No rows." : table.join("\n")}\n\n${notes.join("\n")}\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "-";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
