// The listeners of all links: each accepts on the link's port and carries to the service behind it, both ways, along the two
// lanes between the places. It knows no protocol.

import { connect, createServer, type Server, type Socket } from "node:net";
import type { Link, LinkService, Place } from "../../core/installation.ts";
import type { LinkFault, LinkState } from "../../core/link.ts";
import { listenError } from "../../drivers/http/serve.ts";
import { bearsOn, delayMs, isSlow, weatherAt } from "../../recovery/faults/weather.ts";
import { openFlow } from "./flow.ts";
import { type Lane, newLane, setWeather } from "./lane.ts";

const CONNECTIONS_MAX = 1_024;
/** A timer of Node's can't wait longer than 2^31 ms. */
const LOOK_AGAIN_MS_MAX = 3_600_000;

export type LinkProxy = {
  /** Puts exactly these faults on the links, and lets each end by itself. */
  setFaults(faults: LinkFault[]): void;
  states(): LinkState[];
  close(): void;
};

export async function openProxy(links: Link[], now: () => number = Date.now): Promise<LinkProxy> {
  const lanes = new Map<string, Lane>();
  const laneOf = (from: Place, to: Place, service: LinkService): Lane => {
    const name = `${from} ${to} ${service}`;
    const lane = lanes.get(name) ?? newLane(from, to, service);
    lanes.set(name, lane);
    return lane;
  };
  const open = new Map<Socket, [Place, Place]>();
  const servers = links.map((link) => {
    const there = laneOf(link.from, link.to, link.service);
    const back = laneOf(link.to, link.from, link.service);
    const server = createServer({ noDelay: true, allowHalfOpen: true, pauseOnConnect: true }, (near) => {
      open.set(near, [link.from, link.to]);
      near.once("close", () => open.delete(near));
      carry(near, link.target, there, back);
    });
    server.maxConnections = CONNECTIONS_MAX;
    return { server, link };
  });
  await Promise.all(servers.map(({ server, link }) => listen(server, link)));

  let faults: LinkFault[] = [];
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    clearTimeout(timer);
    const at = now();
    let changesAt = at + LOOK_AGAIN_MS_MAX;
    faults = faults.filter((fault) => fault.endsAt > at);
    for (const lane of lanes.values()) {
      const weather = weatherAt(
        faults.filter((fault) => bearsOn(fault, lane.from, lane.to, lane.service)),
        at,
      );
      changesAt = Math.min(changesAt, weather.changesAt);
      setWeather(lane, weather);
    }
    if (faults.length > 0) timer = setTimeout(look, Math.max(1, changesAt - now()));
  };
  return {
    setFaults(next) {
      faults = next;
      look();
    },
    states: () => statesOf([...lanes.values()], faults, [...open.values()]),
    close() {
      clearTimeout(timer);
      for (const { server } of servers) server.close();
      for (const near of open.keys()) near.destroy();
    },
  };
}

/** A connection is made when both ways let it, as late as its handshake would be; until then the near side waits. */
function carry(near: Socket, target: number, there: Lane, back: Lane): void {
  near.on("error", () => {
    // Its close follows, and says it to the other side.
  });
  const waiting = {
    wake: () => attempt(),
    reset: () => near.resetAndDestroy(),
  };
  const leave = () => {
    there.flows.delete(waiting);
    back.flows.delete(waiting);
  };
  let begun = false;
  const attempt = (): void => {
    if (begun || near.destroyed || there.weather.cut || back.weather.cut) return;
    begun = true;
    const lateMs =
      there.calm && back.calm ? 0 : delayMs(there.weather, Math.random) + delayMs(back.weather, Math.random);
    if (lateMs === 0) reach();
    else setTimeout(reach, lateMs);
  };
  const reach = (): void => {
    leave();
    if (near.destroyed) return;
    const far = connect({ port: target, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
    far.on("error", () => {
      // Nobody listens there, or it broke; its close follows.
    });
    let connected = false;
    far.once("connect", () => {
      connected = true;
      openFlow(near, far, there);
      openFlow(far, near, back);
    });
    // Before it is connected a failure has no flow to go along.
    far.once("close", () => {
      if (!connected) near.resetAndDestroy();
    });
    near.once("close", () => {
      if (!connected) far.destroy();
    });
  };
  near.once("close", leave);
  const resets = (there.weather.cut && there.weather.reset) || (back.weather.cut && back.weather.reset);
  if (resets) return void near.resetAndDestroy();
  there.flows.add(waiting);
  back.flows.add(waiting);
  attempt();
}

function statesOf(lanes: Lane[], faults: LinkFault[], open: [Place, Place][]): LinkState[] {
  const ways = new Map<string, LinkState>();
  for (const lane of lanes) {
    const { from, to } = lane;
    const key = `${from} ${to}`;
    const way: LinkState = ways.get(key) ?? {
      from,
      to,
      state: "free",
      faults: faults
        .filter((fault) => fault.ways.some((one) => one.from === from && one.to === to))
        .map(({ id }) => id),
      connections: open.filter((ends) => ends.includes(from) && ends.includes(to)).length,
      heldBytes: 0,
      carriedBytes: 0,
    };
    if (lane.weather.cut) way.state = "cut";
    else if (isSlow(lane.weather) && way.state === "free") way.state = "slow";
    way.heldBytes += lane.heldBytes;
    way.carriedBytes += lane.carriedBytes;
    ways.set(key, way);
  }
  return [...ways.values()];
}

function listen(server: Server, link: Link): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(listenError(error, link.port, `the link from ${link.from} to ${link.to}`)),
    );
    server.listen({ port: link.port, host: "127.0.0.1" }, resolve);
  });
}
