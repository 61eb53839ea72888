import assert from "node:assert/strict";
import { test } from "node:test";
import { userAgentParser } from "./user-agent.ts";

const parse = userAgentParser();
const CHROME =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_9_1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/32.0.1700.77 Safari/537.36";

const TABLE: [string, Partial<ReturnType<typeof parse>>][] = [
  [CHROME, { browser: "Chrome", browserVersion: "32.0", os: "Mac OS", deviceType: "Desktop", botReason: null }],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1",
    { browser: "Mobile Safari", os: "iOS", deviceType: "Mobile", botReason: null },
  ],
  ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", { deviceType: null }],
  ["-", { browser: null, os: null, deviceType: null, botReason: null }],
];

test("a browser, its system and its device are read from the header", () => {
  for (const [header, facts] of TABLE) {
    const parsed = parse(header);
    for (const [key, value] of Object.entries(facts)) assert.equal(parsed[key as keyof typeof parsed], value, header);
  }
});

test("crawlers are named as bots, with what gave them away", () => {
  for (const header of ["Mozilla/5.0 (compatible; Googlebot/2.1)", "curl/7.88.1", "python-requests/2.31"]) {
    assert.match(parse(header).botReason ?? "", /^user agent contains "/, header);
  }
});
