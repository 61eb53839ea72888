// Each action of a plan as a person does it by hand, and what to do when it isn't as expected. The table has a row for every
// action: one that is added to the engine doesn't compile until somebody has said how a person does it.
import type { PlanKind } from "../../core/recovery-view.ts";
import type { Action } from "../../recovery/plan/step.ts";
import { lookAtPods, privatePath, scaleByHand, warmByHand } from "./cluster-commands.ts";
import type { RunbookCommand } from "./command.ts";
import {
  detachDatabase,
  lookAtDatabase,
  promoteAfterLoss,
  promoteInOrder,
  secondZone,
  verifyByHand,
} from "./database-commands.ts";
import { askActive, askDns, forceRoute, lookAtChecks } from "./entry-commands.ts";
import type { Ground } from "./ground.ts";
import { findFormer, followByHand, keepFormer, listTailByHand, lookAtLag, rebuildByHand } from "./rebuild-commands.ts";
import { fence, markWanted, readmitByHand, readVoters } from "./voter-commands.ts";

type ByHand = {
  readonly commands: readonly RunbookCommand[];
  /** What has to be known before typing. */
  readonly note?: string;
  readonly otherwise: string;
};

/** In a planned change AWS waits for the copy; after a loss it doesn't. */
const PLANNED: readonly PlanKind[] = ["switch-over", "fail-back"];

/** Plans that a copy begins with; in others the database here may be a former writer. */
const IN_STEP: readonly PlanKind[] = ["fail-over", "switch-over", "evict"];

const BY_HAND: Record<Action, (ground: Ground, plan: PlanKind) => ByHand> = {
  check: (ground, plan) => ({
    commands: [...readVoters(ground), ...lookAtDatabase(ground, IN_STEP.includes(plan) ? "copy" : "any")],
    otherwise:
      "Fewer than two voters answer: nobody can be made active safely; restore the witness first, it holds no data. The database isn't there: its region's status page, then restore.",
  }),
  contend: (ground) => ({
    commands: fence(ground),
    note: "Each of the two writes is refused by DynamoDB where anything moved since it was read. Both must succeed. From then on the guardian of this region finds its region named and goes on by itself as soon as it runs.",
    otherwise:
      "Refused: the other region is alive and holds its lease. Don't repeat it in a loop; switch over, or evict. One succeeded and one was refused: read all three voters and begin this step again.",
  }),
  yield: ({ other }) => ({
    commands: [],
    note: `Only the engine hands over in order: the guardian in ${other.name} stops answering writes, stops its database cleanly and then names this region. There is no way to do that safely by hand.`,
    otherwise: `It goes on as before when its database can't be stopped cleanly in time: nothing has changed. Wait, or evict ${other.name} and accept that writes under way end unknown.`,
  }),
  evict: (ground) => ({
    commands: markWanted(ground),
    otherwise: `Within a lease (3 s) ${ground.other.name} stops renewing. If its beat still moves after half a minute, it doesn't hear the voters: stop its guardian and its console (scale both to none), then fence.`,
  }),
  promote: (ground, plan) => ({
    commands: [
      ...(PLANNED.includes(plan) ? promoteInOrder(ground) : promoteAfterLoss(ground)),
      ...lookAtDatabase(ground, "writer"),
      ...(PLANNED.includes(plan) ? [] : detachDatabase(ground)),
    ],
    ...(ground.platform.data.relational.kind === "aurora" && {
      note: "Aurora in one region has no copy elsewhere: it is restored from a backup (see cold-rebuild).",
    }),
    otherwise:
      "No answer from the control plane of this region: try again each minute and open a case with AWS; events are still taken meanwhile, and questions answered.",
  }),
  verify: (ground) => ({
    commands: verifyByHand(ground),
    note: "The engine writes a real change and reads it back. By hand a table that vanishes with the session shows as much: a copy refuses it.",
    otherwise: "Still a copy: look at the step before. Never route before this is seen.",
  }),
  scale: (ground) => ({
    commands: [...privatePath(ground), ...scaleByHand(ground), ...secondZone(ground)],
    otherwise:
      "Pods stay `Pending`: `kubectl describe` one; no capacity for the instance type is the usual reason in such an hour. Less is better than none: go on.",
  }),
  open: (ground) => ({
    commands: [askActive(ground), ...lookAtChecks(ground), askDns(ground), ...forceRoute(ground)],
    note: "Nothing is switched here: the region calls itself active, and DNS follows the health checks. The last command is for the case that the region can't say so although a write was verified.",
    otherwise:
      "503 with a reason: the reason says what is missing (the lease, the database, the verification). 200, and clients still go elsewhere: their resolvers keep the old answer for the record's time to live.",
  }),
  warm: (ground) => ({
    commands: warmByHand(ground),
    ...(warmByHand(ground).length === 0 && {
      note: "By hand: open the console's overview once per project; there is no cache of its own to be filled.",
    }),
    otherwise: "It harms nobody: the first questions are slower.",
  }),
  announce: () => ({
    commands: [],
    note: "By hand: the texts for this phase are in communications.md. Send them yourself, and note when.",
    otherwise: "It changes nothing of the recovery; send it by hand.",
  }),
  "list-tail": (ground) => ({
    commands: [
      ...findFormer(ground),
      listTailByHand("15432", ground.other.name),
      listTailByHand("15433", "the former writer"),
    ],
    note: `Needs two database tunnels (verify, above, has the commands): port 15432 to ${ground.other.name}, port 15433 to the former writer, or to a cluster restored from its snapshot.`,
    otherwise: "The old writer doesn't start: keep it as it is, and list later from its snapshot. Don't overwrite it.",
  }),
  "keep-former": (ground) => ({
    commands: keepFormer(ground),
    otherwise:
      "No snapshot can be made: leave the old writer standing, and go on only when somebody accepts its loss in writing.",
  }),
  rebuild: (ground) => ({
    commands: rebuildByHand(ground),
    otherwise:
      "The copy doesn't appear: the plan's error says why; nothing is lost meanwhile, but the active region writes alone.",
  }),
  follow: (ground) => ({
    commands: followByHand(ground),
    otherwise: "It doesn't follow: rebuild it as after a loss.",
  }),
  "await-in-step": (ground) => ({
    commands: [lookAtLag(ground), lookAtPods(ground)],
    otherwise:
      "It doesn't come closer: the link between the regions (bucket-copies-late, table-lag ring as well?), or the copy is too small for the writes.",
  }),
  "readmit-voter": (ground) => ({
    commands: readmitByHand(ground, ground.platform.regions.witness.name),
    note: `Written for the witness; for a region's own voter put its name in the place of \`${ground.platform.regions.witness.name}\` in the last command, and the witness's in the second pair.`,
    otherwise: "The two others don't agree: there is no record to give. Wait for the fail-over that is under way.",
  }),
  release: () => ({
    commands: [],
    note: "Only the engine lets go of a lease that it took.",
    otherwise: "A lease that nobody renews ends by itself within seconds.",
  }),
};

export const byHand = (action: Action, ground: Ground, plan: PlanKind): ByHand => BY_HAND[action](ground, plan);
