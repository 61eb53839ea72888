// The catalogue in memory, for tests: the same port and the same contract test as the one in PostgreSQL.

import type {
  By,
  Catalogue,
  JournalRow,
  PasskeyRecord,
  SessionRecord,
  UserRecord,
  Written,
} from "../../app/catalogue/port.ts";
import { hasEnded, IDEMPOTENCY_MS } from "../../app/catalogue/rules.ts";
import type { Reached } from "../../app/catalogue/token.ts";
import { Unavailable } from "../../core/errors.ts";
import type { Project } from "../../core/resources.ts";

type Link = { userId: string; expiresAt: number; used: boolean };
type Session = Omit<SessionRecord, "user"> & { userId: string };
type Answered = { request: string; answer: unknown; at: number };
type Changed<T> = { before?: unknown; after?: unknown; value: T; unchanged?: boolean } | "conflict" | undefined;

export type MemoryCatalogue = Catalogue & {
  /** What changes fail with from now on; undefined lets them through again. */
  failChangesWith(error: Error | undefined): void;
  /** How far it claims to have come from now on; undefined: everything that was written. */
  showAs(reached: Reached | undefined): void;
};

export function memoryCatalogue(): MemoryCatalogue {
  const users: UserRecord[] = [];
  const links = new Map<string, Link>();
  const sessions = new Map<string, Session>();
  const passkeys: (PasskeyRecord & { userId: string })[] = [];
  const projects: Project[] = [];
  const readKeys = new Map<string, { project: string; id: string }>();
  const answers = new Map<string, Answered>();
  const journal: JournalRow[] = [];
  let failure: Error | undefined;
  let reachedOtherwise: Reached | undefined;

  async function change<T>(what: string, by: By, work: () => Changed<T>): Promise<Written<T>> {
    if (failure) throw failure;
    const { idempotency, epoch, who, at } = by;
    const place = idempotency && `${idempotency.scope}\n${idempotency.key}`;
    const earlier = place === undefined ? undefined : answers.get(place);
    if (earlier && earlier.at >= at - IDEMPOTENCY_MS) {
      if (earlier.request !== idempotency?.request) return { kind: "conflict" };
      by.writtenAt?.(BigInt(journal.length));
      return { kind: "done", value: structuredClone(earlier.answer) as T, repeated: true };
    }
    const changed = work();
    if (!changed) return { kind: "missing" };
    if (changed === "conflict") return { kind: "conflict" };
    const { before = null, after = null } = structuredClone(changed);
    if (!changed.unchanged) journal.unshift({ id: journal.length + 1, epoch, who, what, before, after });
    const answer = structuredClone(changed.value);
    if (place !== undefined) answers.set(place, { request: idempotency?.request ?? "", answer, at });
    by.writtenAt?.(BigInt(journal.length));
    return { kind: "done", value: structuredClone(answer), repeated: false };
  }
  const projectOf = (id: string) => projects.find((one) => one.id === id);
  const userOf = (id: string) => users.find((one) => one.id === id);
  const userNamed = (name: string) => users.find((one) => one.name.toLowerCase() === name.toLowerCase());

  return {
    failChangesWith(error) {
      failure = error;
    },
    showAs(reached) {
      reachedOtherwise = reached;
    },
    async reached() {
      const epochs = [...new Set(journal.map(({ epoch }) => epoch))].map((epoch) => ({ epoch, beganAt: 0n }));
      return reachedOtherwise ?? { position: BigInt(journal.length), primary: true, epochs, ageMs: 0 };
    },
    writable: async () => !(failure instanceof Unavailable),
    async session(digest, at) {
      const found = sessions.get(digest);
      const user = found && userOf(found.userId);
      if (!found || !user || hasEnded(found.expiresAt, at)) return undefined;
      const { csrf, byLink, createdAt, expiresAt } = found;
      return structuredClone({ csrf, byLink, createdAt, expiresAt, user });
    },
    userByName: async (name) => structuredClone(userNamed(name)),
    async passkeys(userId) {
      const own = passkeys.filter((one) => one.userId === userId).map(({ userId: _, ...passkey }) => passkey);
      return structuredClone(own);
    },
    async passkeyById(id) {
      const found = passkeys.find((one) => one.id === id);
      const user = found && userOf(found.userId);
      if (!found || !user) return undefined;
      const { userId: _, ...passkey } = found;
      return structuredClone({ passkey, user });
    },
    projects: async () => structuredClone(projects),
    project: async (id) => structuredClone(projectOf(id)),
    async projectOfReadKey(digest) {
      const found = readKeys.get(digest);
      const key = found && projectOf(found.project)?.readKeys.find((one) => one.id === found.id);
      return key && key.revokedAt === null ? found.project : undefined;
    },
    journal: async (limit) => structuredClone(journal.slice(0, limit)),

    addSignInLink: ({ digest, expiresAt, user }, by) =>
      change("make a sign-in link", by, () => {
        const found = userNamed(user.name) ?? { ...user, passwordHash: null, createdAt: by.at };
        if (!users.includes(found)) users.push(found);
        links.set(digest, { userId: found.id, expiresAt, used: false });
        return { after: { user: found.name, expiresAt }, value: found };
      }),
    useSignInLink: (digest, session, by) =>
      change("use a sign-in link", by, () => {
        const link = links.get(digest);
        const user = link && userOf(link.userId);
        if (!link || !user || link.used || hasEnded(link.expiresAt, by.at)) return undefined;
        link.used = true;
        const { csrf, createdAt, expiresAt } = session;
        sessions.set(session.digest, { userId: user.id, csrf, createdAt, expiresAt, byLink: true });
        return { after: { user: user.name }, value: user };
      }),
    openSession: (userId, { digest, csrf, createdAt, expiresAt }, by) =>
      change("sign in", by, () => {
        sessions.set(digest, { userId, csrf, createdAt, expiresAt, byLink: false });
        return { after: { user: userId }, value: null };
      }),
    endSession: (digest, by) =>
      change("sign out", by, () => {
        const ended = sessions.get(digest);
        return ended && sessions.delete(digest) ? { before: { user: ended.userId }, value: null } : undefined;
      }),
    setPassword: (userId, hash, keepSession, by) =>
      change("set a password", by, () => {
        const user = userOf(userId);
        if (!user) return undefined;
        user.passwordHash = hash;
        for (const link of links.values()) if (link.userId === userId) link.used = true;
        for (const [digest, session] of sessions) {
          if (digest === keepSession) session.byLink = false;
          else if (session.userId === userId) sessions.delete(digest);
        }
        return { after: { user: userId }, value: null };
      }),

    addPasskey: (userId, passkey, by) =>
      change("add a passkey", by, () => {
        if (passkeys.some((one) => one.id === passkey.id)) return "conflict";
        passkeys.push({ ...passkey, userId, createdAt: by.at });
        const { id, host, name } = passkey;
        const value = { id, host, name, createdAt: by.at };
        return { after: { user: userId, ...value }, value };
      }),
    removePasskey: (userId, id, by) =>
      change("remove a passkey", by, () => {
        const at = passkeys.findIndex((one) => one.id === id && one.userId === userId);
        const [removed] = at < 0 ? [] : passkeys.splice(at, 1);
        if (!removed) return undefined;
        const value = { id, host: removed.host, name: removed.name, createdAt: removed.createdAt };
        return { before: { user: userId, ...value }, value };
      }),

    addProject: ({ key, ...rest }, by, onlyNew) =>
      change("create a project", by, () => {
        const present = projectOf(rest.id);
        if (present) return onlyNew ? undefined : { value: present, unchanged: true };
        const keys = [{ ...key, createdAt: by.at, revokedAt: null }];
        const project: Project = { ...rest, createdAt: by.at, keys, readKeys: [] };
        projects.push(project);
        return { after: project, value: project };
      }),
    changeProject: (id, patch, by) =>
      change("change a project", by, () => {
        const project = projectOf(id);
        if (!project) return undefined;
        const before = structuredClone(project);
        Object.assign(project, patch);
        return { before, after: project, value: project };
      }),
    addWriteKey: (project, { key, name }, by) =>
      change("add a write key", by, () => {
        const added = { key, name, createdAt: by.at, revokedAt: null };
        projectOf(project)?.keys.push(added);
        return projectOf(project) && { after: { project, ...added }, value: added };
      }),
    revokeWriteKey: (project, key, by) =>
      change("revoke a write key", by, () => {
        const found = projectOf(project)?.keys.find((one) => one.key === key);
        if (!found) return undefined;
        const before = { project, ...found };
        found.revokedAt ??= by.at;
        return { before, after: { project, ...found }, value: found };
      }),
    addReadKey: (project, { id, digest, name, ending }, by) =>
      change("add a read key", by, () => {
        if (readKeys.has(digest)) return "conflict";
        const added = { id, name, ending, createdAt: by.at, revokedAt: null };
        projectOf(project)?.readKeys.push(added);
        readKeys.set(digest, { project, id });
        return projectOf(project) && { after: { project, ...added }, value: added };
      }),
    revokeReadKey: (project, id, by) =>
      change("revoke a read key", by, () => {
        const found = projectOf(project)?.readKeys.find((one) => one.id === id);
        if (!found) return undefined;
        const before = { project, ...found };
        found.revokedAt ??= by.at;
        return { before, after: { project, ...found }, value: found };
      }),
  };
}
