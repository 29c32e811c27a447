import { CLASS_WORDS, COURTESY, LISTS, NAME_WORDS } from "../lexicon.ts";
import { endsSentence, foundBetween, type OwnReading, surroundings } from "../own-reading.ts";
import type { KnownNames, TokenSpan } from "./known-names.ts";
import { endingAt, type Found, isOffice, run } from "./name-span.ts";

/** "Lan đây ạ", "Trịnh Văn Đức báo:". */
export function announced(reading: OwnReading, known: KnownNames): Found[] {
  return NAME_WORDS.after.all(reading.utterance).flatMap(({ start }): Found[] => {
    const span = endingAt(reading, start, known) ?? lowerBefore(reading, start);
    if (span === null) return [];
    const [from] = span;
    if (isOfPlace(reading, from)) return [];
    const [first] = surroundings(reading, from, from, "part", 8);
    const isOther =
      !LISTS.self.has(reading.tokens[first]?.word ?? "") &&
      foundBetween(reading, CLASS_WORDS.they, first, from).length > 0;
    return isOther ? [] : [[span, "unclear"]];
  });
}

/** "bản Pắc Dạy xã Ba Sơn đây": what follows such a word is a place's name, with or without marks. */
function isOfPlace({ tokens }: OwnReading, at: number): boolean {
  let kind = at - 1;
  while (tokens[kind]?.isCapital === true && !LISTS.homeKinds.has(tokens[kind]?.word ?? "")) kind -= 1;
  return LISTS.homeKinds.has(tokens[kind]?.word ?? "");
}

/** "hùng đây", "dạ em trang nè": usual given names in lower case, with nothing before them but a greeting. */
function lowerBefore(reading: OwnReading, to: number): TokenSpan | null {
  if (!LISTS.here.has(reading.tokens[to]?.word ?? "")) return null;
  const [first] = surroundings(reading, to, to, "part", 6);
  let from = to;
  while (from > first && to - from < 3 && LISTS.given.has(reading.tokens[from - 1]?.word ?? "")) from -= 1;
  const isAlone = reading.tokens
    .slice(first, from)
    .every(({ word }) => LISTS.frame.has(word) || LISTS.skip.has(word) || LISTS.self.has(word));
  return from < to && isAlone ? [from, to] : null;
}

/** "anh Cường công nhân mỏ đây": a title and a name open a part of the sentence that "đây" closes. */
export function opened(reading: OwnReading): Found[] {
  return CLASS_WORDS.here.all(reading.utterance).flatMap(({ start }): Found[] => {
    const [first] = surroundings(reading, start, start, "part", 10);
    const from = LISTS.skip.has(reading.tokens[first]?.word ?? "") ? first + 1 : first;
    const length = run(reading, from, (token) => token.isCapital);
    const isName = length > (from > first ? 0 : 1) && !isOffice(reading, from) && !isOfPlace(reading, from);
    return isName && from < start ? [[[from, Math.min(from + length, start)], "unclear"]] : [];
  });
}

/** A signature: a sentence or a line that is nothing but a name, or a name that ends the whole. */
export function signed(reading: OwnReading, known: KnownNames): Found[] {
  const { tokens } = reading;
  const last = known.all.findLast(([from]) => from > 0 && tokens[from - 1]?.is === "sign");
  const isEnd = last !== undefined && tokens.slice(last[1]).every(({ is }) => is !== "word");
  const found = isEnd && !isNamedAsOther(reading, last[0]) ? [last] : [];
  return [...found, ...linesOfNames(reading), ...thanked(reading)].map((span): Found => [span, "unclear"]);
}

/** "…, em cảm ơn, Quyên.", "Xin chào. Nga.": a usual given name by itself that ends a sentence behind thanks or a greeting. */
function thanked(reading: OwnReading): TokenSpan[] {
  const { tokens } = reading;
  return tokens.flatMap((_, last): TokenSpan[] => {
    const to = last + 1;
    if (to < tokens.length && !endsSentence(reading, to)) return [];
    let from = to;
    while (to - from < 3 && isGiven(tokens[from - 1])) from -= 1;
    const isAlone = from < to && tokens[from - 1]?.is === "sign";
    const before = Math.max(0, from - MOST_OF_THANKS);
    return isAlone && foundBetween(reading, COURTESY, before, from - 1).length > 0 ? [[from, to]] : [];
  });
}

const isGiven = (token: OwnReading["tokens"][number] | undefined): boolean =>
  token?.isCapital === true && LISTS.given.has(token.word);

const MOST_OF_THANKS = 6;

/** Sentences of two to four capitals. The first of all may be a heading. */
function linesOfNames(reading: OwnReading): TokenSpan[] {
  const { tokens } = reading;
  const spans: TokenSpan[] = [];
  for (let from = 0, at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && !endsSentence(reading, at)) continue;
    const length = run(reading, from, (token) => token.isCapital);
    const isAll = tokens.slice(from + length, at).every(({ is }) => is !== "word");
    if (from > 0 && isAll && length >= 2 && length <= 4 && !isOffice(reading, from))
      spans.push([from, from + length]);
    from = at + 1;
  }
  return spans;
}

const isNamedAsOther = (reading: OwnReading, at: number): boolean => {
  const [first] = surroundings(reading, at, at, "sentence", 8);
  return [CLASS_WORDS.they, NAME_WORDS.theirs].some(
    (book) => foundBetween(reading, book, first, at).length > 0,
  );
};
