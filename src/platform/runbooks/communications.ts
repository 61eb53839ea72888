// What people are told while a region is lost, and after: a template per audience and phase, who sends it, and by when. A
// template's placeholders are part of its type, so a text can't be filled in with a hole.
import type { Platform } from "../../blueprint/platform.ts";
import { ANNOUNCEMENTS } from "../../recovery/announcements.ts";
import { entranceHost } from "../names/dns.ts";
import { asOnCall } from "./ground.ts";
import { list, type Page, type Section, table, text } from "./page.ts";

export const PHASES = ["detected", "failing over", "restored", "post-mortem"] as const;
export type Phase = (typeof PHASES)[number];
export const AUDIENCES = ["status page", "customers", "internal", "regulator"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a placeholder stands for; people fill these in and nothing else. */
export const PLACEHOLDERS = {
  start: "when it began, in UTC",
  end: "when it was over, in UTC",
  next: "when the next message comes, in UTC; keep it, even without news",
  lost: "the region that is lost",
  active: "the region that serves now",
  impact: "what people notice, in their words; nothing that isn't known",
  loss: "what was acknowledged and isn't there: numbers from the drill record or `tandem recovery tail`, or “nothing”",
  cause: "what is known of the cause; “not known yet” is an answer",
  action: "what is done now",
  followup: "what is changed so that it doesn't happen again, with a date and a name each",
  lead: "the incident commander",
  reference: "the incident's number",
} as const;

type Message = {
  readonly phase: Phase;
  readonly audience: Audience;
  readonly sentBy: string;
  readonly within: string;
  readonly subject: string;
  readonly body: string;
};

/** The placeholders that a text names, for the type of what fills it. */
type Named<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;

/** The text with every placeholder filled in; one that is missing, or that the text hasn't got, doesn't compile. */
export function filled<const Text extends string>(
  template: Text,
  values: Readonly<Record<Named<Text>, string>>,
): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (values as Record<string, string>)[name] ?? whole);
}

export const placeholdersIn = (template: string): readonly string[] => [
  ...new Set([...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)),
];

const commander = "the incident commander";
const communicator = "the communications lead, or the commander while there is none";

export const MESSAGES = [
  {
    phase: "detected",
    audience: "status page",
    sentBy: communicator,
    within: "10 minutes of the page",
    subject: "Investigating: disturbances since {start}",
    body: "Since {start} we see: {impact}. Events are still accepted and none that was acknowledged is lost. We are finding out why. Next update at {next}.",
  },
  {
    phase: "detected",
    audience: "internal",
    sentBy: "whoever was paged",
    within: "5 minutes of the page",
    subject: "{reference}: {lost} looks lost, {lead} commands",
    body: "{lost} doesn't answer since {start}. The engine decides by itself; nobody else moves roles. {lead} is incident commander. Noticed: {impact}. Talk in the incident's channel only. Next update at {next}.",
  },
  {
    phase: "failing over",
    audience: "status page",
    sentBy: communicator,
    within: "10 minutes of the decision",
    subject: "Identified: switching to our second region",
    body: "One of our two regions is lost since {start}. We are switching to the other one. Until then: {impact}. Next update at {next}.",
  },
  {
    phase: "failing over",
    audience: "internal",
    sentBy: commander,
    within: "at once",
    subject: "{reference}: failing over from {lost} to {active}",
    body: "{active} takes over. Under way: {action}. Nobody deploys, applies or restarts anything in either region until this is over. Next update at {next}.",
  },
  {
    phase: "failing over",
    audience: "customers",
    sentBy: "support, with the commander's words",
    within: "30 minutes, only those whose contract says so",
    subject: "We are switching regions",
    body: "One of our regions is lost since {start}. Your events are being accepted. Changes to projects and dashboards may be refused for some minutes; what was refused was not made, and may be repeated. Next update at {next}.",
  },
  {
    phase: "failing over",
    audience: "regulator",
    sentBy: "the compliance officer",
    within: "the time that your regulator sets (see below)",
    subject: "Initial notification {reference}: loss of a region",
    body: "Detected: {start}. Affected: {impact}. Measures: {action}. Cause: {cause}. Data known to be lost: {loss}. Contact: {lead}. The next report follows at {next}.",
  },
  {
    phase: "restored",
    audience: "status page",
    sentBy: communicator,
    within: "15 minutes of the verified write",
    subject: "Resolved: served by our second region since {end}",
    body: "From {start} to {end}: {impact}. Since {end} everything is served by {active}. Lost: {loss}. We publish what happened and what we change within five working days.",
  },
  {
    phase: "restored",
    audience: "customers",
    sentBy: "support",
    within: "the same day",
    subject: "Restored since {end}",
    body: "From {start} to {end}: {impact}. Acknowledged and not there: {loss}. Nothing has to be done by you; requests that were answered with an error weren't made and may be repeated.",
  },
  {
    phase: "restored",
    audience: "internal",
    sentBy: commander,
    within: "at once",
    subject: "{reference}: {active} serves since {end}",
    body: "{active} serves since {end}; it writes alone until {lost} is back in step, so its loss now would lose changes. To do: {action}. Deployments stay stopped until then. Commander: {lead}.",
  },
  {
    phase: "restored",
    audience: "regulator",
    sentBy: "the compliance officer",
    within: "the time that your regulator sets",
    subject: "Intermediate report {reference}",
    body: "Service restored: {end}, after an interruption from {start}. Data lost: {loss}. Cause: {cause}. Contact: {lead}. The final report follows at {next}.",
  },
  {
    phase: "post-mortem",
    audience: "status page",
    sentBy: communicator,
    within: "5 working days",
    subject: "What happened on {start}",
    body: "What you noticed: {impact}. What happened: {cause}. What was lost: {loss}. What we change: {followup}.",
  },
  {
    phase: "post-mortem",
    audience: "internal",
    sentBy: commander,
    within: "5 working days",
    subject: "{reference}: review",
    body: "Timeline: the run's own record (`tandem history RUN`), from {start} to {end}. Cause: {cause}. What went well, what was luck, what was missing in the runbooks. What we change: {followup}. Without blame.",
  },
  {
    phase: "post-mortem",
    audience: "regulator",
    sentBy: "the compliance officer",
    within: "the time that your regulator sets",
    subject: "Final report {reference}",
    body: "Interruption: {start} to {end}. Cause: {cause}. Impact: {impact}. Data lost: {loss}. Corrective measures: {followup}. Evidence: the drill and run records with their digests.",
  },
] as const satisfies readonly Message[];

