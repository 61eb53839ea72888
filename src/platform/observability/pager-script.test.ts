import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, test } from "node:test";
import { pagerScript } from "./pager-script.ts";

type Sent = {
  routing_key: string;
  event_action: string;
  dedup_key: string;
  payload: { summary: string; severity: string; group?: string };
  links?: { href: string }[];
};

let sent: Sent[] = [];
let status = 202;
let secret: string | undefined;
const server = createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  sent.push(JSON.parse(body));
  response.writeHead(status).end();
});
before(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
after(() => server.close());
beforeEach(() => {
  [sent, status, secret, store] = [[], 202, "key-1", "secrets-manager"];
});

/** The two stores of secrets as the SDK shows them, each with one entry, "shop/pager-key". */
const command = class {
  readonly input: Record<string, unknown>;
  constructor(input: Record<string, unknown>) {
    this.input = input;
  }
};
const SDK: Record<string, unknown> = {
  "@aws-sdk/client-secrets-manager": {
    GetSecretValueCommand: command,
    SecretsManagerClient: class {
      async send({ input }: InstanceType<typeof command>) {
        assert.deepEqual(input, { SecretId: "shop/pager-key" });
        return { SecretString: secret };
      }
    },
  },
  "@aws-sdk/client-ssm": {
    GetParameterCommand: command,
    SSMClient: class {
      async send({ input }: InstanceType<typeof command>) {
        assert.deepEqual(input, { Name: "shop/pager-key", WithDecryption: true });
        return { Parameter: { Value: secret } };
      }
    },
  },
};
let store: "secrets-manager" | "ssm" = "secrets-manager";

/** Runs the emitted program as Lambda does. */
async function deliver(...records: { topic?: string; subject?: string; message: unknown }[]): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const text = pagerScript({
    endpoint: `http://127.0.0.1:${port}/`,
    key: { store, name: "shop/pager-key" },
    answerMsMax: 1000,
  });
  const require = createRequire(import.meta.url);
  const exports: { handler?: (event: unknown) => Promise<number> } = {};
  new Function("exports", "require", text)(exports, (name: string) => SDK[name] ?? require(name));
  assert(exports.handler);
  return await exports.handler({
    Records: records.map(({ topic = "shop-page", subject, message }) => ({
      Sns: {
        TopicArn: `arn:aws:sns:ap-south-1:111122223333:${topic}`,
        Subject: subject,
        Message: typeof message === "string" ? message : JSON.stringify(message),
        Timestamp: "2026-11-21T00:00:00Z",
      },
    })),
  });
}

const alarm = (state: string) => ({
  AlarmName: "shop-ap-south-1-database-cpu",
  AlarmArn: "arn:aws:cloudwatch:ap-south-1:111122223333:alarm:shop-ap-south-1-database-cpu",
  AlarmDescription:
    "The database is busy.\nseverity: ticket\nowner: data\nrunbook: https://example.com/runbooks#database-cpu",
  NewStateValue: state,
  NewStateReason: "Threshold crossed",
  StateChangeTime: "2026-11-21T00:00:00Z",
  Region: "Asia Pacific (Mumbai)",
});

test("an alarm opens one incident and its OK ends the same one", async () => {
  assert.equal(await deliver({ message: alarm("ALARM") }, { message: alarm("OK") }), 2);
  assert.deepEqual(
    sent.map((event) => event.event_action),
    ["trigger", "resolve"],
  );
  assert.equal(sent[0]?.dedup_key, sent[1]?.dedup_key);
  assert.equal(sent[0]?.routing_key, "key-1");
});

test("an alarm's own severity, owner and runbook reach the incident", async () => {
  await deliver({ message: alarm("ALARM") });
  assert.equal(sent[0]?.payload.severity, "warning");
  assert.equal(sent[0]?.payload.group, "data");
  assert.equal(sent[0]?.links?.[0]?.href, "https://example.com/runbooks#database-cpu");
});

test("two regions that see the same incident make one of it", async () => {
  const seen = (region: string) => ({
    ...alarm("ALARM"),
    AlarmArn: `arn:aws:cloudwatch:${region}:111122223333:alarm:lost`,
    AlarmDescription: "Lost.\nseverity: page\nincident: shop-region-lost",
  });
  await deliver({ message: seen("ap-south-2") }, { message: seen("ap-southeast-1") });
  // As Alertmanager makes its key of the same incident: so the clusters' alert about it is the same incident too.
  const key = createHash("sha256").update('{}/{severity="page"}:{incident="shop-region-lost"}').digest("hex");
  assert.deepEqual(new Set(sent.map((event) => event.dedup_key)), new Set([key]));
});

test("a lack of data alone pages nobody", async () => {
  assert.equal(await deliver({ message: alarm("INSUFFICIENT_DATA") }), 0);
  assert.deepEqual(sent, []);
});

test("an event of AWS is an incident of its resource, as severe as its topic", async () => {
  const event = {
    "detail-type": "Backup Job State Change",
    source: "aws.backup",
    resources: ["arn:x"],
    detail: { state: "FAILED" },
  };
  await deliver({ topic: "shop-ap-south-1-ticket", message: event });
  assert.equal(sent[0]?.dedup_key, "aws.backup/Backup Job State Change/arn:x");
  assert.equal(sent[0]?.payload.severity, "warning");
});

test("plain text and over-long text arrive, cut to what PagerDuty accepts", async () => {
  await deliver({ subject: "Budget", message: "x".repeat(5000) }, { message: "y".repeat(5000) });
  assert.equal(sent[0]?.payload.summary, "Budget");
  assert(sent.every((event) => event.payload.summary.length <= 1024 && event.dedup_key.length <= 255));
});

test("a refused event is thrown, so that SNS tries again and keeps it", async () => {
  status = 429;
  await assert.rejects(deliver({ message: alarm("ALARM") }), /PagerDuty answered 429/);
});

test("the routing key comes from either store, plain or as a field of JSON; an empty one says what to put there", async () => {
  secret = '{"routing_key":"key-2"}';
  await deliver({ message: alarm("ALARM") });
  assert.equal(sent[0]?.routing_key, "key-2");
  store = "ssm";
  await deliver({ message: alarm("ALARM") });
  assert.equal(sent[1]?.routing_key, "key-2");
  secret = undefined;
  await assert.rejects(deliver({ message: alarm("ALARM") }), /put PagerDuty's routing key into it/);
});
