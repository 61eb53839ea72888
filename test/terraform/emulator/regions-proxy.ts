// Stands before the emulator and knows regions: AWS requests are signed for one, and that is where they would go. A region
// can be made dead, and who asked which region is counted.
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export type RegionsProxy = {
  readonly url: string;
  /** Requests of these regions are cut off, as a dead region's are. */
  setDead(regions: readonly string[]): void;
  /** Requests for each region since the last asking. */
  takeCounts(): ReadonlyMap<string, number>;
  close(): Promise<void>;
};

/** "AWS4-HMAC-SHA256 Credential=AKIA…/20261121/ap-south-1/rds/aws4_request, …" → "ap-south-1". */
export const regionOf = (authorization: string | undefined): string =>
  /Credential=[^/]+\/\d{8}\/([a-z0-9-]+)\//.exec(authorization ?? "")?.[1] ?? "unsigned";

export function startRegionsProxy(port: number, emulatorPort: number): Promise<RegionsProxy> {
  let dead = new Set<string>();
  let counts = new Map<string, number>();
  // One connection each: moto drops idle ones, and the provider takes that for a fault.
  const agent = new Agent({ keepAlive: false });
  const server = createServer((asked, answer) => {
    const region = regionOf(asked.headers.authorization);
    counts.set(region, (counts.get(region) ?? 0) + 1);
    if (dead.has(region)) {
      asked.socket.destroy();
      return;
    }
    const forwarded = request(
      { host: "127.0.0.1", port: emulatorPort, method: asked.method, path: asked.url, headers: asked.headers, agent },
      (got) => {
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
      },
    );
    forwarded.on("error", () => asked.socket.destroy());
    asked.pipe(forwarded);
  });
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => {
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        setDead(regions) {
          dead = new Set(regions);
        },
        takeCounts() {
          const taken = counts;
          counts = new Map();
          return taken;
        },
        close: () =>
          new Promise((closed) => {
            server.closeAllConnections();
            server.close(() => closed());
          }),
      });
    });
  });
}
