// What every catalogue promises, as tests: run against the one in memory and against PostgreSQL.

import assert from "node:assert/strict";
import { randomBytes, randomUUID } from "node:crypto";
import { test } from "node:test";
import type { By, Catalogue, NewProject, NewSession } from "../../app/catalogue/port.ts";
import { IDEMPOTENCY_MS, SESSION_MS, SIGN_IN_LINK_MS } from "../../app/catalogue/rules.ts";
import { digestOf } from "./secrets.ts";

const AT = Date.UTC(2026, 10, 21, 12);
const fresh = (): string => randomBytes(6).toString("hex");
const by = (at = AT, more: Partial<By> = {}): By => ({ who: "user:1", epoch: 7, at, ...more });

/** `open` may give the same catalogue each time: every test uses names of its own. */
export function catalogueContract(open: () => Promise<Catalogue>): void {
  linkTests(open);
  sessionTests(open);
  passkeyTests(open);
  projectTests(open);
  journalTests(open);
  repeatTests(open);
}

function linkTests(open: () => Promise<Catalogue>): void {
  test("a sign-in link lets its user in once", async () => {
    const catalogue = await open();
    const { digest } = await linkFor(catalogue);
    const session = newSession(AT);
    const used = await catalogue.useSignInLink(digest, session, by());
    assert.equal(used.kind, "done");
    assert.equal((await catalogue.session(session.digest, AT))?.byLink, true);
    const other = newSession(AT);
    assert.deepEqual(await catalogue.useSignInLink(digest, other, by()), { kind: "missing" });
    assert.equal(await catalogue.session(other.digest, AT), undefined);
  });

  test("of two tries of one link at the same time, one succeeds", async () => {
    const catalogue = await open();
    const { digest } = await linkFor(catalogue);
    const tries = [1, 2, 3, 4].map(() => catalogue.useSignInLink(digest, newSession(AT), by()));
    const kinds = (await Promise.all(tries)).map((one) => one.kind).sort();
    assert.deepEqual(kinds, ["done", "missing", "missing", "missing"]);
  });

  test("a sign-in link ends after its hour", async () => {
    const catalogue = await open();
    const { digest } = await linkFor(catalogue);
    const late = by(AT + SIGN_IN_LINK_MS);
    assert.equal((await catalogue.useSignInLink(digest, newSession(late.at), late)).kind, "missing");
  });

  test("a second link for a name is for the same user, whatever the case of its letters, with the role it has", async () => {
    const catalogue = await open();
    const { user } = await linkFor(catalogue);
    const again = { id: randomUUID(), name: user.name.toUpperCase(), role: "owner" } as const;
    const link = { digest: digestOf(fresh()), expiresAt: AT + 1, user: again };
    const made = await catalogue.addSignInLink(link, by());
    assert.ok(made.kind === "done");
    assert.deepEqual([made.value.id, made.value.role], [user.id, "analyst"]);
  });

  test("a link may be for an operator", async () => {
    const catalogue = await open();
    const user = { id: randomUUID(), name: `olga ${fresh()}`, role: "operator" } as const;
    const made = await catalogue.addSignInLink({ digest: digestOf(fresh()), expiresAt: AT + 1, user }, by());
    assert.ok(made.kind === "done");
    assert.equal(made.value.role, "operator");
  });

  test("a password uses up the links made before", async () => {
    const catalogue = await open();
    const { digest, user } = await linkFor(catalogue);
    await catalogue.setPassword(user.id, "scrypt$1", digestOf("none"), by());
    assert.equal((await catalogue.useSignInLink(digest, newSession(AT), by())).kind, "missing");
  });
}

