// Sees to it that every epoch in which this region takes changes has its row, also one that its guardian merely took again: a
// reader that has a token of that epoch waits for the row.

import type { Installation } from "../../core/installation.ts";
import type { RegionName } from "../../core/origin.ts";
import type { World } from "../../recovery/plan/world.ts";
import { adminClient } from "../postgres/connect.ts";
import { recordEpoch } from "../postgres/promote.ts";

export type EpochRecorder = {
  /** Called with each observation; never awaited, and a failure is tried again at the next one. */
  seen(world: World): void;
};

const QUERY_MS_MAX = 2_000;

export function recordEpochs(
  installation: Installation,
  region: RegionName,
  onRecorded: (epoch: number) => void,
): EpochRecorder {
  const record = async (epoch: number): Promise<void> => {
    const options = { applicationName: "epochs", queryMsMax: QUERY_MS_MAX };
    const client = await adminClient(installation, region, options);
    try {
      await recordEpoch(client, epoch, region);
    } finally {
      void client.end().catch(() => undefined);
    }
  };
  let recorded = 0;
  let recording = false;
  return {
    seen({ parts: { lease } }) {
      if (lease?.state !== "held" || !lease.open || lease.epoch <= recorded || recording) return;
      const { epoch } = lease;
      recording = true;
      record(epoch)
        .then(
          () => {
            recorded = epoch;
            onRecorded(epoch);
          },
          () => {
            // The database isn't ready; the next look finds the epoch without its row again.
          },
        )
        .finally(() => {
          recording = false;
        });
    },
  };
}
