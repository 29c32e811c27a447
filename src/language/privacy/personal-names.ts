import { fold, isUnmarked } from "../fold.ts";
import {
  CLAUSE_SURNAMES,
  DOUBTFUL_TITLES,
  EVERYDAY,
  INTRODUCTIONS,
  NAME_ENDS,
  OFFICES,
  PUBLIC_NAMES,
  SELF,
  SURNAMES,
  TITLES,
} from "./personal-words.ts";

interface Token {
  readonly text: string;
  readonly at: number;
  readonly folded: string;
  readonly isCapital: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
export type NameSpan = readonly [from: number, to: number];

/** The most words of a Vietnamese name. */
const LONGEST_NAME = 5;
/** The most words in a row that are read: a long message in capitals isn't counted again at each word. */
const LONGEST_RUN = 12;

/** The positions of persons' names in a text, in order. */
export function nameSpans(text: string): readonly NameSpan[] {
  const tokens = [...text.matchAll(WORD)].map(
    (match): Token => ({
      text: match[0],
      at: match.index,
      folded: fold(match[0]),
      isCapital: /^\p{Lu}/u.test(match[0]),
    }),
  );
  const isBare = isUnmarked(text);
  const spans: NameSpan[] = [];
  for (let i = 0; i < tokens.length; ) {
    const length = nameAt(tokens, i, text, isBare);
    const [first, last] = [tokens[i], tokens[i + length - 1]];
    if (length > 0 && first !== undefined && last !== undefined)
      spans.push([first.at, last.at + last.text.length]);
    i += Math.max(1, length);
  }
  return spans;
}

/**
 * How many words of a person's name begin here; 0 for none.
 * @param isBare whether the whole text was typed without marks
 */
function nameAt(tokens: readonly Token[], i: number, text: string, isBare: boolean): number {
  const introduced = isIntroduced(tokens, i);
  const capitals = runOf(tokens, i, text, ({ isCapital }) => isCapital);
  const words = tokens.slice(i, i + capitals);
  if (PUBLIC_NAMES.includes(words.map(({ text: word }) => word.toLowerCase()).join(" "))) return 0;
  const saysWho = saysWhoTheyAre(tokens, i, text);
  if (saysWho && capitals >= 2 && capitals <= LONGEST_NAME) return capitals;
  const hasSurname = isSurname(tokens[i]);
  if (introduced && capitals > 0) return capitals;
  if (introduced) return Math.max(loweredName(tokens, i, text), nameToTheComma(tokens, i, text));
  if (hasSurname && capitals >= 2 && capitals <= LONGEST_NAME && looksLikeName(words)) return capitals;
  const before = tokens[i - 1];
  if (before !== undefined && isTitle(before, isBare) && isNear(before, tokens[i], text)) {
    if (capitals > 0 && capitals <= LONGEST_NAME) return capitals;
  }
  if (hasSurname && isMiddleName(tokens, i)) return loweredName(tokens, i, text);
  return saysWho ? nameToTheComma(tokens, i, text) : 0;
}

/** After "tôi là" at the beginning of a sentence, and not with an office. */
function saysWhoTheyAre(tokens: readonly Token[], i: number, text: string): boolean {
  const [self, is] = [tokens[i - 2], tokens[i - 1]];
  if (self === undefined || is?.folded !== "la" || !SELF.has(self.folded)) return false;
  if (OFFICES.has(tokens[i]?.folded ?? "") && !CLAUSE_SURNAMES.has(tokens[i]?.text.toLowerCase() ?? ""))
    return false;
  return /(?:^|[.!?\n])\s*$/u.test(text.slice(Math.max(0, self.at - 20), self.at));
}

/** Two to four words in lower case, the first a surname, that fill the clause: "tôi là nông thu hà, ở …". */
function nameToTheComma(tokens: readonly Token[], i: number, text: string): number {
  const first = tokens[i];
  if (first === undefined || !CLAUSE_SURNAMES.has(first.text)) return 0;
  const length = runOf(tokens, i, text, ({ isCapital }) => !isCapital);
  const last = tokens[i + length - 1];
  if (length < 2 || length > 4 || last === undefined) return 0;
  return /^\s*(?:[,.;\n]|$)/u.test(text.slice(last.at + last.text.length)) ? length : 0;
}

/** As typed with its marks; without marks only where it can hardly be another word. */
function isTitle({ text: word, folded }: Token, isBare: boolean): boolean {
  if (TITLES.has(word.toLowerCase())) return true;
  return isBare && FOLDED_TITLES.has(folded) && !DOUBTFUL_TITLES.has(folded);
}

const FOLDED_TITLES: ReadonlySet<string> = new Set([...TITLES].map(fold));

/** A surname before a middle name, both typed with marks or both without; of everyday words only before "thị". */
function isMiddleName(tokens: readonly Token[], i: number): boolean {
  const [first, second, third] = tokens.slice(i, i + 3);
  if (first === undefined || second === undefined || third === undefined) return false;
  if (NAME_ENDS.has(third.folded)) return false;
  const middle = MIDDLE_NAMES.get(second.folded);
  if (middle === undefined || !(isUnmarked(second.text) || second.text.toLowerCase() === middle))
    return false;
  return !EVERYDAY.has(first.folded) || middle === "thị";
}

/** The commonest middle names: a surname before one begins a name even in lower case. */
const MIDDLE_NAMES: ReadonlyMap<string, string> = new Map(
  ["văn", "thị", "đức", "hữu", "đình", "quang", "ngọc", "xuân"].map((name) => [fold(name), name]),
);

const FOLDED_SURNAMES: ReadonlySet<string> = new Set(SURNAMES.map(fold));

/** As typed with its marks, or without any. */
function isSurname(token: Token | undefined): boolean {
  if (token === undefined) return false;
  const lower = token.text.toLowerCase();
  return SURNAMES.includes(lower) || (isUnmarked(lower) && FOLDED_SURNAMES.has(lower));
}

/** A place may begin with a surname ("Cao Lộc", "Văn Lãng"): only three words or a middle name make it a person. */
function looksLikeName(words: readonly Token[]): boolean {
  return words.length >= 3 || MIDDLE_NAMES.has(words[1]?.folded ?? "");
}

function isIntroduced(tokens: readonly Token[], i: number): boolean {
  return INTRODUCTIONS.some((phrase) => {
    const words = phrase.split(" ");
    return i >= words.length && words.every((word, at) => tokens[i - words.length + at]?.folded === word);
  });
}

function loweredName(tokens: readonly Token[], i: number, text: string): number {
  const length = runOf(tokens, i, text, ({ folded }, at) => at === 1 || !NAME_ENDS.has(folded));
  return Math.min(length, isSurname(tokens[i]) ? 4 : 2);
}

/** Words in a row, with nothing but spaces between them. */
function runOf(
  tokens: readonly Token[],
  i: number,
  text: string,
  belongs: (token: Token, at: number) => boolean,
): number {
  let length = 0;
  for (let at = i; at < Math.min(tokens.length, i + LONGEST_RUN); at++) {
    const token = tokens[at];
    if (token === undefined || !belongs(token, length)) break;
    if (length > 0 && !isNear(tokens[at - 1], token, text)) break;
    length += 1;
  }
  return length;
}

function isNear(before: Token | undefined, after: Token | undefined, text: string): boolean {
  if (before === undefined || after === undefined) return false;
  return /^[\s:]+$/u.test(text.slice(before.at + before.text.length, after.at));
}