function sessionTests(open: () => Promise<Catalogue>): void {
  test("a session ends at its instant and when it is ended", async () => {
    const catalogue = await open();
    const { user } = await linkFor(catalogue);
    const session = newSession(AT);
    await catalogue.openSession(user.id, session, by());
    const seen = await catalogue.session(session.digest, session.expiresAt - 1);
    assert.deepEqual(seen, {
      user: { ...user, passwordHash: null },
      csrf: session.csrf,
      byLink: false,
      createdAt: AT,
      expiresAt: session.expiresAt,
    });
    assert.equal(await catalogue.session(session.digest, session.expiresAt), undefined);
    assert.equal((await catalogue.endSession(session.digest, by())).kind, "done");
    assert.equal(await catalogue.session(session.digest, AT), undefined);
    assert.equal((await catalogue.endSession(session.digest, by())).kind, "missing");
  });

  test("a new password ends the user's other sessions and nobody else's", async () => {
    const catalogue = await open();
    const { user, digest } = await linkFor(catalogue);
    const stranger = await linkFor(catalogue);
    const [kept, other, strangers] = [newSession(AT), newSession(AT), newSession(AT)];
    await catalogue.useSignInLink(digest, kept, by());
    await catalogue.openSession(user.id, other, by());
    await catalogue.openSession(stranger.user.id, strangers, by());
    await catalogue.setPassword(user.id, "scrypt$2", kept.digest, by());
    const seen = await catalogue.session(kept.digest, AT);
    assert.equal(seen?.user.passwordHash, "scrypt$2");
    assert.equal(seen?.byLink, false);
    assert.equal(await catalogue.session(other.digest, AT), undefined);
    assert.ok(await catalogue.session(strangers.digest, AT));
    assert.equal((await catalogue.userByName(user.name.toUpperCase()))?.passwordHash, "scrypt$2");
  });
}

function passkeyTests(open: () => Promise<Catalogue>): void {
  test("a passkey is its user's until it is removed, and nobody else's", async () => {
    const catalogue = await open();
    const [{ user }, { user: stranger }] = [await linkFor(catalogue), await linkFor(catalogue)];
    const passkey = { id: fresh(), host: "localhost", name: "laptop", publicKey: "a50102", transports: ["internal"] };
    const { id, host, name } = passkey;
    const added = await catalogue.addPasskey(user.id, passkey, by());
    assert.deepEqual(added, { kind: "done", value: { id, host, name, createdAt: AT }, repeated: false });
    assert.deepEqual(await catalogue.passkeys(user.id), [{ ...passkey, createdAt: AT }]);
    assert.deepEqual(await catalogue.passkeys(stranger.id), []);
    const known = await catalogue.passkeyById(id);
    assert.deepEqual(known, { passkey: { ...passkey, createdAt: AT }, user: { ...user, passwordHash: null } });
    assert.equal(await catalogue.passkeyById(`no-${id}`), undefined);
    assert.equal((await catalogue.addPasskey(stranger.id, passkey, by())).kind, "conflict");
    assert.equal((await catalogue.removePasskey(stranger.id, id, by())).kind, "missing");
    assert.equal((await catalogue.removePasskey(user.id, id, by())).kind, "done");
    assert.deepEqual(await catalogue.passkeys(user.id), []);
    assert.equal((await catalogue.removePasskey(user.id, id, by())).kind, "missing");
  });
}

