import { standingOf } from "../../knowledge/ageing.ts";
import type { Passage } from "../../knowledge/knowledge-index.ts";
import { displayDate, localDay } from "../../language/dates.ts";
import { nameOfNumber } from "../../language/document-kinds.ts";
import { type Block, strong, text } from "../../messaging/reply.ts";
import { AGE } from "./answering-wording.ts";
import { cite } from "./quote.ts";

/**
 * A whole answer from passages, whoever put it into words: first that a rule is an old one or not in force yet, then the
 * words, then that they may have changed since, and the sources last. Whatever quotes a passage goes through here.
 * @param at now, in milliseconds; what counts is the day in Vietnam
 */
export function cited(words: readonly Block[], passages: readonly Passage[], at: number): Block[] {
  const today = localDay(at);
  const notes = passages.map((passage) => noteOn(passage, today));
  return [
    ...told(notes, passages, true).map(strong),
    ...words,
    ...told(notes, passages, false).map(text),
    ...cite(passages),
  ];
}

interface Note {
  readonly words: string;
  /** True where nobody may read the answer without it. */
  readonly isFirst: boolean;
}

function noteOn({ ageing = {} }: Passage, today: string): Note | null {
  const { supersededBy = "", validFrom = "", checkAfter = "" } = ageing;
  switch (standingOf(ageing, today)) {
    case "replaced":
      return { words: AGE.replaced(nameOfNumber(supersededBy)), isFirst: true };
    case "ahead":
      return { words: AGE.ahead(displayDate(validFrom)), isFirst: true };
    case "past":
      return { words: AGE.past(displayDate(checkAfter)), isFirst: false };
    case "holds":
      return null;
  }
}

/** Each note once; it names its section only where it isn't true of all of them. */
function told(notes: readonly (Note | null)[], passages: readonly Passage[], isFirst: boolean): string[] {
  const isOfAll = notes.every((note) => note?.words === notes[0]?.words);
  const words = notes.flatMap((note, i) => {
    if (note === null || note.isFirst !== isFirst) return [];
    return isOfAll ? [note.words] : [AGE.ofOne(passages[i]?.headings.at(-1) ?? "", note.words)];
  });
  return [...new Set(words)];
}
