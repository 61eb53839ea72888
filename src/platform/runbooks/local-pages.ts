// The runbook of an installation on one machine: the same plans, and only commands that need neither a network nor a cloud.
import type { PlanKind } from "../../core/recovery-view.ts";
import { conditionOf } from "../../recovery/plan/conditions.ts";
import { planBudgetMs } from "../../recovery/plan/explain-plan.ts";
import { ordinaryPlan } from "../../recovery/plan/ordinary.ts";
import { commands, type Input, list, type Page, table, text } from "./page.ts";
import { PLAN_WORDS, planPageName, whenItAsks } from "./plan-page.ts";
import {
  dropTail,
  exportTail,
  history,
  kill,
  listTail,
  pause,
  REASON,
  RUN,
  resumeAutomatic,
  start,
  startPlan,
  status,
} from "./tandem-commands.ts";

/** `data`: its directory, which the commands find by the variable. */
export type LocalPlace = { readonly primary: string; readonly standby: string; readonly data: string };

const KINDS = ["fail-over", "switch-over", "evict"] as const;

export function localPages(place: LocalPlace): readonly Page[] {
  const { primary, standby } = place;
  const both = [
    [standby, primary],
    [primary, standby],
  ] as const;
  const pages = [
    ...KINDS.flatMap((kind) => both.map(([here, other]) => startedPage(kind, here, other, place))),
    startedPage("fail-back", primary, standby, place),
    ...both.map(([here, other]) => returnPage(here, other, place)),
    readmitPage(place),
  ];
  return [firstPage(place, pages), ...pages];
}

const where = ({ data }: LocalPlace): Input => ({
  name: "TANDEM_DATA",
  says: "which installation the commands mean",
  example: data,
});

const seconds = (ms: number): string => `${Math.round(ms / 100) / 10} s`;

const stepsTable = (kind: PlanKind, here: string, other: string) => {
  const plan = ordinaryPlan(kind, { self: here, peer: other });
  return [
    table(
      ["Step", "What is so after it", "At most"],
      plan.steps.map(({ title, after, budgetMs, pointOfNoReturn, whenLate }, index) => [
        `${index + 1}. ${title}`,
        `${after.map((name) => conditionOf(name).says).join("; ")}${pointOfNoReturn ? ". **No way back from here but another plan**" : ""}${whenLate === "go-on" ? ". If it fails, the plan goes on" : ""}`,
        seconds(budgetMs),
      ]),
    ),
    text(`Together at most ${seconds(planBudgetMs(plan))}.`),
  ];
};

function startedPage(
  kind: "fail-over" | "switch-over" | "evict" | "fail-back",
  here: string,
  other: string,
  place: LocalPlace,
): Page {
  const words = PLAN_WORDS[kind];
  return {
    name: planPageName(kind, here),
    title: words.title(here, other),
    why: `For when: ${words.when(here, other)}`,
    inputs: [where(place), REASON, RUN],
    sections: [
      {
        title: "Do",
        anchor: "do",
        blocks: [commands(status("the verdict in its first line."), ...startPlan(kind, here, other))],
      },
      ...whenItAsks(kind),
      { title: "What happens", anchor: "steps", blocks: stepsTable(kind, here, other) },
      {
        title: "If it is refused",
        blocks: [
          text("Each refusal is a sentence that says what to do. The usual ones:"),
          list(
            `it renews its lease: ${other} is alive; switch over, and if that fails evict it.`,
            "two of the three voters can't be heard: nothing that you type makes a region active; restore the witness or the other region.",
            "a voter says `solo`: changes may be missing; bring the lost region back if you can, else repeat it with `--lose unknown` and say so in the reason.",
            "a former primary's database: restore the other region; this one rejoins by itself.",
          ),
        ],
      },
    ],
  };
}

