// Builds the console into web/dist and fails when the first load outgrows its budget (200 KB, gzipped: script, style, font).

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const FIRST_LOAD_BYTES_MAX = 200 * 1024;
const here = fileURLToPath(new URL(".", import.meta.url));

/** Adds up the page, what it names (script, preloaded modules, style, font) and prints one line. */
function firstLoadBudget(): Plugin {
  let outDir = "";
  return {
    name: "first-load-budget",
    apply: "build",
    configResolved: (config) => {
      outDir = config.build.outDir;
    },
    closeBundle() {
      const page = readFileSync(`${here}${outDir}/index.html`, "utf8");
      const named = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((match) => match[1] as string);
      const bytes = ["index.html", ...named].reduce((sum, file) => {
        const content = readFileSync(`${here}${outDir}/${file}`);
        return sum + (file.endsWith(".woff2") ? content.length : gzipSync(content).length);
      }, 0);
      const line = `First load: ${(bytes / 1024).toFixed(1)} KiB gzipped of ${FIRST_LOAD_BYTES_MAX / 1024} KiB allowed.`;
      if (bytes > FIRST_LOAD_BYTES_MAX) this.error(`${line} Load something lazily, or take it out.`);
      this.info(line);
    },
  };
}

export default defineConfig({
  root: here,
  plugins: [react(), firstLoadBudget()],
  server: { host: "127.0.0.1", fs: { allow: [".."] } },
  build: { outDir: "dist", emptyOutDir: true, target: "es2023", assetsInlineLimit: 0, reportCompressedSize: false },
});
