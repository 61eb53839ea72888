// The catalogue of the log lines that the processes write: one JSON object a line with `at`, `level`, `event`, `workload`, `region`
// and details. `level` says who has to look: error, a person soon; warn, a person when something else looks wrong; info, nobody.
// No line holds a secret, an address or anything of an event's body.

export type LogLevel = "info" | "warn" | "error";
export type LogEvent = { readonly level: LogLevel; readonly help: string };

const info = (help: string): LogEvent => ({ level: "info", help });
const warn = (help: string): LogEvent => ({ level: "warn", help });
const error = (help: string): LogEvent => ({ level: "error", help });

export const LOG_EVENTS = {
  // Every process.
  ready: info("The process can do its work."),
  refused: error("The process can't ever do its work, and says why."),
  failed: error("A broken promise of the program's own; the process ends and is started again."),
  stopping: info("The process ends, and why."),
  "stop failed": error("Stopping met an error."),
  "stopped late": error("Stopping took longer than its limit."),
  "scrape-incomplete": warn("Some metrics couldn't be read and are missing from one scrape."),
  "certificate-not-renewed": error("A renewed certificate can't be used; the one before stays until it runs out."),
} as const satisfies Record<string, LogEvent>;

export type LogEventName = keyof typeof LOG_EVENTS;

export function levelOf(event: string): LogLevel {
  return (LOG_EVENTS as Record<string, LogEvent>)[event]?.level ?? "info";
}
