// The lease by hand: what the guardian does at the voters, as calls of DynamoDB. Each write carries its condition, so a command
// typed twice, or too late, changes nothing and says so.
import { LEASE_TIMES, stillMsMin } from "../../recovery/lease/times.ts";
import { VOTER_HASH_KEY, VOTER_ITEM, voterRegions, voterTable } from "../names/voters.ts";
import { changes, type RunbookCommand, reads, variable } from "./command.ts";
import { asText, awsArgv, BRIEFLY, type Ground } from "./ground.ts";

const KEY = JSON.stringify({ [VOTER_HASH_KEY]: { S: VOTER_ITEM } });
const SHOWN = "Item.[epoch.N,holder.S,incarnation.S,beat.N,marks.M.solo.BOOL,marks.M.wanted.BOOL]";

/** A person's hand is slower and surer than a guardian's: at least twice what the lease needs, in whole seconds. */
const STILL_SECONDS = Math.ceil((2 * stillMsMin(LEASE_TIMES)) / 1_000);

type Voter = { readonly region: string; readonly stem: "HERE" | "WITNESS" };
/** The two voters that a person can reach when the other region is lost. */
const reachable = ({ platform, here }: Ground): readonly [Voter, Voter] => [
  { region: here.name, stem: "HERE" },
  { region: platform.regions.witness.name, stem: "WITNESS" },
];

const item = ({ platform }: Ground, region: string, ...rest: readonly string[]): readonly string[] =>
  awsArgv(
    region,
    "dynamodb",
    "get-item",
    "--table-name",
    voterTable(platform),
    "--key",
    KEY,
    "--consistent-read",
    ...rest,
  );

/** What each of the three voters says. */
export const readVoters = (ground: Ground): readonly RunbookCommand[] =>
  voterRegions(ground.platform).map((region) =>
    reads("aws", item(ground, region, ...asText(SHOWN), ...BRIEFLY), {
      why: `What the voter in ${region} says: epoch, holder, incarnation, beat, solo, wanted.`,
      expect:
        region === ground.other.name
          ? "the same record as the others, or no answer within seconds when this region is the lost one."
          : "one line; `None` means that this voter abstains (see readmit-a-voter).",
      ...(region === ground.other.name
        ? {}
        : { like: "^(\\d+\\s+\\S+\\s+\\S*\\s*\\d+\\s+(True|False)\\s+(True|False)|None)$" }),
    }),
  );

/** Keeps what the two reachable voters say now: the conditions of what is written later. */
const keep = (ground: Ground): readonly RunbookCommand[] =>
  reachable(ground).flatMap(({ region, stem }) =>
    (["epoch", "beat"] as const).map((field) =>
      reads("aws", item(ground, region, ...asText(`Item.${field}.N`)), {
        why: `Keep the ${field} that the voter in ${region} shows now.`,
        expect: "a number.",
        like: "^\\d+$",
        saves: `${field.toUpperCase()}_${stem}`,
      }),
    ),
  );

/** L4 by hand: nobody may be fenced whose beat still moves. */
export const fence = (ground: Ground): readonly RunbookCommand[] => [
  ...keep(ground),
  reads("sleep", [String(STILL_SECONDS)], {
    why: `Stand still for twice the lease and its margins (${stillMsMin(LEASE_TIMES)} ms): a holder that lives moves its beat twice a second.`,
    expect: "nothing.",
  }),
  reads(
    "awk",
    [
      "-v",
      `a=${variable("EPOCH_HERE")}`,
      "-v",
      `b=${variable("EPOCH_WITNESS")}`,
      "BEGIN { print (a + 0 > b + 0 ? a : b) + 1 }",
    ],
    {
      why: "The next epoch: one above the highest that either shows.",
      expect: "a number.",
      like: "^\\d+$",
      saves: "NEXT",
    },
  ),
  ...reachable(ground).map(({ region, stem }) => take(ground, region, stem)),
];

