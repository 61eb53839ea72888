// The few shapes that every part of the blueprint's schema is made of. A field's `describe` text is its documentation:
// the manual's reference and the file that `tandem init` writes are both made from it.
import { z } from "zod";

/** A part of the blueprint that may be left out whole: every field in it then takes its own default. */
export const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape).prefault({} as never);

type NoFields = Record<never, never>;

/** One of several ways to do a thing, told apart by `kind`; only one of them applies. */
export const way = <Kind extends string, Shape extends z.ZodRawShape = NoFields>(kind: Kind, shape?: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...(shape as Shape) });

const CIDR = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

export const cidr = (shortest: number, longest: number) =>
  z.string().refine((text) => isCidr(text, shortest, longest), {
    error: (issue) =>
      `${JSON.stringify(issue.input)} isn't an IPv4 range on its own boundary between /${shortest} and /${longest}; write one like "10.0.0.0/16"`,
  });

function isCidr(text: string, shortest: number, longest: number): boolean {
  const found = CIDR.exec(text);
  if (!found) return false;
  const octets = found.slice(1, 5).map(Number);
  const prefix = Number(found[5]);
  if (octets.some((octet) => octet > 255) || prefix < shortest || prefix > longest) return false;
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return address % 2 ** (32 - prefix) === 0;
}

/** A name that AWS, Kubernetes and DNS all accept. */
export const label = (longest = 40) =>
  z.string().regex(new RegExp(`^[a-z]([a-z0-9-]{0,${longest - 2}}[a-z0-9])?$`), {
    error: (issue) =>
      `${JSON.stringify(issue.input)} isn't a name; use up to ${longest} lower-case letters, digits and hyphens, beginning with a letter`,
  });

export const domainName = z.string().regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/, {
  error: (issue) => `${JSON.stringify(issue.input)} isn't a domain name; write one like "analytics.example.com"`,
});

export const emailAddress = z.string().regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, {
  error: (issue) => `${JSON.stringify(issue.input)} isn't an e-mail address; write one like "platform@example.com"`,
});

export const count = (least: number, most: number) => z.number().int().min(least).max(most);
export const share = () => z.number().min(0).max(1);
