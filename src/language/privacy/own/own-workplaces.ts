import { LISTS, WORK_WORDS } from "./lexicon.ts";
import { tellsPlaceBehind } from "./open-places.ts";
import type { OwnDetail } from "./own-detail.ts";
import { foldedKey, spanOf } from "./own-numbers.ts";
import { endsSentence, type OwnReading } from "./own-reading.ts";

/** The most words of a workplace: "trường trung học cơ sở …". */
const LONGEST = 10;

/**
 * Where the writer works, told beside the place where it happened: "em làm kế toán ở công ty …, thấy ở chợ … có trộm".
 * Where no other place is told, it is where handlers have to go.
 */
export function ownWorkplaces(reading: OwnReading): readonly OwnDetail[] {
  return WORK_WORDS.own.all(reading.utterance).flatMap(({ end: from }): OwnDetail[] => {
    const to = endOf(reading, from);
    const kind = reading.tokens[from]?.word ?? "";
    const isScene = reading.tokens.slice(to).some(({ word }) => word === kind);
    if (to === from || isScene || !tellsPlaceBehind(reading, to)) return [];
    const span = spanOf(reading, from, to);
    return [{ ...span, kind: "address", whose: "reporter", key: foldedKey(span.words) }];
  });
}

/** Where the workplace ends that begins here; `from` where none does. */
function endOf(reading: OwnReading, from: number): number {
  const { tokens } = reading;
  const kind = [tokens[from], tokens[from + 1]].some((token) => LISTS.placeKinds.has(token?.word ?? ""));
  if (!kind) return from;
  let to = from;
  while (to - from < LONGEST) {
    const token = tokens[to];
    if (token === undefined || token.is === "sign" || endsSentence(reading, to)) break;
    // Unmarked, "may" is "mấy" and "máy", too: before a name it goes on.
    const isEnd = !token.isCapital && LISTS.homeEnds.has(token.word) && tokens[to + 1]?.isCapital !== true;
    if (to > from && isEnd) break;
    to += 1;
  }
  return to;
}
