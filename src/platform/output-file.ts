/** One file of the output: where it lies below the output directory, what it says, and why it is there. */
export type OutputFile = { readonly path: string; readonly text: string; readonly why: string };
