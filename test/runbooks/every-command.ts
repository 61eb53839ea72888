// Every command that a runbook prints, with the page that it stands on: of all reference blueprints, for dev and prod, and of a
// local installation. Whoever checks commands checks these.
import type { Blueprint } from "../../src/blueprint/blueprint.ts";
import { type Platform, resolve } from "../../src/blueprint/platform.ts";
import type { RunbookCommand } from "../../src/platform/runbooks/command.ts";
import { localPages } from "../../src/platform/runbooks/local-pages.ts";
import { commandsOf, type Page } from "../../src/platform/runbooks/page.ts";
import { runbookPages } from "../../src/platform/runbooks/runbooks.ts";
import { blueprintNames } from "../terraform/synthesized.ts";

export type Book = { readonly of: string; readonly platform: Platform | null; readonly pages: readonly Page[] };
export type Printed = { readonly of: string; readonly page: Page; readonly command: RunbookCommand };

export async function everyBook(): Promise<readonly Book[]> {
  const books: Book[] = [
    {
      of: "a local installation",
      platform: null,
      pages: localPages({ primary: "ap-south-1", standby: "ap-south-2", data: "/srv/it's here" }),
    },
  ];
  for (const name of blueprintNames()) {
    const file = new URL(`../../blueprints/${name}.ts`, import.meta.url).href;
    const { blueprint } = (await import(file)) as { blueprint: Blueprint };
    for (const environment of ["dev", "prod"] as const) {
      const platform = resolve(blueprint, environment);
      books.push({ of: `${name} ${environment}`, platform, pages: runbookPages(platform) });
    }
  }
  return books;
}

export const printedIn = (books: readonly Book[]): readonly Printed[] =>
  books.flatMap(({ of, pages }) => pages.flatMap((page) => commandsOf(page).map((command) => ({ of, page, command }))));
