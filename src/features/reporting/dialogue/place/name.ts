import { TIME } from "../time/time-words.ts";
import type { TypedWord } from "../typed-words.ts";
import { beforeKind, isClosed, liesBeside, NAME_LENGTH } from "./loose-name.ts";
import { kindAt, PLACE } from "./place-words.ts";
import type { Reading } from "./reading.ts";

/** How sure it is that a name is one; more is surer. */
export const NAME = { none: 0, common: 1, owner: 1, numbered: 3, proper: 4, known: 5 } as const;

export interface Name {
  readonly end: number;
  readonly sureness: number;
}

/** Most words of a name in small letters that nobody has listed. */
const SMALL_WORDS = 3;
/** Most words with capitals, and most pieces of a number. */
const LONGEST_NAME = 8;
/** More digits are a telephone's or an account's. */
const LONGEST_NUMBER = 5;

/** The name behind a kind of place: "Giếng Vuông", "12", "cấp 2 yên phúc", "nhà ông Páo". */
export function nameAfter(reading: Reading, start: number): Name {
  const { typed } = reading;
  let at = start;
  let sureness: number = NAME.none;
  let small = 0;
  // "cánh đồng na ca, …": such a syllable and the next are a hamlet's.
  if (PLACE.nameStarts.lengthAt(typed, at) === 1 && isClosed(reading, at + NAME_LENGTH))
    return {
      end: at + NAME_LENGTH,
      sureness: properAt(reading, at) >= at + NAME_LENGTH ? NAME.proper : NAME.numbered,
    };
  const whole = PLACE.known.lengthAt(typed, at) > 0 ? at : beforeKind(reading, at);
  if (whole > at && properAt(reading, at) < whole) return { end: whole, sureness: NAME.common };
  for (;;) {
    const known = PLACE.known.lengthAt(typed, at) || PLACE.province.lengthAt(typed, at);
    if (known > 0 && !goesOnAsName(typed, at + known)) return { end: at + known, sureness: NAME.known };
    const chain = PLACE.chains.lengthAt(typed, at);
    if (chain > 0) return { end: at + chain, sureness: NAME.proper };
    const number = numberAt(reading, at);
    // "Km 12+500 QL31": the number is the name, and a part of its own follows.
    if (sureness >= NAME.numbered && kindAt(typed, at)?.value.is === "clear") return { end: at, sureness };
    const proper = properAt(reading, at);
    const modifier = reading.isTime(at) && !isLowPart(typed, at) ? 0 : PLACE.modifiers.lengthAt(typed, at);
    if (number > at) [at, sureness] = [number, Math.max(sureness, NAME.numbered)];
    else if (proper > at)
      return { end: crossing(reading, numberBehind(reading, proper)), sureness: NAME.proper };
    else if (
      modifier > 0 &&
      sureness < NAME.proper &&
      kindAt(typed, at)?.value.is !== "clear" &&
      !liesBeside(reading, at)
    )
      [at, sureness] = [at + modifier, Math.max(sureness, NAME.common)];
    else if (
      small < SMALL_WORDS &&
      sureness < NAME.numbered &&
      (isSmallName(reading, at) || isLast(typed, at, small))
    )
      [at, sureness, small] = [at + 1, Math.max(sureness, NAME.common), small + 1];
    else {
      const end = at === start ? at : beforeKind(reading, at);
      return end > at ? { end, sureness: Math.max(sureness, NAME.common) } : { end: at, sureness };
    }
  }
}

/** Without marks the last word before a stop is rather the end of a name than a word that goes on: "ks muong thanh". */
const isLast = (typed: readonly TypedWord[], at: number, small: number): boolean =>
  (at === typed.length - 1 || /^[,.;]$/.test(typed[at + 1]?.typed ?? "")) &&
  typed[at]?.kind === "word" &&
  typed[at]?.word === typed[at]?.folded &&
  (typed[at]?.word.length ?? 0) > (small > 0 ? 2 : 3);

/** A part of the day is no time in "chợ đêm". */
const isLowPart = (typed: readonly TypedWord[], at: number): boolean => kindAt(typed, at - 1)?.length === 1;

/** "Ngã tư Bà Triệu - Hùng Vương": both its roads. */
function crossing(reading: Reading, at: number): number {
  const isDash = /^[-–]$/u.test(reading.typed[at]?.typed ?? "");
  return isDash && properAt(reading, at + 1) > at + 1 ? properAt(reading, at + 1) : at;
}

