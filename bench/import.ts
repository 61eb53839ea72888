// Importing a combined access log into a running installation, against reading and parsing the same file alone.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseAccessLogLine } from "../src/app/events/access-log.ts";
import { readLines } from "../src/drivers/import/lines.ts";
import { RunningInstallation } from "../test/scenarios/running-installation.ts";
import type { BenchTable } from "./run.ts";

const LINES = 200_000;
const AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

export async function run(): Promise<BenchTable> {
  const tandem = await RunningInstallation.prepare();
  const file = join(tandem.directory, "access.log");
  writeFileSync(file, Array.from({ length: LINES }, (_, index) => lineOf(index)).join("\n"));
  try {
    const parsing = await secondsOf(async () => {
      for await (const line of readLines(file)) parseAccessLogLine(line.text);
    });
    await tandem.start();
    let accepted = 0;
    const importing = await secondsOf(async () => {
      const { code, stdout, stderr } = await tandem.tandem("import", file, "--json");
      if (code !== 0) throw new Error(`the import failed: ${stderr}`);
      accepted = (JSON.parse(stdout) as { accepted: number }).accepted;
    });
    const again = await secondsOf(() => tandem.tandem("import", file, "--json"));
    return {
      name: `Import of ${LINES} lines of a combined access log, both regions running`,
      rows: [
        row("reading and parsing alone (control)", parsing, 1),
        row(`import, ${accepted} accepted`, importing, importing / parsing),
        row("the same again, nothing sent", again, again / parsing),
      ],
    };
  } finally {
    await tandem.remove();
  }
}

function row(measure: string, seconds: number, ratio: number): Record<string, string | number> {
  return {
    measure,
    seconds: round(seconds),
    "lines/s": Math.round(LINES / seconds),
    "time against control": round(ratio),
  };
}

/** 2,500 addresses over four days, every fifth request a picture. */
function lineOf(index: number): string {
  const at = new Date(Date.UTC(2026, 9, 1) + index * 1_700);
  const [, day, month, year] = /(\d+) (\w+) (\d+)/.exec(at.toUTCString()) as unknown as string[];
  const time = `${day}/${month}/${year}:${at.toISOString().slice(11, 19)} +0000`;
  const path = index % 5 === 0 ? `/images/${index % 40}.png` : `/articles/${index % 300}`;
  const address = `81.2.${(index * 7) % 10}.${(index * 13) % 250}`;
  return `${address} - - [${time}] "GET ${path} HTTP/1.1" 200 ${index % 9_000} "https://www.google.com/" "${AGENT}"`;
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

const round = (value: number): number => Math.round(value * 100) / 100;
