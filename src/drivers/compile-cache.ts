// Compiled code is kept between processes: a command's own types are stripped and its code is parsed once, not at each
// start, and the sixteen processes of an installation share it.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

/** For this process and those that it starts. Where nothing can be written, nothing is kept. */
export function keepCompiledCode(): void {
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("../../node_modules/.cache/tandem", import.meta.url));
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
}
