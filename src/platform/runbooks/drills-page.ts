// Practising: which drills there are, where each may run, and what has to be written down. A drill that nobody measured is none.
import type { Platform } from "../../blueprint/platform.ts";
import { EXPERIMENTS, type Experiment, regionIllAlarm } from "../names/safety.ts";
import { changes, reads, variable } from "./command.ts";
import { asText, awsArgv, groundIn, grounds, whoAmI } from "./ground.ts";
import { commands, list, type Page, steps, table, text } from "./page.ts";
import { planPageName } from "./plan-page.ts";
import { history, pause, REASON, resumeAutomatic, status } from "./tandem-commands.ts";

/** What is shown by each fault on AWS itself. */
const SHOWS: Readonly<Record<Experiment, string>> = {
  "zone-loss": "a zone's loss costs nothing but capacity; no fail-over happens",
  "node-loss": "a third of the nodes go; pods come back within minutes",
  "database-fail-over": "the database's writer moves to another zone; writes pause for seconds",
  "region-cut": "the link between the regions is cut; nobody fails over, writes go on alone",
};

export function drillsPage(platform: Platform): Page {
  const both = grounds(platform).filter(({ here }) => here.holds.cluster);
  const { rtoSeconds, rpoSeconds } = platform.objectives;
  return {
    name: "drills",
    title: "Drills and game days",
    why: `For the drill that is due every ${platform.recovery.drillEveryDays} days: what to break, how to stop, what to write down.`,
    inputs: [
      REASON,
      { name: "TEMPLATE", says: "the experiment's id, from the list below", example: "EXT1a2b3c4d5e6f7" },
      { name: "EXPERIMENT", says: "the id of the experiment that runs", example: "EXP1a2b3c4d5e6f7" },
    ],
    sections: [
      {
        title: "A game day",
        blocks: [
          steps(
            "Two weeks before: name a commander, a writer and somebody who knows nothing of it and is on call. Tell support.",
            "The day before: `tandem status` has nothing to say, no alarm rings, the standby is in step, the last backup is of today. Else it is put off.",
            "Write down what you expect, with times, before anything is broken.",
            "Break one thing. The person on call has the pages of this directory and nothing else.",
            "Stop at once when customers are hurt beyond the plan, or when what is seen isn't understood: that is a result.",
            "Put everything back, then write down within the day: times per step against the budgets, what was lost, what was missing in the pages.",
          ),
          text(
            `It is passed when clients were served again within ${rtoSeconds} s and at most ${rpoSeconds} s of changes were lost. **Who decides:** ${platform.owner} before, the commander during.`,
          ),
        ],
      },
      {
        title: "On a laptop, as often as you like",
        anchor: "local",
        blocks: [
          text(
            "The same plans and the same engine between two local regions, under load, with signed evidence (proof level P3).",
          ),
          commands(
            status("that nothing is wrong."),
            reads("tandem", ["drills"], {
              why: "Which scenarios there are, and those of the past.",
              expect: "a list; `region-loss` among them.",
            }),
            changes("tandem", ["drill", "region-loss", "--yes"], {
              why: "Kill the active region under load and judge what happened from outside.",
              expect: "`passed`, with the recovery time by term and what was lost.",
            }),
            history(),
          ),
        ],
      },
      {
        title: "On AWS: the faults that are ready",
        anchor: "aws",
        blocks: platform.recovery.faultExperiments
          ? [
              table(
                ["Experiment", "What it shows"],
                EXPERIMENTS.map((experiment) => [`\`${platform.name}-${experiment}\``, SHOWS[experiment]]),
              ),
              text(
                "Nothing starts by itself. Each ends after ten minutes, or as soon as the region's own alarm rings. None has been run on an account yet (P0).",
              ),
              ...both.map((ground) =>
                commands(
                  whoAmI(ground),
                  reads(
                    "aws",
                    awsArgv(
                      ground.here.name,
                      "fis",
                      "list-experiment-templates",
                      ...asText("experimentTemplates[].[id,tags.Name]"),
                    ),
                    { why: `The templates in ${ground.here.name}.`, expect: "an id and a name per experiment." },
                  ),
                  reads(
                    "aws",
                    awsArgv(
                      ground.here.name,
                      "cloudwatch",
                      "describe-alarms",
                      "--alarm-types",
                      "CompositeAlarm",
                      "--alarm-names",
                      regionIllAlarm(platform, ground.here.name),
                      ...asText("CompositeAlarms[].StateValue"),
                    ),
                    {
                      why: "The alarm that stops an experiment is quiet.",
                      expect: "`OK`.",
                      like: "^(OK|INSUFFICIENT_DATA)?$",
                    },
                  ),
                  changes(
                    "aws",
                    awsArgv(
                      ground.here.name,
                      "fis",
                      "start-experiment",
                      "--experiment-template-id",
                      variable("TEMPLATE"),
                      ...asText("experiment.[id,state.status]"),
                    ),
                    { why: "Begin.", expect: "its id and `initiating`." },
                  ),
                  changes(
                    "aws",
                    awsArgv(
                      ground.here.name,
                      "fis",
                      "stop-experiment",
                      "--id",
                      variable("EXPERIMENT"),
                      ...asText("experiment.state.status"),
                    ),
                    { why: "The red button.", expect: "`stopping`." },
                  ),
                ),
              ),
            ]
          : [text("This environment has no fault experiments (the blueprint's recovery.faultExperiments).")],
      },
      ...(platform.recovery.approach === "backup-restore"
        ? [
            {
              title: "The cold rebuild",
              blocks: [
                text(
                  "Once a year in an account of its own: cold-rebuild.md from the first line to the last, with a clock. It is the only proof of its times.",
                ),
              ],
            },
          ]
        : [
            {
              title: "The whole way and back",
              anchor: "cycle",
              blocks: [
                text(
                  `Once a quarter, announced: switch over (${planPageName("switch-over", groundIn(platform, "standby").here.name)}.md), serve a whole working day from there, fail back (${planPageName("fail-back", platform.regions.primary.name)}.md).`,
                ),
                commands(pause(), resumeAutomatic()),
                list("The pause is for work on the network alone: a drill with automatic fail-over off shows nothing."),
              ],
            },
          ]),
    ],
  };
}
