import { fold } from "../../../../language/fold.ts";
import { phraseSet, type TypedWord, typedWords } from "../typed-words.ts";
import json from "./place-words.json" with { type: "json" };
import { kindAt, PLACE } from "./place-words.ts";

/** How wide a part of an address is, the narrowest first; a spot is whatever is none of the others. */
const LEVELS = ["inner", "spot", "road", "hamlet", "commune", "district"] as const;
type Level = (typeof LEVELS)[number];

const KINDS = (["inner", "road", "hamlet", "commune", "district"] as const).map((level) => ({
  level,
  kinds: phraseSet(json.levels[level]),
}));

/** The parts of an address that a place names. */
function levelsOf(words: string): ReadonlySet<Level> {
  const typed = typedWords(words.normalize("NFC"));
  const found = new Set<Level>();
  for (let at = 0; at < typed.length; ) {
    const lead = PLACE.leads.lengthAt(typed, at);
    const kind = kindAt(typed, at)?.length ?? 0;
    const known = PLACE.known.lengthAt(typed, at);
    if (kind > 0 && kind >= lead && known <= kind) {
      const isNamed = at + kind < typed.length && typed[at + kind]?.kind !== "sign";
      const level = levelOf(typed, at, kind);
      // "đầu làng" is a spot.
      found.add(isNamed || level === "inner" ? level : "spot");
      at = nameEnd(typed, at + kind);
    } else {
      const isStart = at === 0 || typed[at - 1]?.kind === "sign";
      if (known > 0 && isStart) found.add("commune");
      else if (typed[at]?.kind === "number" && isStart) found.add("road");
      at += Math.max(1, known, kind > 0 ? lead : 1);
    }
  }
  return found.size === 0 ? new Set(["spot"]) : found;
}

/** Where the name behind a kind ends: "chợ Kỳ Lừa" has its name from a commune, and "xóm Bãi Hào" is no bank. */
function nameEnd(typed: readonly TypedWord[], at: number): number {
  const known = PLACE.known.lengthAt(typed, at);
  if (known > 0) return at + known;
  let end = at;
  while (
    typed[end]?.kind === "word" &&
    typed[end]?.isCapital === true &&
    (kindAt(typed, end)?.length ?? 0) < 2
  )
    end += 1;
  return end;
}

const levelOf = (typed: readonly TypedWord[], at: number, length: number): Level =>
  KINDS.find(({ kinds }) => kinds.lengthAt(typed, at) === length)?.level ?? "spot";

/** Units of an address: of each a place has one. */
const UNITS: readonly Level[] = ["hamlet", "commune", "district"];
const unitsOf = (words: string): readonly number[] => {
  const levels = levelsOf(words);
  return UNITS.flatMap((unit, i) => (levels.has(unit) ? [i] : []));
};

/** True where a place names a unit as wide as one of the rest of an address: that rest is another place's. */
export const isWiderThan = (words: string, rest: string): boolean => {
  const [own, others] = [unitsOf(words), unitsOf(rest)];
  return own.length > 0 && others.length > 0 && Math.max(...own) >= Math.min(...others);
};

/** True where a clause names one unit of an address, and no wider one behind it. */
export const isOneUnit = (words: string): boolean => unitsOf(words).length === 1;

const narrowest = (levels: ReadonlySet<Level>): number => LEVELS.findIndex((level) => levels.has(level));

/** True for a part of some larger place: "trước cổng", "phòng tầng 3". */
export const isInner = (words: string): boolean => [...levelsOf(words)].every((level) => level === "inner");

/** True where a place has its name from a commune: "chợ Kỳ Lừa". */
function namesCommune(words: string): boolean {
  const typed = typedWords(words.normalize("NFC"));
  return typed.some((_, at) => PLACE.known.lengthAt(typed, at) > 0);
}

/**
 * One place of two that were told apart, where each names what the other leaves out; null where they may be two places.
 * @example oneAddress("quán Hương Lan", "xã Bắc Sơn") // "quán Hương Lan, xã Bắc Sơn"
 */
export function oneAddress(before: string, now: string): string | null {
  if (fold(before).includes(fold(now))) return before;
  if (fold(now).includes(fold(before))) return now;
  const [told, more] = [levelsOf(before), levelsOf(now)];
  // A commune's market isn't looked for in a hamlet.
  const isAnother = more.has("spot") && told.has("hamlet") && namesCommune(now);
  if (isAnother || [...more].some((level) => told.has(level))) return null;
  return narrowest(told) < narrowest(more) ? `${before}, ${now}` : `${now}, ${before}`;
}
