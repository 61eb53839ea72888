// `npm run proof:pipelines`: the pipelines of every shipped blueprint, judged by their systems' own schemas and parsers. First
// each judge is shown what it must refuse.
import { LINTERS, Missing } from "./linters.ts";
import { renderedPipelines } from "./rendered.ts";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  process.exitCode = (await prove()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  say(error.message);
  process.exitCode = 1;
}

async function prove(): Promise<boolean> {
  const began = performance.now();
  const rendered = await renderedPipelines();
  let well = true;
  for (const { name, reads, judge, broken } of LINTERS) {
    let refused = 0;
    for (const [what, path, text, says] of broken) {
      const found = (await judge(new Map([[path, text]]))).join("\n");
      if (says.test(found)) {
        refused += 1;
        continue;
      }
      well = false;
      say(`${name} lets through ${what}: ${found === "" ? "it found nothing" : found}`);
    }
    // Most blueprints have the same scripts: each text is judged once.
    const known = new Set<string>();
    let judged = 0;
    for (const one of rendered) {
      const files = new Map([...one.files].filter(([path, text]) => reads(path) && !known.has(`${path}\n${text}`)));
      if (files.size === 0) continue;
      for (const [path, text] of files) known.add(`${path}\n${text}`);
      judged += files.size;
      const found = await judge(files);
      if (found.length === 0) continue;
      well = false;
      say(`${one.name}:\n${found.join("\n")}`);
    }
    say(`${name}: ${judged} different files judged, ${refused} of ${broken.length} broken ones refused.`);
  }
  say(`${well ? "All is well" : "Not all is well"}, after ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  return well;
}
