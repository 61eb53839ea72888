// A fault from what a person typed: by the catalogue's own table, so that every parameter is checked in one place. Pure.

import { LINK_SERVICES, type LinkService } from "../../core/installation.ts";
import { FAULT_NAMES, FAULTS, type Fault, isFaultName, type Parameter } from "./catalogue.ts";

export type Given = Record<string, string | boolean | undefined>;

/** The regions in their configured order; the witness is a place, too. */
type Places = { regions: readonly [string, string] };

/** `given` by the parameters' own names; a sentence where something is missing, unknown or out of bounds. */
export function readFault(name: string, given: Given, places: Places): Fault | { because: string } {
  if (!isFaultName(name)) return { because: `There is no fault "${name}"; there are ${FAULT_NAMES.join(", ")}.` };
  const parameters: Record<string, Parameter> = FAULTS[name].parameters;
  const stranger = Object.keys(given).find((key) => given[key] !== undefined && !(key in parameters));
  if (stranger !== undefined) {
    const own = Object.keys(parameters).map(optionOf);
    return { because: `The fault "${name}" has no ${optionOf(stranger)}; it has ${own.join(", ") || "no options"}.` };
  }
  const fault: Record<string, unknown> = { name };
  for (const [key, parameter] of Object.entries(parameters)) {
    const value = valueFor(key, parameter, given[key], places);
    if (typeof value === "object" && value !== null && "because" in value) return value;
    fault[key] = value;
  }
  if ("from" in fault && (fault.from === fault.to || fault.from === "witness")) {
    return { because: "A link joins a region (--from) with the other region or the witness (--to)." };
  }
  return fault as Fault;
}

/** `latencyMs` is `--latency-ms` on the command line. */
export function optionOf(parameter: string): string {
  return `--${parameter.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

type Value = string | number | boolean | LinkService[] | null | { because: string };

function valueFor(key: string, parameter: Parameter, given: string | boolean | undefined, { regions }: Places): Value {
  if (parameter.kind === "flag") return given === true || given === "true";
  const text = typeof given === "string" ? given : undefined;
  switch (parameter.kind) {
    case "region":
      if (text !== undefined && regions.includes(text)) return text;
      return { because: `${optionOf(key)} names ${parameter.words}: ${regions.join(" or ")}.` };
    case "place": {
      // Without ends, the link between the two regions is meant.
      const place = text ?? (key === "to" ? regions[1] : regions[0]);
      if (place === "witness" || regions.includes(place)) return place;
      return { because: `${optionOf(key)} names a place: ${regions.join(", ")} or witness.` };
    }
    case "process":
      return text ?? null;
    case "services": {
      if (text === undefined) return null;
      const services = text.split(",").map((one) => one.trim());
      if (services.every((one): one is LinkService => LINK_SERVICES.includes(one as LinkService))) return services;
      return { because: `${optionOf(key)} lists services with commas between: ${LINK_SERVICES.join(", ")}.` };
    }
    case "choice":
      if (text === undefined) return parameter.usual;
      if (parameter.choices.includes(text)) return text;
      return { because: `${optionOf(key)} is one of ${parameter.choices.join(", ")}.` };
    case "number": {
      if (text === undefined) return parameter.usual;
      const value = Number(text);
      const { min, max, unit } = parameter;
      if (text.trim() !== "" && value >= min && value <= max) return value;
      return { because: `${optionOf(key)} ${text} can't be used: it is a number from ${min} to ${max} (${unit}).` };
    }
  }
}
