import { isKnownPlace } from "../../../language/privacy/known-places.ts";
import type { OwnDetail } from "../../../language/privacy/own/own-details.ts";
import { kindAt, PLACE } from "./place/place-words.ts";
import { type TypedWord, typedWords } from "./typed-words.ts";

/** Most words of a kind of place: "trường mầm non". */
const KIND_WORDS = 4;

/** So far behind a name, in letters, an address is its owner's home: "Nà Hin, xã …". */
const BEHIND = 3;

/**
 * The details without the names of places, and without what looked like the home of somebody called so. A house with its
 * number stays: it is asked about.
 */
export function withoutPlaces(
  details: readonly OwnDetail[],
  text: string,
  places: readonly string[],
): readonly OwnDetail[] {
  const names = details.filter((detail) => isNameOfPlace(detail, text, places));
  const isBehind = ({ kind, whose, words, start }: OwnDetail): boolean =>
    kind === "address" &&
    whose === "unclear" &&
    !/\d/u.test(words) &&
    names.some(({ end }) => start >= end && start - end <= BEHIND);
  return details.filter((detail) => !names.includes(detail) && !isBehind(detail));
}

/**
 * True where what may be somebody's name is a place's: it stands behind a kind or a word such as "gần" in the place that was
 * told, and then it is so in the story too. What is said to be the reporter's own is never one, nor is a name by which
 * somebody is introduced.
 * @param places the places that were told
 * @example isNameOfPlace(naThuoc, "đua xe đoạn Na Thuộc", ["đường 234 đoạn Na Thuộc"]) // true
 */
function isNameOfPlace(
  { kind, whose, words, start, isIntroduced }: OwnDetail,
  text: string,
  places: readonly string[],
): boolean {
  if (kind !== "name" || whose !== "unclear" || isIntroduced === true) return false;
  if (isMadeOfKnown(words) && (places.includes(text) || standsAsPlace(text, start))) return true;
  return places.some((place) => {
    const at = wordsAt(place, words);
    const length = words.split(" ").length;
    return at >= 0 && (isAlone(place, words) || standsAsPlace(place, at, length));
  });
}

/** Where whole words stand in a text: "Lan" isn't in "thôn Lang Can". Less than 0 where they don't. */
function wordsAt(text: string, words: string): number {
  let at = text.indexOf(words);
  while (at >= 0 && /[\p{L}\p{M}]/u.test((text[at - 1] ?? "") + (text[at + words.length] ?? "")))
    at = text.indexOf(words, at + 1);
  return at;
}

/** "Vũ Lễ Bắc Sơn": nothing but communes and former districts. */
function isMadeOfKnown(words: string): boolean {
  const typed = typedWords(words);
  let at = 0;
  for (let length = 1; length > 0 && at < typed.length; at += length)
    length = PLACE.known.lengthAt(typed, at);
  return at === typed.length || isKnownPlace(words);
}

/** "Mẫu Sơn", in answer to the question for the place, or beside another one. */
const isAlone = (place: string, words: string): boolean =>
  words.split(" ").length <= 2 && place.split(";").some((one) => one.trim() === words);

/** From so many words on a name is a person's in full, after whom only a road is called. */
const WHOLE_NAME = 3;

/** True where a name follows a kind of place, or a word before one, and nobody's title. */
function standsAsPlace(text: string, start: number, words = 0): boolean {
  const typed = typedWords(text);
  let at = typed.findIndex((word) => word.start >= start);
  if (at < 0) return false;
  // "quán nhậu Sơn Ca": of a name of which only the end looks like a person's.
  while (isPartOfName(typed, at - 1)) at -= 1;
  if ([PLACE.titles, PLACE.owners, PLACE.others].some((book) => book.endsBefore(typed, at))) return false;
  if (words >= WHOLE_NAME) return PLACE.roads.endsBefore(typed, at);
  for (let length = KIND_WORDS; length > 0; length--) {
    const kind = at < length ? null : kindAt(typed, at - length);
    if (kind?.length === length) return kind.value.is !== "plain";
  }
  return (
    [PLACE.leads, PLACE.joins, PLACE.denials].some((book) => book.endsBefore(typed, at)) ||
    PLACE.nameStarts.lengthAt(typed, at) > 0
  );
}

const isPartOfName = (typed: readonly TypedWord[], at: number): boolean =>
  typed[at]?.kind === "word" &&
  typed[at]?.isCapital === true &&
  kindAt(typed, at) === null &&
  PLACE.titles.lengthAt(typed, at) === 0;
