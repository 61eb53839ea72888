// The tiles under the chart: what is asked for each tab, and where each stands.

import type { Dimension, Metric, Question, Where } from "../../../src/core/question.ts";
import type { Project } from "../../../src/core/resources.ts";
import type { PanelId, View } from "../view/view.ts";
import { BreakdownPanel } from "./breakdown-panel.tsx";
import type { PanelTab, Pick } from "./panel-question.ts";
import { PlacesPanel } from "./places-panel.tsx";

const tab = (id: string, label: string, by: Dimension, second: Metric): PanelTab => ({
  id,
  label,
  by,
  metrics: ["visitors", second],
});

const PAGEVIEWS: Where = { field: "event.type", op: "is", value: ["page", "screen"] };

const PANELS: { id: Exclude<PanelId, "places">; name: string; tabs: PanelTab[] }[] = [
  {
    id: "pages",
    name: "Pages",
    tabs: [
      // Files fetched and custom events have a page as well; this list is of pages seen.
      { ...tab("page", "Pages", "event.page", "pageviews"), where: PAGEVIEWS },
      tab("entry", "Entry pages", "visit.entry_page", "visits"),
      tab("exit", "Exit pages", "visit.exit_page", "visits"),
    ],
  },
  {
    id: "sources",
    name: "Sources",
    tabs: [
      tab("source", "Sources", "visit.source", "visits"),
      tab("channel", "Channels", "visit.channel", "visits"),
      tab("campaign", "Campaigns", "visit.campaign", "visits"),
    ],
  },
  {
    id: "systems",
    name: "Systems",
    tabs: [
      tab("browser", "Browsers", "visit.browser", "visits"),
      tab("os", "Systems", "visit.os", "visits"),
      tab("device", "Devices", "visit.device", "visits"),
    ],
  },
];
const EVENTS: PanelTab = {
  id: "events",
  label: "Events",
  by: "event.name",
  metrics: ["visitors", "events"],
  where: { field: "event.type", op: "is", value: ["track"] },
  empty: "No custom events here. Send one with analytics.track(“Signed up”).",
};

type Props = {
  project: Project;
  view: View;
  common: Partial<Question>;
  beat: number;
  onPick: Pick;
  onChange: (part: Partial<View>, options?: { replace?: boolean }) => void;
};

export function Panels({ project, view, common, beat, onPick, onChange }: Props) {
  const open = (panel: PanelId) => (id: string) => onChange({ tabs: { ...view.tabs, [panel]: id } }, { replace: true });
  const shared = { project: project.id, common, beat, onPick };
  const [pages, sources, systems] = PANELS.map((panel) => (
    <BreakdownPanel
      key={panel.id}
      {...shared}
      name={panel.name}
      tabs={panel.tabs}
      open={view.tabs[panel.id]}
      onOpen={open(panel.id)}
    />
  ));
  return (
    <div className="panels">
      {pages}
      {sources}
      <PlacesPanel {...shared} open={view.tabs.places} onOpen={open("places")} />
      {systems}
      <div className="panel-wide">
        <BreakdownPanel {...shared} name="Events" tabs={[EVENTS]} open="events" onOpen={() => {}} />
      </div>
    </div>
  );
}
