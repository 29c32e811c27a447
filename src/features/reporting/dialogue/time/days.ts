import { DAY } from "../../../../platform/time.ts";
import type { TypedWord } from "../typed-words.ts";
import * as calendar from "./calendar.ts";
import type { RangeOf, Reader } from "./item.ts";
import { TIME } from "./time-words.ts";

/** "hôm qua", "nay tôi đi ruộng về". */
export const dayAt: Reader = (typed, at) => {
  const found = TIME.days.at(typed, at);
  if (found !== null)
    return { kind: "day", of: (now) => calendar.daysAgo(now, found.value), length: found.length };
  // "nay tôi đi ruộng về …"
  const isToday = at === 0 && typed[0]?.word === "nay" && TIME.oneself.lengthAt(typed, 1) > 0;
  return isToday ? { kind: "day", of: (now) => calendar.daysAgo(now, 0), length: 1 } : null;
};

/** "hồi hôm". */
export const dayPartAt: Reader = (typed, at) => {
  const found = TIME.dayParts.at(typed, at);
  if (found === null) return null;
  const { back, from, to } = found.value;
  const of: RangeOf = (now) => calendar.hoursOf(calendar.daysAgo(now, back), from, to);
  return { kind: "moment", of, length: found.length };
};

/** "thứ 7 tuần trước", "cn". */
export const weekdayAt: Reader = (typed, at) => {
  const found = TIME.weekdays.at(typed, at);
  if (found === null || TIME.notBeforeWeekday.endsBefore(typed, at)) return null;
  const isShort = typed[at]?.word.length === 1;
  if (isShort && typed[at + 1]?.isGlued !== true) return null;
  const end = at + found.length;
  const week = TIME.weeks.at(typed, end);
  const past = week === null ? TIME.latest.lengthAt(typed, end) : 0;
  const coming = week === null && past === 0 ? TIME.coming.lengthAt(typed, end) : 0;
  const isPlanned = week === null && past === 0 && isPlannedAt(typed, at);
  if (isPlanned || TIME.comingSurely.lengthAt(typed, end) > 0)
    return { kind: "future", length: end + Math.max(coming, TIME.comingSurely.lengthAt(typed, end)) - at };
  return {
    kind: "day",
    of: (now) => calendar.weekday(now, found.value, week?.value, past > 0),
    ...(week === null && past === 0 && { again: 7 * DAY }),
    ...(coming > 0 && { ahead: found.value }),
    length: found.length + (week?.length ?? past),
  };
};

/** So many words before a day say that it is planned: "hẹn cả bọn thứ 6". */
const PLAN_WORDS = 3;

/** "Hẹn thứ 6 gặp", but not "hẹn hôm thứ 6", which was. */
function isPlannedAt(typed: readonly TypedWord[], at: number): boolean {
  if (TIME.dayOfMonth.endsBefore(typed, at)) return false;
  for (let back = 0; back <= PLAN_WORDS && typed[at - back - 1]?.kind !== "sign"; back++)
    if (TIME.plans.endsBefore(typed, at - back)) return true;
  return false;
}

/** "tuần trước", "cuối tuần rồi". */
export const weekAt: Reader = (typed, at) => {
  const weekend = TIME.weekends.lengthAt(typed, at);
  if (weekend > 0) {
    const which = TIME.weeks.at(typed, at + weekend) ?? TIME.weeks.at(typed, at + weekend - 1);
    const overlap = which !== null && TIME.weeks.at(typed, at + weekend) === null ? 1 : 0;
    const length = weekend + (which?.length ?? TIME.latest.lengthAt(typed, at + weekend)) - overlap;
    return { kind: "span", of: (now) => calendar.weekend(now, which?.value), length };
  }
  const found = TIME.weeks.at(typed, at);
  if (found === null) return null;
  return { kind: "span", of: (now) => calendar.weeksAgo(now, found.value), length: found.length };
};

/** "cả tuần nay". */
export const sinceAt: Reader = (typed, at) => {
  const found = TIME.spans.at(typed, at);
  if (found === null) return null;
  return { kind: "span", of: (now) => calendar.sinceDaysAgo(now, found.value), length: found.length };
};
