// Text as it may be kept: every IP address in it replaced. The line's number leads back to the file it came from.

import { isIPv6 } from "node:net";

const STAND_IN = "(address)";
const IPV4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\d)/g;
const MAYBE_IPV6 = /(?<![\w:.])[0-9a-f:.]{2,45}(?![\w])/gi;

export function withoutAddresses(text: string): string {
  const hideIpv6 = (found: string): string => {
    const address = found.endsWith("::") ? found : found.replace(/[.:]+$/, "");
    return isIPv6(address) ? STAND_IN + found.slice(address.length) : found;
  };
  return text.replace(MAYBE_IPV6, hideIpv6).replace(IPV4, STAND_IN);
}
