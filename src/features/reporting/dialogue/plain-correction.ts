import { fold } from "../../../language/fold.ts";
import type { Occurrence, Place } from "../report.ts";
import { DENIED_HOUR, deniedIn, deniedOf, deniesFirst, wanted } from "./denied.ts";
import type { Draft } from "./draft.ts";
import { CORRECTING, saysOtherwise, saysWrong, tellingWords, without, withoutTail } from "./leftover.ts";
import { withRightNumber } from "./numbers.ts";
import { withOtherDay, withOtherHour } from "./other-hour.ts";
import { readWhen } from "./when.ts";
import { readPlaceAnswer, readWhere } from "./where.ts";

/** The hour that a message puts in the place of one that was told: "nhầm, 9h tối", "không phải 5h đâu, … 7h tối". */
export function rightHour({ when }: Draft, text: string, now: number): string | undefined {
  if (when === undefined || !(saysWrong(text) || DENIED_HOUR.test(fold(text)))) return undefined;
  const hour = readWhen(wanted(text.normalize("NFC"), now), now)?.words;
  return hour === undefined ? undefined : (withOtherHour(when.words, hour) ?? undefined);
}

/** Most words beside a time that is put right, in its clause: "hình như tối kia". */
const BESIDE = 1;

/**
 * The time that a message puts in the place of one that was told, where it says that something is wrong: of its clauses the first
 * that is another time and hardly more. The hours of the one before stay with another day.
 * @example rightTime(draft, "em nhầm, tối kia mới đúng chứ tối qua em đi trực", now) // words: "tối kia, 9h" of "tối qua 9h"
 */
export function rightTime({ when }: Pick<Draft, "when">, said: string, now: number): Occurrence | null {
  const text = said.trim().normalize("NFC");
  if (when === undefined) return null;
  const denied = deniedOf(text);
  const at = denied === "" ? -1 : fold(text).indexOf(denied);
  // In NFC folding doesn't move letters.
  const left = at < 0 ? text : `${text.slice(0, at)},${text.slice(at + denied.length)}`;
  const clauses = left.split(CLAUSE_END).map((clause) => withoutTail(clause));
  const isSaid =
    at >= 0 ||
    saysOtherwise(text) ||
    withoutTail(text) !== text ||
    clauses.join("") !== left.split(CLAUSE_END).join("");
  if (!isSaid) return null;
  for (const clause of clauses) {
    const told = readWhen(clause, now);
    const beside = told === null ? [] : tellingWords(without(clause, told.words), CORRECTING);
    if (told === null || beside.length > BESIDE || isSame(when, told)) continue;
    const words = withOtherHour(when.words, told.words) ?? withOtherDay(when.words, told.words);
    return words === null ? told : { ...spanOf(told, words, now), words };
  }
  return null;
}

/** Where a clause ends, and where what is right is set against what isn't: "tối kia chứ tối qua thì …". */
const CLAUSE_END = /[,;.!\n]+|(?<!\p{L})(?:chứ|chu(?! nhat))(?!\p{L})/u;

const isSame = (when: Occurrence, told: Occurrence): boolean =>
  fold(when.words).includes(fold(told.words)) ||
  (told.from !== undefined && told.from === when.from && told.to === when.to);

/** Days that can't be dated have no span with their hours either. */
function spanOf(told: Occurrence, words: string, now: number): Pick<Occurrence, "from" | "to"> {
  const isDated = told.from !== undefined;
  const { from, to } = isDated ? (readWhen(words, now) ?? {}) : {};
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** True where a message is nothing but a place or a time in the stead of another: "không, ý tôi là thôn Pò Mỏ". */
export function isPlainCorrection(said: string, now: number): boolean {
  const text = said.trim().normalize("NFC");
  const words = withoutTail(wanted(text, now));
  if (words.trim() === text && !saysWrong(text)) return false;
  if (words.trim() !== text && saysWrong(text) && readPlaceAnswer(words.trim()) !== null) return true;
  const where = rightPlaceIn(words, text);
  const when = readWhen(words, now);
  if (where === null && when === null) return false;
  return tellingWords(without(words, where?.words, when?.words), CORRECTING).length === 0;
}

/**
 * True where a message puts right what was told: it says that it was wrong, gives another hour or number in its place, or begins by
 * denying it and names another place: "không phải, … ở ngã tư Đồng Đăng cơ".
 */
export function putsRight(draft: Draft, text: string, now: number): boolean {
  if (isPlainCorrection(text, now) || rightHour(draft, text, now) !== undefined) return true;
  if (withRightNumber(draft.what ?? "", text) ?? rightNumberOf(draft.where?.words, text)) return true;
  if (rightTime(draft, text, now) !== null) return true;
  return (
    draft.where?.words !== undefined && deniesFirst(text) && rightPlaceIn(wanted(text, now), text) !== null
  );
}

/** "Ngõ 8 chứ không phải ngõ 3": a number of the place that is denied with what it numbers; a count of things is none of it. */
export const rightNumberOf = (place: string | undefined, text: string): string | null =>
  place === undefined || deniedIn(place, text) === undefined ? null : withRightNumber(place, text);

/** "Số 21 mới đúng": what is said to be right may be a bare answer. */
export const rightPlaceIn = (words: string, text: string): Place | null =>
  readWhere(words) ?? (words.trim() === text ? null : readPlaceAnswer(trimmed(words)));

/** Without the words at both ends that only say that something is wrong. */
export function trimmed(words: string): string {
  const parts = words.split(/[\s,.;:!?]+/u).filter(Boolean);
  const isSmall = (word: string | undefined): boolean =>
    word !== undefined && tellingWords(word, CORRECTING).length === 0;
  let [from, to] = [0, parts.length];
  while (from < to && isSmall(parts[from])) from += 1;
  while (to > from && isSmall(parts[to - 1])) to -= 1;
  return parts.slice(from, to).join(" ");
}
