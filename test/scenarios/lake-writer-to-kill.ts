// A lake writer that writes and merges without a pause, to be killed: a process of its own for lake-kill.test.ts.
// Arguments: root directory, region.

import { testRegion, testWriter } from "../../src/workloads/lake-writer/test-region.ts";

const [root, name] = process.argv.slice(2) as [string, string];
const region = await testRegion(root, name);
const writer = await testWriter(region, {
  rangeLogBytes: 4_000,
  activeEpoch: () => 1,
  mergePolicy: { rawFilesMax: 3, settleMs: 0, quietMs: 0 },
  listPeer: () => region.bucket.list(),
  replacedAgeMs: 0,
});
process.send?.("writing");
await writer.flush("own");
process.send?.("merging");
for (let round = 0; round < 3; round++) await writer.tidy();
process.send?.("done");
await writer.stop();
process.disconnect?.();
