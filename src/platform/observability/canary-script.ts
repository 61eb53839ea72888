// The program of a canary: asks a few addresses from outside a region and fails with a sentence that names each one
// that didn't answer as it should. It uses Node.js alone, none of the Synthetics library, whose names changed with
// runtime 13.1; the runtime counts a thrown error as a failed run, and that is all that our alarms look at.

/** One address that a canary asks. Any of `statuses` is a good answer, if the body also holds `contains`. */
export type CanaryCheck = {
  readonly name: string;
  readonly url: string;
  readonly statuses: readonly number[];
  readonly contains?: string;
};

export type CanarySettings = {
  readonly checks: readonly CanaryCheck[];
  /** How long one question may take, the connection included. */
  readonly answerMsMax: number;
  /** Questions per check and run: one lost packet between two regions isn't news. */
  readonly attempts: number;
};

/** Where Synthetics looks for the handler `watch.handler`; later runtimes don't need the two folders, and allow them. */
export const CANARY_ARCHIVE_PATH = "nodejs/node_modules/watch.js";
export const CANARY_HANDLER = "watch.handler";

/** At most this much of a body is read; health answers are a few hundred bytes. */
const BODY_BYTES_MAX = 65_536;

/** The text of `watch.js`, with its settings at the top where a reader looks first. */
export function canaryScript(settings: CanarySettings): string {
  return `"use strict";
// Asks each address; any that doesn't answer as expected fails this run. Written by tandem synth.
const SETTINGS = ${JSON.stringify(settings, null, 2)};

const clients = { "http:": require("node:http"), "https:": require("node:https") };

const ask = (url) =>
  new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(SETTINGS.answerMsMax);
    const headers = { "user-agent": "tandem-canary", "cache-control": "no-cache" };
    const request = clients[new URL(url).protocol].get(url, { signal, headers, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part) => {
        body += part;
        if (body.length > ${BODY_BYTES_MAX}) request.destroy(new Error("the answer is longer than ${BODY_BYTES_MAX} bytes"));
      });
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode, body }));
    });
    request.on("error", reject);
  });

const judge = async (check) => {
  let because = "";
  for (let attempt = 1; attempt <= SETTINGS.attempts; attempt += 1) {
    try {
      const { status, body } = await ask(check.url);
      if (!check.statuses.includes(status)) because = "answered " + status + ", expected " + check.statuses.join(" or ");
      else if (check.contains !== undefined && !body.includes(check.contains)) because = "answered without " + check.contains;
      else return undefined;
    } catch (error) {
      because = error.name === "TimeoutError" || error.code === "ABORT_ERR"
        ? "no answer within " + SETTINGS.answerMsMax + " ms"
        : error.code ?? error.message;
    }
  }
  return check.name + " (" + check.url + "): " + because;
};

exports.handler = async () => {
  const failed = (await Promise.all(SETTINGS.checks.map(judge))).filter((sentence) => sentence !== undefined);
  for (const sentence of failed) console.error(sentence);
  if (failed.length > 0) throw new Error(failed.join("; "));
  return SETTINGS.checks.length + " of " + SETTINGS.checks.length + " answered";
};
`;
}
