import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Refused } from "../../core/errors.ts";
import { portsFrom } from "../../core/installation.ts";
import { canEnter, postgresDirectoryFor, removePostgresDirectories, serverUser } from "./server-user.ts";

/** Nobody on this machine owns files under this id, so only the bits for others count. */
const STRANGER = { uid: 4_000_123, gid: 4_000_123 };
let root = "";
before(() => {
  root = mkdtempSync(join(tmpdir(), "tandem-user-"));
  chmodSync(root, 0o755);
});
after(() => rmSync(root, { recursive: true, force: true }));

test("only root needs another user, and that is nobody as /etc/passwd has it", () => {
  const passwd = join(root, "passwd");
  writeFileSync(passwd, "root:x:0:0::/root:/bin/sh\nnobody:*:-2:-2:Unprivileged:/var/empty:/usr/bin/false\n");
  assert.equal(serverUser(1_000, passwd), undefined);
  assert.deepEqual(serverUser(0, passwd), { uid: 4_294_967_294, gid: 4_294_967_294 });
  writeFileSync(passwd, "root:x:0:0::/root:/bin/sh\n");
  assert.throws(
    () => serverUser(0, passwd),
    (error) => error instanceof Refused && /ordinary user/.test(error.message),
  );
});

test("a directory counts as closed when any one above it is", () => {
  const home = join(root, "home");
  mkdirSync(join(home, "clone"), { recursive: true });
  chmodSync(home, 0o755);
  assert.equal(canEnter(join(home, "clone"), STRANGER), true);
  assert.equal(canEnter(join(home, "clone", "not", "yet"), STRANGER, 0o022), true);
  assert.equal(canEnter(join(home, "clone", "not", "yet"), STRANGER, 0o077), false);
  chmodSync(home, 0o700);
  assert.equal(canEnter(join(home, "clone"), STRANGER), false);
  assert.equal(canEnter(join(home, "clone"), undefined), true);
});

test("a cluster lies in its region, or, where the server can't go, in a shared place under the data directory's own key", () => {
  const [open, closed] = [join(root, "open"), join(root, "closed")];
  mkdirSync(open);
  mkdirSync(closed);
  chmodSync(open, 0o755);
  chmodSync(closed, 0o700);
  assert.equal(postgresDirectoryFor(open, "north", STRANGER), join(open, "north", "postgres"));
  const elsewhere = postgresDirectoryFor(closed, "north", STRANGER);
  assert.match(elsewhere, /\/clusters\/[0-9a-f]{16}\/north$/);
  assert.equal(postgresDirectoryFor(closed, "north", STRANGER), elsewhere);
  assert.notEqual(postgresDirectoryFor(join(closed, "b"), "north", STRANGER), elsewhere);
});

test("an installation file that names a foreign place doesn't get it removed", async () => {
  const precious = join(root, "precious");
  mkdirSync(precious);
  const region = (name: string, configured: "primary" | "standby", postgresDirectory: string) => ({
    name,
    configured,
    directory: join(root, name),
    postgresDirectory,
    ports: portsFrom(1).regions[0],
  });
  const remove = (place: string) =>
    removePostgresDirectories({
      format: 1,
      directory: root,
      edgePort: 1,
      witness: { directory: join(root, "witness"), port: 2 },
      regions: [region("north", "primary", place), region("south", "standby", join(root, "south", "postgres"))],
      linkKeyFile: join(root, "link.key"),
    });
  await assert.rejects(remove(precious), Refused);
  await assert.rejects(remove("/var/lib/tandem/clusters/../../../precious"), Refused);
  assert.ok(existsSync(precious));
});
