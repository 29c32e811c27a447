import { normaliseTone } from "../language/fold.ts";
import { mostLike } from "./danger/likeness/most-like.ts";

/** What is read of a long message, in UTF-16 units. A report keeps its words whole all the same. */
export const READ = { head: 1_500, telling: 500, tail: 500 } as const;
/** The longest message that is read whole. */
export const READ_WHOLE = READ.head + READ.telling + READ.tail;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const SENTENCE_END = /[.!?\n]/u;

export interface Excerpt {
  /** The message; of a long one its beginning, what is most like a danger, and its end. */
  readonly text: string;
  /**
   * Of a long message the sentence that is most like a danger, to be read by itself too: among so many other words there
   * is always one that makes a question or a story of it.
   */
  readonly cry: string | null;
}

/** What is read of a message: the longest one costs no more than a page. */
export function excerptOf(message: string): Excerpt {
  if (message.length <= READ_WHOLE) return { text: message, cry: null };
  const middle = message.slice(READ.head, -READ.tail);
  const at = tellingPlace(message.slice(0, -READ.tail));
  const from = Math.max(0, Math.min(at - READ.head - READ.telling / 2, middle.length - READ.telling));
  const parts = [
    message.slice(0, READ.head),
    middle.slice(from, from + READ.telling),
    message.slice(-READ.tail),
  ];
  return { text: parts.join("\n").toWellFormed(), cry: sentenceAt(message, at) };
}

/** Where the word stands around which a text is most like a danger. */
function tellingPlace(text: string): number {
  const found = [...text.matchAll(WORD)];
  return found[mostLike(found.map(([word]) => normaliseTone(word.toLowerCase())))]?.index ?? 0;
}

/** The sentence around a place, at most as long as the telling part. */
function sentenceAt(text: string, at: number): string {
  const before =
    text
      .slice(Math.max(0, at - READ.telling / 2), at)
      .split(SENTENCE_END)
      .at(-1) ?? "";
  const after = text.slice(at, at + READ.telling / 2).split(SENTENCE_END)[0] ?? "";
  return (before + after).toWellFormed();
}
