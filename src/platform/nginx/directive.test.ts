import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { block, commented, directive, NginxSyntaxError, pattern, withVariables, written } from "./directive.ts";

const ESCAPES: Record<string, string> = { '"': '"', "'": "'", "\\": "\\", t: "\t", r: "\r", n: "\n" };

/** Tokens as ngx_conf_read_token makes them: quotes and backslashes undone. One directive, without blocks. */
function tokens(text: string): string[] {
  const found: string[] = [];
  let at = 0;
  while (at < text.length) {
    const here = text[at]!;
    if (here === " ") at += 1;
    else if (here === ";") return found;
    else {
      const quote = here === '"' || here === "'" ? here : undefined;
      if (quote) at += 1;
      let word = "";
      while (at < text.length && (quote ? text[at] !== quote : !" ;".includes(text[at]!))) {
        const meant = text[at] === "\\" ? ESCAPES[text[at + 1] ?? ""] : undefined;
        if (meant) at += 1;
        word += meant ?? text[at];
        at += 1;
      }
      if (quote) at += 1;
      found.push(word);
    }
  }
  throw new Error(`no semicolon in ${text}`);
}

const plain = fc.string({ unit: "grapheme-ascii", minLength: 0, maxLength: 40 }).filter((text) => !text.includes("$"));

test("whatever is written literally is read literally", () => {
  fc.assert(
    fc.property(fc.array(plain, { minLength: 1, maxLength: 4 }), (args) => {
      assert.deepEqual(tokens(written([directive("add_header", ...args)])), ["add_header", ...args]);
    }),
  );
});

test("patterns keep their backslashes, whatever they are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 40 }), (text) => {
      assert.deepEqual(tokens(written([directive("rewrite", pattern(text))])), ["rewrite", text]);
    }),
  );
});

test("a literal dollar is refused, since Nginx would take it for a variable", () => {
  assert.throws(() => written([directive("add_header", "Price", "$5")]), NginxSyntaxError);
  assert.equal(written([directive("set", withVariables("$a"), withVariables("$host"))]), "set $a $host;\n");
});

test("a line can't be broken out of, not even by a comment", () => {
  for (const text of ["a\nb", "a\rb", "a\u0000b"]) {
    assert.throws(() => written([directive("error_log", text)]), NginxSyntaxError);
    assert.throws(() => written([commented(text, directive("aio", "on"))]), NginxSyntaxError);
  }
});

test("blocks are indented and an empty one is written as such", () => {
  const tree = block("http", [], [block("server", [], [directive("listen", 80)]), block("events", [], [])]);
  assert.equal(written([tree], ["Made."]), "# Made.\nhttp {\n  server {\n    listen 80;\n  }\n  events {}\n}\n");
});
