// The hands of a simulated recoverer: each action of a plan done to the world, convergent, sometimes late, sometimes failing,
// sometimes done without anybody being told.

import type { DoWith, RecovererEffect } from "../run/protocol.ts";
import { later } from "./agenda.ts";
import { between, happens, skewed } from "./chance.ts";
import { commit, type Database, isPrimaryUp, keepFormer, liesIn, ownEntry, promote, rebuild } from "./database.ts";
import { tell, viewOf } from "./guardian.ts";
import { isUp } from "./machine.ts";
import { send } from "./network.ts";
import { reaches } from "./supervisor.ts";
import { readmitVoter, setVoter, voteOf } from "./voter.ts";
import { otherOf, placeOfVoter, type Region, type World } from "./world.ts";

type Do = Extract<RecovererEffect, { kind: "do" }>;
export type Handed = { ok: true; detail: string } | { ok: false; because: string; final: boolean };
type Done = (handed: Handed) => void;

const DONE: Handed = { ok: true, detail: "" };
const CLUMSY_SHARE = 0.08;
const STALL_SHARE = 0.08;
const STALL_MS_MAX = 9_000;

/** `done` runs in the recoverer's process; never where the answer is lost. */
export function lendHand(world: World, region: Region, effect: Do, done: Done): void {
  const { process } = region.recoverer;
  const { clumsy } = world.weather;
  if (clumsy && happens(world.chance, CLUMSY_SHARE)) {
    later(world.agenda, process, skewed(world.chance, 1, 800), () => done(no("the hand slipped")));
    return;
  }
  const answer: Done = (handed) => {
    if (clumsy && happens(world.chance, CLUMSY_SHARE)) return;
    later(world.agenda, process, between(world.chance, 0.1, 2), () => done(handed));
  };
  const stalls = world.weather.stalls && happens(world.chance, STALL_SHARE);
  const beforeMs = stalls ? skewed(world.chance, 10, STALL_MS_MAX) : between(world.chance, 0.2, 3);
  later(world.agenda, process, beforeMs, () => HANDS[effect.action](world, region, effect, answer));
}

const no = (because: string, final = false): Handed => ({ ok: false, because, final });

type Hand = (world: World, region: Region, effect: Do, done: Done) => void;

const nothing: Hand = (_world, _region, _effect, done) => done(DONE);

