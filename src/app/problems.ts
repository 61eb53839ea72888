// Every problem that Tandem answers over HTTP, by its code: with which status, what it means, and what to do. `type` of a
// problem document is `/problems/<code>`, and the console serves this table there.

type Meaning = { status: readonly number[]; means: string; todo: string };

export const PROBLEM_CODES = {
  "answers-unavailable": {
    status: [503],
    means: "The query process of the region that was asked doesn't answer.",
    todo: "Try again after Retry-After; it is restarted by itself. `tandem status` says more.",
  },
  "bad-encoding": {
    status: [400],
    means: "The body can't be decompressed as its Content-Encoding says.",
    todo: "Compress it anew, or send it as it is.",
  },
  "bad-password": {
    status: [422],
    means: "The password is too short, too common or too regular.",
    todo: "Choose another, for instance four unrelated words.",
  },
  "bad-request": {
    status: [400],
    means: "The request can't be understood: it isn't HTTP, or its body isn't as described.",
    todo: "`pointer` names the member that is wrong, `errors` lists all of them.",
  },
  "body-too-large": {
    status: [413],
    means: "The body is larger than 5 MiB, as it was sent or after inflation.",
    todo: "Send smaller batches.",
  },
  "catalogue-unavailable": {
    status: [503],
    means: "The database of projects, users and keys can't be reached or isn't ready.",
    todo: "Try again after Retry-After. Nothing was changed.",
  },
  "confirmation-needed": {
    status: [403],
    means:
      "What moves regions, and what changes passkeys, is confirmed by the person anew, for this session and this deed alone; " +
      "the confirmation is missing, older than two minutes, or of something else.",
    todo: "POST /session/confirmation/challenge tells how, POST /session/confirmation gives it; send it in x-tandem-confirmation.",
  },
  "drills-unavailable": {
    status: [503],
    means: "The process that starts drills doesn't answer.",
    todo: "`tandem drill SCENARIO` starts one on the machine itself; evidence lies in both regions' buckets.",
  },
  "event-refused": {
    status: [400],
    means: "No event of the request can be accepted.",
    todo: "`errors` gives the index and the reason of each.",
  },
  "event-too-large": { status: [413], means: "One event is larger than 32 KiB.", todo: "Send less with it." },
  "files-missing": {
    status: [503],
    means: "The console's pages aren't built.",
    todo: "`npm start` builds them; the API works without.",
  },
  "forged-request": {
    status: [403],
    means: "A page of another site sent this request, or the session's CSRF token is missing.",
    todo: "Send the session's `csrf` in x-tandem-csrf, from the console's own address.",
  },
  "header-too-large": { status: [431], means: "The request's headers are larger than 16 KiB.", todo: "Send less." },
  "idempotency-conflict": {
    status: [409],
    means: "The Idempotency-Key was used for another request, or so long ago that its answer is forgotten.",
    todo: "Send a new key with each new request.",
  },
  "incomplete-body": {
    status: [400],
    means: "The body ended before its announced length.",
    todo: "Send the request again.",
  },
  internal: { status: [500], means: "A fault of Tandem, written to the process's log.", todo: "Try again." },
  "invalid-body": {
    status: [400],
    means: "The body has not the shape of this call.",
    todo: "`pointer` names the member that is wrong.",
  },
  "invalid-json": { status: [400], means: "The body isn't JSON.", todo: "Send one JSON object in UTF-8." },
  "invalid-question": {
    status: [400],
    means: "The question has a member that isn't known, or members that don't go together.",
    todo: "`pointer` names the member and `detail` the nearest valid name.",
  },
  "keys-not-current": {
    status: [503],
    means: "This region's copy of the write keys is too old to call a key unknown.",
    todo: "Send the events again after Retry-After; SDKs do so by themselves.",
  },
  "lake-changing": {
    status: [503],
    means: "The lake's files were replaced while the question read them, several times over.",
    todo: "Ask again.",
  },
  "link-key-required": {
    status: [401],
    means: "This path is for Tandem's own processes.",
    todo: "The API for everyone else is the one on the reference page.",
  },
  "link-used-up": {
    status: [401],
    means: "The sign-in link was used before or is older than an hour.",
    todo: "Ask for a new one: `tandem sign-in-link`.",
  },
  "log-unavailable": {
    status: [503],
    means: "Events can't be stored durably: the disk is full or fails.",
    todo: "Send the events again after Retry-After; ingest resumes by itself.",
  },
  "malformed-path": {
    status: [400],
    means: "The path has escapes, dot segments or characters that no honest client sends.",
    todo: "Escape each part of the path once.",
  },
  "method-not-allowed": {
    status: [405],
    means: "The path takes another method.",
    todo: "The header Allow names those that it takes.",
  },
  "missing-write-key": {
    status: [401],
    means: "The request carries no write key.",
    todo: "Send it as the user name of Basic auth, or as `writeKey` in the body.",
  },
  "not-active": {
    status: [503],
    means: "Changes are taken by the active region only, and this one isn't active; or no region is.",
    todo: "Go through the edge, or to the region that `active` names. Events and questions are answered everywhere.",
  },
  "not-allowed": {
    status: [403],
    means: "Your role, or a read key, doesn't allow this.",
    todo: "Ask an owner of the installation.",
  },
  "not-found": { status: [404], means: "There is nothing at this address.", todo: "See the reference page." },
  "not-json": { status: [415], means: "The body must be JSON.", todo: "Send `Content-Type: application/json`." },
  "not-signed-in": {
    status: [401],
    means: "The request carries no valid session and no valid read key.",
    todo: "Sign in, or send `Authorization: Bearer <read key>`.",
  },
  "other-project": {
    status: [403],
    means: "The read key belongs to another project.",
    todo: "Make a read key of this project.",
  },
  "outcome-unknown": {
    status: [503],
    means: "The change may or may not have been made: the connection ended while it was being committed.",
    todo: "Look, or repeat the request with the same Idempotency-Key: then it is made exactly once.",
  },
  "password-needed": {
    status: [403],
    means: "The session was opened by a one-time link and has no password yet.",
    todo: "Set one: POST /session/password.",
  },
  "passkey-refused": {
    status: [403],
    means: "The authenticator's answer isn't one to what was asked, or not by a passkey that is known here.",
    todo: "Try again. If it stays, sign in by a one-time link, where the password is enough: `tandem sign-in-link`.",
  },
  "peer-unavailable": {
    status: [503],
    means: "The project wants its events in both regions, and the other one can't confirm them.",
    todo: "Send the events again after Retry-After, or choose the policy `degrade`.",
  },
  "question-too-large": {
    status: [413, 503],
    means: "The question has more than 64 KiB (413), or its answer needs more memory or rows than it may (503).",
    todo: "Ask for a shorter range, fewer dimensions or a narrower filter.",
  },
  "question-too-long": {
    status: [503],
    means: "The question takes longer than it may.",
    todo: "Ask for a shorter range, fewer dimensions or a narrower filter.",
  },
  "rate-limited": {
    status: [429],
    means: "The project sends faster than it may.",
    todo: "Send again after Retry-After; SDKs do so by themselves.",
  },
  "recovery-refused": {
    status: [409],
    means: "The recovery engine, or a drill that runs already, refuses: `detail` says why, and nothing was done.",
    todo: "Look again: what was seen may have changed since. Remove the reason, or choose another plan.",
  },
  "recovery-unavailable": {
    status: [503],
    means:
      "The recoverer of the region that is to act, or the edge that is to drain, can't be heard from the region that was asked.",
    todo: "Ask at the other region's own address, or use the command line: `tandem status`, `tandem failover`, `tandem drain`.",
  },
  "replica-behind": {
    status: [503],
    means: "This region doesn't have the change that the request's token names yet.",
    todo: "Try again after Retry-After, or ask the active region.",
  },
  "replica-stale": {
    status: [503],
    means: "This region's copy of the catalogue is older than 30 seconds, since the active region isn't heard.",
    todo: "Ask the active region, or send `tandem-accept-stale: 1` to see the copy all the same.",
  },
  "request-timeout": { status: [408], means: "The request took too long to arrive.", todo: "Send it again." },
  "too-busy": {
    status: [503],
    means: "The process holds as many requests as it may.",
    todo: "Send the request again after Retry-After.",
  },
  "too-large": { status: [413], means: "A body of the API has at most 64 KiB.", todo: "Send less." },
  "too-many-events": {
    status: [413],
    means: "A batch has more than 2,500 events.",
    todo: "Send smaller batches.",
  },
  "too-many-questions": {
    status: [429],
    means: "As many questions as may be are being answered.",
    todo: "Ask again after Retry-After.",
  },
  "too-many-tries": {
    status: [429],
    means: "Too many wrong passwords for one name or from one address.",
    todo: "Wait as Retry-After says, or sign in with a one-time link: `tandem sign-in-link`.",
  },
  unavailable: { status: [503], means: "No region could answer the edge.", todo: "Send the request again." },
  unexpected: {
    status: [503],
    means: "A fault of the collector. It was recorded.",
    todo: "Send the events again after Retry-After.",
  },
  "unknown-write-key": {
    status: [401],
    means: "The write key isn't known, or was revoked.",
    todo: "Take a key of the project from the console, under Projects.",
  },
  "unsupported-encoding": {
    status: [415],
    means: "The body is compressed in a way that isn't supported.",
    todo: "Use gzip or brotli, or none.",
  },
  "unsupported-media-type": {
    status: [415],
    means: "This kind of body can't be an event.",
    todo: "Send `Content-Type: application/json`.",
  },
  "write-lost-in-fail-over": {
    status: [409],
    means:
      "The change that the request's token names was made in a region that was lost, and didn't reach the other one.",
    todo: "Make the change again if it is still wanted. It is listed for a person when the lost region returns.",
  },
  "wrong-method": {
    status: [405],
    means: "The method isn't known at this address.",
    todo: "The header Allow names those that are.",
  },
  "wrong-password": {
    status: [401],
    means: "The name or the password is wrong; which of them isn't told.",
    todo: "Check both and try again.",
  },
} as const satisfies Record<string, Meaning>;

export type ProblemCode = keyof typeof PROBLEM_CODES;

export const problemUri = (code: ProblemCode): string => `/problems/${code}`;