function projectTests(open: () => Promise<Catalogue>): void {
  test("a project is read as it was made, with its first key", async () => {
    const catalogue = await open();
    const project = newProject();
    const made = await catalogue.addProject(project, by());
    const { key, ...rest } = project;
    const expected = { ...rest, createdAt: AT, keys: [{ ...key, createdAt: AT, revokedAt: null }], readKeys: [] };
    assert.deepEqual(made, { kind: "done", value: expected, repeated: false });
    assert.deepEqual(await catalogue.project(project.id), expected);
    assert.deepEqual(
      (await catalogue.projects()).find((one) => one.id === project.id),
      expected,
    );
    assert.equal(await catalogue.project(`${project.id}-other`), undefined);
  });

  test("an id that exists is answered with its project, unchanged", async () => {
    const catalogue = await open();
    const project = newProject();
    const first = await catalogue.addProject(project, by());
    const second = await catalogue.addProject({ ...newProject(), id: project.id, name: "Another" }, by());
    assert.deepEqual(second, first);
  });

  test("a change touches what it names and nothing else", async () => {
    const catalogue = await open();
    const project = newProject();
    await catalogue.addProject(project, by());
    const before = await catalogue.project(project.id);
    const changed = await catalogue.changeProject(project.id, { acknowledgement: "pair", pairPolicy: "refuse" }, by());
    assert.deepEqual(changed, {
      kind: "done",
      value: { ...before, acknowledgement: "pair", pairPolicy: "refuse" },
      repeated: false,
    });
    assert.equal((await catalogue.changeProject(`no-${fresh()}`, { name: "x" }, by())).kind, "missing");
  });

  test("a write key is revoked in its own project only, once, and stays to be seen", async () => {
    const catalogue = await open();
    const [project, other] = [newProject(), newProject()];
    await catalogue.addProject(project, by());
    await catalogue.addProject(other, by());
    const key = `wk_${fresh()}`;
    assert.equal((await catalogue.addWriteKey(project.id, { key, name: "Second" }, by(AT + 1))).kind, "done");
    assert.equal((await catalogue.revokeWriteKey(other.id, key, by(AT + 2))).kind, "missing");
    assert.equal((await catalogue.revokeWriteKey(project.id, key, by(AT + 3))).kind, "done");
    await catalogue.revokeWriteKey(project.id, key, by(AT + 4));
    const keys = (await catalogue.project(project.id))?.keys;
    assert.deepEqual(keys?.[1], { key, name: "Second", createdAt: AT + 1, revokedAt: AT + 3 });
    assert.equal((await catalogue.addWriteKey(`no-${fresh()}`, { key: fresh(), name: "x" }, by())).kind, "missing");
  });

  test("a read key opens its project until it is revoked", async () => {
    const catalogue = await open();
    const project = newProject();
    await catalogue.addProject(project, by());
    const [id, secret] = [randomUUID(), fresh()];
    const key = { id, digest: digestOf(secret), name: "Reports", ending: "abcd" };
    const made = await catalogue.addReadKey(project.id, key, by());
    const view = { id, name: "Reports", ending: "abcd", createdAt: AT, revokedAt: null };
    assert.deepEqual(made, { kind: "done", value: view, repeated: false });
    assert.equal(await catalogue.projectOfReadKey(digestOf(secret)), project.id);
    assert.equal(await catalogue.projectOfReadKey(digestOf(`${secret}x`)), undefined);
    await catalogue.revokeReadKey(project.id, id, by(AT + 1));
    assert.equal(await catalogue.projectOfReadKey(digestOf(secret)), undefined);
    assert.equal((await catalogue.project(project.id))?.readKeys[0]?.revokedAt, AT + 1);
    assert.equal(
      (await catalogue.addReadKey(`no-${fresh()}`, { ...key, id: randomUUID(), digest: digestOf("q") }, by())).kind,
      "missing",
    );
  });

  test("hostile text is kept as it is", async () => {
    const catalogue = await open();
    const name = `'; drop table users; -- "$1" \\ 日本 ${fresh()}`;
    const project = { ...newProject(), name };
    await catalogue.addProject(project, by());
    assert.equal((await catalogue.project(project.id))?.name, name);
    assert.equal(await catalogue.userByName(name), undefined);
  });
}

function journalTests(open: () => Promise<Catalogue>): void {
  test("a change tells where it is safe, a repeat tells it again, and the catalogue has reached that", async () => {
    const catalogue = await open();
    const positions: bigint[] = [];
    const idempotency = { scope: "user:1", key: digestOf(fresh()), request: digestOf("token") };
    const told = { ...by(), idempotency, writtenAt: (position: bigint) => void positions.push(position) };
    const project = newProject();
    for (let times = 0; times < 2; times += 1) await catalogue.addProject(project, told);
    assert.equal(positions.length, 2);
    const reached = await catalogue.reached();
    assert.equal(reached.primary, true);
    for (const position of positions) assert.ok(position > 0n && reached.position >= position);
  });

  test("each change leaves one journal row with what was before and after, and no secret", async () => {
    const catalogue = await open();
    const project = newProject();
    await catalogue.addProject(project, by());
    const before = await catalogue.project(project.id);
    await catalogue.changeProject(project.id, { name: "Renamed" }, by());
    const [row] = await catalogue.journal(1);
    const { epoch, who, what } = row ?? {};
    assert.deepEqual({ epoch, who, what }, { epoch: 7, who: "user:1", what: "change a project" });
    assert.deepEqual(row?.before, before);
    assert.deepEqual(row?.after, { ...before, name: "Renamed" });

    const { user, digest } = await linkFor(catalogue);
    await catalogue.setPassword(user.id, "scrypt$secret", digestOf("none"), by());
    const secret = fresh();
    await catalogue.addReadKey(
      project.id,
      { id: randomUUID(), digest: digestOf(secret), name: "r", ending: "abcd" },
      by(),
    );
    const text = JSON.stringify(await catalogue.journal(5));
    for (const hidden of ["scrypt$secret", digest, secret, digestOf(secret)]) assert.ok(!text.includes(hidden));
  });

  test("what changes nothing leaves no journal row", async () => {
    const catalogue = await open();
    const project = newProject();
    await catalogue.addProject(project, by());
    const [last] = await catalogue.journal(1);
    await catalogue.addProject(project, by());
    await catalogue.changeProject(`no-${fresh()}`, { name: "x" }, by());
    await catalogue.endSession(digestOf(fresh()), by());
    assert.deepEqual(await catalogue.journal(1), [last]);
  });
}

