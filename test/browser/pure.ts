// What needs no browser: the address holds the whole view, and the map's numbers mean the right countries.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import fc from "fast-check";
import { DIMENSIONS, GRAINS, METRICS, OPERATORS } from "../../src/core/question.ts";
import { countryOf } from "../../web/src/overview/country-codes.ts";
import { PRESETS } from "../../web/src/view/ranges.ts";
import { PANEL_TABS, searchOf, type View, viewFrom } from "../../web/src/view/view.ts";
import type { Check } from "./checks.ts";

const text = fc.string({
  minLength: 1,
  maxLength: 12,
  unit: fc.constantFrom("a", "|", "\\", ":", "&", "%", "ü", " ", "!", "/"),
});
const plain = { noNullPrototype: true };
const filter = fc.record(
  {
    field: fc.oneof(fc.constantFrom(...DIMENSIONS), fc.constantFrom("prop.plan" as const, "prop.cart.total" as const)),
    op: fc.constantFrom(...OPERATORS),
    values: fc.array(text, { minLength: 1, maxLength: 3 }),
    exclude: fc.boolean(),
  },
  plain,
);
const date = fc.integer({ min: 0, max: 20_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const view: fc.Arbitrary<View> = fc.record(
  {
    range: fc.oneof(fc.constantFrom(...PRESETS.map((preset) => preset.id)), fc.record({ from: date, to: date }, plain)),
    tz: fc.constantFrom(null, "Asia/Kathmandu", "UTC"),
    grain: fc.constantFrom(null, ...GRAINS),
    compare: fc.constantFrom("off", "previous", "year"),
    metric: fc.constantFrom(...METRICS),
    filters: fc.array(filter, { maxLength: 4 }),
    bots: fc.boolean(),
    tabs: fc.record(
      {
        pages: fc.constantFrom(...PANEL_TABS.pages),
        sources: fc.constantFrom(...PANEL_TABS.sources),
        places: fc.constantFrom(...PANEL_TABS.places),
        systems: fc.constantFrom(...PANEL_TABS.systems),
      },
      plain,
    ),
  },
  plain,
) as fc.Arbitrary<View>;

/** Names that the map and the browser write differently on purpose; each was looked up. */
const OTHER_NAMES: Record<string, string> = {
  CD: "Dem. Rep. Congo",
  CG: "Congo",
  CI: "Côte d'Ivoire",
  EH: "W. Sahara",
  FK: "Falkland Is.",
  GQ: "Eq. Guinea",
  MK: "Macedonia",
  MM: "Myanmar",
  PS: "Palestine",
  SS: "S. Sudan",
  SZ: "eSwatini",
  TF: "Fr. S. Antarctic Lands",
  TR: "Turkey",
  US: "United States of America",
};

export const pureChecks: Check[] = [
  {
    name: "whatever the view, its address leads back to it",
    run: () =>
      fc.assert(
        fc.property(view, (given) => assert.deepEqual(viewFrom(searchOf(given)), given)),
        { numRuns: 2_000 },
      ),
  },
  {
    name: "the default view has an empty address, and nonsense in an address means the default",
    run: () => {
      assert.equal(searchOf(viewFrom("")), "");
      assert.equal(
        searchOf(viewFrom("range=eternity&by=eon&metric=fun&tz=Mars/Base&f=x&f=!:is:&pages=all&compare=no")),
        "",
      );
    },
  },
  {
    name: "every country of the map has the code that its name says",
    run: () => {
      const atlas = createRequire(import.meta.url)("world-atlas/countries-110m.json") as {
        objects: { countries: { geometries: { id?: string; properties: { name: string } }[] } };
      };
      const names = new Intl.DisplayNames("en", { type: "region" });
      const plain = (name: string) =>
        name
          .normalize("NFD")
          .replace(/[^A-Za-z]/g, "")
          .toLowerCase();
      const wrong = atlas.objects.countries.geometries.flatMap(({ id, properties: { name } }) => {
        const code = countryOf(id, name);
        if (!code) return ["N. Cyprus", "Somaliland"].includes(name) ? [] : [`${name} has no code`];
        const expected = plain(names.of(code) ?? "");
        const alike = similar(plain(name), expected) || OTHER_NAMES[code] === name;
        return alike ? [] : [`${name} is ${code}, which is ${names.of(code)}`];
      });
      assert.deepEqual(wrong, []);
    },
  },
];

/** The map abbreviates ("Dominican Rep."): one name's letters begin the other, or are its words' beginnings. */
function similar(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length, 4);
  return one.slice(0, length) === other.slice(0, length);
}
