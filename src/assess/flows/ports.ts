// Sets of ports per protocol: what a rule lets through, what is declared, and what is left of one without the other.

type Protocol = "tcp" | "udp" | "icmp" | "other";
type Span = { readonly protocol: Protocol; readonly first: number; readonly last: number };
/** Spans in order, none touching another of its protocol. For ICMP the "ports" are its types. */
export type PortSet = readonly Span[];

const LAST: Record<Protocol, number> = { tcp: 65_535, udp: 65_535, icmp: 255, other: 255 };
const PROTOCOLS: readonly Protocol[] = ["tcp", "udp", "icmp", "other"];

export const NOTHING: PortSet = [];
export const EVERYTHING: PortSet = PROTOCOLS.map((protocol) => ({ protocol, first: 0, last: LAST[protocol] }));

/** As security groups and ACLs write it: a name or IANA's number, "-1" for all; without ports, all of them. */
export function portsOf(protocol: unknown, first: unknown, last: unknown): PortSet {
  const name = PROTOCOL_NAMES[String(protocol).toLowerCase()] ?? "other";
  if (name === "all") return EVERYTHING;
  const whole = typeof first !== "number" || typeof last !== "number" || first < 0 || last < 0;
  if (whole || name === "icmp" || name === "other") return [{ protocol: name, first: 0, last: LAST[name] }];
  return [{ protocol: name, first, last }];
}

const PROTOCOL_NAMES: Readonly<Record<string, Protocol | "all">> = {
  "-1": "all",
  all: "all",
  tcp: "tcp",
  "6": "tcp",
  udp: "udp",
  "17": "udp",
  icmp: "icmp",
  "1": "icmp",
};

export const isNone = (set: PortSet): boolean => set.length === 0;

export function both(one: PortSet, other: PortSet): PortSet {
  if (one === EVERYTHING) return other;
  if (other === EVERYTHING) return one;
  const found: Span[] = [];
  for (const a of one)
    for (const b of other) {
      if (a.protocol !== b.protocol) continue;
      const first = Math.max(a.first, b.first);
      const last = Math.min(a.last, b.last);
      if (first <= last) found.push({ protocol: a.protocol, first, last });
    }
  return tidy(found);
}

export const either = (...sets: readonly PortSet[]): PortSet => {
  const some = sets.filter((set) => set.length > 0);
  if (some.includes(EVERYTHING)) return EVERYTHING;
  return some.length === 1 ? some[0]! : tidy(some.flat());
};

export function without(set: PortSet, taken: PortSet): PortSet {
  let left: readonly Span[] = set;
  for (const { protocol, first, last } of taken)
    left = left.flatMap((span) =>
      span.protocol !== protocol || span.last < first || last < span.first
        ? [span]
        : [
            { protocol, first: span.first, last: first - 1 },
            { protocol, first: last + 1, last: span.last },
          ].filter((part) => part.first <= part.last),
    );
  return tidy(left);
}

/** Sets are tidy, so a span that is covered lies in one span. */
export const covers = (outer: PortSet, inner: PortSet): boolean =>
  outer === EVERYTHING ||
  inner.every(({ protocol, first, last }) =>
    outer.some((span) => span.protocol === protocol && span.first <= first && last <= span.last),
  );

function tidy(spans: readonly Span[]): PortSet {
  if (spans.length < 2) return spans;
  const sorted = [...spans].sort(
    (a, b) => PROTOCOLS.indexOf(a.protocol) - PROTOCOLS.indexOf(b.protocol) || a.first - b.first,
  );
  const merged: Span[] = [];
  for (const span of sorted) {
    const before = merged.at(-1);
    if (before?.protocol === span.protocol && span.first <= before.last + 1)
      merged[merged.length - 1] = { ...before, last: Math.max(before.last, span.last) };
    else merged.push(span);
  }
  return merged;
}

/** "443", "53 udp", "1024-65535", "everything": TCP goes without saying. */
export function portsText(set: PortSet): string {
  if (isNone(set)) return "nothing";
  if (covers(set, EVERYTHING)) return "everything";
  return set
    .map(({ protocol, first, last }) => {
      const range = first === 0 && last === LAST[protocol] ? "all" : first === last ? `${first}` : `${first}-${last}`;
      return protocol === "tcp" ? range : `${range} ${protocol}`;
    })
    .join(", ");
}
