import { isMadeOf } from "../../pattern-book.ts";
import { readUtterance } from "../../utterance.ts";
import { nameSpans } from "../personal-names.ts";
import { ASKED_WORDS, COURTESY, DIGIT_OF, FRAME, LISTS } from "./lexicon.ts";
import type { OwnDetail } from "./own-detail.ts";
import { foldedKey } from "./own-numbers.ts";
import type { OwnReading } from "./own-reading.ts";

/** What a question asks a person for. */
export type Asked = keyof typeof ASKED_WORDS;

/**
 * What of a person a question asks for.
 * @example asksFor("cho xin họ tên và số nhà"); // name, address
 */
export function asksFor(question: string): ReadonlySet<Asked> {
  const utterance = readUtterance(question);
  const kinds = Object.keys(ASKED_WORDS) as Asked[];
  return new Set(kinds.filter((kind) => ASKED_WORDS[kind].has(utterance)));
}

/** The most words of an answer that is nothing but a name, or an address. */
const LONGEST = { name: 6, address: 18 } as const;

/**
 * An answer that is nothing but a name or an address, without any word that says so: "Lan ạ", "số 12 ngõ 34 Lê Lợi".
 * @param asked what the question asked for; without a question only what can hardly be anything else counts
 */
export function bareAnswer(reading: OwnReading, asked: ReadonlySet<Asked>): readonly OwnDetail[] {
  const { tokens, text } = reading;
  const said = tokens.filter(({ is, word }) => is === "digits" || (is === "word" && !LISTS.frame.has(word)));
  const [first, last] = [said[0], said.at(-1)];
  const points = pointsIn(text);
  if (points.length > 0 || first === undefined || last === undefined) return points;
  if (isMadeOf(readUtterance(text), COURTESY, FRAME)) return [];
  const words = text.slice(first.start, last.end);
  const detail = (kind: "name" | "address" | "number"): OwnDetail[] => [
    {
      kind,
      whose: "unclear",
      start: first.start,
      end: last.end,
      words,
      key: foldedKey(words),
    },
  ];
  if (said.length <= LONGEST.address && isAddress(reading, said, asked)) return detail("address");
  if (isPartOfNumber(said, asked)) return detail("number");
  return said.length <= LONGEST.name && isName(reading, said, asked) ? detail("name") : [];
}

type Words = OwnReading["tokens"];

const POINT =
  /Vị trí: -?\d+(?:\.\d+)?, -?\d+(?:\.\d+)?|(?<!\d)\d{1,2}\.\d{3,10}\s?[,;]?\s?\d{2,3}\.\d{3,10}|(?:https?:\/\/)?(?:maps\.app\.goo\.gl|goo\.gl\/maps|(?:www\.)?google\.[a-z.]+\/maps|maps\.google\.[a-z.]+)\S{0,300}/giu;

/** A position sent in answer may be where the person is. */
const pointsIn = (text: string): OwnDetail[] =>
  [...text.matchAll(POINT)].map(({ 0: words, index: start }) => {
    const key = words.replace(/[^\p{L}\p{Nd}.]/gu, "").toLowerCase();
    return { kind: "address", whose: "unclear", start, end: start + words.length, words, key };
  });

/** Digits alone, where a number was asked for or a telephone's begins so: it may come in pieces. */
function isPartOfNumber(said: Words, asked: ReadonlySet<Asked>): boolean {
  if (!said.every(({ is, word }) => is === "digits" || DIGIT_OF.has(word))) return false;
  const digits = said.map(({ is, typed, word }) => (is === "digits" ? typed : DIGIT_OF.get(word))).join("");
  return asked.has("phone") || asked.has("paper") ? digits.length >= 2 : /^(?:0\d|84\d|\d{6})/u.test(digits);
}

function isName(reading: OwnReading, said: Words, asked: ReadonlySet<Asked>): boolean {
  if (said.some(({ is }) => is === "digits")) return false;
  const isGiven = said.every(({ word }) => LISTS.given.has(word) && !LISTS.nameEnds.hasMarked(word));
  if (isGiven && (asked.has("name") || !said.every(({ word }) => DIGIT_OF.has(word)))) return true;
  const whole = nameSpans(reading.text).some(
    ([from, to]) => from <= (said[0]?.start ?? 0) && to >= (said.at(-1)?.end ?? 0),
  );
  if (whole) return true;
  if (asked.has("name")) return !said.some(({ word }) => LISTS.noAnswer.has(word));
  return said.length >= 2 && said.every(({ isCapital }) => isCapital);
}

/** A house: it begins with its kind or a number, and has both. */
function isAddress({ tokens }: OwnReading, said: Words, asked: ReadonlySet<Asked>): boolean {
  const isKind = ({ word }: Words[number]) => LISTS.homeKinds.has(word) && !LISTS.communes.has(word);
  const hasNumber = tokens.some(({ is }) => is === "digits");
  if (said.some(({ word }) => LISTS.happens.has(word) || LISTS.noAnswer.has(word))) return false;
  if (asked.has("address")) return hasNumber || tokens.some(isKind);
  return (
    hasNumber &&
    tokens.some(isKind) &&
    tokens.findIndex((token) => isKind(token) || token.is === "digits") <= 2
  );
}

/** True where a text with its details hidden says nothing else: "dạ em là […] ạ". */
export function saysNothingElse(hidden: string, replacement: string): boolean {
  const rest = hidden.replaceAll(replacement, " ").match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
  return rest.every((word) => LISTS.frame.has(word.toLowerCase()));
}
