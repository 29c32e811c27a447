import { readUtterance } from "../language/utterance.ts";
import { dangerAlone } from "../reader/learned-reading.ts";
import { READ, READ_WHOLE } from "./page.ts";

/** A sentence; one without an end is cut. */
const SENTENCE = /[^.!?\n]{1,160}(?=\s|[.!?\n]|$)|[^.!?\n]{1,160}/gu;
/** So many sentences are looked at: of a message of nothing but full stops not each. */
const MOST_SENTENCES = 200;

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
  const cry = mostDangerous(message);
  const middle = message.slice(READ.head, -READ.tail);
  const from = Math.max(0, Math.min(cry.at - READ.head - READ.telling / 2, middle.length - READ.telling));
  const parts = [
    message.slice(0, READ.head),
    middle.slice(from, from + READ.telling),
    message.slice(-READ.tail),
  ];
  return { text: parts.join("\n").toWellFormed(), cry: cry.text.toWellFormed() };
}

/** The sentence that is most like a danger, and where its middle stands. */
function mostDangerous(message: string): { readonly text: string; readonly at: number } {
  const sentences = [...message.matchAll(SENTENCE)];
  const step = Math.max(1, Math.ceil(sentences.length / MOST_SENTENCES));
  let best = { danger: -1, text: "", at: 0 };
  for (let i = 0; i < sentences.length; i += step) {
    const [text = "", index] = [sentences[i]?.[0], sentences[i]?.index ?? 0];
    const danger = dangerAlone(readUtterance(text));
    if (danger > best.danger) best = { danger, text, at: index + text.length / 2 };
  }
  return best;
}
