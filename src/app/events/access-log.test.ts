import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ownHost, parseAccessLogLine } from "./access-log.ts";
import { Occurrences } from "./occurrences.ts";

const LINE =
  '83.149.9.216 - - [17/May/2015:10:05:03 +0000] "GET /a/b.html?x=1 HTTP/1.1" 200 203023 "http://semicomplete.com/p/" "Mozilla/5.0 (X11)"';

const parsed = (line: string, host?: string) => {
  const result = parseAccessLogLine(line, host);
  assert.equal(result.kind, "event", line);
  return result.kind === "event" ? result.event : assert.fail();
};

test("a successful GET of a page is a page view with its time, place, referrer and agent", () => {
  assert.deepEqual(parsed(LINE, "semicomplete.com"), {
    type: "page",
    timestamp: "2015-05-17T10:05:03.000Z",
    properties: {
      path: "/a/b.html",
      search: "?x=1",
      url: "http://semicomplete.com/a/b.html?x=1",
      referrer: "http://semicomplete.com/p/",
      method: "GET",
      status: 200,
      bytes: 203023,
    },
    context: { ip: "83.149.9.216", userAgent: "Mozilla/5.0 (X11)" },
  });
});

test("everything else is a Request that ends no bounce", () => {
  for (const line of [
    LINE.replace("b.html", "b.png"),
    LINE.replace(" 200 ", " 404 "),
    LINE.replace("GET", "POST"),
    LINE.replace("/a/b.html?x=1", "/favicon.ico"),
  ]) {
    const event = parsed(line);
    assert.equal(event.type, "track");
    assert.equal(event.properties.nonInteractive, true);
  }
});

test("zones, absolute targets, escaped quotes, users and the common format are understood", () => {
  assert.equal(parsed(LINE.replace("+0000", "+0530")).timestamp, "2015-05-17T04:35:03.000Z");
  assert.equal(parsed(LINE.replace("/a/b.html?x=1", "http://other.example/c?d")).properties.path, "/c");
  assert.equal(parsed(LINE.replace("(X11)", '(\\"X11\\")')).context.userAgent, 'Mozilla/5.0 ("X11")');
  assert.equal(parsed(LINE.replace("- - [", "- Ada Lovelace [")).userId, "Ada Lovelace");
  assert.equal(parsed('::1 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.0" 200 -').properties.path, "/");
});

test("a line that is none is rejected with a reason, never thrown at the reader", () => {
  for (const line of [
    "",
    "hello",
    LINE.replace("May", "Mai"),
    LINE.replace(" HTTP/1.1", ""),
    LINE.replace("17/", "37/"),
  ]) {
    const result = parseAccessLogLine(line);
    assert.ok(result.kind === "rejected" && result.reason.length > 10, line);
  }
  fc.assert(fc.property(fc.string(), (line) => ["event", "rejected"].includes(parseAccessLogLine(line).kind)));
});

test("the site's own host is the commonest referrer, or none when nothing stands out", () => {
  assert.equal(ownHost([LINE, LINE, LINE.replace("semicomplete.com", "google.com")]), "semicomplete.com");
  assert.equal(ownHost([LINE.replace("http://semicomplete.com/p/", "-")]), undefined);
});

test("equal lines are numbered in order, the same on every run", () => {
  const run = (lines: string[]) => {
    const occurrences = new Occurrences(4);
    return lines.map((line) => `${line}-${occurrences.next(line)}`);
  };
  assert.deepEqual(run(["a", "b", "a", "a"]), ["a-0", "b-0", "a-1", "a-2"]);
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b", "c")), (lines) => {
      assert.deepEqual(run(lines), run(lines));
      assert.equal(new Set(run(lines)).size, lines.length);
    }),
  );
});

test("a hostile line costs a moment, not minutes", () => {
  const began = performance.now();
  assert.equal(parseAccessLogLine(`192.0.2.1 - ${"a [".repeat(80_000)}`).kind, "rejected");
  assert.ok(performance.now() - began < 1_000, `${Math.round(performance.now() - began)} ms`);
});