export function communicationsPage(platform: Platform): Page {
  return {
    name: "communications",
    role: asOnCall(platform),
    title: "Who is told what, when, by whom",
    why: "Texts for the status page, customers, colleagues and the regulator, per phase of a disaster, so that nobody writes them at night.",
    inputs: [],
    sections: [
      {
        title: "Rules",
        blocks: [
          list(
            "One commander decides, one person writes. They are two people as soon as there are two.",
            "Say what people notice, since when, and when you write again. Keep that time, even without news.",
            "Never name a number that isn't measured: what was lost is told from the record, not from hope.",
            "The program announces its own changes of role; that text is for operators and doesn't replace these.",
            `The status page lies outside both regions and outside ${entranceHost(platform, { name: "app" })}; if yours doesn't, move it before you need it.`,
          ),
        ],
      },
      {
        title: "Escalation",
        blocks: [
          table(
            ["After", "Who", "By"],
            [
              [
                "0 min",
                "the person on call",
                platform.observability.pager.kind === "pagerduty" ? "PagerDuty" : "e-mail",
              ],
              ["5 min without an answer", "the second person on call", "the pager's escalation"],
              ["15 min, or any question about lost data", "the incident commander", "the pager's escalation"],
              ["30 min, or the objective is missed", platform.owner, "telephone"],
            ],
          ),
        ],
      },
      {
        title: "What stands in braces",
        blocks: [
          table(
            ["Placeholder", "Meaning"],
            Object.entries(PLACEHOLDERS).map(([name, says]) => [`{${name}}`, says]),
          ),
        ],
      },
      ...PHASES.map(phaseSection),
      announcementsSection(platform),
      regulatorSection(),
    ],
  };
}

const phaseSection = (phase: Phase): Section => ({
  title: `${phase.charAt(0).toUpperCase()}${phase.slice(1)}`,
  anchor: phase.replaceAll(" ", "-"),
  blocks: MESSAGES.filter((message) => message.phase === phase).flatMap(
    ({ audience, sentBy, within, subject, body }) => [
      text(`**To the ${audience}** · sent by ${sentBy} · within ${within}`),
      text(`> ${subject}\n>\n> ${body}`),
    ],
  ),
});

/** The program's own words, from the same source that it sends them from. */
function announcementsSection({ regions }: Platform): Section {
  const told = {
    run: "…",
    from: regions.primary.name,
    to: regions.standby.name,
    epoch: 8,
    at: 0,
    tookMs: null,
    atRisk: "",
  };
  return {
    title: "What the program says by itself",
    blocks: [
      text(
        "Sent once per run, under one delivery id, as a line in the region's `recovery/messages.ndjson` and to the webhook where there is one.",
      ),
      table(
        ["Plan", "Title", "Text"],
        (["fail-over", "switch-over", "fail-back", "evict"] as const).map((plan) => {
          const { title, text: says } = ANNOUNCEMENTS[plan];
          const filledIn = plan === "fail-back" ? { ...told, from: told.to, to: told.from, plan } : { ...told, plan };
          return [plan, title(filledIn), says(filledIn).trim()];
        }),
      ),
    ],
  };
}

const regulatorSection = (): Section => ({
  title: "Deadlines of regulators",
  blocks: [
    text("From memory, to be confirmed by whoever answers for compliance before the first disaster, not in it:"),
    list(
      "India, CERT-In (directions of 2022): within 6 hours of noticing.",
      "India, SEBI's market infrastructure: a disaster is declared within 30 minutes; drills each quarter.",
      "European Union, DORA: first notification within 4 hours of calling it major and 24 hours of noticing; intermediate report within 72 hours; final report within a month.",
      "European Union, GDPR: within 72 hours when personal data were lost or exposed.",
    ),
  ],
});
