// A file of evidence for a browser: shown where that is harmless, downloaded otherwise, and never run. A picture in SVG can
// carry scripts, so it comes with a policy of its own that forbids everything but its looks.

import { extname } from "node:path";

const SHOWN: Record<string, string> = {
  ".svg": "image/svg+xml; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".pem": "text/plain; charset=utf-8",
  ".html": "text/html; charset=utf-8",
};
/** SHA256SUMS and the signature: short texts without an ending. */
const PLAIN = /^(?:[A-Z0-9]+SUMS|signature)(?:\.sig)?$/;

/** `sandbox` without a word: no scripts, no forms, an origin of its own. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'none'";

export function evidenceResponse(file: string, bytes: Uint8Array): Response {
  const type = SHOWN[extname(file)] ?? (PLAIN.test(file) ? SHOWN[".txt"] : undefined);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type ?? "application/octet-stream",
      "content-disposition": `${type ? "inline" : "attachment"}; filename="${file}"`,
      "content-security-policy": POLICY,
      "x-content-type-options": "nosniff",
      // Evidence never changes; still only for whoever is signed in.
      "cache-control": "private, max-age=86400, immutable",
    },
  });
}
