// `tandem runbook`: what to do, read without a network: of the installation on this machine, or of a blueprint's platform.

import { join } from "node:path";
import { EXIT, Refused } from "../core/errors.ts";
import { INSTALLATION_FILE, readInstallation } from "../drivers/installation.ts";
import { type LocalPlace, localPages } from "../platform/runbooks/local-pages.ts";
import { type Page, pageText } from "../platform/runbooks/page.ts";
import { runbookPages } from "../platform/runbooks/runbooks.ts";
import { choosePlatform } from "./chosen-platform.ts";
import { dataDirectory } from "./place.ts";

export type RunbookOptions = {
  readonly data?: string;
  readonly blueprint?: string;
  readonly environment?: string;
  readonly list?: boolean;
};

export async function runRunbook(
  name: string | undefined,
  options: RunbookOptions,
  out: NodeJS.WritableStream,
): Promise<number> {
  const pages =
    options.blueprint === undefined
      ? localPages(placeOf(options.data))
      : runbookPages(await choosePlatform(options.blueprint, options.environment));
  if (options.list) {
    const width = Math.max(...pages.map((page) => page.name.length));
    out.write(`${pages.map((page) => `${page.name.padEnd(width)}  ${page.why}`).join("\n")}\n`);
    return EXIT.ok;
  }
  out.write(pageText(named(pages, name ?? "start-here")));
  return EXIT.ok;
}

function named(pages: readonly Page[], name: string): Page {
  const found = pages.find((page) => page.name === name);
  if (found) return found;
  throw new Refused(`There is no page "${name}"; there are ${pages.map((page) => page.name).join(", ")}.`, EXIT.usage);
}

/** At 3 a.m. the page must come even where the installation's own file is what was lost. */
function placeOf(data: string | undefined): LocalPlace {
  const directory = dataDirectory(data);
  try {
    const [first, second] = readInstallation(join(directory, INSTALLATION_FILE)).regions;
    const [primary, standby] = first.configured === "primary" ? [first, second] : [second, first];
    return { primary: primary.name, standby: standby.name, data: directory };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { primary: "ap-south-1", standby: "ap-south-2", data: directory };
  }
}