function repeatTests(open: () => Promise<Catalogue>): void {
  test("a repeated request is answered again and changes nothing", async () => {
    const catalogue = await open();
    const project = newProject();
    await catalogue.addProject(project, by());
    const idempotency = { scope: "user:1", key: digestOf(fresh()), request: digestOf("first") };
    const first = await catalogue.addWriteKey(project.id, { key: fresh(), name: "Once" }, by(AT, { idempotency }));
    const again = await catalogue.addWriteKey(project.id, { key: fresh(), name: "Once" }, by(AT + 5, { idempotency }));
    assert.ok(first.kind === "done" && again.kind === "done");
    assert.deepEqual([again.value, again.repeated], [first.value, true]);
    assert.equal((await catalogue.project(project.id))?.keys.length, 2);
  });

  test("a read key's secret that was given before is a conflict, a taken id none of a project that must be new", async () => {
    const catalogue = await open();
    const project = newProject();
    await catalogue.addProject(project, by());
    const digest = digestOf(fresh());
    const key = () => ({ id: fresh(), digest, name: "Reports", ending: "same" });
    assert.equal((await catalogue.addReadKey(project.id, key(), by())).kind, "done");
    assert.equal((await catalogue.addReadKey(project.id, key(), by())).kind, "conflict");
    assert.equal((await catalogue.project(project.id))?.readKeys.length, 1);
    assert.equal((await catalogue.addProject(newProject(project.id), by(), true)).kind, "missing");
    assert.equal((await catalogue.addProject(newProject(project.id), by())).kind, "done");
  });

  test("requests with one idempotency key sent side by side make one change", async () => {
    const catalogue = await open();
    const project = newProject();
    await catalogue.addProject(project, by());
    const idempotency = { scope: "user:1", key: digestOf(fresh()), request: digestOf("side by side") };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        catalogue.addWriteKey(project.id, { key: fresh(), name: "Once" }, by(AT, { idempotency })),
      ),
    );
    assert.equal((await catalogue.project(project.id))?.keys.length, 2);
    assert.equal(new Set(answers.map((one) => one.kind === "done" && one.value.key)).size, 1);
    assert.equal(answers.filter((one) => one.kind === "done" && !one.repeated).length, 1);
  });

  test("an idempotency key used for another request is a conflict; another caller's is its own; a refused request keeps none", async () => {
    const catalogue = await open();
    const project = newProject();
    await catalogue.addProject(project, by());
    const key = digestOf(fresh());
    const under = (scope: string, request: string, at = AT): By =>
      by(at, { idempotency: { scope, key, request: digestOf(request) } });
    assert.equal((await catalogue.changeProject(`no-${fresh()}`, { name: "x" }, under("a", "none"))).kind, "missing");
    assert.equal((await catalogue.changeProject(project.id, { name: "One" }, under("a", "one"))).kind, "done");
    assert.equal((await catalogue.changeProject(project.id, { name: "Two" }, under("a", "two"))).kind, "conflict");
    assert.equal((await catalogue.changeProject(project.id, { name: "Three" }, under("b", "three"))).kind, "done");
    const later = under("a", "two", AT + IDEMPOTENCY_MS + 1);
    assert.equal((await catalogue.changeProject(project.id, { name: "Four" }, later)).kind, "done");
    assert.equal((await catalogue.project(project.id))?.name, "Four");
  });
}

async function linkFor(catalogue: Catalogue) {
  const digest = digestOf(fresh());
  const user = { id: randomUUID(), name: `ana ${fresh()}`, role: "analyst" } as const;
  const made = await catalogue.addSignInLink({ digest, expiresAt: AT + SIGN_IN_LINK_MS, user }, by());
  assert.ok(made.kind === "done");
  return { digest, user: made.value };
}

function newSession(at: number): NewSession {
  return { digest: digestOf(fresh()), csrf: fresh(), createdAt: at, expiresAt: at + SESSION_MS };
}

function newProject(id = `p-${fresh()}`): NewProject {
  const rest = {
    name: `Shop ${id}`,
    timeZone: "Asia/Kolkata",
    acknowledgement: "region",
    pairPolicy: "degrade",
  } as const;
  return { id, ...rest, demo: false, key: { key: `wk_${fresh()}`, name: "First key" } };
}
