import { readExamples } from "../../test/examples.ts";

/** Words that people put around what they say, and that change nothing of it. */
export interface Openings {
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

/** Those of `examples/openings.tsv`. */
export function readOpenings(): Openings {
  const all = readExamples("openings");
  const at = (where: string) => all.filter(({ label }) => label === where).map(({ text }) => text);
  return { before: at("before"), behind: at("behind") };
}
