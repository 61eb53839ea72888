// The pages that people read, taken apart: what stands in blocks of code, what in backquotes, where links lead.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** `path` is that from the clone's root. */
export type DocumentPage = { readonly path: string; readonly text: string };
/** A line as it stands on the page, and which one it is. */
export type DocumentLine = { readonly at: string; readonly text: string };

export const documentPages = (): readonly DocumentPage[] =>
  globSync(["*.md", "docs/**/*.md", "bench/*.md", "src/**/*.md"], { cwd: root })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

/** Lines of blocks of code, fenced or indented; then all others. */
function partedLines({ path, text }: DocumentPage): { readonly code: DocumentLine[]; readonly prose: DocumentLine[] } {
  const [code, prose]: [DocumentLine[], DocumentLine[]] = [[], []];
  let isFenced = false;
  for (const [index, line] of text.split("\n").entries()) {
    const numbered = { at: `${path}:${index + 1}`, text: line };
    if (/^\s*```/.test(line)) isFenced = !isFenced;
    else if (isFenced || /^ {4}/.test(line)) code.push(numbered);
    else prose.push(numbered);
  }
  return { code, prose };
}

export const codeLines = (page: DocumentPage): readonly DocumentLine[] => partedLines(page).code;

/** What stands in backquotes in the middle of a sentence. */
export const spokenCode = (page: DocumentPage): readonly DocumentLine[] =>
  partedLines(page).prose.flatMap(({ at, text }) =>
    [...text.matchAll(/`([^`]+)`/g)].map(([, spoken]) => ({ at, text: spoken as string })),
  );

/** Where links and pictures lead. */
export const linksOf = (page: DocumentPage): readonly DocumentLine[] =>
  partedLines(page).prose.flatMap(({ at, text }) =>
    [...text.replace(/`[^`]*`/g, "").matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => ({
      at,
      text: target as string,
    })),
  );

/** What `#…` may name on a page: its headings, as code hosts spell them, and anchors that are set by hand. */
export function anchorsOf(page: DocumentPage): ReadonlySet<string> {
  const headings = partedLines(page).prose.flatMap(({ text }) => {
    const heading = /^#{1,6}\s+(.*?)\s*$/.exec(text)?.[1];
    return heading === undefined ? [] : [anchorOf(heading)];
  });
  const byHand = [...page.text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id as string);
  return new Set([...headings, ...byHand]);
}

const anchorOf = (heading: string): string =>
  heading
    .replace(/<[^>]*>/g, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
