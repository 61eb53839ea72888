// Both regions, the edge and the witness, as they are now.

import { installationSchema } from "../../app/catalogue/bodies.ts";
import { type Endpoint, endpoint } from "./endpoint.ts";

const regions = endpoint({
  method: "GET",
  path: "/regions",
  summary: "The state of the installation: roles, health, replication, freshness, processes",
  access: "session",
  changes: false,
  answer: { status: 200, description: "The state.", schema: installationSchema },
  handle: async ({ c, parts }) => c.json(await parts.installationStatus()),
});

export const regionEndpoints: Endpoint[] = [regions];
