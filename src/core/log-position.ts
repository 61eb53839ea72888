// A position in a database's log, as PostgreSQL writes it: two hexadecimal halves of 64 bits, "0/3000148".

/** Orders and subtracts as a number; never mixed up with one, since it is a bigint. */
export type LogPosition = bigint;

const PATTERN = /^([0-9A-Fa-f]{1,8})\/([0-9A-Fa-f]{1,8})$/;

/** undefined where the text isn't a position. */
export function parsePosition(text: string): LogPosition | undefined {
  const [, high, low] = PATTERN.exec(text) ?? [];
  if (high === undefined || low === undefined) return undefined;
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

export function printPosition(position: LogPosition): string {
  return `${(position >> 32n).toString(16).toUpperCase()}/${(position & 0xffffffffn).toString(16).toUpperCase()}`;
}
