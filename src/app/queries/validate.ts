// From what a client sent to a question, or to a problem that names the member and the nearest valid name.

import type { z } from "zod";
import { DIMENSIONS, GRAINS, type Problem, type Question, type Where } from "../../core/question.ts";
import { type ProblemCode, problemUri } from "../problems.ts";
import { nearestName } from "./nearest-name.ts";
import { questionSchema, WHERE_DEPTH_MAX, WHERE_NODES_MAX } from "./question-schema.ts";

export type Validated = { kind: "question"; question: Question } | { kind: "problem"; problem: Problem };

export function validate(sent: unknown): Validated {
  const size = sizeOf(sent);
  if (size) return { kind: "problem", problem: invalid("/where", size) };
  const parsed = questionSchema.safeParse(sent, { reportInput: true });
  if (!parsed.success) return { kind: "problem", problem: problemOf(parsed.error.issues) };
  const wrong = together(parsed.data as Question);
  if (wrong) return { kind: "problem", problem: invalid(wrong.pointer, wrong.detail) };
  return { kind: "question", question: parsed.data as Question };
}

export function invalid(pointer: string, detail: string, code: ProblemCode = "invalid-question"): Problem {
  return { type: problemUri(code), title: "The question can't be understood", status: 400, detail, pointer };
}

/** Counted before anything recurses into it. */
function sizeOf(sent: unknown): string | undefined {
  const where = typeof sent === "object" && sent !== null && "where" in sent ? sent.where : undefined;
  let level: unknown[] = [where];
  let nodes = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    const next = level.flatMap((one) => (typeof one === "object" && one !== null ? childrenOf(one) : []));
    nodes += level.length;
    if (next.length > 0 && depth >= WHERE_DEPTH_MAX) return `Conditions nest at most ${WHERE_DEPTH_MAX} deep.`;
    if (nodes + next.length > WHERE_NODES_MAX) return `There are at most ${WHERE_NODES_MAX} conditions in a question.`;
    level = next;
  }
  return undefined;
}

function childrenOf(node: object): unknown[] {
  const lists = [("all" in node && node.all) || [], ("any" in node && node.any) || []];
  return [...lists.flatMap((list) => (Array.isArray(list) ? list : [])), ...("not" in node ? [node.not] : [])];
}

function problemOf(issues: z.core.$ZodIssue[]): Problem {
  const errors = issues.slice(0, 10).map((issue) => {
    const { path, detail } = explain(issue);
    return { pointer: pointerOf(path), code: "invalid-question", detail };
  });
  const first = errors[0] ?? { pointer: "", detail: "The question is empty." };
  return { ...invalid(first.pointer, first.detail), ...(errors.length > 1 ? { errors } : {}) };
}

const NAME_SHOWN_MAX = 100;

type Explained = { path: PropertyKey[]; detail: string };

function explain(issue: z.core.$ZodIssue, above: PropertyKey[] = []): Explained {
  const path = [...above, ...issue.path];
  if (path.at(-1) === "field" || path.at(-2) === "by") return explainDimension(issue.input, path);
  if (issue.code === "invalid_union") return explainUnion(issue, path);
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    const nearest = nearestName(key, keysAt(path));
    return {
      path: [...path, key],
      detail: `"${key}" is not known here.${nearest ? ` Did you mean "${nearest}"?` : ""}`,
    };
  }
  if (issue.code === "invalid_value") {
    const input = typeof issue.input === "string" ? issue.input : "";
    const valid = issue.values.map(String);
    const nearest = nearestName(input, valid);
    const hint = nearest ? ` Did you mean "${nearest}"?` : ` Valid: ${valid.join(", ")}.`;
    return { path, detail: `${input === "" ? "The value" : `"${input}"`} is not one of the valid names.${hint}` };
  }
  return { path, detail: `${issue.message}.` };
}

function explainDimension(sent: unknown, path: PropertyKey[]): Explained {
  const input = typeof sent === "string" ? sent.slice(0, NAME_SHOWN_MAX) : "";
  const times = path.at(-2) === "by" ? GRAINS.map((grain) => `time.${grain}`) : [];
  const nearest = nearestName(input, [...DIMENSIONS, ...times]);
  const hint = nearest ? ` Did you mean "${nearest}"?` : " Properties of events are written prop.<name>.";
  return { path, detail: `"${input}" is not a dimension.${hint}` };
}

