// The network of a simulated world: directed links that lose, delay, double and re-order messages, and that can be cut one way.

import { type Agenda, later } from "./agenda.ts";
import { between, type Chance, draw } from "./chance.ts";
import type { Process } from "./machine.ts";

/** The two regions, the witness, and where clients and the edge are. */
export type Place = 0 | 1 | 2 | 3;
export const PLACES = 4;
export const WITNESS: Place = 2;
export const OUTSIDE: Place = 3;

export type Link = {
  cut: boolean;
  leastMs: number;
  mostMs: number;
  lossShare: number;
  doubleShare: number;
  /** Sent while it was cut, and kept by the network: they arrive once it heals, however late that is. */
  kept: { process: Process; life: number; run: () => void }[];
};

export type Network = {
  agenda: Agenda;
  chance: Chance;
  links: Link[];
  /** As each link is while nobody meddles with it. */
  ordinary: Omit<Link, "cut" | "kept">;
  /** Share of the messages sent over a cut link that arrive when it heals; the others are lost. */
  keptShare: number;
};

const KEPT_MAX = 200;

/** Between the processes of one place. */
const WITHIN_MS_MIN = 0.05;
const WITHIN_MS_MAX = 0.4;

export function makeNetwork(agenda: Agenda, chance: Chance, keptShare: number, ordinary: Network["ordinary"]): Network {
  const links = Array.from({ length: PLACES * PLACES }, () => ({ cut: false, kept: [], ...ordinary }));
  return { agenda, chance, links, ordinary, keptShare };
}

export function linkOf(network: Network, from: Place, to: Place): Link {
  return network.links[from * PLACES + to] as Link;
}

/** `run` happens in `process` when the message arrives: never, once, or twice. */
export function send(network: Network, from: Place, to: Place, process: Process, run: () => void): void {
  const { agenda, chance } = network;
  if (from === to) {
    later(agenda, process, between(chance, WITHIN_MS_MIN, WITHIN_MS_MAX), run);
    return;
  }
  const link = linkOf(network, from, to);
  if (link.cut) {
    const keeps = network.keptShare > 0 && draw(chance) < network.keptShare && link.kept.length < KEPT_MAX;
    if (keeps) link.kept.push({ process, life: process.life, run });
    return;
  }
  if (link.lossShare > 0 && draw(chance) < link.lossShare) return;
  later(agenda, process, delayMs(link, chance), run);
  if (link.doubleShare > 0 && draw(chance) < link.doubleShare) later(agenda, process, delayMs(link, chance), run);
}

/** Most arrive early, a few late. */
function delayMs(link: Link, chance: Chance): number {
  const x = draw(chance);
  return link.leastMs + (link.mostMs - link.leastMs) * x * x * x * x;
}

/** As it was; what it kept arrives now. */
export function heal(network: Network, from: Place, to: Place): void {
  const { agenda, chance, ordinary } = network;
  const link = linkOf(network, from, to);
  Object.assign(link, ordinary);
  link.cut = false;
  const { kept } = link;
  link.kept = [];
  for (const { process, life, run } of kept) {
    if (process.life === life) later(agenda, process, delayMs(link, chance), run);
  }
}