const HANDS: Record<Do["action"], Hand> = {
  check: nothing,
  scale: nothing,
  "await-in-step": nothing,
  contend(world, region, { with: { why, above, solo, overSolo } }, done) {
    done(atGuardian(world, region, { kind: "contend", why, above, solo, overSolo }));
  },
  release(world, region, { epoch, with: how }, done) {
    atGuardian(world, region, { kind: "disarm" });
    const view = viewOf(world, region);
    if (view !== null && view.state === "held" && view.epoch > how.above) {
      atGuardian(world, region, {
        kind: "resign",
        epoch: epoch > 0 ? epoch : view.epoch,
        because: "its run was stopped",
      });
    }
    done(DONE);
  },
  open(world, region, { epoch }, done) {
    const refused = atGuardian(world, region, { kind: "open", epoch });
    const view = viewOf(world, region);
    if (refused.ok && view?.open === true && view.epoch === epoch) world.judge.opened(region, epoch);
    done(refused);
  },
  promote(world, region, { run, epoch, with: { solo } }, done) {
    const { database } = region;
    const view = viewOf(world, region);
    if (world.engine.driver.checkEpoch && (view === null || view.state !== "held" || view.epoch !== epoch)) {
      done(no(`this region doesn't hold epoch ${epoch}`));
      return;
    }
    if (isPrimaryUp(database)) {
      record(world, database, epoch);
      done(DONE);
      return;
    }
    if (database.state !== "up" || database.role !== "standby") {
      done(no("there is no standby to promote"));
      return;
    }
    world.judge.promotionBegins(region, epoch);
    const asked = region.recoverer.askedOf(run);
    promote(world, database, solo, () => {
      world.note(region.place, `postgres is promoted under epoch ${epoch}`);
      world.judge.promoted(region, epoch, asked);
      record(world, database, epoch);
      done(DONE);
    });
  },
  verify(world, region, { epoch }, done) {
    const { database } = region;
    commit(world, database, ownEntry(world), () => {
      database.verifiedEpoch = Math.max(database.verifiedEpoch ?? 0, epoch);
      done(DONE);
    });
  },
  warm(world, region, { epoch }, done) {
    later(world.agenda, region.recoverer.process, skewed(world.chance, 5, 400), () => {
      region.recoverer.warmedEpoch = epoch;
      done(DONE);
    });
  },
  announce(_world, region, { run }, done) {
    if (!region.recoverer.announcedRuns.includes(run)) region.recoverer.announcedRuns.push(run);
    done(DONE);
  },
  yield(world, region, effect, done) {
    const peer = otherOf(world, region);
    const { epoch, with: how } = effect;
    const { incarnation } = how;
    if (incarnation === null) {
      done(no("this region's guardian isn't known to the other one"));
      return;
    }
    send(world.network, region.place, peer.place, peer.guardian.process, () => {
      const asked = epoch > 0 ? epoch : how.above;
      const refused = tell(world, peer, { kind: "yield", epoch: asked, to: region.name, incarnation });
      send(world.network, peer.place, region.place, region.recoverer.process, () =>
        done(refused === null ? DONE : no(refused)),
      );
    });
  },
  evict(world, region, { with: how }, done) {
    for (const voter of world.voters) markWanted(world, region, voter.index, how);
    done(DONE);
  },
  "readmit-voter"(world, region, { with: { voter } }, done) {
    const asked = world.voters[voter as 0 | 1 | 2];
    const others = world.voters.filter((one) => one !== asked).map((one) => voteOf(world, one));
    const [first, second] = others;
    if (asked === undefined || first?.kind !== "register" || second?.kind !== "register") {
      done(no("the two others don't both answer"));
      return;
    }
    const a = first.register;
    const b = second.register;
    if (a.epoch !== b.epoch || a.incarnation !== b.incarnation) {
      done(no("the two others don't agree"));
      return;
    }
    const newer = a.beat >= b.beat ? a : b;
    send(world.network, region.place, placeOfVoter(asked.index), asked.process, () => {
      readmitVoter(world, asked, newer);
      send(world.network, placeOfVoter(asked.index), region.place, region.recoverer.process, () => done(DONE));
    });
  },
  "list-tail"(world, region, _effect, done) {
    const { database } = region;
    later(world.agenda, region.recoverer.process, skewed(world.chance, 50, 1_500), () => {
      if (database.state !== "down") return done(no("it runs"));
      database.tailListed = true;
      done(DONE);
    });
  },
  "keep-former"(world, region, _effect, done) {
    const { database } = region;
    if (database.state !== "down") done(no("it runs"));
    else {
      if (database.role === "primary") keepFormer(database);
      world.note(region.place, "the former primary's data is kept aside");
      done(DONE);
    }
  },
  rebuild(world, region, _effect, done) {
    const { database } = region;
    const peer = otherOf(world, region);
    if (database.role === "standby") done(DONE);
    else if (database.role === "primary") done(no("a former primary's data is in its place"));
    else if (database.inHand) done(no("it is being made already"));
    else if (!isPrimaryUp(peer.database) || !reaches(world, region, peer))
      done(no("the other region's primary can't be reached"));
    else rebuild(world, database, peer.database, (ok) => done(ok ? DONE : no("the copy broke off")));
  },
  follow(world, region, _effect, done) {
    const { database } = region;
    const peer = otherOf(world, region);
    if (database.role === "standby") done(DONE);
    else if (database.state !== "down" || database.role !== "primary") done(no("there is no stopped former primary"));
    else if (!isPrimaryUp(peer.database) || !reaches(world, region, peer))
      done(no("the other region's primary can't be reached"));
    else if (!database.stoppedCleanly || !liesIn(database.entries, peer.database.entries))
      done(no("its end isn't in the new history", true));
    else {
      database.role = "standby";
      database.cantFollow = false;
      done(DONE);
    }
  },
};

/** To this region's own guardian; its refusal is an answer. */
function atGuardian(world: World, region: Region, event: Parameters<typeof tell>[2]): Handed {
  if (region.guardian.keeper === null || !isUp(region.guardian.process)) return no("the guardian doesn't answer");
  const refused = tell(world, region, event);
  return refused === null ? DONE : no(refused);
}

function record(world: World, database: Database, epoch: number): void {
  if ((database.recordedEpoch ?? 0) >= epoch) return;
  database.entries.push(ownEntry(world));
  database.recordedEpoch = epoch;
}

/** Reads a voter and sets its mark, over the network. */
function markWanted(world: World, region: Region, index: number, how: DoWith): void {
  const voter = world.voters[index as 0 | 1 | 2];
  send(world.network, region.place, placeOfVoter(index), voter.process, () => {
    const vote = voteOf(world, voter);
    if (vote.kind !== "register" || vote.register.epoch > how.above || vote.register.marks.wanted) return;
    const { register } = vote;
    setVoter(world, voter, register, { ...register, marks: { ...register.marks, wanted: true } }, () => undefined);
  });
}
