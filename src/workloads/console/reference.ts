// The API's reference page: the OpenAPI document as one HTML page without scripts, so that it needs nothing but itself.

import { createHash } from "node:crypto";
import { PUBLIC_PAGE_CACHING } from "../../core/entrance.ts";

type Schema = {
  type?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  $ref?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  const?: unknown;
  description?: string;
  additionalProperties?: unknown;
  format?: string;
};
type Operation = {
  summary: string;
  description?: string;
  operationId: string;
  security: Record<string, unknown>[];
  parameters: { name: string; in: string; required: boolean; description?: string }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, { description: string; content?: Record<string, { schema?: Schema }> }>;
};
type Document = {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

const DEPTH_MAX = 4;

const STYLE = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --soft: color-mix(in srgb, currentColor 6%, transparent); }
body { font: 15px/1.55 system-ui, sans-serif; max-width: 58rem; margin: 0 auto; padding: 2rem 1.25rem 6rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; } h2 { margin: 2.5rem 0 .75rem; font-size: 1.1rem; }
nav ul { columns: 2 20rem; padding: 0; list-style: none; } nav a { text-decoration: none; }
section { border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.25rem; margin: 1rem 0; }
section h3 { margin: 0; font-size: 1rem; overflow-wrap: anywhere; } section p { margin: .35rem 0; }
code, pre { font: 13px/1.5 ui-monospace, monospace; } pre { background: var(--soft); padding: .75rem; border-radius: 6px; overflow-x: auto; margin: .35rem 0; }
.method { display: inline-block; min-width: 4.2em; font-weight: 600; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
summary { cursor: pointer; }
`;
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** For these pages only: its one style sheet by hash, and nothing else. */
const REFERENCE_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A whole page in the reference's dress. `title` is ours, never a caller's. */
export function htmlPage(title: string, body: string): Response {
  const page = `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${STYLE}</style></head><body>
${body}
</body></html>`;
  return new Response(page, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": REFERENCE_POLICY,
      "cache-control": PUBLIC_PAGE_CACHING,
    },
  });
}

export function referencePage(openApi: Record<string, unknown>): Response {
  const document = openApi as unknown as Document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const links = operations.map(
    ({ path, method, operation }) =>
      `<li><a href="#${operation.operationId}"><code><span class="method">${method}</span>${text(path)}</code></a></li>`,
  );
  const { Question: question, Condition: condition } = document.components.schemas;
  return htmlPage(
    "API reference · Tandem",
    `<h1>Tandem API, version ${text(document.info.version)}</h1>
<p>${text(document.info.description)}</p>
<p>Machine-readable: <a href="openapi.json">openapi.json</a>. Back to <a href="/">the console</a>.</p>
<nav aria-label="Endpoints"><ul>${links.join("")}</ul></nav>
<h2>Endpoints</h2>
${operations.map(section).join("\n")}
<h2 id="question">A question</h2>
<pre>${question ? text(shape(question)) : ""}</pre>
<h3>A condition</h3>
<pre>${condition ? text(shape(condition)) : ""}</pre>
<h2>Problems</h2>
<p><a href="/problems">Every problem</a>, with its status, its meaning and what to do.</p>`,
  );
}

function section({ path, method, operation }: { path: string; method: string; operation: Operation }): string {
  const rows = operation.parameters.map(
    ({ name, in: place, required, description }) =>
      `<tr><td><code>${text(name)}</code></td><td>${place}${required ? ", required" : ""}</td><td>${text(description ?? "")}</td></tr>`,
  );
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const answers = Object.entries(operation.responses)
    .filter(([status]) => status !== "default")
    .map(([status, answer]) => {
      const schema = Object.values(answer.content ?? {})[0]?.schema;
      const details = schema ? `<details><summary>Shape</summary><pre>${text(shape(schema))}</pre></details>` : "";
      return `<p>Answers <code>${status}</code>: ${text(answer.description)}</p>${details}`;
    });
  return `<section id="${operation.operationId}"><h3><code><span class="method">${method}</span> ${text(path)}</code></h3>
<p>${text(operation.summary)}. ${text(whoMay(operation))}</p>
${rows.length > 0 ? `<table><tbody>${rows.join("")}</tbody></table>` : ""}
${body ? `<p>Body</p><pre>${text(shape(body))}</pre>` : ""}
${answers.join("")}</section>`;
}

function whoMay(operation: Operation): string {
  const names = operation.security.flatMap((one) => Object.keys(one));
  if (names.length === 0) return "Open to anyone.";
  if (operation.description) return `${operation.description} Needs a session.`;
  return names.includes("readKey") ? "Needs a session, or a read key of the project." : "Needs a session.";
}

/** A schema as people write types. */
function shape(schema: Schema, depth = 0): string {
  if (schema.$ref) return `<${schema.$ref.split("/").at(-1)}>`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return [...new Set(either.map((one) => shape(one, depth)))].join(" | ");
  if (depth > DEPTH_MAX) return "…";
  if (schema.prefixItems) return `[${schema.prefixItems.map((one) => shape(one, depth)).join(", ")}]`;
  if (schema.type === "array") return `[${schema.items ? shape(schema.items, depth) : ""}, …]`;
  if (schema.properties) {
    const indent = "  ".repeat(depth + 1);
    const lines = Object.entries(schema.properties).map(([name, property]) => {
      const mark = schema.required?.includes(name) ? "" : "?";
      const note = property.description ? `  // ${property.description}` : "";
      return `${indent}${name}${mark}: ${shape(property, depth + 1)}${note}`;
    });
    return `{\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
  }
  return typeof schema.type === "string"
    ? schema.type
    : Array.isArray(schema.type)
      ? schema.type.join(" | ")
      : "anything";
}

export function text(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
