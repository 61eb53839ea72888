// A program that a region runs outside its cluster: its text lies beside the Terraform for people to read, and its
// archive goes to the region's own bucket, where Lambda and Synthetics take it from.
import { zipBase64 } from "../../archive/zip.ts";
import { RECORDS_PREFIXES } from "../../names/safety.ts";
import { terraformName } from "../language/identifier.ts";
import type { ResourceHandle } from "../language/stack.ts";
import { at } from "../lookout.ts";
import type { Records } from "./records.ts";

/** `path` is the program's place in its archive. Each change of the text is a new version of the object. */
export function uploadProgram(
  { bucket, versioning, lookout }: Records,
  file: string,
  program: { readonly name: string; readonly path: string; readonly text: string },
): ResourceHandle<"aws_s3_object"> {
  const { stack } = lookout;
  stack.asset(`code/${program.name}.js`, program.text);
  const archive = stack.asset(`code/${program.name}.zip.b64`, zipBase64({ [program.path]: program.text }));
  return stack.file(file, "").resource(
    "aws_s3_object",
    terraformName(program.name),
    {
      bucket: bucket.id,
      key: `${RECORDS_PREFIXES.code}/${program.name}.zip`,
      content_base64: archive,
      content_type: "application/zip",
    },
    {
      ...at(lookout),
      dependsOn: versioning ? [versioning] : [],
      comment: `The archive of code/${program.name}.js, which lies beside this file; the same text is the same bytes.`,
    },
  );
}
