// A picture before it is text: rectangles, lines and words at places. Tests look at these, so that nothing overlaps and every
// word fits into what it stands in.

export type Point = { readonly x: number; readonly y: number };
export type Rectangle = Point & { readonly width: number; readonly height: number };

/** What a box stands for; each look is a colour and, for those who can't tell colours, a border of its own. */
export type Look = "outside" | "entry" | "compute" | "store" | "vote";
/** `copy`: kept in step before the answer; `late`: follows after it; `flow`: a request or what it carries. */
export type LineLook = "flow" | "copy" | "late";

export type Frame = { readonly at: Rectangle; readonly title: string };
export type Box = {
  readonly at: Rectangle;
  readonly title: string;
  readonly lines: readonly string[];
  readonly look: Look;
};
export type Line = {
  readonly path: readonly [Point, Point, ...Point[]];
  readonly look: LineLook;
  readonly both?: boolean;
  readonly label?: { readonly text: string; readonly at: Point };
};
export type Words = { readonly at: Point; readonly text: string; readonly look: "title" | "plain" | "head" };

export type Drawing = {
  /** What a person who can't see it is told. */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly frames: readonly Frame[];
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly words: readonly Words[];
};

/** Pixels; nothing is smaller than 12. */
export const SIZES = { title: 18, head: 14, plain: 12, linePitch: 16, padding: 10 } as const;
/** Widths of a character as a share of its size, on the wide side for the fonts that systems have. */
const CHARACTER = { plain: 0.56, bold: 0.6 } as const;

export const textWidth = (text: string, size: number, weight: keyof typeof CHARACTER = "plain"): number =>
  Math.ceil(text.length * size * CHARACTER[weight]);

export const boxHeight = (lines: number): number => SIZES.padding * 2 + SIZES.head + lines * SIZES.linePitch;

/** What a label covers, about its middle. */
export function labelRectangle({ text, at }: NonNullable<Line["label"]>): Rectangle {
  const width = textWidth(text, SIZES.plain) + 8;
  return { x: at.x - width / 2, y: at.y - SIZES.plain, width, height: SIZES.plain + 6 };
}

/** Boxes of one row, each as wide as the others, with `gap` between. */
export function row(within: Rectangle, count: number, gap: number): Rectangle[] {
  const width = Math.floor((within.width - gap * (count - 1)) / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => ({
    x: within.x + index * (width + gap),
    y: within.y,
    width,
    height: within.height,
  }));
}

/** `text` in lines of at most `width` pixels. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, SIZES.plain) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
