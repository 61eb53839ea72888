// Who asks: the client's own address, and the key that it shows. An address is believed only from the load balancer and,
// behind a delivery network, from that network; a key is taken from where the program takes it, in the same order.
import type { Platform } from "../../blueprint/platform.ts";
import { SESSION_COOKIE_PREFIX } from "../../core/entrance.ts";
import { type Argument, block, commented, type Directive, directive, withVariables } from "./directive.ts";
import { KEY_FILE, type Place } from "./place.ts";

/** The client's address, whatever stands before the load balancer. */
export const CLIENT = "$client";
/** The key shown, or empty. */
export const KEY = "$key";
/** The address of a client without a key, else empty; and the other way round. Nginx doesn't count what is empty. */
export const UNKEYED_ADDRESS = "$unkeyed_address";
export const KEYED_ADDRESS = "$keyed_address";
/** The address without its last part: what is logged of people who are only counted. */
export const CLIENT_NETWORK = "$client_network";
export const EDGE_KEY_RIGHT = "$edge_key_right";

/** Longer keys are cut: they share a limit rather than fill its memory. */
const KEY_CHARACTERS_MAX = 255;

export const variableOf = (header: string): string => `$http_${header.toLowerCase().replaceAll("-", "_")}`;

/** `when` maps what is looked up to a value: the first pattern that fits, in order. */
function map(source: string, target: string, rows: readonly (readonly [when: string, value: Argument])[]): Directive {
  return block(
    "map",
    [withVariables(source), withVariables(target)],
    rows.map(([when, value]) => directive(when, value)),
  );
}

export function clientDirectives(platform: Platform, place: Place): Directive[] {
  return [
    ...place.balancers.map((range) => directive("set_real_ip_from", range)),
    directive("real_ip_header", "X-Forwarded-For"),
    directive("real_ip_recursive", "off"),
    ...ownAddress(platform),
    commented(
      "An address without its last part, for the log of events: visitors are counted, not kept.",
      map(CLIENT, CLIENT_NETWORK, [
        ["~^(?<network4>\\d+\\.\\d+\\.\\d+)\\.\\d+$", withVariables("$network4.0")],
        ["~^(?<network6>[0-9a-f]*:[0-9a-f]*:[0-9a-f]*):", withVariables("$network6::")],
        ["default", ""],
      ]),
    ),
    ...keys(),
    ...(platform.edge.cdn.kind === "external" ? [directive("include", `${place.live}/${KEY_FILE}`)] : []),
  ];
}

/** With `real_ip`, $remote_addr is whom the load balancer spoke to: the client itself, or the network before us. */
function ownAddress({ edge: { cdn } }: Platform): Directive[] {
  const remote = withVariables("$remote_addr");
  if (cdn.kind === "none") return [map("$remote_addr", CLIENT, [["default", remote]])];
  if (cdn.kind === "cloudfront") {
    return [
      commented(
        "CloudFront sets this header itself, whatever came in; the load balancer admits CloudFront and the checkers alone.",
        map(variableOf("CloudFront-Viewer-Address"), CLIENT, [
          ["~^\\[?(?<viewer>[0-9a-fA-F.:]+?)\\]?:\\d+$", withVariables("$viewer")],
          ["default", remote],
        ]),
      ),
    ];
  }
  const [header, shape] =
    cdn.provider === "akamai"
      ? ["True-Client-IP", "~^1:(?<viewer>[0-9a-fA-F.:]+)$"]
      : // The load balancer put the network's address last, and the network its client's before it.
        ["X-Forwarded-For", "~^1:(?:.*,)?\\s*(?<viewer>[0-9a-fA-F.:]+)\\s*,[^,]+$"];
  return [
    block(
      "geo",
      [withVariables("$from_network")],
      [directive("default", "0"), ...cdn.originRanges.map((range) => directive(range, "1"))],
    ),
    commented(
      "The network tells its client's address. Who comes from elsewhere (the health checkers) may claim nothing.",
      map(`$from_network:${variableOf(header)}`, CLIENT, [
        [shape, withVariables("$viewer")],
        ["default", remote],
      ]),
    ),
  ];
}

function keys(): Directive[] {
  const cut = (capture: string) => `~^(?<${capture}>.{1,${KEY_CHARACTERS_MAX}})`;
  return [
    commented(
      "A key, from where the program takes it: Authorization, X-Write-Key, ?writeKey=, the console's session.",
      map(variableOf("Authorization"), KEY, [
        [cut("key_1"), withVariables("$key_1")],
        ["default", withVariables("$key_of_header")],
      ]),
    ),
    map(variableOf("X-Write-Key"), "$key_of_header", [
      [cut("key_2"), withVariables("$key_2")],
      ["default", withVariables("$key_of_query")],
    ]),
    map("$arg_writeKey", "$key_of_query", [
      [cut("key_3"), withVariables("$key_3")],
      ["default", withVariables("$key_of_session")],
    ]),
    map("$http_cookie", "$key_of_session", [
      [`~(?:^|;\\s*)${SESSION_COOKIE_PREFIX}\\d+=(?<key_4>[^;]{1,${KEY_CHARACTERS_MAX}})`, withVariables("$key_4")],
      ["default", ""],
    ]),
    map(KEY, UNKEYED_ADDRESS, [
      ["", withVariables(CLIENT)],
      ["default", ""],
    ]),
    map(KEY, KEYED_ADDRESS, [
      ["", ""],
      ["default", withVariables(CLIENT)],
    ]),
  ];
}

/** The file KEY_FILE: one header and its secret. The prefix keeps a secret from being read as a pattern. */
export const edgeKeyMap = (header: string, rows: readonly string[]): Directive =>
  map(`key:${variableOf(header)}`, EDGE_KEY_RIGHT, [
    ["default", "0"],
    ...rows.map((key) => [`key:${key}`, "1"] as const),
  ]);

export const guardOfNetwork = (platform: Platform): Directive[] =>
  platform.edge.cdn.kind === "external"
    ? [block("if", [withVariables(`(${EDGE_KEY_RIGHT}`), "=", "0)"], [directive("return", 403)])]
    : [];
