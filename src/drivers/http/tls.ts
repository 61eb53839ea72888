// TLS of this process, once TANDEM_TLS_DIRECTORY names a directory with tls.crt, tls.key and ca.crt: what it serves, and whom its
// own requests to other processes believe. Certificates are renewed under a running process: the directory is watched, and looked
// at each minute because a watch may miss a change of the symbolic links that Kubernetes makes.

import { createPrivateKey, X509Certificate } from "node:crypto";
import { type FSWatcher, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { EXIT, Refused } from "../../core/errors.ts";

export const TLS_DIRECTORY_VARIABLE = "TANDEM_TLS_DIRECTORY";
const FILES = { certificate: "tls.crt", key: "tls.key", authority: "ca.crt" } as const;
const LOOK_EVERY_MS = 60_000;
/** A renewal changes three files: they are read when nothing has changed for so long. */
const SETTLED_MS = 100;

type TlsMaterial = { certificate: string; key: string; authority: string; validTo: number };

/** Goes to `createServer` of node:https and to `setSecureContext`. */
export const serverOptions = ({ certificate, key }: TlsMaterial) =>
  ({ cert: certificate, key, minVersion: "TLSv1.2" }) as const;

type ProcessTls = {
  material(): TlsMaterial;
  /** Called with each renewed certificate; returns the way to stop listening. While somebody listens, the files are watched. */
  onRenewed(listener: (material: TlsMaterial) => void): () => void;
};

let opened: { directory: string; tls: ProcessTls } | undefined;
let troubleListener: (because: string) => void = () => undefined;

/** A renewal that can't be used is told here; the certificate before it stays. */
export function onTlsTrouble(listener: (because: string) => void): void {
  troubleListener = listener;
}

/** undefined where no TLS is asked for. Throws `Refused` where the files don't make one. */
export function tlsOfProcess(): ProcessTls | undefined {
  const directory = process.env[TLS_DIRECTORY_VARIABLE];
  if (directory === undefined || directory === "") return undefined;
  if (opened?.directory !== directory) opened = { directory, tls: openTls(directory) };
  return opened.tls;
}

/** Reads and checks the three files of a directory. */
export function readTlsMaterial(directory: string): TlsMaterial {
  const [certificate, key, authority] = [FILES.certificate, FILES.key, FILES.authority].map((name) =>
    readText(join(directory, name)),
  ) as [string, string, string];
  const leaf = parsed(join(directory, FILES.certificate), () => new X509Certificate(certificate));
  const own = parsed(join(directory, FILES.key), () => createPrivateKey(key));
  parsed(join(directory, FILES.authority), () => new X509Certificate(authority));
  if (!leaf.checkPrivateKey(own)) {
    throw new Refused(
      `The key in ${join(directory, FILES.key)} isn't that of the certificate beside it. Put both of one issue there.`,
      EXIT.missing,
    );
  }
  return { certificate, key, authority, validTo: leaf.validToDate.getTime() };
}

function openTls(directory: string): ProcessTls {
  let material = readTlsMaterial(directory);
  const listeners = new Set<(material: TlsMaterial) => void>();
  const systems = getCACertificates("default");
  const believe = (): void => setDefaultCACertificates([...systems, material.authority]);
  believe();
  const look = (): void => {
    let next: TlsMaterial;
    try {
      next = readTlsMaterial(directory);
    } catch (error) {
      troubleListener((error as Error).message);
      return;
    }
    const same = (["certificate", "key", "authority"] as const).every((part) => next[part] === material[part]);
    if (same) return;
    material = next;
    believe();
    for (const listener of listeners) listener(material);
  };
  let watching: Watching | undefined;
  return {
    material: () => material,
    onRenewed(listener) {
      listeners.add(listener);
      watching ??= startWatching(directory, look);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        watching?.stop();
        watching = undefined;
      };
    },
  };
}

type Watching = { stop(): void };

/** Keeps no process alive. */
function startWatching(directory: string, look: () => void): Watching {
  let settling: NodeJS.Timeout | undefined;
  const soon = (): void => {
    clearTimeout(settling);
    settling = setTimeout(look, SETTLED_MS).unref();
  };
  const each = setInterval(look, LOOK_EVERY_MS).unref();
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(directory, { persistent: false }, soon).on("error", () => undefined);
  } catch {
    // Some file systems can't be watched: the minute's look finds it.
  }
  return {
    stop() {
      clearTimeout(settling);
      clearInterval(each);
      watcher?.close();
    },
  };
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Refused(
      `${file} can't be read. ${TLS_DIRECTORY_VARIABLE} names a directory with tls.crt, tls.key and ca.crt.`,
      EXIT.missing,
      { cause },
    );
  }
}

function parsed<T>(file: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    throw new Refused(`${file} isn't readable as PEM.`, EXIT.missing, { cause });
  }
}
