// All pages as one file: what lies in each region's bucket of records, so that a person needs one download and no repository.
import type { Platform } from "../../blueprint/platform.ts";
import { type Page, pageText } from "./page.ts";
import { runbookPages } from "./runbooks.ts";

/** Below `RECORDS_PREFIXES.runbooks` of the bucket, and beside the Terraform that puts it there. */
export const BOOK_FILE = "book.md";

/** Three roots hold the same book; of one platform it is put together once. */
const BOUND = new WeakMap<Platform, string>();

export function runbookBook(platform: Platform): string {
  const bound = BOUND.get(platform);
  if (bound !== undefined) return bound;
  const book = `${runbookPages(platform)
    .map((page) => chapter(page).trimEnd())
    .join("\n\n---\n\n")}\n`;
  BOUND.set(platform, book);
  return book;
}

/** Pages have anchors of the same names, so in the book each carries its page's; links between pages stay within the file. */
function chapter(page: Page): string {
  const inside = (anchor: string) => `${page.name}--${anchor}`;
  return `<a id="${page.name}"></a>\n\n${pageText(page)
    .replaceAll(/<a id="([^"]+)">/g, (_, anchor: string) => `<a id="${inside(anchor)}">`)
    .replaceAll(/\]\(#([^)]+)\)/g, (_, anchor: string) => `](#${inside(anchor)})`)
    .replaceAll(/\]\(([a-z0-9-]+)\.md(?:#([^)]+))?\)/g, (_, name: string, anchor?: string) =>
      anchor === undefined ? `](#${name})` : `](#${name}--${anchor})`,
    )}`;
}
