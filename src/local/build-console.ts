// Builds the console into web/dist, as `tandem up` would at its first start; the image's build runs it.
import { fileURLToPath } from "node:url";
import { ensureConsole } from "./console-build.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const built = await ensureConsole(root);
process.stdout.write(built ? "The console is built.\n" : "The console was built already.\n");
