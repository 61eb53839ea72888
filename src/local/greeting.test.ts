import assert from "node:assert/strict";
import { test } from "node:test";
import { greetingText } from "./greeting.ts";

const plain = {
  head: "Tandem is up (2.0 s).",
  url: "http://127.0.0.1:4600",
  signInPath: "/sign-in#token",
  firstRegion: "ap-south-1",
  data: undefined,
};
const commandsIn = (text: string): string[] => text.match(/npm run -s tandem -- .*/g) ?? [];

test("every command of the greeting means the installation that greets", () => {
  assert.ok(commandsIn(greetingText(plain)).every((one) => !one.includes("--data")));
  const elsewhere = commandsIn(greetingText({ ...plain, data: "/srv/tandem", signInPath: undefined }));
  assert.equal(elsewhere.length, 5);
  assert.ok(elsewhere.every((one) => one.endsWith(" --data /srv/tandem")));
});

test("a directory with a blank or a quote is one word of the shell", () => {
  assert.match(greetingText({ ...plain, data: "/srv/it's here" }), /status --data '\/srv\/it'\\''s here'\n/);
});

test("the link signs in where there is one; else the greeting says how to get it", () => {
  assert.match(greetingText(plain), /Sign in once +http:\/\/127\.0\.0\.1:4600\/sign-in#token\n/);
  assert.match(greetingText({ ...plain, signInPath: undefined }), /Sign in once +not yet: .*sign-in-link\n/);
});
