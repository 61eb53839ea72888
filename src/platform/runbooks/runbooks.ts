// Everything that people read when something is wrong, written for one platform: `runbooks/` of the output.
import type { Platform } from "../../blueprint/platform.ts";
import type { OutputFile } from "../output-file.ts";
import { breakGlassPage, certificatesPage, quotasPage, scalingPage } from "./account-pages.ts";
import { communicationsPage } from "./communications.ts";
import { argoPage, terraformStatePage } from "./delivery-pages.ts";
import { drillsPage } from "./drills-page.ts";
import { grounds } from "./ground.ts";
import { type Page, type PageRole, pageText } from "./page.ts";
import { planPage } from "./plan-page.ts";
import { rebuildPage } from "./rebuild-page.ts";
import { restorePage } from "./restore-page.ts";
import { secretsPage } from "./secrets-page.ts";
import { alarmsPage, alertsPage } from "./signs-pages.ts";
import { startPage } from "./start-page.ts";

const RUNBOOKS_DIRECTORY = "runbooks";

const PLAN_KINDS = ["fail-over", "switch-over", "evict", "resume", "rejoin"] as const;

/** Who types what no page says it of. */
const ADMINISTRATOR: PageRole = { kind: "administrator" };

/** Every page, in the order in which a person would read them. */
export function runbookPages(platform: Platform): readonly Page[] {
  const pages = [
    ...planPages(platform),
    rebuildPage(platform),
    alarmsPage(platform),
    alertsPage(platform),
    communicationsPage(platform),
    restorePage(platform),
    secretsPage(platform),
    certificatesPage(platform),
    scalingPage(platform),
    quotasPage(platform),
    terraformStatePage(platform),
    argoPage(platform),
    breakGlassPage(platform),
    drillsPage(platform),
  ];
  return [startPage(platform, pages), ...pages].map((page) => ({ role: ADMINISTRATOR, ...page }));
}

/** Of each plan one page per region that may act; a region that is built anew has no plans but that. */
function planPages(platform: Platform): readonly Page[] {
  if (platform.recovery.approach === "backup-restore") return [];
  const [toStandby, toPrimary] = grounds(platform);
  return [
    ...PLAN_KINDS.flatMap((kind) => [planPage(kind, toStandby), planPage(kind, toPrimary)]),
    planPage("fail-back", toPrimary),
    planPage("readmit", toStandby),
  ];
}

export const runbookFiles = (platform: Platform): readonly OutputFile[] =>
  runbookPages(platform).map((page) => ({
    path: `${RUNBOOKS_DIRECTORY}/${page.name}.md`,
    text: pageText(page),
    why: page.why,
  }));
