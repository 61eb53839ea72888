// What a guardian tells of its region's lease, voters and database when it is scraped: the state that it has anyway.

import { join } from "node:path";
import type { RegionLayout } from "../../core/installation.ts";
import type { RegisterFile } from "../../drivers/register/register-file.ts";
import { listSalts } from "../../drivers/salts/salt-files.ts";
import type { MetricsRegistry } from "../../drivers/telemetry/registry.ts";
import type { DatabaseStatus } from "./database-watch.ts";
import type { LeaseDriver } from "./lease-driver.ts";

type Parts = {
  region: RegionLayout;
  register: RegisterFile;
  lease: Pick<LeaseDriver, "view">;
  database: { status(): DatabaseStatus };
};

export function tellOfGuardian(metrics: MetricsRegistry, { region, register, lease, database }: Parts): void {
  metrics.onScrape(async (tell) => {
    const { epoch, open, remainingMs, votes, solo } = lease.view();
    tell("tandem_lease_held", {}, remainingMs !== null && remainingMs > 0);
    tell("tandem_lease_remaining_seconds", {}, (remainingMs ?? 0) / 1_000);
    tell("tandem_lease_epoch", {}, epoch);
    tell("tandem_lease_open", {}, open);
    tell("tandem_voters_answering", {}, votes.filter(({ kind }) => kind === "register").length);
    tell("tandem_solo", {}, open && solo.marked > 0);
    const { state, lagMs, lagBytes } = database.status();
    tell("tandem_relational_up", {}, state !== "down");
    tell("tandem_relational_primary", {}, state === "primary");
    tell("tandem_relational_lag_seconds", {}, lagMs === null ? null : lagMs / 1_000);
    tell("tandem_relational_lag_bytes", {}, lagBytes);
    const [vote, salts] = await Promise.all([register.read(), listSalts(join(region.directory, "salts"))]);
    tell("tandem_voter_votes", {}, vote.kind === "register");
    tell("tandem_salts", {}, salts.length);
  });
}
