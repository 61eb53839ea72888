// The catalogue in PostgreSQL. Reads work on a hot standby; changes need the primary.

import type pg from "pg";
import type {
  Catalogue,
  CatalogueChanges,
  CatalogueReads,
  JournalRow,
  PasskeyRecord,
  ReadKeyView,
  SessionRecord,
  UserRecord,
} from "../../app/catalogue/port.ts";
import type { Passkey } from "../../core/confirmation.ts";
import { assert } from "../../core/errors.ts";
import { parsePosition } from "../../core/log-position.ts";
import type { Project, WriteKey } from "../../core/resources.ts";
import { type Changing, change } from "./change.ts";
import { readFailure } from "./failures.ts";
import { ask } from "./question.ts";

/** With a pool of their own, changes that wait for the standby never hold back reads. */
export function postgresCatalogue(pool: pg.Pool, changing: Changing): Catalogue {
  return { ...reads(pool), ...accountChanges(changing), ...passkeyChanges(changing), ...projectChanges(changing) };
}

function reads(pool: pg.Pool): CatalogueReads {
  const rows = async <Row extends object>(name: string, values: (string | number | null)[] = []): Promise<Row[]> => {
    try {
      return await ask<Row>(pool, name, values);
    } catch (error) {
      throw readFailure(error, `Tried to read the catalogue (${name})`);
    }
  };
  return {
    async writable() {
      const found = await rows<{ writable: boolean }>("is-writable").catch(() => []);
      return found[0]?.writable === true;
    },
    async reached() {
      const [seen] = await rows<{
        primary: boolean;
        position: string;
        ageMs: number | null;
        epochs: { epoch: number; beganAt: string }[];
      }>("reached");
      assert(seen, "a question without a table gave no row");
      const at = (text: string) => parsePosition(text) ?? 0n;
      return {
        ...seen,
        position: at(seen.position),
        epochs: seen.epochs.map(({ epoch, beganAt }) => ({ epoch, beganAt: at(beganAt) })),
      };
    },
    session: async (digest, at) => (await rows<SessionRecord>("session", [digest, at]))[0],
    userByName: async (name) => (await rows<UserRecord>("user-by-name", [name]))[0],
    passkeys: (userId) => rows<PasskeyRecord>("passkeys", [userId]),
    passkeyById: async (id) => (await rows<{ passkey: PasskeyRecord; user: UserRecord }>("passkey-by-id", [id]))[0],
    projects: () => rows<Project>("projects", [null]),
    project: async (id) => (await rows<Project>("projects", [id]))[0],
    projectOfReadKey: async (digest) => (await rows<{ project: string }>("project-of-read-key", [digest]))[0]?.project,
    journal: (limit) => rows<JournalRow>("journal", [limit]),
  };
}

type Account = "addSignInLink" | "useSignInLink" | "openSession" | "endSession" | "setPassword";

function accountChanges(changing: Changing): Pick<CatalogueChanges, Account> {
  return {
    addSignInLink: ({ digest, expiresAt, user }, by) =>
      change(changing, "make a sign-in link", by, async (client) => {
        await ask(client, "add-user", [user.id, user.name, user.role, by.at]);
        const [found] = await ask<UserRecord>(client, "user-by-name", [user.name]);
        assert(found, "a user that was just made isn't there");
        await ask(client, "add-sign-in-link", [digest, found.id, expiresAt, by.at]);
        return { before: undefined, after: { user: found.name, expiresAt }, value: found };
      }),
    useSignInLink: (digest, session, by) =>
      change(changing, "use a sign-in link", by, async (client) => {
        const [user] = await ask<UserRecord>(client, "use-sign-in-link", [digest, by.at]);
        if (!user) return undefined;
        const { csrf, createdAt, expiresAt } = session;
        await ask(client, "open-session", [session.digest, user.id, csrf, true, createdAt, expiresAt]);
        return { before: undefined, after: { user: user.name }, value: user };
      }),
    openSession: (userId, session, by) =>
      change(changing, "sign in", by, async (client) => {
        const { csrf, createdAt, expiresAt } = session;
        await ask(client, "open-session", [session.digest, userId, csrf, false, createdAt, expiresAt]);
        return { before: undefined, after: { user: userId }, value: null };
      }),
    endSession: (digest, by) =>
      change(changing, "sign out", by, async (client) => {
        const [ended] = await ask<{ user: string }>(client, "end-session", [digest]);
        return ended && { before: { user: ended.user }, after: undefined, value: null };
      }),
    setPassword: (userId, hash, keepSession, by) =>
      change(changing, "set a password", by, async (client) => {
        const [user] = await ask(client, "set-password", [userId, hash]);
        if (!user) return undefined;
        await ask(client, "end-other-sessions", [userId, keepSession]);
        return { before: undefined, after: { user: userId }, value: null };
      }),
  };
}

