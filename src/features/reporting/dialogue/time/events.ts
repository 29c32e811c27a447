import { DAY } from "../../../../platform/time.ts";
import type { TypedWord } from "../typed-words.ts";
import { numberAt } from "./clock.ts";
import type { Reader, TimeItem } from "./item.ts";
import { TIME } from "./time-words.ts";

/** Most words of what happened on a day: "phiên chợ Bãi". */
const EVENT_WORDS = 6;

const isSign = (word: TypedWord | undefined): boolean => word === undefined || word.kind === "sign";

/** "hôm phiên chợ Bãi vừa rồi", "bữa đám cưới, …": a day that only its teller could name. No hour makes a date of it. */
export const eventDayAt: Reader = (typed, at) => {
  const lead = TIME.eventDays.lengthAt(typed, at);
  if (lead === 0 || isKnownDay(typed, at, at + lead)) return null;
  const isClause = isSign(typed[at - 1]) || TIME.leads.endsBefore(typed, at);
  for (let end = at + lead + 1; end <= at + lead + EVENT_WORDS; end++) {
    if (typed[end - 1]?.kind !== "word") return null;
    const tail = TIME.eventTails.lengthAt(typed, end);
    if (tail > 0) return { kind: "vague", length: end + tail - at };
    if (isSign(typed[end])) return isClause ? { kind: "vague", length: end - at } : null;
  }
  return null;
};

/** "hôm qua", "hôm thứ 3", "hôm đó": what other words say, and what was said before. */
const isKnownDay = (typed: readonly TypedWord[], at: number, from: number): boolean =>
  [TIME.days, TIME.dayParts, TIME.parts, TIME.vague, TIME.habits, TIME.future].some(
    (book) => book.at(typed, at) !== null,
  ) ||
  [TIME.weekdays, TIME.lunar, TIME.lunarDays, TIME.backwards].some((book) => book.at(typed, from) !== null) ||
  numberAt(typed, from, TIME.numbers) !== null;

/** "cách 1 2 hôm 1 lần", "tuần 2 lần", "cứ 3 ngày lại". */
export const everyAt: Reader = (typed, at) => {
  const lead = TIME.every.lengthAt(typed, at);
  let end = at + lead;
  for (let count = 0; count < 2; count++) end += numberAt(typed, end, TIME.amounts)?.length ?? 0;
  const unit = TIME.units.at(typed, end);
  if (unit === null || unit.value < DAY) return null;
  end += unit.length;
  const often = numberAt(typed, end, TIME.amounts);
  const times = often === null ? 0 : TIME.times.lengthAt(typed, end + often.length);
  if (often !== null && times > 0) return { kind: "habit", length: end + often.length + times - at };
  return lead > 0 && TIME.again.lengthAt(typed, end) > 0 ? { kind: "habit", length: end - at } : null;
};

/** "từ tết đến giờ", "từ hồi mở quán tới nay": since something that no calendar names. */
export const withBeginnings = (
  typed: readonly TypedWord[],
  items: readonly TimeItem[],
): readonly TimeItem[] =>
  items.flatMap((item, i): readonly TimeItem[] => {
    if (item.kind === "tillNow" && isSince(typed, items[i - 1], item)) return [];
    const next = items[i + 1];
    return next?.kind === "tillNow" && isSince(typed, item, next)
      ? [{ kind: "vague", start: item.start, end: next.end }]
      : [item];
  });

const isSince = (typed: readonly TypedWord[], from: TimeItem | undefined, till: TimeItem): boolean => {
  if (from?.kind !== "from") return false;
  const between = typed.slice(from.end, till.start);
  return between.length > 0 && between.length <= EVENT_WORDS && between.every(({ kind }) => kind === "word");
};