function returnPage(here: string, other: string, place: LocalPlace): Page {
  const words = PLAN_WORDS.rejoin;
  return {
    name: planPageName("rejoin", here),
    title: words.title(here, other),
    why: `For when: ${words.when(here, other)}`,
    inputs: [where(place)],
    sections: [
      {
        title: "Do",
        anchor: "do",
        blocks: [commands(start(here), status("until its first line says that nothing is wrong."), history())],
      },
      { title: "What happens, by itself", anchor: "steps", blocks: stepsTable("rejoin", here, other) },
      {
        title: "What only it had",
        anchor: "tail",
        blocks: [
          text(
            "Its events are merged once, by themselves. Its changes are listed, not applied: export them, decide row by row, then let the old files go.",
          ),
          commands(listTail(), exportTail(), dropTail()),
        ],
      },
    ],
  };
}

const readmitPage = (place: LocalPlace): Page => ({
  name: "readmit-a-voter",
  title: PLAN_WORDS.readmit.title("", ""),
  why: `For when: ${PLAN_WORDS.readmit.when("", "")}`,
  inputs: [where(place), REASON, RUN],
  sections: [
    {
      title: "Do",
      anchor: "do",
      blocks: [
        text(
          "Written for the witness; a region's own voter is named by the region. See that its disk is the right one first.",
        ),
        commands(status("a line `voter` that says who abstains, and why."), ...startPlan("readmit", "", "witness")),
      ],
    },
    { title: "What happens", anchor: "steps", blocks: stepsTable("readmit", place.standby, place.primary) },
  ],
});

function firstPage(place: LocalPlace, others: readonly Page[]): Page {
  const { primary, standby } = place;
  const link = (name: string) => `\`tandem runbook ${name}\``;
  return {
    name: "start-here",
    title: "Start here at 3 a.m.",
    why: "The first page for whoever was woken: what is seen, and which page comes next.",
    inputs: [where(place), REASON],
    sections: [
      {
        title: "Look",
        anchor: "look",
        blocks: [
          text(
            'Where `tandem` isn\'t a command, go to the clone and type `alias tandem="node $PWD/bin/tandem.mjs"` first.',
          ),
          commands(status("the verdict in its first line. Exit 0: nothing is wrong."), history()),
        ],
      },
      {
        title: "What do you see?",
        anchor: "see",
        blocks: [
          table(
            ["You see", "Then"],
            [
              [
                "a region is active, the other one is lost",
                `it has happened already. Find out why it died, then ${link(planPageName("rejoin", primary))} or ${link(planPageName("rejoin", standby))}`,
              ],
              [
                "a run waits for a person",
                "read its question: `tandem approve RUN --reason …` or `tandem abort RUN --reason …`",
              ],
              [
                "automatic fail-over is paused, and the active region is lost",
                `${link(planPageName("fail-over", standby))} or ${link(planPageName("fail-over", primary))}`,
              ],
              [
                "a region serves badly and doesn't let go",
                `${link(planPageName("switch-over", standby))}, and if that fails ${link(planPageName("evict", standby))} (or the same to ${primary})`,
              ],
              [
                "two voters can't be heard",
                "restore the witness or the other region: nobody can be made active safely",
              ],
              ["a voter abstains because of its register", link("readmit-a-voter")],
              [
                "both regions say they hold the lease",
                `this must never be: stop the one with the lower epoch (\`tandem kill ${primary}\` or \`tandem kill ${standby}\`), keep everything`,
              ],
              ["nothing of this", "the fault lies elsewhere"],
            ],
          ),
        ],
      },
      { title: "While people work on the network", anchor: "pause", blocks: [commands(pause(), resumeAutomatic())] },
      { title: "To stop a region by hand", anchor: "kill", blocks: [commands(kill(primary), kill(standby))] },
      {
        title: "All pages",
        blocks: [
          table(
            ["Page", "For"],
            others.map(({ name, why }) => [link(name), why.replace(/^For when: /, "")]),
          ),
        ],
      },
    ],
  };
}
