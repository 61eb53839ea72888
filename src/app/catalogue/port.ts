// The catalogue, as the application needs it: users, sessions, projects, keys and the journal of changes. Reads work on a
// standby; each change is one transaction with its journal row and its idempotency record. Secrets arrive here as digests.

import type { Passkey } from "../../core/confirmation.ts";
import type { LogPosition } from "../../core/log-position.ts";
import type { AcknowledgementClass, PairPolicy, Project, UserRole, WriteKey } from "../../core/resources.ts";
import type { InstantMs } from "../../core/time.ts";
import type { Reached } from "./token.ts";

export type UserRecord = {
  id: string;
  name: string;
  role: UserRole;
  passwordHash: string | null;
  createdAt: InstantMs;
};

export type SessionRecord = {
  user: UserRecord;
  csrf: string;
  /** Opened by a one-time link, which lets its user set a password without the old one. */
  byLink: boolean;
  createdAt: InstantMs;
  expiresAt: InstantMs;
};

/** `digest` is the SHA-256 of the token in hex; the token itself is nowhere but in the browser. */
export type NewSession = { digest: string; csrf: string; createdAt: InstantMs; expiresAt: InstantMs };

/** Who changes something, under which epoch, when, and the record that makes a repeat of the request harmless. */
export type By = {
  who: string;
  epoch: number;
  at: InstantMs;
  /** `scope` keeps callers apart; `key` and `request` are digests in hex. */
  idempotency?: { scope: string; key: string; request: string };
  /** Told where in the log everything up to this change is safe: of a repeated one, too. */
  writtenAt?: (position: LogPosition) => void;
};

export type Written<T> =
  | { kind: "done"; value: T; repeated: boolean }
  /** What should change isn't there. */
  | { kind: "missing" }
  /** The idempotency key was used for another request, or so long ago that its answer is forgotten. */
  | { kind: "conflict" };

export type NewProject = {
  id: string;
  name: string;
  timeZone: string;
  acknowledgement: AcknowledgementClass;
  pairPolicy: PairPolicy;
  demo: boolean;
  /** The first write key. */
  key: { key: string; name: string };
};
type ProjectPatch = Partial<Pick<NewProject, "name" | "timeZone" | "acknowledgement" | "pairPolicy">>;
export type ReadKeyView = Project["readKeys"][number];

/** `publicKey` is a COSE key in hex. */
export type PasskeyRecord = Passkey & { publicKey: string; transports: string[] };
export type NewPasskey = Omit<PasskeyRecord, "createdAt">;

/** Journal rows without secrets: a read key appears with its ending only, a user without the password's hash. */
export type JournalRow = { id: number; epoch: number; who: string; what: string; before: unknown; after: unknown };

/** What the collector needs to admit events; see drivers/catalogue/read-key-snapshot.ts. */
export type KeySnapshot = {
  projects: { id: string; acknowledgement: AcknowledgementClass; pairPolicy: PairPolicy; keys: string[] }[];
  heartbeatAt: InstantMs | null;
};

export interface CatalogueReads {
  /** Whether this database takes changes now and has its tables. Never throws: an unreachable one isn't writable. */
  writable(): Promise<boolean>;
  /** How far this region's copy has come, for tokens and for the age of what it shows. */
  reached(): Promise<Reached>;
  /** A session that hasn't ended at `at`. No write is needed, so a standby can answer. */
  session(digest: string, at: InstantMs): Promise<SessionRecord | undefined>;
  userByName(name: string): Promise<UserRecord | undefined>;
  /** Oldest first. */
  passkeys(userId: string): Promise<PasskeyRecord[]>;
  passkeyById(id: string): Promise<{ passkey: PasskeyRecord; user: UserRecord } | undefined>;
  projects(): Promise<Project[]>;
  project(id: string): Promise<Project | undefined>;
  /** The project of a read key that isn't revoked. */
  projectOfReadKey(digest: string): Promise<string | undefined>;
  /** Newest first. */
  journal(limit: number): Promise<JournalRow[]>;
}

export interface CatalogueChanges {
  /** Makes the user where there is none of that name; the role of an existing user stays. */
  addSignInLink(
    link: { digest: string; expiresAt: InstantMs; user: { id: string; name: string; role: UserRole } },
    by: By,
  ): Promise<Written<UserRecord>>;
  /** Uses up the link and opens the session; `missing` when it was used, has expired or never was. */
  useSignInLink(digest: string, session: NewSession, by: By): Promise<Written<UserRecord>>;
  openSession(userId: string, session: NewSession, by: By): Promise<Written<null>>;
  endSession(digest: string, by: By): Promise<Written<null>>;
  /** Ends the user's other sessions: whoever knew the old password is out. */
  setPassword(userId: string, hash: string, keepSession: string, by: By): Promise<Written<null>>;
  /** `conflict` where the id is known, whosever it is. */
  addPasskey(userId: string, passkey: NewPasskey, by: By): Promise<Written<Passkey>>;
  removePasskey(userId: string, id: string, by: By): Promise<Written<Passkey>>;
  /** An id that exists already is answered with the project that has it, unchanged; with `onlyNew` by `missing`. */
  addProject(project: NewProject, by: By, onlyNew?: boolean): Promise<Written<Project>>;
  changeProject(id: string, patch: ProjectPatch, by: By): Promise<Written<Project>>;
  addWriteKey(project: string, key: { key: string; name: string }, by: By): Promise<Written<WriteKey>>;
  revokeWriteKey(project: string, key: string, by: By): Promise<Written<WriteKey>>;
  addReadKey(
    project: string,
    key: { id: string; digest: string; name: string; ending: string },
    by: By,
  ): Promise<Written<ReadKeyView>>;
  revokeReadKey(project: string, id: string, by: By): Promise<Written<ReadKeyView>>;
}

export type Catalogue = CatalogueReads & CatalogueChanges;

/** The connection ended while COMMIT was under way: the change may or may not be there. Never answered as either. */
export class OutcomeUnknown extends Error {
  override readonly name = "OutcomeUnknown";
}
