import { PatternBook } from "../../../language/pattern-book.ts";
import { readUtterance } from "../../../language/utterance.ts";
import { hideSecrets } from "../dialogue/protect.ts";
import { isElsewhere, isPlaceAnswer, readWhere } from "../dialogue/where.ts";
import type { Place } from "../report.ts";
import SHORT_WORDS from "./short-words.json" with { type: "json" };

/** In UTF-16 units: so short an answer to "ở đâu" is a place as a whole; a longer one is looked through for it. */
const WHOLE_PLACE = 60;
const LONGEST_PLACE = 120;
const TAKES_BACK = " (sửa lại; trước đó: ";

/** "Nó chạy ra phía chợ": a direction. */
const FLEES = new PatternBook(SHORT_WORDS.flees);

const VAGUE: ReadonlySet<string> = new Set(SHORT_WORDS.vaguePlace.split(" "));

/** A place that a message of a danger tells. */
export interface PlaceTold {
  readonly where: Place;
  /** Told as the place, not only named in passing: it goes before what was known. */
  readonly isFirm: boolean;
  /** What was told before is taken back by it. */
  readonly isCorrection?: boolean;
}

/**
 * The place in a message of a danger: the whole of an answer to "ở đâu", else what is named in it.
 * @param isPoint the message is about the place, says the reader
 * @param isLikely it says so less surely: then what is named must be most of it
 * @param isCaption of a photo: it says what is seen, and is a place only where it names one
 */
export function placeIn(
  words: string,
  {
    isPoint,
    isLikely = isPoint,
    isCaption,
  }: { readonly isPoint: boolean; readonly isLikely?: boolean; readonly isCaption: boolean },
): PlaceTold | undefined {
  const safe = hideSecrets(words.trim());
  const named = readWhere(safe);
  // Where somebody went is no place to come to, beside one that is known.
  if (isElsewhere(safe) || FLEES.has(readUtterance(safe)))
    return named === null ? undefined : { where: named, isFirm: false };
  const isWhole = isPoint && safe.length <= WHOLE_PLACE && (named === null || canBeFound(named));
  if (!isCaption && (isWhole || isPlaceAnswer(safe))) {
    const point = named?.lat === undefined ? {} : named;
    return { where: { ...point, words: safe.slice(0, LONGEST_PLACE) }, isFirm: true };
  }
  if (named === null) return undefined;
  const isMost = (named.words?.length ?? 0) * 2 >= safe.length;
  return { where: named, isFirm: isPoint || (isLikely && isMost) };
}

/** "trong nhà tôi" stands on the card, but nobody finds it. */
export function canBeFound(where: Place | undefined): boolean {
  if (where?.lat !== undefined) return true;
  const words = readUtterance(where?.words ?? "").folded;
  return words.some((word) => !VAGUE.has(word));
}

/** What is known of the place with this message: the newest words first, without those that nobody finds; a point stays. */
export function betterPlace(
  before: Place | undefined,
  { where, isFirm, isCorrection = false }: PlaceTold,
): Place {
  const { unknown: _, words: known, ...point } = before ?? {};
  const { words, ...newPoint } = where;
  const points = { ...point, ...newPoint };
  const told = words ?? known;
  if (told === undefined) return points;
  if (known === undefined || words === undefined) return { ...points, words: told };
  if (!canBeFound({ words })) return { ...points, words: known };
  if (!canBeFound({ words: known })) return { ...points, words };
  if (!isFirm || known.includes(words)) return { ...points, words: known };
  // What was taken back stays readable: half of it may still be right.
  const both = isCorrection ? `${words}${TAKES_BACK}${known})` : `${words}; ${known}`;
  return {
    ...points,
    words: (words.includes(known) ? words : both).slice(0, LONGEST_PLACE * 4),
  };
}
