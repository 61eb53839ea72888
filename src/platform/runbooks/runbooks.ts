// Everything that people read when something is wrong, written for one platform: `runbooks/` of the output.
import type { Platform } from "../../blueprint/platform.ts";
import type { OutputFile } from "../output-file.ts";
import { type Page, pageText } from "./page.ts";

export const RUNBOOKS_DIRECTORY = "runbooks";

/** Every page, in the order in which a person would read them. */
export function runbookPages(_platform: Platform): readonly Page[] {
  return [];
}

export const runbookFiles = (platform: Platform): readonly OutputFile[] =>
  runbookPages(platform).map((page) => ({
    path: `${RUNBOOKS_DIRECTORY}/${page.name}.md`,
    text: pageText(page),
    why: page.why,
  }));