/** Only where epoch and beat are what they were: a holder that is alive can't be displaced by this. */
const take = (ground: Ground, region: string, stem: Voter["stem"]): RunbookCommand =>
  changes(
    "aws",
    awsArgv(
      region,
      "dynamodb",
      "update-item",
      "--table-name",
      voterTable(ground.platform),
      "--key",
      KEY,
      "--update-expression",
      "SET #f = :format, epoch = :next, holder = :me, incarnation = :by, beat = :zero, marks = :marks",
      "--condition-expression",
      "epoch = :epoch AND beat = :beat",
      "--expression-attribute-names",
      JSON.stringify({ "#f": "format" }),
      "--expression-attribute-values",
      JSON.stringify({
        ":format": { N: "2" },
        ":next": { N: variable("NEXT") },
        ":me": { S: ground.here.name },
        ":by": { S: "by-hand" },
        ":zero": { N: "0" },
        ":marks": { M: { solo: { BOOL: true }, wanted: { BOOL: false } } },
        ":epoch": { N: variable(`EPOCH_${stem}`) },
        ":beat": { N: variable(`BEAT_${stem}`) },
      }),
      "--return-values",
      "ALL_NEW",
      ...asText("Attributes.[epoch.N,holder.S]"),
    ),
    {
      why: `Name ${ground.here.name} at the voter in ${region}, under the next epoch, only if nothing moved meanwhile.`,
      expect: `the next epoch and \`${ground.here.name}\`. \`ConditionalCheckFailedException\`: the holder is alive; stop here, and switch over or evict instead.`,
      like: `^\\d+\\s+${ground.here.name}$`,
    },
  );

/** The mark that a holder obeys when it meets it at two voters. */
export const markWanted = (ground: Ground): readonly RunbookCommand[] => [
  ...keep(ground),
  ...reachable(ground).map(({ region, stem }) =>
    changes(
      "aws",
      awsArgv(
        region,
        "dynamodb",
        "update-item",
        "--table-name",
        voterTable(ground.platform),
        "--key",
        KEY,
        "--update-expression",
        "SET marks.wanted = :yes",
        "--condition-expression",
        "epoch = :epoch",
        "--expression-attribute-values",
        JSON.stringify({ ":yes": { BOOL: true }, ":epoch": { N: variable(`EPOCH_${stem}`) } }),
        "--return-values",
        "ALL_NEW",
        ...asText("Attributes.[epoch.N,holder.S,marks.M.wanted.BOOL]"),
      ),
      {
        why: `Mark the holder as wanted at the voter in ${region}; met at two voters, it stops by itself.`,
        expect: `the epoch, \`${ground.other.name}\` and \`True\`. \`ConditionalCheckFailedException\`: the role has moved meanwhile; look again.`,
        like: `^\\d+\\s+${ground.other.name}\\s+True$`,
      },
    ),
  ),
];

/** A voter without a record is given the one that the two others agree on, and only if it still has none. */
export function readmitByHand(ground: Ground, voter: string): readonly RunbookCommand[] {
  const from = voterRegions(ground.platform).filter((region) => region !== voter);
  const [first = "", second = ""] = from;
  const kept = (region: string, stem: string): readonly RunbookCommand[] =>
    (["epoch", "holder"] as const).map((field) =>
      reads("aws", item(ground, region, ...asText(field === "epoch" ? "Item.epoch.N" : "Item.holder.S")), {
        why: `The ${field} that the voter in ${region} shows.`,
        expect: "the same at both; if not, don't go on.",
        like: field === "epoch" ? "^\\d+$" : "^[a-z0-9-]+$",
        saves: `${field.toUpperCase()}_${stem}`,
      }),
    );
  return [
    ...kept(first, "FIRST"),
    ...kept(second, "SECOND"),
    changes(
      "aws",
      awsArgv(
        voter,
        "dynamodb",
        "put-item",
        "--table-name",
        voterTable(ground.platform),
        "--item",
        JSON.stringify({
          [VOTER_HASH_KEY]: { S: VOTER_ITEM },
          format: { N: "2" },
          epoch: { N: variable("EPOCH_FIRST") },
          holder: { S: variable("HOLDER_FIRST") },
          incarnation: { S: "" },
          beat: { N: "0" },
          // The cautious mark: it only makes a fail-over ask a person, and the holder's next beat writes its own.
          marks: { M: { solo: { BOOL: true }, wanted: { BOOL: false } } },
        }),
        "--condition-expression",
        `attribute_not_exists(${VOTER_HASH_KEY})`,
      ),
      {
        why: `Give the voter in ${voter} that record, only while it has none.`,
        expect: "nothing. `ConditionalCheckFailedException`: it votes already.",
        like: "^$",
      },
    ),
  ];
}
