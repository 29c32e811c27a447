import { CLAIM_WORDS, FUNCTION_WORDS, NEGATORS, NEUTRAL, NO_NEGATION_BEFORE } from "./grounding-lexicon.ts";

/** A word of a text and what the rules need to know about its position. */
export interface Word {
  /** Lower case, marks kept. */
  readonly text: string;
  readonly isCapital: boolean;
  /** True where a clause begins with it. */
  readonly opens: boolean;
}

const TOKEN = /[\p{L}]+|[\d][\d.,/:-]*|[^\s\p{L}\d]/gu;
const CLAUSE_END = /[,;:.!?…()–—"“”•\-|]/u;
const LETTERS = /^\p{L}/u;
const CAPITAL = /^\p{Lu}/u;

/** The words of a text in order; numerals.ts reads the numbers. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let opens = true;
  for (const [token] of text.matchAll(TOKEN)) {
    if (LETTERS.test(token)) {
      words.push({ text: token.toLowerCase(), isCapital: CAPITAL.test(token), opens });
      opens = false;
    } else if (CLAUSE_END.test(token) || token === "\n") opens = true;
  }
  return words;
}

const functionWords = new Set(FUNCTION_WORDS);
const negators = new Set(NEGATORS);
const noNegation = new Set(NO_NEGATION_BEFORE);
const neutral = NEUTRAL.map((phrase) => phrase.split(" "));

/** True for each word that claims something: no function word and no part of a neutral phrase. */
export function claims(words: readonly Word[]): boolean[] {
  const claiming = words.map(({ text }) => !functionWords.has(text) && !negators.has(text));
  for (const phrase of neutral) {
    for (let at = 0; at + phrase.length <= words.length; at++) {
      if (phrase.every((part, i) => words[at + i]?.text === part))
        claiming.fill(false, at, at + phrase.length);
    }
  }
  return claiming;
}

/** The most words between a negator and the word that it negates. */
const REACH = 5;

/** For each word: true where a negator before it in the same clause negates it. */
export function denied(words: readonly Word[]): boolean[] {
  const claiming = claims(words);
  const result = words.map(() => false);
  for (const [i, { text }] of words.entries()) {
    if (!negators.has(text) || noNegation.has(words[i + 1]?.text ?? "")) continue;
    for (let j = i + 1; j < words.length && j <= i + REACH && words[j]?.opens !== true; j++) {
      if (claiming[j] !== true) continue;
      result[j] = true;
      break;
    }
  }
  return result;
}

/** How many negators a text has, without "hay không" (asks), "không chỉ" (adds) and "Không:" (answers). */
export function negatorsIn(words: readonly Word[]): number {
  return words.filter(
    ({ text }, i) =>
      negators.has(text) &&
      words[i + 1]?.opens !== true &&
      !noNegation.has(words[i + 1]?.text ?? "") &&
      words[i - 1]?.text !== "hay",
  ).length;
}

/** The classes of claim words in a text, by index into the lexicon. */
export function claimClasses(words: readonly Word[]): Set<number> {
  const line = ` ${words.map(({ text }) => text).join(" ")} `;
  return new Set(
    CLAIM_WORDS.flatMap((row, i) => (row.some((phrase) => line.includes(` ${phrase} `)) ? [i] : [])),
  );
}
