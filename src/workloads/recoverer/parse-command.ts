// A command as it comes over HTTP: checked member by member, so that the machine sees only what it knows.

import type { PlanKind } from "../../core/recovery-view.ts";
import type { Command } from "../../recovery/run/protocol.ts";

const PLANS: readonly PlanKind[] = ["fail-over", "switch-over", "fail-back", "rejoin", "resume", "evict", "readmit"];
const TEXT_CHARACTERS_MAX = 500;
const SEEN_FAULT = "`seen` must be the stateVersion of the view that was looked at.";

export function parseCommand(told: Record<string, unknown> | undefined): Command | { fault: string } {
  if (!told) return { fault: "A command is a JSON object." };
  const who = text(told.who);
  const reason = text(told.reason);
  if (who === undefined) return { fault: "`who` must say who asks, in up to 500 characters." };
  if (reason === undefined)
    return { fault: "`reason` must say why, in up to 500 characters: it is kept with the run." };
  const by = { who, reason };
  const seen = text(told.seen);
  switch (told.kind) {
    case "start":
      return start(told, by, seen);
    case "approve":
    case "stop": {
      const run = text(told.run);
      if (run === undefined) return { fault: "`run` must name a run." };
      if (told.kind === "stop") return { kind: "stop", run, ...by };
      if (seen === undefined) return { fault: SEEN_FAULT };
      return { kind: "approve", run, ...by, seen };
    }
    case "pause-automatic":
      if (typeof told.untilMs !== "number" || !Number.isFinite(told.untilMs))
        return { fault: "`untilMs` must be an instant." };
      return { kind: "pause-automatic", untilMs: told.untilMs, ...by };
    case "resume-automatic":
      return { kind: "resume-automatic", ...by };
    default:
      return { fault: "`kind` must be start, approve, stop, pause-automatic or resume-automatic." };
  }
}

function start(
  told: Record<string, unknown>,
  by: { who: string; reason: string },
  seen: string | undefined,
): Command | { fault: string } {
  const plan = PLANS.find((one) => one === told.plan);
  if (plan === undefined) return { fault: `\`plan\` must be one of ${PLANS.join(", ")}.` };
  if (seen === undefined) return { fault: SEEN_FAULT };
  const { confirm, voter } = told;
  if (voter !== undefined && !(voter === 0 || voter === 1 || voter === 2))
    return { fault: "`voter` must be 0, 1 or 2." };
  const { lose, checks } = (typeof confirm === "object" && confirm !== null ? confirm : {}) as Record<string, unknown>;
  const names = Array.isArray(checks) ? checks.filter((one): one is string => typeof one === "string") : undefined;
  return {
    kind: "start",
    plan,
    ...by,
    seen,
    confirm: { ...(lose === true ? { lose } : {}), ...(names ? { checks: names } : {}) },
    ...(voter === undefined ? {} : { voter }),
  };
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value.length > 0 && value.length <= TEXT_CHARACTERS_MAX ? value : undefined;
