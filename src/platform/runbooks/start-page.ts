// The first page: what is seen, and which page that leads to. For a person who has just been woken.
import type { Platform } from "../../blueprint/platform.ts";
import { entranceHost } from "../names/dns.ts";
import { regionIllAlarm, regionLostAlarm } from "../names/safety.ts";
import { reads } from "./command.ts";
import { askActive, askDns } from "./entry-commands.ts";
import { asOnCall, awsArgv, grounds, whoAmI } from "./ground.ts";
import { commands, list, type Page, steps, table, text } from "./page.ts";
import { planPageName } from "./plan-page.ts";
import { recoveryParts, sumOf } from "./recovery-time.ts";
import { status } from "./tandem-commands.ts";
import { readVoters } from "./voter-commands.ts";

const link = (name: string, anchor?: string): string =>
  `[${name}](${name}.md${anchor === undefined ? "" : `#${anchor}`})`;

export function startPage(platform: Platform, others: readonly Page[]): Page {
  const { primary, standby, witness } = platform.regions;
  const cold = platform.recovery.approach === "backup-restore";
  const [toStandby, toPrimary] = grounds(platform);
  return {
    name: "start-here",
    role: asOnCall(platform),
    title: `${platform.title}: start here at 3 a.m.`,
    why: "The first page for whoever was woken: what is seen, what to look at, which page comes next.",
    inputs: [],
    sections: [
      {
        title: "Breathe",
        blocks: [
          list(
            `Two regions: **${primary.name}** (set up as the primary) and **${standby.name}**; **${witness.name}** is the witness. Which one is active is data: look, don't guess.`,
            ...(cold
              ? [
                  `${standby.name} keeps copies and runs nothing: when ${primary.name} is lost it is built anew. That takes hours, and somebody has to decide it.`,
                ]
              : [
                  standby.holds.nodes === "none"
                    ? `${standby.name} has the data and a cluster without workers: nothing takes over by itself until it has nodes.`
                    : `${standby.name} takes over by itself within seconds when the active region is lost. Mostly you have nothing to do but look, tell people, and repair.`,
                  "Events are taken by any region that lives, before, during and after.",
                ]),
            "Order, always: fence, promote, verify, scale, route, warm, announce. Never route before verify, never promote before fence.",
            `Objective: served again within ${platform.objectives.rtoSeconds} s, at most ${platform.objectives.rpoSeconds} s of changes lost.`,
          ),
        ],
      },
      {
        title: "Look (two minutes)",
        anchor: "look",
        blocks: [
          commands(
            status(
              "the verdict in its first line. (A local installation; on AWS it waits for the drivers, so look below.)",
            ),
            whoAmI(toStandby),
            ...readVoters(toStandby),
            ...(toPrimary.here.holds.entry ? [askActive(toPrimary)] : []),
            ...(toStandby.here.holds.entry ? [askActive(toStandby)] : []),
            askDns(toPrimary),
            ...[primary.name, standby.name].map((watched) => alarms(platform, watched)),
          ),
        ],
      },
      { title: "What do you see?", anchor: "see", blocks: [decisionTable(platform)] },
      ...(cold ? [] : [timeSection(platform)]),
      {
        title: "While you work",
        blocks: [
          steps(
            "Say in the incident's channel that you are on it, and who commands.",
            "One person types; another reads along and keeps the time.",
            "Nobody deploys, applies Terraform or restarts anything in either region.",
            `Write to the status page within ten minutes: ${link("communications", "detected")}.`,
            "After two looks that you don't understand, wake the second person.",
          ),
        ],
      },
      {
        title: "All pages",
        blocks: [
          table(
            ["Page", "For"],
            others.map(({ name, why }) => [link(name), why.replace(/^For when: |^For /, "")]),
          ),
          text(
            `The same pages lie in each region's bucket of records, as one file. The platform's pictures are in \`../pictures\`; the application is at https://${entranceHost(platform, { name: "app" })}.`,
          ),
        ],
      },
    ],
  };
}

/** As the other places see a region, and as it sees itself. */
function alarms(platform: Platform, watched: string) {
  const { primary, standby, witness } = platform.regions;
  const watcher = [primary, standby].find(({ name, holds }) => name !== watched && holds.cluster)?.name ?? witness.name;
  return reads(
    "aws",
    awsArgv(
      watcher,
      "cloudwatch",
      "describe-alarms",
      "--alarm-types",
      "CompositeAlarm",
      "MetricAlarm",
      "--alarm-names",
      regionLostAlarm(platform, watcher, watched),
      regionIllAlarm(platform, watcher),
      "--query",
      "[CompositeAlarms,MetricAlarms][].[AlarmName,StateValue]",
      "--output",
      "text",
    ),
    {
      why: `What ${watcher} sees of ${watched}, and of itself.`,
      expect: `\`OK\` in each line; \`ALARM\` beside \`…lost-${watched}\`: it doesn't answer there.`,
    },
  );
}

function decisionTable(platform: Platform): ReturnType<typeof table> {
  const { primary, standby, witness } = platform.regions;
  const both = [standby.name, primary.name];
  const lost = both.map((here) => ({ here, other: here === primary.name ? standby.name : primary.name }));
  if (platform.recovery.approach === "backup-restore") {
    return table(
      ["You see", "Then"],
      [
        [`${primary.name} answers, but badly`, `${link("alarms")}: the alarm that rang says what to look at first`],
        [`${primary.name} doesn't answer, from ${witness.name} either`, `decide: wait, or ${link("cold-rebuild")}`],
        ["data is gone or wrong", link("restore")],
        ["one alarm, and clients are served", link("alarms")],
      ],
    );
  }
  return table(
    ["You see", "Then"],
    [
      [
        'the voters name a region, and it answers `"ok":true`',
        "it has happened already, or nothing has. Find out why the other one died; bring it back: " +
          both.map((here) => link(planPageName("rejoin", here))).join(", "),
      ],
      ...lost.map(({ here, other }) => [
        `the voters name ${other}, its beat stands still, it doesn't answer`,
        `${other} is lost: ${link(planPageName("fail-over", here))}`,
      ]),
      ...lost.map(({ here, other }) => [
        `the voters name ${other}, its beat moves, it answers errors`,
        `first ${link(planPageName("switch-over", here))}; if that fails ${link(planPageName("evict", here))}`,
      ]),
      ...both.map((here) => [
        `the voters name ${here}, and it says 503`,
        `it may be on its way (a minute); then ${link(planPageName("resume", here))}`,
      ]),
      [
        "only one voter answers",
        `nobody can be made active safely. Restore ${witness.name} or the other region first; events are still taken`,
      ],
      ["a voter answers `None`", link("readmit-a-voter")],
      [
        '**both** regions answer `"ok":true`',
        "this must never be. Stop the one with the lower epoch (scale its console and guardian to none), keep everything, wake the commander",
      ],
      ["data is gone or wrong in both regions", link("restore")],
      ["one alarm, and clients are served", `${link("alarms")}; it can wait for the morning unless it pages`],
    ],
  );
}

function timeSection(platform: Platform) {
  const usually = recoveryParts(platform, "usualSeconds") ?? [];
  return {
    title: "How long it takes",
    blocks: [
      text(
        `Unplanned, on a usual day: ${usually.map(({ says }) => says).join(" + ")} = ${Math.round(sumOf(usually))} s, by arithmetic (P1). What was measured between two local regions stands in the evidence of the drills (P3). On this account: nothing yet.`,
      ),
    ],
  };
}
