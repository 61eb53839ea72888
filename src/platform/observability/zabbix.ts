// What Zabbix watches on the premises: the SQL Server that reference data comes from and whose backups go to S3. A template and
// a webhook to PagerDuty, in the format that Zabbix 7.0 exports and imports; no password and no key is in either.
import type { Platform } from "../../blueprint/platform.ts";
import { pageUrl } from "./runbook.ts";
import { ZABBIX_SCRIPT } from "./zabbix-script.ts";

type Priority = "WARNING" | "HIGH" | "DISASTER";
type Watched = {
  readonly key: string;
  readonly name: string;
  readonly why: string;
  readonly how: { readonly kind: "port" } | { readonly kind: "query"; readonly sql: string };
  readonly unit: "" | "s" | "%";
  readonly delay: string;
  readonly trigger?: {
    readonly says: string;
    readonly beyond: (item: string) => string;
    readonly priority: Priority;
    readonly first: string;
  };
};
type SqlServer = { readonly host: string; readonly port: number; readonly database: string };

const DATABASE = "{$SQLSERVER.DATABASE}";
const backupAge = (kind: "D" | "L"): string =>
  `SELECT ISNULL(DATEDIFF(SECOND, MAX(backup_finish_date), GETDATE()), 2147483647) FROM msdb.dbo.backupset WHERE database_name = '${DATABASE}' AND type = '${kind}'`;

const WATCHED: readonly Watched[] = [
  {
    key: "net.tcp.service[tcp,{$SQLSERVER.HOST},{$SQLSERVER.PORT}]",
    name: "The port answers",
    why: "From the premises' own network: what is lost when only AWS can't reach it is the line, not the server.",
    how: { kind: "port" },
    unit: "",
    delay: "30s",
    trigger: {
      says: "The SQL Server doesn't answer",
      beyond: (item) => `max(${item},2m)=0`,
      priority: "DISASTER",
      first: "The machine, then its service. Answers of the platform go on from the cache until the entries end.",
    },
  },
  {
    key: "full-backup-age",
    name: "Age of the last full backup",
    why: "What is restored begins with it.",
    how: { kind: "query", sql: backupAge("D") },
    unit: "s",
    delay: "10m",
    trigger: {
      says: "The last full backup is older than a day and two hours",
      beyond: (item) => `last(${item})>93600`,
      priority: "HIGH",
      first: "The agent's job, then whether the bucket takes it: the certificate of Roles Anywhere, the line.",
    },
  },
  {
    key: "log-backup-age",
    name: "Age of the last backup of the log",
    why: "As much of it as this is lost with the server.",
    how: { kind: "query", sql: backupAge("L") },
    unit: "s",
    delay: "5m",
    trigger: {
      says: "The last backup of the log is older than an hour",
      beyond: (item) => `last(${item})>3600`,
      priority: "HIGH",
      first: "The agent's job; then the log's size, which grows until it is saved.",
    },
  },
  {
    key: "log-used",
    name: "Share of the log in use",
    why: "A full log stops every write.",
    how: {
      kind: "query",
      sql: `SELECT cntr_value FROM sys.dm_os_performance_counters WHERE counter_name = 'Percent Log Used' AND instance_name = '${DATABASE}'`,
    },
    unit: "%",
    delay: "1m",
    trigger: {
      says: "The log is nearly full",
      beyond: (item) => `min(${item},10m)>85`,
      priority: "HIGH",
      first: "log_reuse_wait_desc in sys.databases says what holds it: a backup that is due, a transaction, a replica.",
    },
  },
  {
    key: "blocked",
    name: "Requests that wait for another",
    why: "The cache's warming reads; it must neither block nor wait.",
    how: { kind: "query", sql: "SELECT COUNT(*) FROM sys.dm_exec_requests WHERE blocking_session_id <> 0" },
    unit: "",
    delay: "1m",
    trigger: {
      says: "Requests have waited for one another for minutes",
      beyond: (item) => `min(${item},5m)>5`,
      priority: "WARNING",
      first: "sys.dm_exec_requests: who is at the head of the chain?",
    },
  },
  {
    key: "memory-pressure",
    name: "How long a page stays in memory",
    why: "Below five minutes the disk does the work of the memory.",
    how: {
      kind: "query",
      sql: "SELECT cntr_value FROM sys.dm_os_performance_counters WHERE counter_name = 'Page life expectancy' AND object_name LIKE '%Buffer Manager%'",
    },
    unit: "s",
    delay: "1m",
    trigger: {
      says: "Pages stay in memory for less than five minutes",
      beyond: (item) => `max(${item},15m)<300`,
      priority: "WARNING",
      first: "What reads so much: a report at the wrong hour, or the warming at each quarter of an hour?",
    },
  },
];

