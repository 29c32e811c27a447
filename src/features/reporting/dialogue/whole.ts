import type { Occurrence, Place } from "../report.ts";
import { withoutFillers } from "./bare-answer.ts";
import { kindAt, PLACE } from "./place/place-words.ts";
import { timeItems } from "./time/items.ts";
import { TIME } from "./time/time-words.ts";
import { type TypedWord, typedWords } from "./typed-words.ts";
import { isPlaceAnswer, readWhere, tellsTime } from "./where.ts";

/** Most words of a place or a time that is taken as it was said: more is a story. */
const MOST_WORDS = { place: 24, time: 16 } as const;

/**
 * The place as it was said, where the reader takes the message for one: the grammar finds its core, and whoever looks for it
 * needs the words around that too. What tells of a deed before it, behind it or in its last clause is the story.
 * @param core what the grammar found
 * @example wholePlace("nhà xe sau dãy B trường cấp 3 Bắc Sơn", { words: "trường cấp 3 Bắc Sơn" }) // all of it
 */
export function wholePlace(text: string, core: Place): Place {
  const { words } = core;
  if (words === undefined || core.lat !== undefined || !text.includes(words)) return core;
  const at = text.indexOf(words);
  const clauses = [...text.matchAll(CLAUSE)].map(({ 0: said, index }) => ({ said, start: index }));
  const last = clauses.findLast(({ said, start }) => (start >= at ? isOfPlace(said) : said.includes(words)));
  const named = last === undefined || last.start <= at ? words : (readWhere(last.said)?.words ?? last.said);
  const end = endOfPlace(text, text.indexOf(named, last?.start ?? at) + named.length);
  const lead = LEAD.exec(text.slice(0, at));
  // "Có đánh bạc ở chợ …": what stands before "ở" is the story.
  const head = lead === null ? sentenceAt(text, at) : at;
  const all = text.slice(tellsDeed(text.slice(head, at)) ? at : head, Math.max(end, at + words.length));
  const typed = typedWords(all);
  if (all.includes("?") || typed.length > MOST_WORDS.place || tellsTime(typed)) return core;
  const said = withoutFillers(all);
  return said.includes(words) ? { ...core, words: said } : core;
}

/** "Tôi xin giấu tên. Phòng trọ số 5 …": another sentence is no part of it; "TP. Lạng Sơn" is one. */
const sentenceAt = (text: string, at: number): number =>
  [...text.slice(0, at).matchAll(/(?<=\p{L}{3}|\d)[.!]\s+/gu)].reduce(
    (_, end) => end.index + end[0].length,
    0,
  );

const LEAD = /(?<!\p{L})(?:ở|o|tại|tai) $/iu;
const CLAUSE = /(?:(?!(?<=\p{L}{3}|\d)[.!]\s)[^,;\n])+/gu;

const isOfPlace = (said: string): boolean => isPlaceAnswer(said) || readWhere(said) !== null;

/** Words of which places are made, how many at this word: "gần", "xã", "cũ", "200", "Na". */
function placeWordsAt(typed: readonly TypedWord[], at: number): number {
  const books = [
    PLACE.leads,
    PLACE.joins,
    PLACE.known,
    PLACE.modifiers,
    PLACE.former,
    PLACE.pointing,
    PLACE.distances,
    PLACE.titles,
  ];
  const isName = typed[at]?.kind !== "word" || typed[at]?.isCapital === true;
  return Math.max(
    kindAt(typed, at)?.length ?? 0,
    isName ? 1 : 0,
    ...books.map((book) => book.lengthAt(typed, at)),
  );
}

const STOP = /[,;\n]|(?<=\p{L}{3}|\d)[.!](?=\s)/gu;

/** Most words in small letters behind a kind or a lead that may be its name. */
const NAME_WORDS = 3;

/** Where the place that is named up to here ends: "… xã Vũ Lăng cho trẻ ăn" goes on with what happened. */
function endOfPlace(text: string, from: number): number {
  const stop = [...text.matchAll(STOP)].find(({ index }) => index >= from);
  const typed = typedWords(text.slice(from, stop?.index));
  let [end, room] = [0, 0];
  for (let at = 0; at < typed.length; ) {
    const length = placeWordsAt(typed, at);
    // "… Tan Thanh cho phao": without marks "cho" is rather no "chỗ".
    const isLoose = PLACE.doubtful.lengthAt(typed, at) > 0 && placeWordsAt(typed, at + 1) === 0;
    if (isLoose || (length === 0 && (room === 0 || PLACE.endings.lengthAt(typed, at) > 0))) break;
    const isOpen = kindAt(typed, at) !== null || PLACE.leads.at(typed, at) !== null;
    room = length === 0 ? room - 1 : isOpen ? NAME_WORDS : room;
    at += Math.max(1, length);
    // A word such as "gần" alone ends no place.
    if (PLACE.leads.at(typed, at - Math.max(1, length)) === null || at === typed.length) end = at;
  }
  return end === 0 ? from : from + (typed[end - 1]?.end ?? 0);
}

/** True where words before a place tell what somebody does there: "bọn nó hút cát …", not "hõm suối …". */
function tellsDeed(words: string): boolean {
  const typed = typedWords(words);
  for (let at = 0; at < typed.length; ) {
    const known = Math.max(placeWordsAt(typed, at), TIME.fillers.lengthAt(typed, at));
    if (known === 0 && PLACE.endings.lengthAt(typed, at) > 0) return true;
    at += Math.max(1, known);
  }
  return false;
}

/** The time as it was said, where the reader takes the message for one: "cứ mưa là xả, đêm qua từ 11h". */
export function wholeTime(text: string, core: Occurrence): Occurrence {
  const typed = typedWords(text);
  if (text.includes("?") || typed.length > MOST_WORDS.time || readWhere(text) !== null) return core;
  // "Chiều nào cũng có 2h đến 5h, chục thằng": behind its last time it tells of something else.
  const clauses = [...text.matchAll(/[^,;\n]+/gu)];
  const last = clauses.findLast(({ 0: clause }) => timeItems(typedWords(clause)).length > 0);
  const said = withoutFillers(text.slice(0, last === undefined ? undefined : last.index + last[0].length));
  if (!said.includes(core.words)) return core;
  // "Từ 22 giờ đến 3 giờ, gần một tháng nay": the hours of a habit are those of no one day.
  const isHabit = timeItems(typedWords(said.replace(core.words, ""))).some(({ kind }) => HABITS.has(kind));
  return isHabit ? { words: said } : { ...core, words: said };
}

const HABITS: ReadonlySet<string> = new Set(["habit", "span"]);
