// One direction of one connection: bytes and their end pass as the lane's weather lets them, in order. Without a fault each
// piece goes straight to the other socket; the sender is paused while the other side, or the link, holds enough.

import type { Socket } from "node:net";
import { delayMs } from "../../recovery/faults/weather.ts";
import type { Lane, LaneFlow } from "./lane.ts";

/** Held for one direction of one connection, as a large TCP window would; beyond it the sender's own buffers fill. */
const HELD_BYTES_MAX = 4 * 1024 * 1024;

type Piece = { dueMs: number; bytes: Buffer } | { dueMs: number; ending: "end" | "close" | "reset" };

export function openFlow(source: Socket, target: Socket, lane: Lane): void {
  const queue: Piece[] = [];
  let heldBytes = 0;
  let lastDueMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const hold = (bytes: number) => {
    heldBytes += bytes;
    lane.heldBytes += bytes;
  };
  const resume = () => {
    if (heldBytes <= HELD_BYTES_MAX && !target.writableNeedDrain) source.resume();
  };
  const deliver = (piece: Piece): void => {
    if ("bytes" in piece) {
      hold(-piece.bytes.length);
      if (target.writable) target.write(piece.bytes);
    } else if (piece.ending === "end") {
      target.end();
    } else {
      closed = true;
      lane.flows.delete(flow);
      if (piece.ending === "reset") target.resetAndDestroy();
      else target.destroySoon();
    }
  };
  const pump = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (lane.weather.cut) return;
    const now = performance.now();
    while (queue.length > 0 && (queue[0] as Piece).dueMs <= now) deliver(queue.shift() as Piece);
    const next = queue[0];
    if (next) timer = setTimeout(pump, Math.max(0, next.dueMs - now));
    resume();
  };
  /** As late as the lane makes it, and never before what was sent earlier. */
  const dueMs = (bytes: number): number => {
    const now = performance.now();
    const { bytesPerSecond } = lane.weather;
    let atMs = now;
    if (Number.isFinite(bytesPerSecond) && bytes > 0) {
      lane.freeAtMs = Math.max(now, lane.freeAtMs) + (bytes / bytesPerSecond) * 1_000;
      atMs = lane.freeAtMs;
    }
    lastDueMs = Math.max(lastDueMs, atMs + delayMs(lane.weather, Math.random));
    return lastDueMs;
  };
  const enqueue = (piece: Piece): void => {
    queue.push(piece);
    if (timer === undefined) pump();
  };
  const finish = (ending: "end" | "close" | "reset") => {
    if (!closed) enqueue({ dueMs: lane.calm ? 0 : dueMs(0), ending });
  };
  const flow: LaneFlow = {
    wake: pump,
    reset() {
      source.resetAndDestroy();
      target.resetAndDestroy();
    },
  };

  lane.flows.add(flow);
  let failed = false;
  source.on("data", (bytes: Buffer) => {
    lane.carriedBytes += bytes.length;
    if (lane.calm && queue.length === 0) {
      if (target.writable && !target.write(bytes)) source.pause();
      return;
    }
    hold(bytes.length);
    enqueue({ dueMs: dueMs(bytes.length), bytes });
    if (heldBytes > HELD_BYTES_MAX) source.pause();
  });
  target.on("drain", resume);
  source.on("end", () => finish("end"));
  source.on("error", () => {
    failed = true;
  });
  source.once("close", () => finish(failed ? "reset" : "close"));
  target.once("close", () => {
    // Nobody is left to deliver to; what the sender still sends is read and forgotten, until it hears of it its own way.
    clearTimeout(timer);
    closed = true;
    for (const piece of queue.splice(0)) if ("bytes" in piece) hold(-piece.bytes.length);
    lane.flows.delete(flow);
    source.resume();
  });
  source.resume();
}
