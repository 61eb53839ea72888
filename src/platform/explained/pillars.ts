// The six pillars of AWS's Well-Architected Framework: for each of its questions that a platform can answer by itself, where the
// answer is and what checks it. From the framework's pages as of November 2026; what it asks of an organisation is left to it.

export type Answer = { readonly question: string; readonly answer: string; readonly checkedBy: string };
export type Pillar = { readonly name: string; readonly answers: readonly Answer[] };

export const PILLARS: readonly Pillar[] = [
  {
    name: "Operational excellence",
    answers: [
      {
        question: "How do you understand the state of the workload?",
        answer: "One catalogue of metrics; rules, dashboards and alarms are made of it",
        checkedBy: "npm run proof:observability",
      },
      {
        question: "How do you reduce defects and deploy safely?",
        answer: "Canary or blue/green by metrics, region by region, by pull request",
        checkedBy: "npm run proof:kubernetes",
      },
      {
        question: "How do you respond to events?",
        answer: "An alert names its runbook; the plan acts, asks, or says why it waits",
        checkedBy: "npm run proof:runbooks",
      },
      {
        question: "How do you learn?",
        answer: "Every drill leaves signed evidence",
        checkedBy: "npm run tandem -- drills",
      },
    ],
  },
  {
    name: "Security",
    answers: [
      {
        question: "How do you manage identities and permissions?",
        answer: "One role a workload, derived from what it may touch",
        checkedBy: "npm run proof:terraform",
      },
      {
        question: "How do you protect networks?",
        answer: "Possible flows equal declared flows",
        checkedBy: "npm run tandem -- assess --only flows",
      },
      {
        question: "How do you protect data?",
        answer: "A key for each purpose and region; TLS to the pod",
        checkedBy: "npm run proof:terraform",
      },
      {
        question: "How do you detect?",
        answer: "CloudTrail, GuardDuty, Config, Access Analyzer",
        checkedBy: "npm run proof:terraform",
      },
    ],
  },
  {
    name: "Reliability",
    answers: [
      {
        question: "How do you plan for disaster recovery?",
        answer: "One engine, one plan, run in drills on real processes",
        checkedBy: "npm run tandem -- drill region-loss",
      },
      {
        question: "How do you test reliability?",
        answer: "The engine itself in a hundred thousand simulated worlds",
        checkedBy: "npm run simulate",
      },
      {
        question: "How do you back up data?",
        answer: "Plans by importance, copies in the other region, restores that are tested",
        checkedBy: "npm run tandem -- assess --only recoverability",
      },
      {
        question: "How do you use fault isolation?",
        answer: "Three zones, two regions, a witness; no stack leans on a lost region",
        checkedBy: "npm run proof:emulator",
      },
    ],
  },
  {
    name: "Performance efficiency",
    answers: [
      {
        question: "How do you choose sizes?",
        answer: "By formulas from the objectives, with their sources",
        checkedBy: "npm run tandem -- assess --only capacity",
      },
      {
        question: "How do you keep it so?",
        answer: "Benchmarks beside a control of the same run",
        checkedBy: "npm run bench",
      },
    ],
  },
  {
    name: "Cost optimisation",
    answers: [
      {
        question: "How do you know what it costs?",
        answer: "A monthly estimate in every synth; what has no price is never zero",
        checkedBy: "npm run tandem -- assess --only cost",
      },
      {
        question: "How do you match supply with demand?",
        answer: "Autoscaling, spot for what retries, advice on sizes",
        checkedBy: "npm run tandem -- assess --only cost",
      },
    ],
  },
  {
    name: "Sustainability",
    answers: [
      {
        question: "How do you use no more than you need?",
        answer: "Graviton, consolidation, a standby in part",
        checkedBy: "npm run tandem -- assess --only capacity",
      },
      {
        question: "How do you keep no more data than you need?",
        answer: "Lifecycles on every bucket and log group",
        checkedBy: "npm run proof:terraform",
      },
    ],
  },
];
