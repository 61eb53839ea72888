// Known sources and what they are. Rules are data: the documentation and the channel rules read the same tables.
// After Plausible's worked-out order (see docs/manual/definitions.md); hosts are matched whole, never as substrings.

export const SOURCE_KINDS = ["search", "social", "video", "shopping", "email", "ai"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Name → its kind, hosts (the host itself or any host below it), and aliases that utm_source uses, lower case. */
type Known = { kind: SourceKind; hosts: string[]; aliases?: string[] };

export const KNOWN_SOURCES: Record<string, Known> = {
  Google: { kind: "search", hosts: ["google.com"], aliases: ["google"] },
  "Google Ads": { kind: "search", hosts: [], aliases: ["adwords", "googleads", "google-ads"] },
  Bing: { kind: "search", hosts: ["bing.com"], aliases: ["bing"] },
  "Bing Ads": { kind: "search", hosts: [], aliases: ["bingads", "bing-ads", "microsoft ads"] },
  DuckDuckGo: { kind: "search", hosts: ["duckduckgo.com"], aliases: ["duckduckgo", "ddg"] },
  Yahoo: { kind: "search", hosts: ["search.yahoo.com", "yahoo.com"], aliases: ["yahoo"] },
  Yandex: { kind: "search", hosts: ["yandex.ru", "yandex.com", "ya.ru"], aliases: ["yandex"] },
  Baidu: { kind: "search", hosts: ["baidu.com"], aliases: ["baidu"] },
  Ecosia: { kind: "search", hosts: ["ecosia.org"], aliases: ["ecosia"] },
  "Brave Search": { kind: "search", hosts: ["search.brave.com"], aliases: ["brave"] },
  Startpage: { kind: "search", hosts: ["startpage.com"], aliases: ["startpage"] },
  Qwant: { kind: "search", hosts: ["qwant.com"], aliases: ["qwant"] },
  Naver: { kind: "search", hosts: ["naver.com"], aliases: ["naver"] },
  Seznam: { kind: "search", hosts: ["seznam.cz"], aliases: ["seznam"] },
  AOL: { kind: "search", hosts: ["search.aol.com", "aol.com"], aliases: ["aol"] },
  Ask: { kind: "search", hosts: ["ask.com"], aliases: ["ask"] },
  Kagi: { kind: "search", hosts: ["kagi.com"], aliases: ["kagi"] },
  Facebook: { kind: "social", hosts: ["facebook.com", "fb.com", "fb.me"], aliases: ["facebook", "fb"] },
  "Facebook Ads": { kind: "social", hosts: [], aliases: ["fb ads", "fb-ads", "facebook-ads", "meta ads"] },
  Instagram: { kind: "social", hosts: ["instagram.com"], aliases: ["instagram", "ig"] },
  Threads: { kind: "social", hosts: ["threads.net", "threads.com"], aliases: ["threads"] },
  X: { kind: "social", hosts: ["x.com", "twitter.com", "t.co"], aliases: ["twitter", "x"] },
  LinkedIn: { kind: "social", hosts: ["linkedin.com", "lnkd.in"], aliases: ["linkedin"] },
  Reddit: { kind: "social", hosts: ["reddit.com", "redd.it"], aliases: ["reddit"] },
  Pinterest: { kind: "social", hosts: ["pinterest.com", "pin.it"], aliases: ["pinterest"] },
  Mastodon: { kind: "social", hosts: ["mastodon.social", "mastodon.online"], aliases: ["mastodon"] },
  Bluesky: { kind: "social", hosts: ["bsky.app"], aliases: ["bluesky"] },
  "Hacker News": { kind: "social", hosts: ["news.ycombinator.com"], aliases: ["hackernews", "hn"] },
  VK: { kind: "social", hosts: ["vk.com"], aliases: ["vk"] },
  Telegram: { kind: "social", hosts: ["t.me", "telegram.org"], aliases: ["telegram"] },
  WhatsApp: { kind: "social", hosts: ["whatsapp.com", "wa.me"], aliases: ["whatsapp"] },
  Quora: { kind: "social", hosts: ["quora.com"], aliases: ["quora"] },
  TikTok: { kind: "video", hosts: ["tiktok.com"], aliases: ["tiktok"] },
  YouTube: { kind: "video", hosts: ["youtube.com", "youtu.be"], aliases: ["youtube", "yt"] },
  Vimeo: { kind: "video", hosts: ["vimeo.com"], aliases: ["vimeo"] },
  Twitch: { kind: "video", hosts: ["twitch.tv"], aliases: ["twitch"] },
  Amazon: { kind: "shopping", hosts: ["amazon.com", "amazon.in", "amazon.co.uk", "amazon.de"], aliases: ["amazon"] },
  eBay: { kind: "shopping", hosts: ["ebay.com", "ebay.co.uk", "ebay.de"], aliases: ["ebay"] },
  Etsy: { kind: "shopping", hosts: ["etsy.com"], aliases: ["etsy"] },
  Flipkart: { kind: "shopping", hosts: ["flipkart.com"], aliases: ["flipkart"] },
  Gmail: { kind: "email", hosts: ["mail.google.com"], aliases: ["gmail"] },
  Outlook: { kind: "email", hosts: ["outlook.live.com", "outlook.office.com"], aliases: ["outlook"] },
  "Yahoo Mail": { kind: "email", hosts: ["mail.yahoo.com"], aliases: ["yahoo mail"] },
  ChatGPT: { kind: "ai", hosts: ["chatgpt.com", "chat.openai.com"], aliases: ["chatgpt", "chatgpt.com", "openai"] },
  Claude: { kind: "ai", hosts: ["claude.ai"], aliases: ["claude"] },
  Gemini: { kind: "ai", hosts: ["gemini.google.com"], aliases: ["gemini"] },
  Perplexity: { kind: "ai", hosts: ["perplexity.ai"], aliases: ["perplexity"] },
  Copilot: { kind: "ai", hosts: ["copilot.microsoft.com"], aliases: ["copilot"] },
};

/** Google answers under many national hosts; only these are Google's search. */
const GOOGLE_NATIONAL = /^(?:[a-z0-9-]+\.)?google\.(?:com?\.)?[a-z]{2}$/;

/** Sources that are paid placement by their name, lower case. */
export const PAID_SOURCES = ["google ads", "bing ads", "facebook ads"];

const byAlias = new Map<string, string>();
const byHost = new Map<string, string>();
for (const [name, known] of Object.entries(KNOWN_SOURCES)) {
  for (const alias of known.aliases ?? []) byAlias.set(alias, name);
  byAlias.set(name.toLowerCase(), name);
  for (const host of known.hosts) byHost.set(host, name);
}

/** The source's name for a host: the longest known host that it is or lies below; else the bare host without "www.". */
export function sourceOfHost(host: string): string {
  const labels = host.toLowerCase().split(".");
  for (let first = 0; first < labels.length - 1; first += 1) {
    const name = byHost.get(labels.slice(first).join("."));
    if (name) return name;
  }
  if (GOOGLE_NATIONAL.test(host.toLowerCase())) return "Google";
  return host.toLowerCase().replace(/^www\./, "");
}

/** The source's name for a campaign parameter: known spellings are merged, others stay as sent. */
export function sourceOfParameter(value: string): string {
  const lower = value.toLowerCase();
  return byAlias.get(lower) ?? (lower.includes(".") ? sourceOfHost(lower) : value);
}
