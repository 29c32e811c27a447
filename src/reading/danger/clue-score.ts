import { PatternBook } from "../../language/pattern-book.ts";
import type { Utterance } from "../../language/utterance.ts";
import { DANGER_CLASSES } from "./danger-lexicon.ts";
import clues from "./lexicon/clues.json" with { type: "json" };

/** Words that show what is happening; none of them alone is a danger. */
const CLUE_BOOKS = clues.clues.map((patterns) => new PatternBook(patterns, { classes: DANGER_CLASSES }));
const hereAndNow = new PatternBook(clues.hereAndNow.patterns, { classes: DANGER_CLASSES });

/** Two separate clues, or one said about here and now. */
const ENOUGH = 2;

/** True where no danger phrase matches but enough of the words do: something happens, and the kind is unclear. */
export function hasClues(visible: Utterance): boolean {
  const spans = CLUE_BOOKS.flatMap((book) => book.all(visible));
  const apart = spans.filter(
    ({ start, end }, i) => !spans.slice(0, i).some((other) => start < other.end && other.start < end),
  );
  return apart.length + (hereAndNow.has(visible) ? 1 : 0) >= ENOUGH && apart.length > 0;
}
