// The four pictures of a platform, each a file that needs nothing else.
import type { Platform } from "../../blueprint/platform.ts";
import type { OutputFile } from "../output-file.ts";
import { dataFlowsPicture } from "./data-flows.ts";
import type { Drawing } from "./drawing.ts";
import { failOverPicture } from "./fail-over.ts";
import { regionsPicture } from "./regions.ts";
import { replicationPicture } from "./replication.ts";
import { svgText } from "./svg.ts";

export const PICTURES: Readonly<
  Record<string, { readonly draw: (platform: Platform) => Drawing; readonly why: string }>
> = {
  regions: { draw: regionsPicture, why: "The regions, their network tiers and the witness, at a glance." },
  "data-flows": { draw: dataFlowsPicture, why: "The way of an event, a question, a change and a task." },
  replication: {
    draw: replicationPicture,
    why: "What is copied between the regions, how, and what may be lost of it.",
  },
  "fail-over": { draw: failOverPicture, why: "The loss of a region step by step, with each step's time." },
};

export const pictureFiles = (platform: Platform): OutputFile[] =>
  Object.entries(PICTURES).map(([name, { draw, why }]) => ({
    path: `pictures/${name}.svg`,
    text: svgText(draw(platform)),
    why,
  }));
