// `/problems/<code>`: the address that a problem document's `type` names says what the problem means and what to do.

import { PROBLEM_CODES, type ProblemCode } from "../../app/problems.ts";
import { API, type Endpoint, endpoint, part } from "./endpoint.ts";
import { ProblemError } from "./problem.ts";
import { htmlPage, text } from "./reference.ts";

const html = { status: 200, description: "The page.", type: "text/html" };

const every = endpoint({
  method: "GET",
  path: "/problems",
  summary: "Every problem that Tandem answers, as a page",
  access: "public",
  changes: false,
  answer: html,
  handle: async () => problemsPage(undefined),
});

const one = endpoint({
  method: "GET",
  path: "/problems/:code",
  summary: "What a problem means and what to do, as a page",
  access: "public",
  changes: false,
  answer: html,
  async handle({ c }) {
    const code = part(c, "code");
    if (!Object.hasOwn(PROBLEM_CODES, code)) {
      throw new ProblemError("not-found", "Tandem answers no such problem. /problems lists them all.");
    }
    return problemsPage(code as ProblemCode);
  },
});

/** Outside of the API's version: a problem keeps its meaning. */
export const problemEndpoints: Endpoint[] = [every, one];

function problemsPage(asked: ProblemCode | undefined): Response {
  const rows = Object.entries(PROBLEM_CODES).map(
    ([code, { status, means, todo }]) =>
      `<tr><td><a href="/problems/${code}"><code>${code}</code></a></td><td>${status.join(", ")}</td>` +
      `<td>${text(means)} ${text(todo)}</td></tr>`,
  );
  const found = asked === undefined ? undefined : PROBLEM_CODES[asked];
  const head = found
    ? `<h1>${asked}</h1><p>Status ${found.status.join(" or ")}. ${text(found.means)}</p><p>${text(found.todo)}</p>
<p>The problem document's <code>detail</code> says more about the request at hand.</p><h2>All problems</h2>`
    : "<h1>Problems</h1><p>Errors are problem documents (RFC 9457); their <code>type</code> is one of these.</p>";
  return htmlPage(
    `${asked ?? "Problems"} · Tandem`,
    `${head}
<table><thead><tr><th>Type</th><th>Status</th><th>Meaning</th></tr></thead><tbody>${rows.join("")}</tbody></table>
<p><a href="${API}/reference">API reference</a> · <a href="/">the console</a></p>`,
  );
}