type Passkeys = "addPasskey" | "removePasskey";

function passkeyChanges(changing: Changing): Pick<CatalogueChanges, Passkeys> {
  return {
    addPasskey: (userId, { id, host, name, publicKey, transports }, by) =>
      change(changing, "add a passkey", by, async (client) => {
        const values = [id, userId, host, name, publicKey, JSON.stringify(transports), by.at];
        if ((await ask(client, "add-passkey", values)).length === 0) return "conflict";
        const value: Passkey = { id, host, name, createdAt: by.at };
        return { before: undefined, after: { user: userId, ...value }, value };
      }),
    removePasskey: (userId, id, by) =>
      change(changing, "remove a passkey", by, async (client) => {
        const [value] = await ask<Passkey>(client, "remove-passkey", [id, userId]);
        return value && { before: { user: userId, ...value }, after: undefined, value };
      }),
  };
}

function projectChanges(changing: Changing): Omit<CatalogueChanges, Account | Passkeys> {
  const projectIn = async (client: pg.ClientBase, id: string) => (await ask<Project>(client, "projects", [id]))[0];
  const writeKeyIn = async (client: pg.ClientBase, project: string, key: string): Promise<WriteKey | undefined> =>
    (await projectIn(client, project))?.keys.find((one) => one.key === key);
  const readKeyIn = async (client: pg.ClientBase, project: string, id: string): Promise<ReadKeyView | undefined> =>
    (await projectIn(client, project))?.readKeys.find((one) => one.id === id);
  const lock = async (client: pg.ClientBase, id: string) => (await ask(client, "lock-project", [id])).length > 0;

  return {
    addProject: (project, by, onlyNew) =>
      change(changing, "create a project", by, async (client) => {
        const { id, name, timeZone, acknowledgement, pairPolicy, demo, key } = project;
        const values = [id, name, timeZone, acknowledgement, pairPolicy, demo, by.at];
        const isNew = (await ask(client, "add-project", values)).length > 0;
        if (!isNew && onlyNew) return undefined;
        if (isNew) await ask(client, "add-write-key", [key.key, id, key.name, by.at]);
        const after = await projectIn(client, id);
        return after && { before: undefined, after, value: after, unchanged: !isNew };
      }),
    changeProject: (id, patch, by) =>
      change(changing, "change a project", by, async (client) => {
        if (!(await lock(client, id))) return undefined;
        const before = await projectIn(client, id);
        const { name, timeZone, acknowledgement, pairPolicy } = patch;
        await ask(client, "change-project", [
          id,
          name ?? null,
          timeZone ?? null,
          acknowledgement ?? null,
          pairPolicy ?? null,
        ]);
        const after = await projectIn(client, id);
        return after && { before, after, value: after };
      }),
    addWriteKey: (project, { key, name }, by) =>
      change(changing, "add a write key", by, async (client) => {
        if (!(await lock(client, project))) return undefined;
        await ask(client, "add-write-key", [key, project, name, by.at]);
        const after = await writeKeyIn(client, project, key);
        return after && { before: undefined, after: { project, ...after }, value: after };
      }),
    revokeWriteKey: (project, key, by) =>
      change(changing, "revoke a write key", by, async (client) => {
        if (!(await lock(client, project))) return undefined;
        const before = await writeKeyIn(client, project, key);
        if (!before) return undefined;
        await ask(client, "revoke-write-key", [key, project, by.at]);
        const after = await writeKeyIn(client, project, key);
        return after && { before: { project, ...before }, after: { project, ...after }, value: after };
      }),
    addReadKey: (project, { id, digest, name, ending }, by) =>
      change(changing, "add a read key", by, async (client) => {
        if (!(await lock(client, project))) return undefined;
        // A secret follows from its idempotency key, which may come again when its record is forgotten.
        const isNew = (await ask(client, "add-read-key", [id, digest, project, name, ending, by.at])).length > 0;
        if (!isNew) return "conflict";
        const after = await readKeyIn(client, project, id);
        return after && { before: undefined, after: { project, ...after }, value: after };
      }),
    revokeReadKey: (project, id, by) =>
      change(changing, "revoke a read key", by, async (client) => {
        if (!(await lock(client, project))) return undefined;
        const before = await readKeyIn(client, project, id);
        if (!before) return undefined;
        await ask(client, "revoke-read-key", [id, project, by.at]);
        const after = await readKeyIn(client, project, id);
        return after && { before: { project, ...before }, after: { project, ...after }, value: after };
      }),
  };
}
