// The file tree that the Dockerfile describes, made without Docker: each stage a directory of its own, COPY by copying what
// .dockerignore lets through, RUN by the shell in the stage's working directory. What is not the same as in a builder: the
// shell's own programs are this machine's, and no base image lies below the tree.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { Stage } from "./dockerfile.ts";

export type Assembled = { readonly tree: string; readonly commands: number; readonly copies: number };

/** `work`: an empty directory; `arguments_`: values of ARG. */
export function assemble(
  context: string,
  stages: readonly Stage[],
  work: string,
  arguments_: Readonly<Record<string, string>>,
): Assembled {
  const lets = ignore(readFileSync(join(context, ".dockerignore"), "utf8"));
  const rootOf = (name: string) => join(work, name);
  let commands = 0;
  let copies = 0;
  for (const { name, steps } of stages) {
    const root = rootOf(name);
    mkdirSync(root, { recursive: true });
    let at = "/";
    const here = (path: string) => join(root, path.startsWith("/") ? path : join(at, path));
    for (const step of steps) {
      if (step.do === "workdir") {
        at = step.path;
        mkdirSync(here("."), { recursive: true });
      } else if (step.do === "run") {
        commands += 1;
        run(step.line, here("."), arguments_);
      } else if (step.do === "copy") {
        for (const source of step.sources) {
          copies += 1;
          const from = step.from === null ? join(context, source) : join(rootOf(step.from), source);
          if (!existsSync(from)) throw new Error(`${name} copies ${source}, which isn't there: ${from}`);
          const into =
            step.to.endsWith("/") && !statSync(from).isDirectory()
              ? join(here(step.to), basename(source))
              : here(step.to);
          mkdirSync(dirname(into), { recursive: true });
          const filter =
            step.from === null
              ? (path: string) => lets(relative(context, path), statSync(path).isDirectory())
              : () => true;
          cpSync(from, into, { recursive: true, verbatimSymlinks: true, filter });
        }
      }
    }
  }
  return { tree: rootOf("final"), commands, copies };
}

function run(line: string, directory: string, arguments_: Readonly<Record<string, string>>): void {
  const done = spawnSync("sh", ["-ec", line], {
    cwd: directory,
    encoding: "utf8",
    env: { ...process.env, ...arguments_, PATH: `${dirname(process.execPath)}:${process.env.PATH}` },
  });
  if (done.status !== 0) throw new Error(`RUN ${line}\n${done.stdout}${done.stderr}`);
}

/** Docker's rules: the last line that fits a path, or a directory above it, decides. */
export function ignore(text: string): (path: string, isDirectory: boolean) => boolean {
  const rules = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ lets: line.startsWith("!"), pattern: fitting(line.replace(/^!/, "")) }));
  return (path) => {
    let lets = true;
    for (const rule of rules) {
      const fits = path.split("/").some((_, index, all) => rule.pattern.test(all.slice(0, index + 1).join("/")));
      if (fits) lets = rule.lets;
    }
    return lets;
  };
}

/** Unlike a shell's, a star fits a leading dot too. */
const fitting = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^$(){}|[\]\\]/g, "\\$&")
      .replaceAll("**/", "\0")
      .replaceAll("*", "[^/]*")
      .replaceAll("\0", "(?:.*/)?")}$`,
  );
