// The OpenAPI document, generated from the endpoints and the schemas that check their bodies.

import { z } from "zod";
import { problemSchema } from "../../app/catalogue/bodies.ts";
import { questionSchema } from "../../app/queries/question-schema.ts";
import { CONFIRMATION_HEADER } from "../../core/confirmation.ts";
import { CSRF_HEADER } from "./admit.ts";
import { type Access, API, type Endpoint } from "./endpoint.ts";
import { PROBLEM_TYPE } from "./problem.ts";

type Json = Record<string, unknown>;

const SECURITY: Record<Exclude<Access, "link-key">, Json[]> = {
  public: [],
  session: [{ session: [] }],
  owner: [{ session: [] }],
  operator: [{ session: [] }],
  "project-reader": [{ session: [] }, { readKey: [] }],
};

const WHO: Partial<Record<Access, string>> = { owner: "For owners.", operator: "For operators and owners." };

const INFO = {
  title: "Tandem",
  version: "2026-11",
  license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  description:
    "Projects, keys, questions and the state of both regions. Errors are problem documents (RFC 9457) whose detail says what to " +
    "do next. A change may carry an Idempotency-Key: repeated with the same body it is answered again, not made again. " +
    "Changes are taken by the active region; elsewhere they are answered 503 not-active with that region's name.",
};

export function openApi(endpoints: Endpoint[], cookie: string): Json {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = API + endpoint.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: INFO,
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: cookie },
        readKey: { type: "http", scheme: "bearer", description: "A project's read key." },
      },
      schemas: { Problem: schemaOf(problemSchema, "output"), ...questionSchemas() },
    },
  };
}

function operation(endpoint: Endpoint): Json {
  const { answer } = endpoint;
  const content = answer.schema
    ? { content: { "application/json": { schema: schemaOf(answer.schema, "output") } } }
    : answer.type
      ? { content: { [answer.type]: {} } }
      : {};
  const asksQuestion = endpoint.path.endsWith("/query");
  const body = asksQuestion
    ? { $ref: "#/components/schemas/Question" }
    : endpoint.body && schemaOf(endpoint.body, "input");
  return {
    operationId: operationId(endpoint),
    summary: endpoint.summary,
    ...(WHO[endpoint.access] ? { description: WHO[endpoint.access] } : {}),
    tags: [endpoint.path.split("/")[1] ?? ""],
    security: endpoint.access === "link-key" ? [] : SECURITY[endpoint.access],
    parameters: parameters(endpoint),
    ...(endpoint.body ? { requestBody: { required: true, content: { "application/json": { schema: body } } } } : {}),
    responses: {
      [answer.status]: { description: answer.description, ...content },
      default: {
        description: "A problem; its type names it.",
        content: { [PROBLEM_TYPE]: { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function parameters(endpoint: Endpoint): Json[] {
  const string = { type: "string" };
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: string,
  }));
  const inQuery = Object.entries(endpoint.search ?? {}).map(([name, { description, required }]) => ({
    name,
    in: "query",
    required,
    description,
    schema: string,
  }));
  const csrf = { name: CSRF_HEADER, in: "header", required: true, description: "The session's csrf.", schema: string };
  const repeat = {
    name: "idempotency-key",
    in: "header",
    required: false,
    description: "Kept for 24 h. The same key with another request is answered 409.",
    schema: string,
  };
  const confirmed = {
    name: CONFIRMATION_HEADER,
    in: "header",
    required: true,
    description: "Of POST /session/confirmation, for this session and this request's deed.",
    schema: string,
  };
  const inHeader = endpoint.changes
    ? [...(endpoint.access === "public" ? [] : [csrf]), ...(endpoint.unrepeatable ? [] : [repeat])]
    : endpoint.acts
      ? [csrf, { ...repeat, description: "The same key again is the same command: it finds its run." }]
      : [];
  return [...inPath, ...inQuery, ...inHeader, ...(endpoint.confirms ? [confirmed] : [])];
}

/** "GET /projects/:project/keys" → "getProjectsProjectKeys". */
function operationId({ method, path }: Endpoint): string {
  const words = path.split(/[^a-zA-Z.]+|\./).filter((word) => word !== "");
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function schemaOf(schema: z.core.$ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Json;
  return json;
}

/** The question and the condition that it nests. JSON Schema keeps them in $defs, OpenAPI among its components. */
function questionSchemas(): Record<string, Json> {
  const { $defs = {} } = z.toJSONSchema(questionSchema, { io: "input", unrepresentable: "any" }) as {
    $defs?: Record<string, Json>;
  };
  const named = (name: string): string => name.replace(/^__schema\d+$/, "Condition");
  const text = JSON.stringify($defs).replace(
    /"#\/\$defs\/(\w+)"/g,
    (_, name) => `"#/components/schemas/${named(name)}"`,
  );
  const definitions = JSON.parse(text) as Record<string, Json>;
  return Object.fromEntries(Object.entries(definitions).map(([name, { id: _, ...schema }]) => [named(name), schema]));
}
