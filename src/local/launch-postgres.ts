// PostgreSQL as a supervised process: made where there is none, started, stopped fast and, if that takes too long, at once.

import { join } from "node:path";
import type { Installation, RegionLayout } from "../core/installation.ts";
import { ensureCluster, startPostgres } from "../drivers/postgres/cluster.ts";
import { openOutputFile } from "../drivers/process/output-file.ts";
import type { Ending, Launch } from "./supervised-process.ts";

export function launchPostgres(installation: Installation, region: RegionLayout, runDirectory: string): Launch {
  return async () => {
    const output = openOutputFile(join(runDirectory, "postgres.log"));
    const line = (text: string) => output.write(`${text}\n`);
    const exited = Promise.withResolvers<Ending>();
    try {
      await ensureCluster({ installation, region, onStep: line });
      const server = await startPostgres({
        installation,
        region,
        onLine: line,
        onExit({ code, signal, lastLine }) {
          const how = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
          exited.resolve({ kind: "died", detail: lastLine ? `${how}: ${lastLine}` : how });
        },
      });
      exited.promise.then(() => output.close());
      return {
        pid: server.pid,
        ready: Promise.resolve(),
        exited: exited.promise,
        stop: () => void server.stop("fast").catch(() => server.stop("immediate").catch(() => {})),
      };
    } catch (error) {
      line(error instanceof Error ? error.message : String(error));
      output.close();
      throw error;
    }
  };
}
