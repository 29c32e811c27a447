import type { TimeItem } from "./time/item.ts";
import { timeItems } from "./time/items.ts";
import { typedWords } from "./typed-words.ts";

const OF_AN_HOUR: ReadonlySet<TimeItem["kind"]> = new Set(["clock", "part", "from", "to"]);

/**
 * A time with another hour in the place of its own: the days of it stay. Null where it has no hour, or where the new one
 * tells a day too.
 * @example withOtherHour("tối thứ 7 nào cũng tầm 11h đến 1h sáng", "10 rưỡi") // "tối thứ 7 nào cũng tầm 10 rưỡi đến 1h sáng"
 */
export function withOtherHour(before: string, told: string): string | null {
  const [old, more] = [typedWords(before), typedWords(told)];
  const hours = timeItems(more);
  const clocks = timeItems(old).filter(({ kind }) => kind === "clock");
  const isHour =
    hours.some(({ kind }) => kind === "clock") && hours.every(({ kind }) => OF_AN_HOUR.has(kind));
  const start = hours.find(({ kind }) => kind === "clock" || kind === "part");
  const end = hours.at(-1);
  // "đến 2h sáng mới tan" puts its end right, two hours both ends, one the beginning.
  const isEnd = hours[0]?.kind === "to";
  const isSpan = hours.filter(({ kind }) => kind === "clock").length > 1;
  const [from, to] = [isEnd ? clocks.at(-1) : clocks[0], isSpan || isEnd ? clocks.at(-1) : clocks[0]];
  if (!isHour || start === undefined || end === undefined || from === undefined || to === undefined)
    return null;
  // "8h tối qua" and "9h sáng": the new part of the day stands for the old one.
  const beside = timeItems(old).find(({ kind, start: at }) => kind === "part" && at === to.end);
  const isPart = hours.some(({ kind }) => kind === "part");
  const last = isPart && beside !== undefined ? beside : to;
  const words = told.slice(more[start.start]?.start, more[end.end - 1]?.end);
  return `${before.slice(0, old[from.start]?.start)}${words}${before.slice(old[last.end - 1]?.end)}`;
}

/**
 * The hours of a time beside another day: "thứ 5" in the place of the day of "7h tối thứ 6". Null where there is no hour to keep, or
 * where the new one tells a part of the day that the hour may not be in.
 * @example withOtherDay("đêm nào cũng từ 9h đến 1h sáng", "thứ 7") // "thứ 7, từ 9h đến 1h sáng"
 */
export function withOtherDay(before: string, told: string): string | null {
  const old = typedWords(before);
  const items = timeItems(old);
  const days = timeItems(typedWords(told));
  const first = items.findIndex(({ kind }) => kind === "clock");
  const last = items.findLastIndex(({ kind }) => kind === "clock");
  const [clock, end] = [items[first], items[last]];
  if (clock === undefined || end === undefined || days.some(({ kind }) => kind === "clock")) return null;
  const lead = items[first - 1]?.kind === "from" ? items[first - 1] : clock;
  // "Từ 7h tối đến nửa đêm": its end is a part of the day.
  const till = items.findIndex(
    ({ kind }, at) => at > last && kind === "to" && items[at + 1]?.kind === "part",
  );
  const behind = till > last ? items[till + 1] : items[last + 1];
  const isPart = behind?.kind === "part" && (till > last || behind.start === end.end);
  if (isPart && till < 0 && first === last && days.some(({ kind }) => kind === "part")) return null;
  const stop = isPart ? behind.end : end.end;
  const hours = before.slice(old[lead?.start ?? clock.start]?.start, old[stop - 1]?.end);
  return `${told}, ${hours}`;
}
