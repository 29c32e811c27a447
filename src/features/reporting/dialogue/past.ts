import { isMadeOf, PatternBook, withoutSpans } from "../../../language/pattern-book.ts";
import { readUtterance, type Utterance } from "../../../language/utterance.ts";
import { HOUR } from "../../../platform/time.ts";
import type { DangerKind } from "../../../reader/names/danger.ts";
import type { Occurrence } from "../report.ts";
import WORDS from "./past.json" with { type: "json" };
import { pleads } from "./pleas.ts";
import { readWhen } from "./when.ts";

/** Dangers that end with what happened; a kidnapping, a poisoning or a beating at home of last night may still go on. */
const ENDS: readonly string[] = WORDS.kinds;
/** Nobody is hurt: then nothing of it is left. */
const ENDS_UNHURT: readonly string[] = WORDS.byUnhurt;
const PAST = new PatternBook(WORDS.past);
const CALM_NOW = new PatternBook(WORDS.calmNow);
const UNHURT = new PatternBook(WORDS.unhurt);
/** "Không ai bị sao, một người gãy chân": what is said beside it may be the worst. */
const BESIDE_UNHURT = new PatternBook(WORDS.besideUnhurt.split(" "));
const PRESENT = new PatternBook(WORDS.present);
const TREATED = new PatternBook(WORDS.treated.says);
const HABIT = new PatternBook(WORDS.habit.says);
/** What is no habit: today it spreads. */
const NO_HABIT = new PatternBook(WORDS.habit.not);
/** So long after it somebody may still stand there. */
export const STILL = 2 * HOUR;

/**
 * True where the words, or the time that was told, say that a danger of this kind is over; never where they also say that it goes on.
 * @example isPast("robbery", "tối qua nó giật điện thoại của em", now) // true
 * @example isPast("robbery", "tối qua nó giật điện thoại, giờ nó lại đến", now) // false
 */
export function isPast(kind: DangerKind, text: string, now: number, when?: Occurrence): boolean {
  const said = readUtterance(text);
  // "Giờ không còn ai" names the present to say that nothing goes on.
  const utterance = withoutSpans(said, CALM_NOW.all(said));
  if (!ENDS.includes(kind) || PRESENT.has(utterance) || pleads(utterance)) return false;
  if (PAST.has(utterance) || (ENDS_UNHURT.includes(kind) && isMadeOf(utterance, UNHURT, BESIDE_UNHURT)))
    return true;
  const { to } = readWhen(text, now) ?? when ?? {};
  return to !== undefined && now - to >= STILL;
}

/**
 * True where the words say that who was hurt has been treated, and nothing of now.
 * @example isTreated("animalBite", readUtterance("cháu bị cắn vào bắp chân, khâu 4 mũi")) // true
 */
export const isTreated = (kind: DangerKind, said: Utterance): boolean =>
  (WORDS.treated.kinds as readonly string[]).includes(kind) && TREATED.has(said) && !isNow(said);

/**
 * True where the words say that it happens again and again, by somebody's doing, and nothing of now.
 * @example isHabit("fire", readUtterance("tối nào chẳng đốt")) // true
 */
export const isHabit = (kind: DangerKind, said: Utterance): boolean =>
  (WORDS.habit.kinds as readonly string[]).includes(kind) &&
  HABIT.has(said) &&
  !NO_HABIT.has(said) &&
  !isNow(said);

const isNow = (said: Utterance): boolean => PRESENT.has(said) || pleads(said);
