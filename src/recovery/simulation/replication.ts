// Streaming replication between two simulated databases, over links that lose and delay: what is lost is sent again, as TCP does,
// by the next message that says how far the history goes.

import { later } from "./agenda.ts";
import { type Database, fsyncMs, isPrimaryUp, letGo, liesIn } from "./database.ts";
import { send } from "./network.ts";
import type { World } from "./world.ts";

/** The primary's end of a connection. */
export type Stream = { connection: number; standby: Database; flushed: number; heard: number; heardAtMs: number };
/** The standby's end of it. */
export type Following = { connection: number; streaming: boolean; heardAtMs: number };

const KEEPALIVE_MS = 450;
const RETRY_MS = 600;
/** Either end takes a connection for dead after this silence. */
const SILENCE_MS_MAX = 3_000;

/** Called once a standby is up; goes on until it is promoted or ends. */
export function startFollowing(world: World, standby: Database): void {
  if (standby.role !== "standby" || standby.state !== "up" || standby.promoting) return;
  const { following } = standby;
  const nowMs = world.agenda.nowMs;
  const patienceMs = following?.streaming === true ? SILENCE_MS_MAX : RETRY_MS;
  if (following === null || nowMs - following.heardAtMs >= patienceMs) connect(world, standby);
  later(world.agenda, standby.process, RETRY_MS, () => startFollowing(world, standby));
}

function connect(world: World, standby: Database): void {
  const { agenda, network } = world;
  const primary = world.databaseOf(standby.place === 0 ? 1 : 0);
  const connection = world.entriesMade++;
  standby.following = { connection, streaming: false, heardAtMs: agenda.nowMs };
  const { life } = standby.process;
  const seen = standby.entries;
  send(network, standby.place, primary.place, primary.process, () => {
    if (!isPrimaryUp(primary) || standby.process.life !== life || standby.entries !== seen) return;
    if (!liesIn(seen, primary.entries)) {
      send(network, primary.place, standby.place, standby.process, () => {
        if (standby.following?.connection === connection) standby.cantFollow = true;
      });
      return;
    }
    if (primary.stream !== null && primary.stream.connection >= connection) return;
    primary.stream = { connection, standby, flushed: 0, heard: 0, heardAtMs: agenda.nowMs };
    keepAlive(world, primary, connection);
  });
}

function keepAlive(world: World, primary: Database, connection: number): void {
  const { stream } = primary;
  if (stream === null || stream.connection !== connection) return;
  if (world.agenda.nowMs - stream.heardAtMs > SILENCE_MS_MAX) {
    primary.stream = null;
    return;
  }
  shipHistory(world, primary);
  later(world.agenda, primary.process, KEEPALIVE_MS, () => keepAlive(world, primary, connection));
}

/** Tells the standby how far the history goes; it takes what it lacks from there. */
export function shipHistory(world: World, primary: Database): void {
  const { stream, entries } = primary;
  if (stream === null) return;
  const { connection, standby } = stream;
  const end = entries.length;
  send(world.network, primary.place, standby.place, standby.process, () => {
    const { following } = standby;
    if (following?.connection !== connection || standby.state !== "up" || standby.promoting) return;
    following.heardAtMs = world.agenda.nowMs;
    following.streaming = true;
    standby.cantFollow = false;
    if (end <= standby.entries.length) answer(world, primary, standby, connection);
    else
      later(world.agenda, standby.process, fsyncMs(world, standby), () =>
        flush(world, primary, standby, connection, entries, end),
      );
  });
}

function flush(
  world: World,
  primary: Database,
  standby: Database,
  connection: number,
  source: number[],
  end: number,
): void {
  if (standby.following?.connection !== connection || standby.promoting) return;
  for (let at = standby.entries.length; at < end; at++) standby.entries.push(source[at] as number);
  standby.recordedEpoch = primary.recordedEpoch;
  answer(world, primary, standby, connection);
}

function answer(world: World, primary: Database, standby: Database, connection: number): void {
  const flushed = standby.entries.length;
  send(world.network, standby.place, primary.place, primary.process, () => {
    const { stream } = primary;
    if (stream === null || stream.connection !== connection) return;
    stream.heard++;
    stream.heardAtMs = world.agenda.nowMs;
    if (flushed > stream.flushed) stream.flushed = flushed;
    if (primary.waits) letGo(primary, stream.flushed);
  });
}