/** "Thôn Quảng Hồng ba, …": the number of a hamlet in letters, before a stop. */
const numberBehind = ({ typed, isTime }: Reading, at: number): number =>
  TIME.numbers.lengthAt(typed, at) === 1 && !isTime(at) && (typed[at + 1]?.kind ?? "sign") === "sign"
    ? at + 1
    : at;

/** "Bình Gia" in "Bình Gia Bảo" is a person's. */
const goesOnAsName = (typed: readonly TypedWord[], at: number): boolean => {
  const next = typed[at];
  return (
    next?.kind === "word" &&
    next.isCapital &&
    typed[at - 1]?.isCapital === true &&
    kindAt(typed, at) === null &&
    next.typed !== next.typed.toUpperCase() &&
    PLACE.endings.lengthAt(typed, at) === 0
  );
};

/** "12", "4B", "12/5", "1116": the end of a number with what is glued to it; `at` where none is. */
function numberAt({ typed, isTime }: Reading, at: number): number {
  const first = typed[at];
  if (first?.kind !== "number" || isTime(at) || first.typed.length > LONGEST_NUMBER) return at;
  if (PLACE.amounts.lengthAt(typed, at + 1) > 0 && !isGluedWord(typed, at + 2)) return at;
  // "đường nhà máy 200m": so far it is.
  if (PLACE.distances.lengthAt(typed, at + 1) > 0 && kindAt(typed, at + 1) === null) return at;
  let end = at + 1;
  while (end - at < LONGEST_NAME && typed[end]?.isGlued === true) {
    const sign = typed[end];
    const isInner =
      sign?.kind !== "sign" || (/^[/.+-]$/.test(sign.typed) && typed[end + 1]?.isGlued === true);
    if (!isInner) break;
    end += 1;
  }
  return end;
}

const isGluedWord = (typed: readonly TypedWord[], at: number): boolean =>
  typed[at]?.isGlued === true && typed[at]?.kind !== "sign";

/** The end of a run of words with capitals: "Hoàng Văn Thụ", "Kỳ lừa"; `at` where none is. */
export function properAt({ typed, isTime }: Reading, at: number): number {
  let end = at;
  while (
    end - at < LONGEST_NAME &&
    typed[end]?.kind === "word" &&
    typed[end]?.isCapital &&
    !isSolidTime({ typed, isTime }, end)
  ) {
    if (end > at && kindAt(typed, end)?.value.is === "clear") break;
    end += 1;
  }
  const isHalf = end === at + 1 && typed[end]?.kind === "word" && isSmallName({ typed, isTime }, end);
  if (!isHalf || kindAt(typed, end) !== null || PLACE.leads.at(typed, end) !== null) return end;
  return properAfter({ typed, isTime }, end + 1);
}

/** "Bún chả Hà Nội": a name in small letters may end in one with capitals. */
function properAfter({ typed, isTime }: Reading, at: number): number {
  let end = at;
  while (
    end - at < LONGEST_NAME &&
    typed[end]?.kind === "word" &&
    typed[end]?.isCapital &&
    !isTime(end) &&
    kindAt(typed, end) === null
  )
    end += 1;
  return end;
}

/** "Đêm" in "Đêm Màu Hồng" is a name. */
const isSolidTime = ({ typed, isTime }: Reading, at: number): boolean =>
  isTime(at) && typed[at + 1]?.isCapital !== true;

function isSmallName({ typed, isTime }: Reading, at: number): boolean {
  const word = typed[at];
  return (
    word?.kind === "word" &&
    !isTime(at) &&
    PLACE.endings.lengthAt(typed, at) === 0 &&
    PLACE.leads.at(typed, at) === null &&
    kindAt(typed, at) === null
  );
}

/** Whose a place is: "nhà ông Páo", "rẫy nhà tui"; `at` where nobody is named. */
export function ownerAfter(reading: Reading, start: number): number {
  const { typed } = reading;
  const at = start + PLACE.of.lengthAt(typed, start);
  const title = PLACE.titles.lengthAt(typed, at);
  if (title > 0) {
    const name = at + title;
    // "buu dien cu na duong" is an old post office, not old Na's.
    if (PLACE.known.lengthAt(typed, name) > 0) return start;
    if (typed[name]?.isCapital === true) return properAt(reading, name);
    const isNamed = isSmallName(reading, name) || /^\p{L}+$/u.test(typed[name]?.typed ?? "") === true;
    return isNamed && PLACE.endings.lengthAt(typed, name) === 0 && !reading.isTime(name) ? name + 1 : start;
  }
  const owner = PLACE.owners.lengthAt(typed, at);
  // "của con mình"
  return owner === 0 ? start : at + owner + PLACE.owners.lengthAt(typed, at + owner);
}
