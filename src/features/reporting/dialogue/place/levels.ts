import { fold } from "../../../../language/fold.ts";
import { phraseSet, type TypedWord, typedWords } from "../typed-words.ts";
import json from "./place-words.json" with { type: "json" };
import { kindAt, PLACE } from "./place-words.ts";

/** How wide a part of an address is, the narrowest first; a spot is whatever is none of the others. */
const LEVELS = ["inner", "spot", "number", "road", "hamlet", "commune", "district"] as const;
type Level = (typeof LEVELS)[number];

const KINDS = (["inner", "number", "road", "hamlet", "commune", "district"] as const).map((level) => ({
  level,
  kinds: phraseSet(json.levels[level]),
}));

/** A part of an address, with its place in the words: "xã Bắc Sơn" in "thôn Nà Pàn, xã Bắc Sơn". */
interface Part {
  readonly level: Level;
  readonly start: number;
  readonly end: number;
}

/** The parts of an address that a place names, in order. */
function partsOf(words: string): readonly Part[] {
  const typed = typedWords(words.normalize("NFC"));
  const found: { level: Level; start: number; lead: number }[] = [];
  let lead = 0;
  for (let at = 0; at < typed.length; ) {
    const leads = PLACE.leads.lengthAt(typed, at);
    const kind = kindAt(typed, at)?.length ?? 0;
    const known = PLACE.known.lengthAt(typed, at);
    if (kind > 0 && kind >= leads && known <= kind) {
      const isNamed = at + kind < typed.length && typed[at + kind]?.kind !== "sign";
      const level = levelOf(typed, at, kind);
      // "đầu làng" is a spot.
      found.push({ level: isNamed || level === "inner" ? level : "spot", start: at, lead });
      at = nameEnd(typed, at + kind);
      lead = at;
    } else {
      const isStart = at === 0 || typed[at - 1]?.kind === "sign";
      if (known > 0 && isStart) found.push({ level: "commune", start: at, lead });
      else if (typed[at]?.kind === "number" && isStart) found.push({ level: "number", start: at, lead });
      const isLead = leads > 0 || PLACE.joins.lengthAt(typed, at) > 0;
      at += Math.max(1, known, kind > 0 ? leads : 1);
      if (!isLead) lead = at;
    }
  }
  return found.map(({ level, start }, i) => {
    const next = found[i + 1]?.lead ?? typed.length;
    const sign = typed.findIndex(({ typed: one }, at) => at > start && at < next && /^[,;.\n]$/.test(one));
    const last = (sign < 0 ? next : sign) - 1;
    return { level, start: typed[start]?.start ?? 0, end: typed[last]?.end ?? words.length };
  });
}

function levelsOf(words: string): ReadonlySet<Level> {
  const parts = partsOf(words);
  return new Set(parts.length === 0 ? ["spot"] : parts.map(({ level }) => level));
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

/** Parts of an address of which a place has one each; of a spot there may be several. */
const ONE_EACH: ReadonlySet<Level> = new Set(["number", "road", ...UNITS]);

/**
 * An address with another number, road, hamlet or commune in the place of its own; null where the new words name none, or
 * more than that.
 * @example withPart("quán Hương Lan, xã Hữu Lũng", "xã Tuấn Sơn") // "quán Hương Lan, xã Tuấn Sơn"
 */
export function withPart(before: string, now: string): string | null {
  const [part, another] = partsOf(now);
  if (part === undefined || another !== undefined || !ONE_EACH.has(part.level)) return null;
  const [old, more] = partsOf(before).filter(({ level }) => level === part.level);
  if (old === undefined || more !== undefined || old.end - old.start === before.length) return null;
  return `${before.slice(0, old.start)}${now.slice(part.start, part.end)}${before.slice(old.end)}`;
}

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
