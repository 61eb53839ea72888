// The settings document that Segment's browser SDK asks for before it sends anything. The same in both regions, for any key:
// it tells nothing, and an SDK that doesn't get it sends nothing at all.

import type { IncomingMessage } from "node:http";

const HOST = /^[a-z0-9.:[\]-]{1,255}$/i;

export function settingsDocument(request: IncomingMessage, writeKey: string, trusted: boolean): object {
  const forwarded = trusted ? request.headers["x-forwarded-proto"] : undefined;
  const host = request.headers.host ?? "";
  const here = HOST.test(host) ? { apiHost: `${host}/v1`, protocol: forwarded === "https" ? "https" : "http" } : {};
  return {
    integrations: {
      "Segment.io": {
        apiKey: decoded(writeKey),
        unbundledIntegrations: [],
        addBundledMetadata: true,
        maybeBundledConfigIds: {},
        versionSettings: { version: "4.4.7", componentTypes: ["browser"] },
        ...here,
      },
    },
    plan: {
      track: { __default: { enabled: true, integrations: {} } },
      identify: { __default: { enabled: true } },
      group: { __default: { enabled: true } },
    },
    edgeFunction: {},
    analyticsNextEnabled: true,
    middlewareSettings: {},
    enabledMiddleware: {},
    metrics: { sampleRate: 0 },
    legacyVideoPluginsEnabled: false,
    remotePlugins: [],
  };
}

function decoded(writeKey: string): string {
  try {
    return decodeURIComponent(writeKey);
  } catch {
    return writeKey;
  }
}