const template = ({ name }: Platform): string => `${name} SQL Server`;

export function zabbixTemplate(platform: Platform, server: SqlServer): Readonly<Record<string, unknown>> {
  const owner = template(platform);
  const group = "Templates/Databases";
  return {
    zabbix_export: {
      version: "7.0",
      template_groups: [{ uuid: uuid(`group ${group}`), name: group }],
      templates: [
        {
          uuid: uuid(`template ${owner}`),
          template: owner,
          name: owner,
          description: `The SQL Server on the premises of ${platform.name}. Needs a DSN in the server's or the proxy's odbc.ini, and the password as a secret macro of the host.`,
          groups: [{ name: group }],
          items: WATCHED.map((watched) => itemOf(platform, owner, watched)),
          tags: [{ tag: "platform", value: platform.name }],
          macros: [
            { macro: "{$SQLSERVER.HOST}", value: server.host },
            { macro: "{$SQLSERVER.PORT}", value: String(server.port) },
            { macro: DATABASE, value: server.database },
            { macro: "{$SQLSERVER.DSN}", value: "tandem-sql-server" },
            { macro: "{$SQLSERVER.USER}", value: "zabbix" },
            { macro: "{$SQLSERVER.PASSWORD}", type: "SECRET_TEXT", description: "Set on the host, never here." },
          ],
        },
      ],
    },
  };
}

const keyOf = ({ key, how }: Watched): string =>
  how.kind === "port" ? key : `db.odbc.select[${key},{$SQLSERVER.DSN}]`;

function itemOf(platform: Platform, owner: string, watched: Watched): Readonly<Record<string, unknown>> {
  const key = keyOf(watched);
  const { how, trigger } = watched;
  return {
    uuid: uuid(`item ${owner} ${key}`),
    name: watched.name,
    type: how.kind === "port" ? "SIMPLE" : "ODBC",
    key,
    delay: watched.delay,
    history: "30d",
    ...(watched.unit !== "" && { units: watched.unit }),
    description: watched.why,
    ...(how.kind === "query" && { username: "{$SQLSERVER.USER}", password: "{$SQLSERVER.PASSWORD}", params: how.sql }),
    tags: [{ tag: "component", value: "sql-server" }],
    ...(trigger !== undefined && {
      triggers: [
        {
          uuid: uuid(`trigger ${owner} ${key}`),
          expression: trigger.beyond(`/${owner}/${key}`),
          name: `${platform.name}: ${trigger.says}`,
          priority: trigger.priority,
          description: trigger.first,
          url: pageUrl(platform, "docs/manual/observability.md", "sql-server"),
          url_name: "Runbook",
          tags: [{ tag: "owner", value: "data" }],
        },
      ],
    }),
  };
}

/** The key stands where Zabbix keeps a user's address ("send to"), so that no export holds it. */
export function zabbixWebhook(platform: Platform): Readonly<Record<string, unknown>> {
  const parameters = {
    routing_key: "{ALERT.SENDTO}",
    event_id: "{EVENT.ID}",
    event_value: "{EVENT.VALUE}",
    event_severity: "{EVENT.NSEVERITY}",
    summary: "{ALERT.SUBJECT}",
    details: "{ALERT.MESSAGE}",
    source: "{HOST.NAME}",
    runbook: "{TRIGGER.URL}",
    platform: platform.name,
  };
  const message = (event_source: string, operation_mode: string, subject: string, text: string) => ({
    event_source,
    operation_mode,
    subject,
    message: text,
  });
  return {
    zabbix_export: {
      version: "7.0",
      media_types: [
        {
          name: `${platform.name}: PagerDuty`,
          type: "WEBHOOK",
          parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
          script: ZABBIX_SCRIPT,
          timeout: "10s",
          description:
            'Events API v2. One incident per problem: its recovery resolves the same one. The routing key is the user\'s "send to".',
          message_templates: [
            message("TRIGGERS", "PROBLEM", "{EVENT.NAME}", "{TRIGGER.DESCRIPTION}"),
            message("TRIGGERS", "RECOVERY", "{EVENT.NAME}", "{TRIGGER.DESCRIPTION}"),
          ],
        },
      ],
    },
  };
}

/** Zabbix knows its things by a UUID of version 4; ours follows from what the thing is, so that an import changes it in place. */
export function uuid(of: string): string {
  const hex = fnv128(of).toString(16).padStart(32, "0");
  return `${hex.slice(0, 12)}4${hex.slice(13, 16)}8${hex.slice(17)}`;
}

/** FNV-1a of 128 bits: spreads names well, and hides nothing. */
function fnv128(text: string): bigint {
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  for (const byte of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(byte)) * 0x1000000000000000000013bn) & ((1n << 128n) - 1n);
  return hash;
}
