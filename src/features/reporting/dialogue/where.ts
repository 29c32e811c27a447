import type { Place } from "../report.ts";
import { fillerBefore, fillerBehind, isOnlyFiller } from "./bare-answer.ts";
import { ENOUGH } from "./place/head.ts";
import { type PlacePhrase, placeAt } from "./place/phrase.ts";
import { PLACE } from "./place/place-words.ts";
import { pointIn } from "./place/points.ts";
import type { Reading } from "./place/reading.ts";
import { timeItems } from "./time/items.ts";
import { type TypedWord, typedWords } from "./typed-words.ts";

/** Most words of a name that is an answer by itself. */
const BARE_WORDS = 5;
/** Most words of such a name in small letters: "hoang dong". */
const SMALL_WORDS = 2;
/** Most words of an answer: more is a story. */
const ANSWER_WORDS = 24;

/**
 * The place in a text where it happened: from "em ở xã A, bị trộm ở chợ B lúc 9h" the words "chợ B". Cautious: without a
 * clear place it returns null and the citizen is asked. A point on a map comes with its coordinates.
 */
export function readWhere(text: string): Place | null {
  const clean = text.normalize("NFC");
  const point = pointIn(clean);
  if (point !== null) return point;
  const reading = readingOf(typedWords(clean));
  const best = happened(placesIn(reading));
  return best === null ? null : { words: quote(clean, reading.typed, best.start, best.end) };
}

/** True where the place that a text tells is only where somebody lives, came from or went. */
export function isElsewhere(text: string): boolean {
  const places = placesIn(readingOf(typedWords(text.normalize("NFC"))));
  return places.length > 0 && happened(places)?.isElsewhere === true;
}

/**
 * The place of a short answer to "where?", which may be a name that no list has: "Nà Lầu", "cuối bản". Null where the
 * answer says something else, or something more: "có người trộm chó".
 */
export function readPlaceAnswer(text: string): Place | null {
  const clean = text.normalize("NFC").trim();
  const point = pointIn(clean);
  if (point !== null) return point.words === clean ? point : null;
  const reading = readingOf(typedWords(clean));
  const { typed } = reading;
  if (typed.length === 0 || typed.length > ANSWER_WORDS || clean.includes("?")) return null;
  const start = fillerBefore(typed);
  const place = happened([...placesIn(reading), ...answersAt(reading, start)], typed.length);
  if (place !== null && isOnlyFiller(typed, (at) => isIn(place, at) || isLead(typed, at)))
    return { words: quote(clean, typed, place.start, place.end) };
  const end = bareNameEnd(reading, start);
  return end === null ? null : { words: quote(clean, typed, start, end) };
}

/** The places of words that are known to be one: "chợ" needs no "ở". */
function placesAlone(words: string): readonly PlacePhrase[] {
  const reading = readingOf(typedWords(words.normalize("NFC")));
  const places = placesIn(reading);
  return places.length > 0 ? places : answersAt(reading, 0);
}

/** How much a place tells: nothing that could be found ("cạnh nhà", "trên mạng"), a kind ("trong rừng phòng hộ"), or a name. */
export function placeTells(words: string): "little" | "kind" | "name" {
  const places = placesAlone(words);
  if (places.length > 0 && places.every(({ isVague }) => isVague)) return "little";
  if (isWay(words)) return "kind";
  return places.some(({ isSure }) => isSure) ? "name" : "kind";
}

/** "Đi đường Chi Ma ra": which way somebody goes, and not where it happens. */
export function isWay(words: string): boolean {
  const typed = typedWords(words.normalize("NFC"));
  return PLACE.leads.at(typed, 0)?.value === "moving";
}

/** True where a place is one on the net. */
export function isOnline(words: string): boolean {
  const typed = typedWords(words.normalize("NFC"));
  return typed.some((_, at) => PLACE.online.lengthAt(typed, at) > 0);
}

/** True where nobody finds a place by its words alone: "sân bóng", "xóm em". On the net there is nothing to be found. */
export function isHardToFind(words: string): boolean {
  const places = placesAlone(words);
  return !isOnline(words) && places.length > 0 && places.every(({ isVague, isNamed }) => isVague || !isNamed);
}

/** True where a short answer to "where?" is a place and nothing else. */
export const isPlaceAnswer = (text: string): boolean => readPlaceAnswer(text) !== null;

