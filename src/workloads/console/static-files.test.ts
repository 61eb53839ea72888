import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { ProblemError } from "./problem.ts";
import { staticFiles } from "./static-files.ts";

const holder = mkdtempSync(join(tmpdir(), "tandem-files-"));
after(() => rmSync(holder, { recursive: true }));
const root = join(holder, "dist");
mkdirSync(join(root, "assets"), { recursive: true });
const page = "<!doctype html><title>Console</title>";
const code = "export const answer = 42;\n".repeat(200);
writeFileSync(join(holder, "secret.txt"), "secret");
writeFileSync(join(root, "index.html"), page);
writeFileSync(join(root, "assets", "main-abc.js"), code);

const files = staticFiles(root);
const get = (path: string, headers: Record<string, string> = {}) =>
  files.respond(new Request(`http://127.0.0.1${path}`, { headers }));

test("any page of the application is index.html, asked for anew each time", async () => {
  for (const path of ["/", "/live", "/projects/web", "/welcome"]) {
    const answer = await get(path);
    assert.equal(await answer.text(), page, path);
    assert.equal(answer.headers.get("cache-control"), "no-cache");
  }
});

test("a hashed file is kept for ever, compressed as the browser likes", async () => {
  const path = "/assets/main-abc.js";
  const bytes = async (encoding: string) => {
    const answer = await get(path, { "accept-encoding": encoding });
    assert.equal(answer.headers.get("cache-control"), "public, max-age=31536000, immutable");
    assert.equal(answer.headers.get("vary"), "accept-encoding");
    return { encoding: answer.headers.get("content-encoding"), body: Buffer.from(await answer.arrayBuffer()) };
  };
  const [brotli, gzip, plain] = [await bytes("gzip, br"), await bytes("gzip"), await bytes("br;q=0")];
  assert.deepEqual([brotli.encoding, gzip.encoding, plain.encoding], ["br", "gzip", null]);
  const texts = [brotliDecompressSync(brotli.body), gunzipSync(gzip.body), plain.body].map(String);
  assert.deepEqual(texts, [code, code, code]);
  assert.ok(brotli.body.length < code.length / 10);
});

test("an unchanged file isn't sent again, and a new build is", async () => {
  const etag = (await get("/")).headers.get("etag") ?? "";
  assert.equal((await get("/", { "if-none-match": etag })).status, 304);
  writeFileSync(join(root, "index.html"), `${page} `);
  assert.equal((await get("/", { "if-none-match": etag })).status, 200);
  writeFileSync(join(root, "index.html"), page);
});

test("no address leads out of the built files", async () => {
  for (const path of [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/a%00.txt",
    "/%",
  ]) {
    await assert.rejects(get(path), (error) => error instanceof ProblemError && error.code === "not-found", path);
  }
});

test("pages carry headers that keep foreign code and frames out", async () => {
  const { headers } = await get("/");
  const policy = headers.get("content-security-policy") ?? "";
  assert.match(policy, /script-src 'self'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.ok(!policy.includes("unsafe"));
  assert.equal(headers.get("x-content-type-options"), "nosniff");
});

test("without a build, the answer says how to make one", async () => {
  const none = staticFiles(join(holder, "none"));
  await assert.rejects(
    none.respond(new Request("http://127.0.0.1/")),
    (error) => error instanceof ProblemError && error.code === "files-missing" && /vite build/.test(error.message),
  );
});
