import { fold } from "../../../language/fold.ts";
import type { Place } from "../report.ts";
import { DENIED_HOUR, deniesFirst, wanted } from "./denied.ts";
import type { Draft } from "./draft.ts";
import { CORRECTING, saysWrong, tellingWords, without, withoutTail } from "./leftover.ts";
import { withRightNumber } from "./numbers.ts";
import { withOtherHour } from "./other-hour.ts";
import { readWhen } from "./when.ts";
import { readPlaceAnswer, readWhere } from "./where.ts";

/** The hour that a message puts in the place of one that was told: "nhầm, 9h tối", "không phải 5h đâu, … 7h tối". */
export function rightHour({ when }: Draft, text: string, now: number): string | undefined {
  if (when === undefined || !(saysWrong(text) || DENIED_HOUR.test(fold(text)))) return undefined;
  const hour = readWhen(wanted(text.normalize("NFC"), now), now)?.words;
  return hour === undefined ? undefined : (withOtherHour(when.words, hour) ?? undefined);
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
  if (withRightNumber(draft.what ?? "", text) !== null) return true;
  return (
    draft.where?.words !== undefined && deniesFirst(text) && rightPlaceIn(wanted(text, now), text) !== null
  );
}

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
