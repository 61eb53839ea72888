// What the program itself says of a change of role, in words for people: one text per kind of plan. The recoverer sends it, the
// runbooks print it beside what people send.

import type { PlanKind } from "../core/recovery-view.ts";
import type { InstantMs } from "../core/time.ts";

export type Announcement = {
  run: string;
  plan: PlanKind;
  from: string;
  to: string;
  epoch: number;
  at: InstantMs;
  /** From the first sign (or the command) to the verified, open region. */
  tookMs: number | null;
  atRisk: string;
};

type Template = { title: (told: Announcement) => string; text: (told: Announcement) => string };

const seconds = (ms: number | null): string => (ms === null ? "" : `, ${(ms / 1_000).toFixed(1)} s after it began`);

const moved: Template = {
  title: ({ to }) => `${to} is active`,
  text: ({ from, to, epoch, atRisk }) =>
    `Changes are taken by ${to} under epoch ${epoch}; before that by ${from}. Nothing was lost, and nobody needs to act. ${atRisk}`,
};

/** What is said, by kind of plan. */
export const ANNOUNCEMENTS: Record<PlanKind, Template> = {
  "fail-over": {
    title: ({ from, to }) => `${from} was lost; ${to} is active`,
    text: ({ from, to, epoch, tookMs, atRisk }) =>
      `Changes are taken by ${to} under epoch ${epoch}${seconds(tookMs)}. ${from} stays passive ` +
      `when it returns and rejoins by itself; what only it had is listed then. ${atRisk}`,
  },
  "switch-over": moved,
  "fail-back": moved,
  evict: {
    title: ({ from, to }) => `${from} was relieved; ${to} is active`,
    text: ({ from, to, epoch, tookMs, atRisk }) =>
      `A person took the role from ${from}. Changes are taken by ${to} under epoch ${epoch}${seconds(tookMs)}. ${atRisk}`,
  },
  rejoin: {
    title: ({ to }) => `${to} is a standby again`,
    text: ({ to, from, atRisk }) => `${to} follows ${from} again. ${atRisk}`,
  },
  resume: {
    title: ({ to }) => `${to} goes on as the active region`,
    text: ({ to, epoch }) => `${to} took its own record again after a stop, under epoch ${epoch}. No role has changed.`,
  },
  readmit: {
    title: () => "A voter votes again",
    text: ({ to, atRisk }) => `The voter was given the record that the two others agree on, by ${to}. ${atRisk}`,
  },
};
