// The way of an event, of a question, of a change and of a task through one region, and what goes to the other one.
import type { Platform } from "../../blueprint/platform.ts";
import type { WorkloadName } from "../../blueprint/workloads.ts";
import { type Box, boxHeight, type Drawing, type Line, type Look, type Point, type Rectangle } from "./drawing.ts";

const MARGIN = 24;
const BOX = { width: 150, height: boxHeight(1) } as const;
const STEP = BOX.width + 110;
const LANE = 128;
const TOP = 96;
const LANE_TITLE = 30;

type Stop = { readonly title: string; readonly says: string; readonly look: Look };
type Lane = { readonly title: string; readonly stops: readonly Stop[]; readonly between: readonly string[] };

export function dataFlowsPicture(platform: Platform): Drawing {
  const lanes = lanesOf(platform);
  const columns = Math.max(...lanes.map(({ stops }) => stops.length));
  const drawn = lanes.map((lane, index) => drawLane(lane, TOP + index * LANE));
  return {
    title: `${platform.name}: the way of an event, a question, a change and a task`,
    width: 2 * MARGIN + columns * STEP - (STEP - BOX.width),
    height: TOP + lanes.length * LANE + MARGIN,
    frames: [],
    boxes: drawn.flatMap(({ boxes }) => boxes),
    lines: drawn.flatMap(({ lines }) => lines),
    words: [
      { at: { x: MARGIN, y: 34 }, text: "How data goes through a region", look: "title" },
      {
        at: { x: MARGIN, y: 60 },
        text: "Both regions take events at all times; the active one takes changes.",
        look: "plain",
      },
      ...lanes.map(({ title }, index) => ({
        at: { x: MARGIN, y: TOP + index * LANE + 14 },
        text: title,
        look: "head" as const,
      })),
    ],
  };
}

function drawLane({ stops, between }: Lane, y: number): { boxes: Box[]; lines: Line[] } {
  const places: Rectangle[] = stops.map((_, index) => ({ x: MARGIN + index * STEP, y: y + LANE_TITLE, ...BOX }));
  const middle = (place: Rectangle, side: "left" | "right"): Point => ({
    x: side === "left" ? place.x : place.x + place.width,
    y: place.y + place.height / 2,
  });
  return {
    boxes: stops.map(({ title, says, look }, index) => ({
      at: places[index] as Rectangle,
      title,
      lines: [says],
      look,
    })),
    lines: between.map((text, index): Line => {
      const [from, to] = [places[index] as Rectangle, places[index + 1] as Rectangle];
      const [start, end] = [middle(from, "right"), middle(to, "left")];
      return {
        path: [start, end],
        look: "flow",
        label: { text, at: { x: (start.x + end.x) / 2, y: start.y - 12 } },
      };
    }),
  };
}

function lanesOf(platform: Platform): Lane[] {
  const { data, edge, workloads } = platform;
  const has = (name: WorkloadName) => workloads.some((workload) => workload.name === name);
  const entry: Stop = {
    title: edge.cdn.kind === "none" ? "Load balancer" : edge.cdn.kind === "cloudfront" ? "CloudFront" : "CDN",
    says: "WAF, TLS, limits",
    look: "entry",
  };
  const log: Stop =
    data.stream.kind === "msk"
      ? { title: "MSK", says: "in three zones", look: "store" }
      : { title: "Event log", says: "on its volume", look: "store" };
  const lake: Stop = { title: "Lake", says: "Parquet in S3", look: "store" };
  const compute = (name: WorkloadName, says: string): Stop => ({ title: name, says, look: "compute" });
  const lanes: Lane[] = [
    {
      title: "An event",
      stops: [
        { title: "SDK", says: "browser or server", look: "outside" },
        entry,
        compute("collector", "durable, then 200"),
        log,
        compute("lake-writer", "each exactly once"),
        lake,
      ],
      between: ["POST /v1", "collect.", "append", "read", "write"],
    },
    {
      title: "A question",
      stops: [
        { title: "Analyst", says: "console or API", look: "outside" },
        entry,
        compute("console", "who may ask what"),
        compute("query", "DuckDB"),
        lake,
      ],
      between: ["question", "app., api.", "ask", "read"],
    },
    {
      title: "A change",
      stops: [
        { title: "Person", says: "projects, keys", look: "outside" },
        entry,
        compute("console", "active region only"),
        { title: "PostgreSQL", says: "journalled", look: "store" },
        compute("guardian", "confirms the lease"),
      ],
      between: ["change", "app., api.", "COMMIT", "then asks"],
    },
  ];
  if (has("worker"))
    lanes.push({
      title: "A task",
      stops: [
        compute("scheduler", "when it is due"),
        {
          title: data.queues.kind === "sqs" ? "SQS" : data.queues.kind === "redis" ? "Redis" : "Catalogue",
          says: "at least once",
          look: "store",
        },
        compute("worker", "effect once"),
        { title: "Reports", says: "S3", look: "store" },
      ],
      between: ["put", "take", "write"],
    });
  lanes.push({
    title: "The other region",
    stops: [
      { ...log, says: "the other region's" },
      compute("mirror", "each exactly once"),
      { ...log, says: "this region's" },
    ],
    between: ["read", "append"],
  });
  return lanes;
}
