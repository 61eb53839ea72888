// A digest is a function of its text alone, which is all that this folder asks of `node:crypto`.
import { hash } from "node:crypto";

/** SHA-256 of a text's UTF-8 bytes: 64 hexadecimal digits, as `sha256sum` prints them. */
export const sha256 = (text: string): string => hash("sha256", text);
