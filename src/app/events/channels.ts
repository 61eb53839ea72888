// The channel of a visit, from its source, medium, campaign and kind of click id. First match wins. The rules are data:
// `channelOf` walks them here, the query compiler writes them as SQL, and the manual prints them.

import { KNOWN_SOURCES, PAID_SOURCES, type SourceKind } from "./sources.ts";

/** Version of the rules, told in every answer: channels are computed when asked, so history can be classified anew. */
export const CHANNEL_RULES = "2026-11";

export type ChannelField = "source" | "medium" | "campaign" | "click_id";

/** Tests on one field, lower-cased; a missing field is "". */
export type ChannelTest =
  | { field: ChannelField; in: string[] }
  | { field: ChannelField; contains: string[] }
  | { field: ChannelField; starts: string }
  | { field: ChannelField; ends: string }
  | { field: ChannelField; present: true }
  /** "shop" not preceded by one of the letters a–d and f–z: "eshop" matches, "workshop" does not. */
  | { field: "campaign"; shopLike: true };

/** any: one test holds. all: each holds. */
export type ChannelCondition = ChannelTest | { any: ChannelCondition[] } | { all: ChannelCondition[] };

const sourcesOf = (kind: SourceKind): string[] =>
  Object.entries(KNOWN_SOURCES).flatMap(([name, known]) => (known.kind === kind ? [name.toLowerCase()] : []));

const source = (kind: SourceKind): ChannelTest => ({ field: "source", in: sourcesOf(kind) });
const PAID: ChannelCondition = {
  any: [
    { field: "medium", contains: ["cp"] },
    { field: "medium", in: ["ppc", "retargeting"] },
    { field: "medium", starts: "paid" },
  ],
};
const PAID_PLACEMENT: ChannelCondition = { any: [PAID, { field: "source", in: PAID_SOURCES }] };
const SHOP_CAMPAIGN: ChannelTest = { field: "campaign", shopLike: true };
const EMAIL_WORDS = ["email", "e-mail", "e_mail", "e mail", "newsletter"];

export const CHANNELS: [channel: string, when: ChannelCondition][] = [
  ["Cross-network", { field: "campaign", contains: ["cross-network"] }],
  ["Paid Shopping", { all: [{ any: [source("shopping"), SHOP_CAMPAIGN] }, PAID] }],
  [
    "Paid Search",
    {
      any: [
        { all: [source("search"), PAID_PLACEMENT] },
        {
          all: [
            { field: "source", in: ["google"] },
            { field: "click_id", in: ["gclid", "gbraid", "wbraid"] },
          ],
        },
        {
          all: [
            { field: "source", in: ["bing"] },
            { field: "click_id", in: ["msclkid"] },
          ],
        },
      ],
    },
  ],
  ["Paid Social", { all: [source("social"), PAID_PLACEMENT] }],
  ["Paid Video", { all: [source("video"), PAID_PLACEMENT] }],
  ["Display", { field: "medium", in: ["display", "banner", "expandable", "interstitial", "cpm"] }],
  ["Paid Other", PAID],
  ["Organic Shopping", { any: [source("shopping"), SHOP_CAMPAIGN] }],
  [
    "Organic Social",
    {
      any: [
        source("social"),
        { field: "medium", in: ["social", "social-network", "social-media", "sm", "social network", "social media"] },
      ],
    },
  ],
  ["Organic Video", { any: [source("video"), { field: "medium", contains: ["video"] }] }],
  ["AI Assistants", source("ai")],
  ["Organic Search", { any: [source("search"), { field: "medium", in: ["organic"] }] }],
  [
    "Email",
    {
      any: [source("email"), { field: "source", contains: EMAIL_WORDS }, { field: "medium", contains: EMAIL_WORDS }],
    },
  ],
  ["Affiliates", { field: "medium", in: ["affiliate", "affiliates"] }],
  ["Audio", { field: "medium", in: ["audio"] }],
  [
    "SMS",
    {
      any: [
        { field: "source", in: ["sms"] },
        { field: "medium", in: ["sms"] },
      ],
    },
  ],
  [
    "Mobile Push",
    {
      any: [
        { field: "medium", ends: "push" },
        { field: "medium", contains: ["mobile", "notification"] },
        { field: "source", in: ["firebase"] },
      ],
    },
  ],
  [
    "Referral",
    {
      any: [
        { field: "medium", in: ["referral", "app", "link"] },
        { field: "source", present: true },
      ],
    },
  ],
];
/** What is left: no source and no medium that says anything. */
export const DIRECT = "Direct";

export type ChannelInput = {
  source: string | null;
  medium: string | null;
  campaign: string | null;
  clickId: string | null;
};

export function channelOf(input: ChannelInput): string {
  const fields: Record<ChannelField, string> = {
    source: lower(input.source),
    medium: lower(input.medium),
    campaign: lower(input.campaign),
    click_id: lower(input.clickId),
  };
  return CHANNELS.find(([, when]) => holds(when, fields))?.[0] ?? DIRECT;
}

const lower = (value: string | null): string => (value ?? "").toLowerCase();

function holds(condition: ChannelCondition, fields: Record<ChannelField, string>): boolean {
  if ("any" in condition) return condition.any.some((one) => holds(one, fields));
  if ("all" in condition) return condition.all.every((one) => holds(one, fields));
  const value = fields[condition.field];
  if ("in" in condition) return condition.in.includes(value);
  if ("contains" in condition) return condition.contains.some((part) => value.includes(part));
  if ("starts" in condition) return value.startsWith(condition.starts);
  if ("ends" in condition) return value.endsWith(condition.ends);
  if ("present" in condition) return value !== "";
  return /(^|[^a-df-z])shop|shopping/.test(value);
}
