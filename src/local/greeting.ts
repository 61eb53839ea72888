// What `tandem up` says once everything runs: where things are, and what to type next. Commands mean this very installation,
// so they name its directory wherever it isn't the one that a command finds by itself.

export type Greeting = {
  readonly head: string;
  readonly url: string;
  /** Signs one person in, once; undefined while no region is active. */
  readonly signInPath: string | undefined;
  readonly firstRegion: string;
  /** As it was given with --data; undefined where commands find the installation without it. */
  readonly data: string | undefined;
};

export function greetingText({ head, url, signInPath, firstRegion, data }: Greeting): string {
  const command = (words: string): string =>
    `npm run -s tandem -- ${words}${data === undefined ? "" : ` --data ${quoted(data)}`}`;
  const rows = [
    ["Console", url],
    ["Sign in once", signInPath ? `${url}${signInPath}` : `not yet: ${command("sign-in-link")}`],
    ["Send events to", `${url}/v1/batch`],
    ["with a write key", command("projects")],
    ["Import a log", command("import FILE")],
    ["Kill a region", command(`kill ${firstRegion}`)],
    ["Look at it", command("status")],
  ];
  const table = rows.map(([name, text]) => `  ${(name as string).padEnd(18)}${text}`).join("\n");
  return `\n${head}\n\n${table}\n\nCtrl-C stops all of it and keeps the data.\n`;
}

const quoted = (text: string): string => (/^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
