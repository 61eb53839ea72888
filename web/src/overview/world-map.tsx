// Visitors by country on a map: one hue, five steps by square root. Map data is a chunk of its own, loaded with it.

import { geoNaturalEarth1, geoPath } from "d3-geo";
import type { FeatureCollection, GeometryObject } from "geojson";
import { useEffect, useMemo, useState } from "react";
import { feature } from "topojson-client";
import type { AnswerRow } from "../../../src/core/question.ts";
import { countryName } from "../format/names.ts";
import { whole } from "../format/number.ts";
import { countryOf } from "./country-codes.ts";

const WIDTH = 560;
const HEIGHT = 270;
const STEPS = 5;
const ANTARCTICA = "AQ";

type Shape = { code: string | undefined; name: string; d: string };
let shapes: Promise<Shape[]> | undefined;

async function loadShapes(): Promise<Shape[]> {
  const { default: atlas } = await import("world-atlas/countries-110m.json");
  const topology = atlas as unknown as Parameters<typeof feature>[0];
  const countries = feature(topology, topology.objects.countries as never) as unknown as FeatureCollection<
    GeometryObject,
    { name: string }
  >;
  const shown = countries.features.filter((country) => countryOf(country.id, country.properties.name) !== ANTARCTICA);
  const projection = geoNaturalEarth1().fitExtent(
    [
      [2, 2],
      [WIDTH - 2, HEIGHT - 2],
    ],
    { type: "FeatureCollection", features: shown } as never,
  );
  const path = geoPath(projection).digits(1);
  return shown.map((country) => ({
    code: countryOf(country.id, country.properties.name),
    name: country.properties.name,
    d: path(country as never) ?? "",
  }));
}

type Props = { rows: AnswerRow[]; onPick: (country: string, exclude: boolean) => void };

export function WorldMap({ rows, onPick }: Props) {
  const [drawn, setDrawn] = useState<Shape[]>([]);
  useEffect(() => {
    shapes ??= loadShapes();
    shapes.then(setDrawn, () => {
      shapes = undefined;
    });
  }, []);
  const visitors = useMemo(
    () => new Map(rows.map((row) => [row["visit.country"] as string | null, row.visitors ?? 0])),
    [rows],
  );
  const top = Math.max(1, ...visitors.values());
  const step = (count: number) => Math.max(1, Math.ceil(Math.sqrt(count / top) * STEPS));
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="World map of visitors; the list below has the same figures"
    >
      {drawn.map((shape) => {
        const count = visitors.get(shape.code ?? "") ?? 0;
        const name = shape.code ? countryName(shape.code) : shape.name;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the ranked list is the same for the keyboard.
          <path
            key={`${shape.code}${shape.name}`}
            d={shape.d}
            className={count > 0 ? `land land-${step(count)}` : "land"}
            onClick={count > 0 && shape.code ? (event) => onPick(shape.code as string, event.altKey) : undefined}
          >
            <title>{`${name}: ${whole(count)} visitors`}</title>
          </path>
        );
      })}
    </svg>
  );
}
