import { DAY } from "../../../../platform/time.ts";
import type { TypedWord } from "../typed-words.ts";
import type { TimeItem } from "./item.ts";
import { TIME } from "./time-words.ts";

/** Most words between a word such as "hay" and the time that it says of: "hay đi lúc 3h sáng". */
const MARK_WORDS = 3;

/** The times of a text, with those that come again told as such: "t2 t4 t6", "cứ lúc gà gáy", "hay đi tầm 3h sáng". */
export const withHabits = (typed: readonly TypedWord[], items: readonly TimeItem[]): readonly TimeItem[] =>
  marked(typed, weekdaysJoined(typed, items)).toSorted((a, b) => a.start - b.start);

const isWeekday = (item: TimeItem | undefined): item is TimeItem =>
  item?.kind === "day" && item.again === 7 * DAY;

/** Two weekdays in a row are of every week. */
function weekdaysJoined(typed: readonly TypedWord[], items: readonly TimeItem[]): readonly TimeItem[] {
  const joined: TimeItem[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as TimeItem;
    if (!isWeekday(item)) {
      joined.push(item);
      continue;
    }
    let { end } = item;
    let count = 1;
    for (; isWeekday(items[i + 1]) && isList(typed, end, items[i + 1]?.start ?? 0); i++, count++)
      end = items[i + 1]?.end ?? end;
    const last = numbersEnd(typed, end);
    if (count > 1 || last > end) joined.push({ kind: "habit", start: item.start, end: last });
    else joined.push(item);
    // Numbers that belong to the list are no times of their own.
    while (last > end && (items[i + 1]?.start ?? last) < last) i += 1;
  }
  return joined;
}

const isList = (typed: readonly TypedWord[], from: number, to: number): boolean =>
  to - from <= 2 &&
  typed
    .slice(from, to)
    .every(
      (word, i) =>
        /^[,+/-]$/.test(word.typed) || TIME.and.lengthAt(typed, from + i) > 0 || isPart(typed, from + i),
    );

const isPart = (typed: readonly TypedWord[], at: number): boolean => TIME.parts.at(typed, at) !== null;

/** "thứ 2 4 6", "thứ 3,5,7": where the numbers of further weekdays end; `at` where none follow. */
function numbersEnd(typed: readonly TypedWord[], at: number): number {
  if (typed[at - 1]?.kind !== "number") return at;
  let end = at;
  let count = 0;
  let isSigned = false;
  for (;;) {
    const isSign = /^[,/-]$/.test(typed[end]?.typed ?? "");
    const number = end + (isSign ? 1 : 0);
    const after = typed[number + 1];
    const isDay = /^[2-7]$/.test(typed[number]?.typed ?? "") && after?.isGlued !== true;
    const isAmount =
      TIME.notAfterNumber.lengthAt(typed, number + 1) > 0 || TIME.hours.lengthAt(typed, number + 1) > 0;
    const isGluedSign = after?.kind === "sign" && /^[2-7]$/.test(typed[number]?.typed ?? "");
    if ((!isDay && !isGluedSign) || isAmount) break;
    isSigned ||= isSign;
    count += 1;
    end = number + 1;
  }
  return count > (isSigned ? 0 : 1) ? end : at;
}

/** "toi hay bi" is "tôi hay bị". */
const isUnsurePart = (typed: readonly TypedWord[], item: TimeItem): boolean =>
  item.kind === "part" && !item.part.isPlain && typed[item.start]?.word === typed[item.start]?.folded;

/** An hour, a part of the day or a weekend of which "hay", "cứ", "thường" is said. */
function marked(typed: readonly TypedWord[], items: readonly TimeItem[]): readonly TimeItem[] {
  return items.flatMap((item, i): readonly TimeItem[] => {
    const isPinned =
      ["day", "moment", "habit"].includes(items[i + 1]?.kind ?? "") && items[i + 1]?.start === item.end;
    if (isPinned || !(item.kind === "clock" || item.kind === "part" || item.kind === "span")) return [item];
    const before = items.slice(0, i).findLast(({ kind }) => kind !== "from");
    const floor = before?.end ?? 0;
    // "cuối tuần hay có": said behind it.
    const behind = isUnsurePart(typed, item) ? 0 : TIME.often.lengthAt(typed, item.end);
    if (
      behind > 0 &&
      items[i + 1]?.start !== item.end + behind &&
      TIME.unsure.lengthAt(typed, item.end) === 0
    )
      return [item, { kind: "habit", start: item.end, end: item.end + behind }];
    for (let at = item.start - 1; at >= Math.max(floor, item.start - MARK_WORDS - 1); at--) {
      if (typed[at]?.kind === "sign") break;
      const length = TIME.often.lengthAt(typed, at);
      // "2h hay 3h" is one or the other; without marks "cũ" is "cu", so the time must stand beside it.
      const isOr = at === floor && floor > 0;
      const gap = item.start - at - length;
      const isLoose = item.kind === "part" && !item.part.isPlain;
      const isBare = typed[at]?.word === typed[at]?.folded && TIME.unsure.lengthAt(typed, at) > 0;
      const isBeside = gap <= 0 || (gap === 1 && TIME.leads.lengthAt(typed, item.start - 1) > 0);
      if (
        length > 0 &&
        !isOr &&
        !(isLoose && isUnsurePart(typed, item)) &&
        (isBeside || !(isBare || isLoose))
      )
        return [{ kind: "habit", start: at, end: at + length }, item];
    }
    return [item];
  });
}
