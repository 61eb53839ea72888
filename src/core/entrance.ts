// What whatever stands before the program must know of it: load balancers, Nginx and the local edge refuse early what the
// program would refuse late, and keep strangers from paths that processes keep for each other.

/** Of a request that carries events, as it is sent and after inflation. */
export const EVENT_BODY_BYTES_MAX = 5 * 1024 * 1024;
/** Of any request to the API. */
export const API_BODY_BYTES_MAX = 64 * 1024;

/** The API lies below `/api/<version>`; entrances take `/<version>` for the same on hosts of the API alone. */
export const API_VERSION = "2026-11";

/** First parts of paths that a region's processes keep for each other. */
export const HIDDEN_SEGMENTS = ["internal", "link", "register", "salts", "query", "trace"] as const;

/** Followed by digits that tell two installations on one machine apart. */
export const SESSION_COOKIE_PREFIX = "tandem_session_";

/** What is public and the same for everybody (the API's description, the explanations of problems) may be kept so long. */
export const PUBLIC_PAGE_CACHING = "public, max-age=60";

/** On the console's pages, whoever serves their files. */
export const BROWSER_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};
