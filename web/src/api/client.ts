// The only place that speaks HTTP: JSON in and out, problem documents as `ApiProblem`, the CSRF token on every change.

import { CONFIRMATION_HEADER } from "../../../src/core/confirmation.ts";
import type { Problem } from "../../../src/core/question.ts";

export const API = "/api/2026-11";
const REQUEST_MS_MAX = 30_000;

/** What went wrong, in words for people; `id` names the request for whoever looks into it. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly status: number;
  readonly id: string | null;
  readonly problem: Problem | null;
  constructor(status: number, title: string, problem: Problem | null, id: string | null) {
    super(title);
    this.status = status;
    this.problem = problem;
    this.id = id;
  }
  get detail(): string {
    return this.problem?.detail ?? "Try again; if it stays, look at Regions for a process that is down.";
  }
}

let csrf: string | null = null;
export function rememberCsrf(token: string | null): void {
  csrf = token;
}

/** Told when the server says that nobody is signed in any more. */
let onSignedOut: () => void = () => {};
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

export async function request<T>(
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  idempotencyKey?: string,
  confirmation?: string,
): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (csrf && method !== "GET") headers["x-tandem-csrf"] = csrf;
  if (idempotencyKey) headers["idempotency-key"] = idempotencyKey;
  if (confirmation) headers[CONFIRMATION_HEADER] = confirmation;
  // People see how fresh a region is; a page that stays empty while the other region is away would help nobody.
  if (method === "GET") headers["tandem-accept-stale"] = "1";
  const limit = AbortSignal.timeout(REQUEST_MS_MAX);
  const init: RequestInit = {
    method,
    headers,
    credentials: "same-origin",
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  };
  if (body !== undefined) init.body = JSON.stringify(body);
  let response: Response;
  try {
    response = await fetch(API + path, init);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem(0, limit.aborted ? "No answer within 30 seconds" : "Can't reach Tandem", null, null);
  }
  if (response.ok) return (response.status === 204 ? undefined : await response.json()) as T;
  const problem = await problemOf(response);
  if (response.status === 401 && path !== "/session" && !path.startsWith("/session/")) onSignedOut();
  const id = problem?.instance ?? response.headers.get("x-tandem-request-id");
  throw new ApiProblem(response.status, problem?.title ?? `The server answered ${response.status}`, problem, id);
}

async function problemOf(response: Response): Promise<Problem | null> {
  try {
    const body = (await response.json()) as Partial<Problem>;
    return typeof body.title === "string" ? (body as Problem) : null;
  } catch {
    return null;
  }
}

export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : new ApiProblem(0, "Something in this page failed", null, String(error));
