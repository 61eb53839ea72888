// The console's built files: hashed ones are cached for ever, pages are asked for again each time. Compressed once, kept in
// memory, within a limit. A path that is no file is a page of the application, so it gets index.html.

import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { BROWSER_HEADERS } from "../../core/entrance.ts";
import { ProblemError } from "./problem.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};
const COMPRESSED = new Set([".html", ".js", ".css", ".json", ".svg", ".webmanifest", ".txt"]);
const FILE_BYTES_MAX = 8 * 1024 * 1024;
const KEPT_BYTES_MAX = 32 * 1024 * 1024;
/** Vite puts what it names by content here. */
const HASHED = "/assets/";

type Encoding = "br" | "gzip" | "identity";
type Kept = { type: string; etag: string; modifiedMs: number; bodies: Map<Encoding, Uint8Array<ArrayBuffer>> };

export type StaticFiles = { respond(request: Request): Promise<Response> };

/** `root` is where vite built the console. */
export function staticFiles(root: string): StaticFiles {
  const kept = new Map<string, Kept>();
  let keptBytes = 0;

  /** undefined where there is no such file. A new build is noticed by the file's time. */
  async function find(path: string): Promise<Kept | undefined> {
    const file = insideOf(root, path);
    const info = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || !info?.isFile() || info.size > FILE_BYTES_MAX) return undefined;
    const known = kept.get(path);
    if (known && known.modifiedMs === info.mtimeMs) return known;
    const body = new Uint8Array(await readFile(file));
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const found: Kept = { type, etag, modifiedMs: info.mtimeMs, bodies: new Map([["identity", body]]) };
    if (keptBytes > KEPT_BYTES_MAX) {
      kept.clear();
      keptBytes = 0;
    }
    kept.set(path, found);
    keptBytes += body.length;
    return found;
  }

  async function bodyOf(found: Kept, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
    const plain = found.bodies.get("identity") as Uint8Array<ArrayBuffer>;
    const ready = found.bodies.get(encoding);
    if (ready) return ready;
    const made = new Uint8Array(encoding === "br" ? await brotli(plain) : await promisify(gzip)(plain, { level: 9 }));
    found.bodies.set(encoding, made);
    keptBytes += made.length;
    return made;
  }

  return {
    async respond(request) {
      const path = pathOf(request);
      const isPage = extname(path) === "" && !path.startsWith(HASHED);
      const wanted = path === "/" || isPage ? "/index.html" : path;
      const found = await find(wanted);
      if (!found) throw missing(wanted);
      const cache = wanted.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache";
      const headers = new Headers({
        ...BROWSER_HEADERS,
        "cache-control": cache,
        etag: found.etag,
        vary: "accept-encoding",
      });
      if (request.headers.get("if-none-match")?.includes(found.etag))
        return new Response(null, { status: 304, headers });
      const encoding = COMPRESSED.has(extname(wanted)) ? encodingOf(request) : "identity";
      headers.set("content-type", found.type);
      if (encoding !== "identity") headers.set("content-encoding", encoding);
      const body = await bodyOf(found, encoding);
      headers.set("content-length", String(body.length));
      return new Response(request.method === "HEAD" ? null : body, { headers });
    },
  };
}

function brotli(plain: Uint8Array): Promise<Uint8Array> {
  // Quality 9 costs a tenth of 11's time for some 3 % more bytes; the first visitor is waiting.
  return promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

function pathOf(request: Request): string {
  try {
    return decodeURIComponent(new URL(request.url).pathname);
  } catch {
    throw new ProblemError("not-found", "The address isn't valid percent-encoding.");
  }
}

/** The file's place, if the path stays inside the root. */
function insideOf(root: string, path: string): string | undefined {
  if (path.includes("\0")) return undefined;
  const base = normalize(root.endsWith(sep) ? root : root + sep);
  const file = normalize(join(base, path));
  return file.startsWith(base) ? file : undefined;
}

function missing(path: string): ProblemError {
  return path === "/index.html"
    ? new ProblemError("files-missing", "Build them with: npx vite build web (npm start does it by itself).")
    : new ProblemError("not-found", "There is nothing at this address.");
}

function encodingOf(request: Request): Encoding {
  const accepted = request.headers.get("accept-encoding") ?? "";
  if (/\bbr\b(?!;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) return "br";
  return /\bgzip\b(?!;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted) ? "gzip" : "identity";
}
