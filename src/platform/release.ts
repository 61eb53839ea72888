// A release: one built version of the program, named by what it is made of. Pipelines write it when they have built the
// image; `tandem synth --release FILE` reads it. Without one the manifests name an image that no cluster admits.
import { EXIT, Refused } from "../core/errors.ts";

/** The one image of all workloads. */
export const IMAGES_BUILT = ["app"] as const;
export type BuiltImage = (typeof IMAGES_BUILT)[number];

export type Release = {
  /** Such as "1.4.0": the image's tag, which is never moved. */
  readonly version: string;
  /** Of the source, all forty digits. */
  readonly commit: string;
  /** Such as "sha256:…" of the index over both architectures. */
  readonly images: Readonly<Record<BuiltImage, string>>;
};

const FIELDS = ["version", "commit", "images"];
/** A registry's tag: what Semantic Versioning allows, without "+", which no tag may hold. */
const VERSION = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const COMMIT = /^[0-9a-f]{40}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** `from` says where the text was read, for the error. Throws Refused that names every field that is wrong. */
export function parseRelease(text: string, from: string): Release {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw refused(from, ["it isn't JSON"], cause);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw refused(from, ["it isn't an object"]);
  const given = value as Record<string, unknown>;
  const images = given.images;
  const wrong = [
    ...Object.keys(given)
      .filter((field) => !FIELDS.includes(field))
      .map((field) => `${field}: no such field`),
    ...mismatch("version", given.version, VERSION, "a version such as 1.4.0"),
    ...mismatch("commit", given.commit, COMMIT, "a commit's forty hexadecimal digits"),
    ...(typeof images === "object" && images !== null
      ? digestsWrong(images as Record<string, unknown>)
      : ["images: must hold a digest for each image"]),
  ];
  if (wrong.length > 0) throw refused(from, wrong);
  return given as Release;
}

function digestsWrong(images: Record<string, unknown>): string[] {
  const unknown = Object.keys(images).filter((name) => !(IMAGES_BUILT as readonly string[]).includes(name));
  return [
    ...unknown.map((name) => `images.${name}: no image of that name is built here`),
    ...IMAGES_BUILT.flatMap((name) =>
      mismatch(`images.${name}`, images[name], DIGEST, "sha256: and sixty-four hexadecimal digits"),
    ),
  ];
}

const mismatch = (field: string, value: unknown, shape: RegExp, wanted: string): string[] =>
  typeof value === "string" && shape.test(value) ? [] : [`${field} = ${JSON.stringify(value)}: must be ${wanted}`];

const refused = (from: string, wrong: readonly string[], cause?: unknown): Refused =>
  new Refused(
    `${from} is no release: ${wrong.join("; ")}. The build writes it: {"version": …, "commit": …, "images": {"app": "sha256:…"}}.`,
    EXIT.badInput,
    cause === undefined ? undefined : { cause },
  );
