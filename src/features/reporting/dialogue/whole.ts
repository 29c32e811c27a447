import type { Occurrence, Place } from "../report.ts";
import { withoutFillers } from "./bare-answer.ts";
import { timeItems } from "./time/items.ts";
import { typedWords } from "./typed-words.ts";
import { isPlaceAnswer, readWhere, tellsTime } from "./where.ts";

/** Most words of a place or a time that is taken as it was said: more is a story. */
const MOST_WORDS = { place: 24, time: 16 } as const;

/**
 * The place as it was said, where the reader takes the message for one: the grammar finds its core, and whoever looks for it
 * needs the words around that too. A story behind its last clause isn't the place.
 * @param core what the grammar found
 * @example wholePlace("nhà xe sau dãy B trường cấp 3 Bắc Sơn", { words: "trường cấp 3 Bắc Sơn" }) // all of it
 */
export function wholePlace(text: string, core: Place): Place {
  const { words } = core;
  if (words === undefined || core.lat !== undefined || !text.includes(words)) return core;
  const clauses = [...text.matchAll(CLAUSE)].map(({ 0: said, index }) => ({ said, start: index }));
  const last = clauses.findLast(({ said }) => isOfPlace(said, words));
  if (last === undefined) return core;
  const at = text.indexOf(words);
  const lead = LEAD.exec(text.slice(0, at));
  // "Có đánh bạc ở chợ …": what stands before "ở" is the story.
  const all = text.slice(lead === null ? sentenceAt(text, at) : at, last.start + last.said.length);
  const typed = typedWords(all);
  if (all.includes("?") || typed.length > MOST_WORDS.place || tellsTime(typed)) return core;
  const said = withoutFillers(all);
  return said.includes(words) ? { ...core, words: said } : core;
}

/** "Tôi xin giấu tên. Phòng trọ số 5 …": another sentence is no part of it; "TP. Lạng Sơn" is one. */
const sentenceAt = (text: string, at: number): number =>
  [...text.slice(0, at).matchAll(/(?<=\p{L}{3})[.!]\s+/gu)].reduce((_, end) => end.index + end[0].length, 0);

const LEAD = /(?<!\p{L})(?:ở|o|tại|tai) $/iu;
const CLAUSE = /[^,;\n]+/gu;

const isOfPlace = (said: string, core: string): boolean =>
  said.includes(core) || core.includes(said.trim()) || isPlaceAnswer(said) || readWhere(said) !== null;

/** The time as it was said, where the reader takes the message for one: "cứ mưa là xả, đêm qua từ 11h". */
export function wholeTime(text: string, core: Occurrence): Occurrence {
  const typed = typedWords(text);
  if (text.includes("?") || typed.length > MOST_WORDS.time || readWhere(text) !== null) return core;
  const said = withoutFillers(text);
  if (!said.includes(core.words)) return core;
  // "Từ 22 giờ đến 3 giờ, gần một tháng nay": the hours of a habit are those of no one day.
  const isHabit = timeItems(typedWords(said.replace(core.words, ""))).some(({ kind }) => HABITS.has(kind));
  return isHabit ? { words: said } : { ...core, words: said };
}

const HABITS: ReadonlySet<string> = new Set(["habit", "span"]);
