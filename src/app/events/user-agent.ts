// What a User-Agent header tells; the parser itself is a driver (a maintained library).

export type UserAgentFacts = {
  browser: string | null;
  /** Cut to two parts. */
  browserVersion: string | null;
  os: string | null;
  osVersion: string | null;
  /** Desktop, Mobile, Tablet; null where it can't be told. */
  deviceType: string | null;
  /** Why it is taken for a machine's; null for people. */
  botReason: string | null;
};

export type ParseUserAgent = (userAgent: string) => UserAgentFacts;

export const NO_USER_AGENT: UserAgentFacts = {
  browser: null,
  browserVersion: null,
  os: null,
  osVersion: null,
  deviceType: null,
  botReason: null,
};
