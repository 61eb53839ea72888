// The program that carries notifications to PagerDuty: a Lambda function behind the region's SNS topics. It reads the
// routing key from its secret when it runs, so that no Terraform file, plan or state ever holds it, and speaks the
// Events API v2 with one deduplication key per alarm: an alarm that rings ten times is one incident, and its OK ends it.

import { alertmanagerGroupKey } from "../names/observability.ts";

export type PagerSettings = {
  /** Where events go; PagerDuty has one more address for accounts in the EU. */
  readonly endpoint: string;
  /** Where the routing key lies, in the function's own region: alone, or as `routing_key` of a JSON object. */
  readonly key: { readonly store: "secrets-manager" | "ssm"; readonly name: string };
  readonly answerMsMax: number;
};

export const PAGERDUTY_ENDPOINT = "https://events.pagerduty.com/v2/enqueue";
export const PAGER_ARCHIVE_PATH = "pager.js";
export const PAGER_HANDLER = "pager.handler";

const FROM_SECRETS_MANAGER = `const { SecretsManagerClient, GetSecretValueCommand } = require("@aws-sdk/client-secrets-manager");
const store = new SecretsManagerClient({});
const readKey = async () => (await store.send(new GetSecretValueCommand({ SecretId: SETTINGS.key.name }))).SecretString;
`;
const FROM_SSM = `const { SSMClient, GetParameterCommand } = require("@aws-sdk/client-ssm");
const store = new SSMClient({});
const readKey = async () =>
  (await store.send(new GetParameterCommand({ Name: SETTINGS.key.name, WithDecryption: true }))).Parameter?.Value;
`;

/**
 * The text of `pager.js`. A notification is one of three: a CloudWatch alarm's change of state, an event from
 * EventBridge, or plain text (budgets). An answer other than 202 throws, so that SNS tries again and in the end puts
 * the notification into the dead-letter queue.
 */
export function pagerScript(settings: PagerSettings): string {
  return `"use strict";
// SNS -> PagerDuty Events API v2. Written by tandem synth.
const SETTINGS = ${JSON.stringify(settings, null, 2)};

const { createHash } = require("node:crypto");
const clients = { "http:": require("node:http"), "https:": require("node:https") };

// The SDK is part of the Lambda runtime. The key is read at each run that has something to send: a rotated one works at
// once, and pages are rare.
${settings.key.store === "secrets-manager" ? FROM_SECRETS_MANAGER : FROM_SSM}
const routingKey = async () => {
  const text = (await readKey()) ?? "";
  const key = text.trim().startsWith("{") ? JSON.parse(text).routing_key : text.trim();
  if (!key) throw new Error(SETTINGS.key.name + " is empty: put PagerDuty's routing key into it.");
  return key;
};

const SEVERITIES = { page: "critical", ticket: "warning", note: "info" };

const parse = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

// The fields "severity: page" and so on that each alarm of the catalogue carries in its description.
const field = (text, name) => new RegExp("^" + name + ": (.+)$", "m").exec(text ?? "")?.[1];

// The text is that of Alertmanager's groups of its route for pages.
const GROUP = ${JSON.stringify(alertmanagerGroupKey("page", "INCIDENT"))};
const incidentKey = (text) => {
  const incident = field(text, "incident");
  if (incident === undefined) return undefined;
  return createHash("sha256").update(GROUP.replace("INCIDENT", incident)).digest("hex");
};

const eventOf = ({ TopicArn, Subject, Message, Timestamp }) => {
  const topic = TopicArn.split(":").pop();
  const severity = SEVERITIES[topic.split("-").pop()] ?? "warning";
  const body = parse(Message);
  if (body?.AlarmName !== undefined) {
    if (body.NewStateValue === "INSUFFICIENT_DATA") return undefined;
    return {
      event_action: body.NewStateValue === "OK" ? "resolve" : "trigger",
      // Two regions that see the same incident make one of it; and the clusters' Alertmanagers, whose key is a hash.
      dedup_key: incidentKey(body.AlarmDescription) ?? body.AlarmArn ?? body.AlarmName,
      payload: {
        summary: body.AlarmName + ": " + body.NewStateReason,
        source: body.AlarmArn ?? body.AlarmName,
        severity: SEVERITIES[field(body.AlarmDescription, "severity")] ?? severity,
        timestamp: body.StateChangeTime,
        component: field(body.AlarmDescription, "component"),
        group: field(body.AlarmDescription, "owner"),
        custom_details: { description: body.AlarmDescription, region: body.Region },
      },
      links: [field(body.AlarmDescription, "runbook")].filter(Boolean).map((href) => ({ href, text: "Runbook" })),
    };
  }
  if (body?.["detail-type"] !== undefined) {
    const subject = body.resources?.[0] ?? body.detail?.id ?? body.id;
    return {
      event_action: "trigger",
      dedup_key: [body.source, body["detail-type"], subject].join("/"),
      payload: {
        summary: body["detail-type"] + ": " + subject,
        source: body.source + " in " + body.region,
        severity,
        timestamp: body.time,
        custom_details: body.detail,
      },
    };
  }
  return {
    event_action: "trigger",
    dedup_key: topic + "/" + (Subject ?? Message.slice(0, 100)),
    payload: { summary: Subject ?? Message.slice(0, 200), source: topic, severity, timestamp: Timestamp, custom_details: { Message } },
  };
};

const LIMITS = { summary: 1024, dedup_key: 255 };

const send = (event) =>
  new Promise((resolve, reject) => {
    const options = {
      method: "POST",
      agent: false,
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(SETTINGS.answerMsMax),
    };
    const request = clients[new URL(SETTINGS.endpoint).protocol].request(SETTINGS.endpoint, options, (response) => {
      response.resume();
      response.on("end", () => {
        if (response.statusCode === 202) resolve();
        else reject(new Error("PagerDuty answered " + response.statusCode + " to " + event.dedup_key));
      });
    });
    request.on("error", reject);
    request.end(JSON.stringify(event));
  });

exports.handler = async ({ Records }) => {
  const events = Records.map((record) => eventOf(record.Sns)).filter((event) => event !== undefined);
  if (events.length === 0) return 0;
  const routing_key = await routingKey();
  for (const event of events) {
    event.dedup_key = event.dedup_key.slice(0, LIMITS.dedup_key);
    event.payload.summary = event.payload.summary.slice(0, LIMITS.summary);
    await send({ routing_key, client: "Tandem", ...event });
  }
  return events.length;
};
`;
}