/** Of the ways in which a union fails, the one that got furthest tells what was meant. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion, path: PropertyKey[]): Explained {
  const depth = (issues: z.core.$ZodIssue[]) => Math.max(...issues.map((one) => one.path.length));
  const unknown = (issues: z.core.$ZodIssue[]) => issues.filter((one) => one.code === "unrecognized_keys").length;
  const [best] = [...issue.errors].sort(
    (a, b) => unknown(a) - unknown(b) || depth(b) - depth(a) || a.length - b.length,
  );
  const first = best?.[0];
  return first ? explain(first, path) : { path, detail: "None of the possible forms fits." };
}

const KEYS_AT: Record<string, string[]> = {
  "": Object.keys(questionSchema.shape),
  where: ["field", "op", "value", "all", "any", "not"],
  range: ["from", "to"],
  compare: ["from", "to", "align"],
};

function keysAt(path: PropertyKey[]): string[] {
  return KEYS_AT[String(path[0] ?? "")] ?? [];
}

function pointerOf(path: PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** Rules that join several members. */
function together(question: Question): { pointer: string; detail: string } | undefined {
  const { kind, by = [], order = [] } = question;
  const times = by.filter((one) => one.startsWith("time."));
  if (kind === "totals" && by.length > 0)
    return { pointer: "/by", detail: 'Totals have no dimensions; ask kind "breakdown".' };
  if (kind === "timeseries" && (by.length > 1 || times.length !== by.length)) {
    return { pointer: "/by", detail: "A series is by one of time.minute, time.hour, time.day, time.week, time.month." };
  }
  if (kind === "breakdown" && (by.length === 0 || times.length > 0)) {
    return { pointer: "/by", detail: "A breakdown is by one to three dimensions, none of them time." };
  }
  if (kind === "live" && times.length > 0 && (by.length > 1 || by[0] !== "time.minute")) {
    return { pointer: "/by", detail: "Live is by dimensions, or by time.minute alone." };
  }
  if (kind === "events" && by.length > 0)
    return { pointer: "/by", detail: "Events are a list; they have no dimensions." };
  if (new Set(by).size !== by.length) return { pointer: "/by", detail: "A dimension is named twice." };
  for (const [index, [name]] of order.entries()) {
    const asked = question.metrics ?? DEFAULT_METRICS;
    if (name === "time" ? kind !== "timeseries" : !asked.includes(name)) {
      return { pointer: `/order/${index}/0`, detail: `"${name}" is not among the question's metrics.` };
    }
  }
  return question.where ? leafProblem(question.where, "/where") : undefined;
}

export const DEFAULT_METRICS: NonNullable<Question["metrics"]> = ["visitors", "visits", "pageviews"];

function leafProblem(where: Where, pointer: string): { pointer: string; detail: string } | undefined {
  if ("not" in where) return leafProblem(where.not, `${pointer}/not`);
  for (const list of ["all", "any"] as const) {
    const children: Where[] = list in where ? (where as Record<typeof list, Where[]>)[list] : [];
    for (const [index, child] of children.entries()) {
      const problem = leafProblem(child, `${pointer}/${list}/${index}`);
      if (problem) return problem;
    }
  }
  if (!("field" in where)) return undefined;
  const { op, value } = where;
  const at = `${pointer}/value`;
  if (op === "exists" && (value.length !== 1 || typeof value[0] !== "boolean")) {
    return { pointer: at, detail: '"exists" takes [true] or [false].' };
  }
  if (["gt", "gte", "lt", "lte"].includes(op) && (value.length !== 1 || typeof value[0] !== "number")) {
    return { pointer: at, detail: `"${op}" takes one number, e.g. [10].` };
  }
  if (["contains", "starts", "matches"].includes(op) && value.some((one) => typeof one !== "string" || one === "")) {
    return { pointer: at, detail: `"${op}" takes texts that aren't empty.` };
  }
  return undefined;
}