const isIn = ({ start, end }: PlacePhrase, at: number): boolean => at >= start && at < end;
const isLead = (typed: readonly TypedWord[], at: number): boolean => {
  const lead = PLACE.leads.at(typed, at);
  return lead !== null && (lead.value === "at" || lead.value === "around");
};

/** Times that a name doesn't go on over; a part of the day alone may be one ("chợ đêm"), and "đến" no time. */
const TIMES: ReadonlySet<string> = new Set([
  "day",
  "span",
  "moment",
  "clock",
  "habit",
  "vague",
  "lunar",
  "future",
]);

/** True where the words tell a time, beside a part of the day or "từ … đến". */
export const tellsTime = (typed: readonly TypedWord[]): boolean =>
  timeItems(typed).some(({ kind }) => TIMES.has(kind));

function readingOf(typed: readonly TypedWord[]): Reading {
  const times = new Set<number>();
  const items = timeItems(typed);
  for (const [i, { kind, start, end }] of items.entries()) {
    const next = items[i + 1];
    const isPartOfDay = kind === "part" && next?.start === end && TIMES.has(next.kind);
    const isAfterTime = kind === "part" && items[i - 1]?.end === start && TIMES.has(items[i - 1]?.kind ?? "");
    if (TIMES.has(kind) || isPartOfDay || isAfterTime) for (let at = start; at < end; at++) times.add(at);
  }
  return { typed, isTime: (at) => times.has(at) };
}

function placesIn(reading: Reading): readonly PlacePhrase[] {
  const places: PlacePhrase[] = [];
  for (let at = 0; at < reading.typed.length; ) {
    const place = placeAt(reading, at);
    if (place !== null && place.weight >= ENOUGH) places.push(place);
    const isRead = place !== null && (place.weight >= ENOUGH || place.weight === 0);
    at = isRead ? Math.max(place.end, at + 1) : at + 1;
  }
  return places;
}

/** As an answer, a kind needs no word before it: "nhà em ngay đầu ngõ". */
function answersAt(reading: Reading, start: number): readonly PlacePhrase[] {
  const place = placeAt(reading, start, "at");
  return place === null ? [] : [place];
}

/** The heaviest place of those where something happened; the reporter's home only where no other is told. */
function happened(places: readonly PlacePhrase[], cover = 0): PlacePhrase | null {
  const rank = ({ weight, isElsewhere, isVague, start, end }: PlacePhrase): number =>
    weight - (isElsewhere ? AWAY : 0) - (isVague ? VAGUE : 0) + (cover > 0 ? end - start : 0);
  return places.reduce<PlacePhrase | null>(
    (best, place) => (best === null || rank(place) > rank(best) ? place : best),
    null,
  );
}

/** What a home weighs less than the place of an incident. */
const AWAY = 6;
/** "Bên kia đường nhà tôi" weighs less than the "quán nhậu Sơn Ca" that stands there. */
const VAGUE = 3;

/** Where a name that no list has ends; null where the answer isn't one. */
function bareNameEnd({ typed, isTime }: Reading, from: number): number | null {
  const end = fillerBehind(typed, from);
  const words = typed.slice(from, end);
  if (words.length === 0 || words.length > BARE_WORDS) return null;
  const isProper = words.every(({ isCapital }) => isCapital) && words.length > 1;
  const isHamlet = PLACE.nameStarts.lengthAt(typed, from) > 0 && words.length > 1;
  const isName = words.every(({ kind }, i) => {
    if (kind !== "word" || isTime(from + i)) return kind === "number" && i > 0;
    return (
      isProper ||
      (isHamlet && i < 2 && PLACE.leads.at(typed, from + i) === null) ||
      !isCommon(typed, from + i)
    );
  });
  const isLong = words.length > 1 || (words[0]?.typed.length ?? 0) > 3;
  const isShort = isProper || words.length <= SMALL_WORDS + (isHamlet ? 1 : 0);
  return isName && isLong && isShort ? end : null;
}

const isCommon = (typed: readonly TypedWord[], at: number): boolean =>
  PLACE.common.lengthAt(typed, at) > 0 || PLACE.stories.has(typed[at]?.word ?? "");

const quote = (text: string, typed: readonly TypedWord[], start: number, end: number): string =>
  text.slice(typed[start]?.start ?? 0, typed[end - 1]?.end ?? 0);
