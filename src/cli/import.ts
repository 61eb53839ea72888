// `tandem import FILE...`: a progress bar for people, one JSON object per file for programs.

import { join } from "node:path";
import { EXIT, Refused } from "../core/errors.ts";
import type { Installation } from "../core/installation.ts";
import {
  type ImportFormat,
  type ImportProgress,
  type ImportSummary,
  importFile,
} from "../drivers/import/import-file.ts";
import { findProject } from "./projects.ts";

export type ImportRequest = {
  files: string[];
  installation: Installation;
  linkKey: string;
  /** A project's id; its first live write key is used unless `key` names one. */
  project: string;
  key?: string;
  format: ImportFormat | "auto";
  host?: string;
  json: boolean;
};

/** Imports one file after another; the exit code says whether every line was accepted. */
export async function runImport(
  request: ImportRequest,
  out: NodeJS.WriteStream,
  err: NodeJS.WriteStream,
): Promise<number> {
  const writeKey = request.key ?? (await writeKeyOf(request));
  const stopping = new AbortController();
  const interrupt = () =>
    stopping.abort(new Refused("Interrupted. Run the same command again: it goes on here.", EXIT.interrupted));
  process.once("SIGINT", interrupt);
  let rejected = 0;
  try {
    for (const file of request.files) {
      const bar = new ProgressBar(file, err);
      const summary = await importFile({
        file,
        target: { url: `http://127.0.0.1:${request.installation.edgePort}`, writeKey },
        project: request.project,
        format: request.format,
        ...(request.host === undefined ? {} : { host: request.host }),
        stateDirectory: join(request.installation.directory, "imports"),
        signal: stopping.signal,
        onProgress: (progress) => bar.show(progress),
      });
      bar.clear();
      out.write(request.json ? `${JSON.stringify(summary)}\n` : `${sentence(summary)}\n`);
      rejected += summary.rejected;
    }
  } finally {
    process.off("SIGINT", interrupt);
  }
  return rejected === 0 ? EXIT.ok : EXIT.findings;
}

async function writeKeyOf(request: ImportRequest): Promise<string> {
  const project = await findProject(request, request.project);
  const key = project?.keys.find((one) => one.revokedAt === null);
  if (key) return key.key;
  throw new Refused(
    project
      ? `The project "${project.id}" has no live write key. Make one under Projects in the console.`
      : "No region's console answered, so the project's write key can't be read. 'tandem status' says what is wrong; or name a key with --key.",
    project ? EXIT.badInput : EXIT.missing,
  );
}

function sentence(summary: ImportSummary): string {
  const number = new Intl.NumberFormat("en");
  const parts = [
    `${summary.file}: ${number.format(summary.lines)} lines (${summary.format}` +
      `${summary.host ? `, taken for the log of ${summary.host}; --host names another` : ""}), ` +
      `${number.format(summary.accepted)} events accepted in ${summary.seconds.toFixed(1)} s`,
  ];
  if (summary.passedOver > 0) parts.push(`${number.format(summary.passedOver)} were imported before and passed over`);
  if (summary.rejected > 0) parts.push(`${number.format(summary.rejected)} rejected: see ${summary.rejectsFile}`);
  return `${parts.join("; ")}.`;
}

const DRAW_EVERY_MS = 100;
const WIDTH = 28;

/** One line on a terminal, nothing elsewhere. */
class ProgressBar {
  private readonly began = performance.now();
  private drawnAt = 0;
  private readonly file: string;
  private readonly stream: NodeJS.WriteStream;

  constructor(file: string, stream: NodeJS.WriteStream) {
    this.file = file;
    this.stream = stream;
  }

  show({ bytesRead, bytesTotal, sent, rejected }: ImportProgress): void {
    const now = performance.now();
    if (!this.stream.isTTY || now - this.drawnAt < DRAW_EVERY_MS) return;
    this.drawnAt = now;
    const share = bytesTotal === 0 ? 1 : Math.min(1, bytesRead / bytesTotal);
    const seconds = (now - this.began) / 1000;
    const left = share > 0 ? (seconds / share) * (1 - share) : 0;
    const filled = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
    const name = this.file.split("/").at(-1);
    this.stream.write(
      `\r\x1b[2K${name} ${filled} ${Math.round(share * 100)} %  ${Math.round(sent / seconds)} events/s  ${Math.ceil(left)} s left` +
        `${rejected > 0 ? `  ${rejected} rejected` : ""}`,
    );
  }

  clear(): void {
    if (this.stream.isTTY) this.stream.write("\r\x1b[2K");
  }
}
