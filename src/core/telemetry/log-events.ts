// The catalogue of the log lines that the processes write: one JSON object a line with `at`, `level`, `event`, `workload`, `region`
// and details. `level` says who has to look: error, a person soon; warn, a person when something else looks wrong; info, nobody.
// No line holds a secret, an address or anything of an event's body.

type LogLevel = "info" | "warn" | "error";
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

  // Events in.
  accepting: info("The collector takes events: its port, its origin and where its log ends."),
  log: warn("Something about the log that a person should know: a torn tail, a full disk, that it goes on again."),
  keys: warn("The region's copy of the write keys can't be renewed, or can again."),
  "peer-away": warn("The other region's mirror doesn't confirm: class pair is answered by each project's policy."),
  "peer-back": info("The other region's mirror has caught up."),
  "salt-missing": warn("Today's salt isn't here: events without any id count as a visitor each."),
  fault: error("A request met a bug of the collector and was answered 503."),

  // Lake and mirror.
  "lake-written": info("A range of the own log lies in the lake."),
  "lake-written-from-mirror": info(
    "A range of the other region's log was written here, since its objects hadn't come.",
  ),
  "lake-writing-failed": error("A round of writing failed; the next one tries again."),
  "lake-tidying-failed": warn("A round of merging and removing failed; the next one tries again."),
  "lake-merged": info("A merged file replaces smaller ones."),
  "lake-object-damaged": error(
    "An object's bytes aren't what its name says; it is set aside and fetched or made anew.",
  ),
  "lake-release-waits": warn("The other bucket can't be listed, so nothing is removed."),
  "lake-sources-removed": info("Objects went that merged ones replace."),
  "log-released": info("Segments went whose events lie in both buckets."),
  "log-damage": error("A part of a log can't be read; the other region's copy fills it."),
  "mirror-broken": warn("The copy of an origin broke off; it is taken up again."),
  "mirror-peer-away": warn("The other region's logs can't be listed."),
  "mirror-hole": error("The other region lost events before this one could copy them."),
  "mirror-origin-finished": info("The whole of an ended origin has been copied."),
  "mirror-origin-lost": warn("The other region no longer has an origin: this copy is all there is of it."),
  "mirror-bucket-broken": warn("The other bucket can't be copied from; it is tried again."),
  "mirror-object-damaged": error("An object of the other bucket came damaged and wasn't kept."),
  "mirror-request-failed": error("A request of the other region for this bucket failed."),

  // Answers.
  "question-failed": error("A question met a bug."),
  "tail-failed": error("The open tail can't be read; answers show how old they are."),
  "tail-read-anew": warn("Files that covered events are gone, so the tail is read from the log again."),
  "slices-failed": warn("Slices couldn't be made; questions go on without them."),
  "slices-dropped": warn("Slices went to make room."),
  "slices-made-anew": warn("The slices on disk can't be used and are made again."),
  "slices-ahead-failed": warn("Slices couldn't be made ahead of questions."),
  "request failed": error("A request met a bug."),
  "console is ready": info("The console answers on its port."),
  "a passkey was refused": warn("A passkey didn't confirm who acts, and why."),

  // Lease and database.
  "lease-taken": warn("This region holds the lease of a new epoch."),
  "lease-ended": warn("This region no longer holds the lease."),
  "lease-given": warn("This region has handed the lease to the other one."),
  "yield-begun": info("The lease is being handed over."),
  "yield-given-up": warn("Handing over was given up; this region stays active."),
  "grant-failed": warn("The voters didn't take the record that hands the lease over."),
  "epoch-raised": warn("A voter knew a higher epoch: the holder took a newer one."),
  "attempt-failed": warn("An attempt at the lease failed."),
  "contention-overtaken": info("Another attempt at the lease was faster."),
  "contention-spares-solo": warn("The lease isn't contended for: the other region wrote alone."),
  "database-down": warn("This region's PostgreSQL doesn't answer."),
  "guardian-step-failed": warn("A step of watching the database failed; the next look tries again."),
  "heartbeat-failed": warn("The database couldn't be written."),
  "catalogue-ready": info("The catalogue has the schema of this version."),
  "solo-marked": warn("The voters know that this region writes alone."),
  "solo-cleared": info("The voters know that both regions are in step."),
  "synchronous-again": info("Changes wait for the standby again."),
  "writes-go-on-alone": warn("Changes no longer wait for the standby."),
  "standby-cant-follow": warn("The standby must be made anew: what it needs is gone."),
  "salts-failed": warn("Salts couldn't be made or fetched."),
  "watchdog-refused": warn("The watchdog refused what its guardian told it."),
  "deadline-not-kept": error("The watchdog couldn't write its deadline down."),
  "primary-stopping": warn("PostgreSQL runs as a primary without a lease and is being stopped."),
  "primary-stopped": warn("PostgreSQL was stopped, since no lease is held."),
  "primary-not-stopped": error("PostgreSQL couldn't be stopped; it is tried again."),

  // Recovery.
  "run-begun": warn("A recovery plan has begun."),
  "run-finished": warn("A recovery plan ran to its end."),
  "run-failed": error("A recovery plan failed."),
  "run-stopped": warn("A recovery plan was stopped by a person."),
  "run-superseded": warn("Another run or holder overtook a recovery plan."),
  undoing: warn("A run lets go of what it took."),
  asked: error("A run waits for a person's answer."),
  "over-budget": warn("A step takes longer than its budget."),
  "step-skipped": warn("A step that may be left out was."),
  "nothing-done": warn("Something looks wrong, and why nothing is done about it."),
  "suspicion-cleared": info("What looked wrong looks well again."),
  paused: warn("Automatic fail-over is paused, or a drill stops processes for a time."),
  "pause-ended": info("Automatic recovery is on again."),
  doing: info("A step acts."),
  did: info("A step's action is done."),
  "not-done": warn("A step's action failed, and why."),
  "journal-failed": error("A run's journal can't be written: it stands still until it can."),
  "journal-damaged": error("A journal holds a line that can't be read."),
  "run-not-kept": warn("A finished run couldn't be copied into the bucket."),
  "runs-retired": info("Journals of runs went that had outlived their time."),
  "evidence-retired": info("Evidence of drills went that had outlived its time."),
  "not-retired": warn("What has outlived its time couldn't be deleted; the next look tries again."),
  "epoch-recorded": info("The table of epochs knows a new one."),
  "events-to-merge": warn("This region has events that the other one lacks; they are being merged."),
  "events-not-counted": warn("How many events the other region lacks isn't known."),

  // Only on one machine.
  health: warn("A region passes a health check of the edge, or no longer does."),
  "drain-begun": warn("The edge gives a share of one region's events to the other, as a person asked."),
  "drain-not-read": warn("The edge can't read what it wrote of drains: events go the usual way."),
  "drain-taken-up": warn("A restarted edge goes on with a drain whose time isn't up."),
  "drain-ended": info("A drain is over, and why."),
  "drain-not-written": error("A drain's end couldn't be written down: a restarted edge may take it up again."),
  healed: info("Faults of links ended."),
  "drill begins": info("A drill begins that the console asked for."),
  "drill ended": info("It ended."),
  "scenarios can't be listed": warn("The drills' scenarios can't be told to the console."),
  "demo shop is open": info("The synthetic shop sends events."),
  "demo stopped": info("The synthetic shop has stopped."),
  "events refused": warn("The synthetic shop's events were refused."),
  "waiting for an active region": info("The synthetic shop waits for its project."),
} as const satisfies Record<string, LogEvent>;

export function levelOf(event: string): LogLevel {
  return (LOG_EVENTS as Record<string, LogEvent>)[event]?.level ?? "info";
}
