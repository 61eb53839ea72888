#!/usr/bin/env node
// The `tandem` command: installs what is missing, then hands over to src/cli under the pinned Node 24.
import { join } from "node:path";
import { root } from "./install.mjs";
import { run } from "./run.mjs";

const [command] = process.argv.slice(2);
run([join(root, "src", "cli", "main.ts"), ...process.argv.slice(2)], { asItIs: command !== "up" });
