// What is copied between the regions, how, and what may be lost of it: one line a store.
import type { Platform } from "../../blueprint/platform.ts";
import { type Box, boxHeight, type Drawing, type Line, type LineLook, SIZES, textWidth } from "./drawing.ts";

type Copy = {
  readonly store: string;
  readonly how: string;
  readonly look: LineLook;
  readonly both: boolean;
  /** What the loss of a region may cost. */
  readonly loses: string;
};

const MARGIN = 24;
const BOX_WIDTH = 210;
const BETWEEN = 560;
const LOSES_WIDTH = 500;
const TOP = 112;
const PITCH = 64;

export function copiesOf(platform: Platform): Copy[] {
  const { data, objectives, secrets } = platform;
  const rpo = `at most ${objectives.rpoSeconds} s: older, and writes are refused`;
  const copies: Copy[] = [
    {
      store: "Events, class pair",
      how: data.stream.kind === "msk" ? "both clusters acknowledge" : "both logs acknowledge",
      look: "copy",
      both: true,
      loses: "nothing that wasn't marked degraded",
    },
    {
      store: "Events, class region",
      how: "our mirror, each exactly once",
      look: "late",
      both: true,
      loses: "nothing for good: merged when the region returns",
    },
  ];
  if (data.relational.kind === "rds")
    copies.push({ store: "PostgreSQL", how: "RDS replica, asynchronous", look: "late", both: false, loses: rpo });
  if (data.relational.kind === "aurora-global")
    copies.push({ store: "PostgreSQL", how: "Aurora's storage, asynchronous", look: "late", both: false, loses: rpo });
  if (data.relational.kind === "aurora")
    copies.push({
      store: "PostgreSQL",
      how: "copies of snapshots (AWS Backup)",
      look: "late",
      both: false,
      loses: "what came after the last copy",
    });
  copies.push({
    store: "S3, each purpose",
    how: `replication both ways${data.buckets.replicationTimeControl ? ", in 15 min" : ""}`,
    look: "late",
    both: true,
    loses: "nothing: the lake is written again from the log",
  });
  if (data.globalTables.length > 0)
    copies.push({
      store: "DynamoDB tables",
      how: "global tables, last writer wins",
      look: "late",
      both: true,
      loses: "only merges that commute lie there",
    });
  copies.push(
    {
      store: secrets.store === "ssm" ? "SSM parameters" : "Secrets",
      how: secrets.store === "ssm" ? "copied and compared by the platform" : "Secrets Manager replicates",
      look: "late",
      both: false,
      loses: "nothing that is minutes old",
    },
    {
      store: "Images and charts",
      how: "pushed to both registries",
      look: "copy",
      both: false,
      loses: "no release before both have it",
    },
    { store: "Cache", how: "not copied", look: "late", both: false, loses: "all of it: warmed by the plan" },
  );
  return copies;
}

export function replicationPicture(platform: Platform): Drawing {
  const { primary, standby } = platform.regions;
  const copies = copiesOf(platform);
  const right = MARGIN + BOX_WIDTH + BETWEEN;
  const width = right + BOX_WIDTH + MARGIN + LOSES_WIDTH;
  const at = (index: number) => TOP + index * PITCH;
  const height = boxHeight(0);
  const boxes = copies.flatMap(({ store }, index): Box[] =>
    [MARGIN, right].map((x) => ({
      at: { x, y: at(index), width: BOX_WIDTH, height },
      title: store,
      lines: [],
      look: "store",
    })),
  );
  const lines = copies
    .map((copy, index) => ({ ...copy, y: at(index) + height / 2 }))
    .filter(({ how }) => how !== "not copied")
    .map(
      ({ how, look, both, y }): Line => ({
        path: [
          { x: MARGIN + BOX_WIDTH, y },
          { x: right, y },
        ],
        look,
        both,
        label: { text: how, at: { x: MARGIN + BOX_WIDTH + BETWEEN / 2, y: y + 4 } },
      }),
    );
  return {
    title: `${platform.name}: what is copied between the regions`,
    width: Math.max(width, textWidth(platform.title, SIZES.title, "bold") + 2 * MARGIN),
    height: at(copies.length) + MARGIN,
    frames: [],
    boxes,
    lines,
    words: [
      { at: { x: MARGIN, y: 34 }, text: "What is copied, and what the loss of a region may cost", look: "title" },
      {
        at: { x: MARGIN, y: TOP - 46 },
        text: "Thick: before the answer. Dashed: after it. Arrows on both ends: both ways, whichever is active.",
        look: "plain",
      },
      { at: { x: MARGIN, y: TOP - 14 }, text: primary.name, look: "head" },
      { at: { x: right, y: TOP - 14 }, text: standby.name, look: "head" },
      { at: { x: right + BOX_WIDTH + MARGIN, y: TOP - 14 }, text: "What may be lost", look: "head" },
      ...copies.map(({ loses }, index) => ({
        at: { x: right + BOX_WIDTH + MARGIN, y: at(index) + height / 2 + 4 },
        text: loses,
        look: "plain" as const,
      })),
    ],
  };
}
