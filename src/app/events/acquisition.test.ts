import assert from "node:assert/strict";
import { test } from "node:test";
import { acquisition, pageOf } from "./acquisition.ts";
import { channelOf, DIRECT } from "./channels.ts";

const come = (url: string, referrer?: string, campaign?: object) => {
  const page = pageOf({ url, ...(referrer ? { referrer } : {}) }, {});
  return acquisition(page, campaign ? { campaign } : {});
};

test("a source is the campaign's, else the referrer's, and never the site itself", () => {
  const table: [string, string | undefined, string | null, string | null][] = [
    ["https://shop.example/?utm_source=adwords", undefined, "Google Ads", null],
    ["https://shop.example/?ref=hn", "https://www.google.co.uk/search?q=x", "Hacker News", "google.co.uk/search"],
    ["https://shop.example/", "https://www.google.co.in/", "Google", "google.co.in"],
    ["https://www.shop.example/a", "https://shop.example/b", null, null],
    ["https://shop.example/", "http://localhost:3000/x", null, null],
    ["https://shop.example/", "https://microsoft.com/", "microsoft.com", "microsoft.com"],
    ["https://shop.example/", "https://netflix.com/", "netflix.com", "netflix.com"],
    ["https://shop.example/", "https://out.reddit.com/r/a/", "Reddit", "out.reddit.com/r/a"],
    ["https://shop.example/", "javascript:alert(1)", null, null],
    ["https://shop.example/", "android-app://com.google.android.gm/", "com.google.android.gm", "com.google.android.gm"],
  ];
  for (const [url, referrer, source, shown] of table) {
    const got = come(url, referrer);
    assert.deepEqual([got.source, got.referrer], [source, shown], `${url} from ${referrer}`);
  }
});

test("of a click id only its kind is kept, and Segment's campaign object wins over the address", () => {
  const got = come("https://shop.example/?gclid=SECRET&utm_medium=cpc", undefined, { name: "Spring", source: "IG" });
  assert.deepEqual(got, {
    referrer: null,
    source: "Instagram",
    medium: "cpc",
    campaign: "Spring",
    term: null,
    content: null,
    click_id: "gclid",
  });
});

test("a path is found with or without a full address", () => {
  assert.equal(pageOf({ path: "/a?b#c" }, {}).path, "/a");
  assert.equal(pageOf({}, { page: { url: "https://Shop.Example:8443" } }).path, "/");
  assert.equal(pageOf({}, { page: { url: "https://user:pw@Shop.Example:8443/x" } }).hostname, "shop.example");
  assert.equal(pageOf({ url: "not an address" }, {}).path, null);
});

test("the channel of a visit follows the documented order", () => {
  const table: [string, Partial<Parameters<typeof channelOf>[0]>][] = [
    [DIRECT, {}],
    ["Organic Search", { source: "Google" }],
    ["Paid Search", { source: "Google", clickId: "gclid" }],
    ["Paid Search", { source: "Google Ads" }],
    ["Paid Search", { source: "Bing", medium: "cpm" }],
    ["Paid Social", { source: "Instagram", medium: "paid-story" }],
    ["Organic Social", { source: "Facebook", clickId: "fbclid" }],
    ["Organic Social", { source: "t.example", medium: "social" }],
    ["Display", { source: "ads.example", medium: "banner" }],
    ["Paid Other", { source: "ads.example", medium: "ppc" }],
    ["Organic Shopping", { campaign: "e-shop" }],
    ["Referral", { source: "workshop.example", campaign: "workshop" }],
    ["Cross-network", { campaign: "Summer Cross-Network" }],
    ["AI Assistants", { source: "ChatGPT" }],
    ["Email", { source: "November newsletter" }],
    ["Mobile Push", { source: "app.example", medium: "web-push" }],
    ["Referral", { source: "semicomplete.com" }],
  ];
  for (const [channel, input] of table) {
    assert.equal(
      channelOf({ source: null, medium: null, campaign: null, clickId: null, ...input }),
      channel,
      JSON.stringify(input),
    );
  }
});
