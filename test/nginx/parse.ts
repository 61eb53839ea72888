// Reads Nginx's language as Nginx does, so that tests look at what a file means and not at how it was written.
export type Parsed = { readonly name: string; readonly args: readonly string[]; readonly children: readonly Parsed[] };

type Token = { readonly text: string; readonly quoted: boolean };
const ESCAPES: Readonly<Record<string, string>> = { '"': '"', "'": "'", "\\": "\\", t: "\t", r: "\r", n: "\n" };

export function parse(text: string): readonly Parsed[] {
  const tokens = tokensOf(text);
  let at = 0;
  const list = (): Parsed[] => {
    const found: Parsed[] = [];
    let words: string[] = [];
    for (; at < tokens.length; at += 1) {
      const { text: word, quoted } = tokens[at]!;
      if (quoted || !";{}".includes(word)) words.push(word);
      else if (word === "}") return found;
      else {
        const [name, ...args] = words;
        if (name === undefined) throw new Error(`"${word}" without a directive`);
        words = [];
        if (word === "{") at += 1;
        found.push({ name, args, children: word === "{" ? list() : [] });
      }
    }
    if (words.length > 0) throw new Error(`"${words.join(" ")}" isn't ended`);
    return found;
  };
  return list();
}

function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const here = text[at]!;
    if (/\s/.test(here)) at += 1;
    else if (here === "#") at = Math.max(text.indexOf("\n", at), at + 1);
    else if (";{}".includes(here)) {
      found.push({ text: here, quoted: false });
      at += 1;
    } else {
      const quote = "\"'".includes(here) ? here : undefined;
      if (quote) at += 1;
      let word = "";
      for (; at < text.length && (quote ? text[at] !== quote : !/[\s;{}]/.test(text[at]!)); at += 1) {
        const meant = text[at] === "\\" ? ESCAPES[text[at + 1] ?? ""] : undefined;
        if (meant !== undefined) at += 1;
        word += meant ?? text[at];
      }
      if (quote) at += 1;
      found.push({ text: word, quoted: quote !== undefined });
    }
  }
  return found;
}

/** Every directive of a name, however deep. */
export const all = (tree: readonly Parsed[], name: string): readonly Parsed[] =>
  tree.flatMap((one) => [...(one.name === name ? [one] : []), ...all(one.children, name)]);

export const child = ({ children }: Parsed, name: string): Parsed | undefined =>
  children.find((one) => one.name === name);
