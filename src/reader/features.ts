import type { Utterance } from "../language/utterance.ts";
import { isKnown, type KnownFeatures } from "./known-features.ts";
import type { Matter } from "./names/labels.ts";
import { withoutPlaces } from "./places.ts";

type Words = Pick<Utterance, "words" | "folded">;

/** Rows of the table: every feature falls on one of them. */
export const ROWS = 2 ** 16;
/**
 * Rows of the tables that have a column a class: a feature's row is its row of the table, by this number. What a message does
 * hangs on pairs of small words, of which there are many; the other heads share a coarse one.
 */
export const ACT_ROWS = 2 ** 15;
export const COARSE_ROWS = 2 ** 13;
/** The rows of what the features say by themselves of a head's classes. */
export const plainRowsOf = (head: string): number => PLAIN_ROWS[head] ?? COARSE_ROWS;
const PLAIN_ROWS: Readonly<Record<string, number>> = { danger: ROWS, act: ACT_ROWS };
/** Letters in a run that is a feature of its own: a slip of the keyboard costs a few runs, not the word. */
const RUN = 4;
/** Syllables that are read of one message, so that the longest one has its bounds. */
const MOST_WORDS = 600;

/** Kinds of features: the same letters as a syllable and as a run are different features. */
const SYLLABLE = 1;
const NEIGHBOURS = 2;
const MARKED = 4;
const MARKED_NEIGHBOURS = 5;
const LETTERS = 6;
const WITH_MATTER = 7;
/** So many syllables make a window. */
const WINDOW = 8;
/** So many syllables are also read together with what is open: a short answer means nothing without the question. */
const SAID_TO_MATTER = 6;

/** Longer numbers are anybody's telephone, plate or account: only that there is one says something. */
const LONG_NUMBER = /^\d{3,}$/u;
/** The numbers to call are words like others. */
const CALLED = /^11[1-5]$/u;

/** A plate, a password, a piece of a code; "22h30", "500k", "12a" are words. */
const MIXED = /^(?=.*\d)(?=.*\p{L})(?!\d+\p{L}{1,3}\d{0,2}$)(?!\p{L}{1,3}\d{1,3}$).{4,}$/u;
/** Longer words than any in our language, with its neighbours' loans, are nobody's. */
const LONGEST_WORD = 18;

const masked = (word: string): string => {
  if (MIXED.test(word) || word.length > LONGEST_WORD) return "0x";
  return LONG_NUMBER.test(word) && !CALLED.test(word) ? "0".repeat(Math.min(word.length, 5)) : word;
};

/**
 * The features of a message, as hashes: its syllables without marks, neighbours, runs of four letters across the borders of words, and, where it has marks, syllables and neighbours with them. A message without marks has the same
 * features but the last, so it is no stranger. What is met twice stands there once.
 * @param matter what is open in the chat; nothing, for what is only compared
 */
export function featuresOf(said: Words, matter: Matter = "none"): Set<number> {
  const placed = withoutPlaces(said);
  const words = placed.words.slice(0, MOST_WORDS).map(masked);
  const folded = placed.folded.slice(0, MOST_WORDS).map(masked);
  const features = new Set<number>();
  if (folded[0] !== undefined) features.add(hashOf(NEIGHBOURS, "^", folded[0]));
  folded.forEach((_, at) => {
    for (const feature of featuresAt(words, folded, at)) features.add(feature);
  });
  if (matter !== "none") {
    const said = folded.slice(0, SAID_TO_MATTER);
    const pairs = said.slice(1).map((bare, at) => `${said[at]} ${bare}`);
    for (const some of ["", ...said, ...pairs]) features.add(hashOf(WITH_MATTER, matter, some));
  }
  const text = ` ${folded.join(" ")} `;
  for (let i = 0; i + RUN <= text.length; i += 1) features.add(hashOf(LETTERS, text.slice(i, i + RUN)));
  return features;
}

/** The rows of those features of a message that the reader has learned; the others say nothing. */
export function rowsOf(said: Words, known: KnownFeatures, matter: Matter = "none"): Int32Array {
  const rows = new Set<number>();
  for (const feature of featuresOf(said, matter)) if (isKnown(known, feature)) rows.add(feature & (ROWS - 1));
  return Int32Array.from(rows);
}

/**
 * The first and last syllables of a message, where people ask, greet and wish: they are read by themselves beside the whole. Of a
 * short message both are the message.
 */
export const windowsOf = (said: Words): readonly [Words, Words] =>
  said.words.length <= WINDOW
    ? [said, said]
    : [
        { words: said.words.slice(0, WINDOW), folded: said.folded.slice(0, WINDOW) },
        { words: said.words.slice(-WINDOW), folded: said.folded.slice(-WINDOW) },
      ];
/** The whole and the two. */
export const READ_AS = 3;

/** Of the syllable at a place, with what follows it. */
function featuresAt(words: readonly string[], folded: readonly string[], at: number): number[] {
  const bare = folded[at] as string;
  const next = folded[at + 1];
  const isMarked = words[at] !== bare;
  const features = [hashOf(SYLLABLE, bare), hashOf(NEIGHBOURS, bare, next ?? "$")];
  if (isMarked) features.push(hashOf(MARKED, words[at] as string));
  if (next !== undefined && (isMarked || words[at + 1] !== next))
    features.push(hashOf(MARKED_NEIGHBOURS, words[at] as string, words[at + 1]));
  return features;
}

/** FNV-1a over the UTF-16 units, mixed once more so that the low bits depend on all of them. */
function hashOf(kind: number, first: string, second = ""): number {
  let hash = added(Math.imul(0x811c9dc5 ^ kind, PRIME), first);
  if (second !== "") hash = added(Math.imul(hash ^ 0x20, PRIME), second);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return hash >>> 0;
}

const PRIME = 0x01000193;

function added(start: number, text: string): number {
  let hash = start;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash;
}
