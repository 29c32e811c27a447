import { UTC_OFFSET } from "../../../../language/dates.ts";
import { DAY } from "../../../../platform/time.ts";
import { type TypedWord, typedWords } from "../typed-words.ts";
import { groupsOf } from "./groups.ts";
import type { TimeItem } from "./item.ts";
import { timeItems } from "./items.ts";
import { TIME } from "./time-words.ts";

/** As Sunday ends the week: "thứ 6 này" on a Saturday was yesterday. */
const weekOrder = (day: number): number => (day + 6) % 7;

/** The times of a text, those that are still to come as such: "thứ 6 này" on a Tuesday. */
export const itemsAt = (typed: readonly TypedWord[], now: number): readonly TimeItem[] =>
  timeItems(typed).map((item) =>
    item.kind === "day" && item.ahead !== undefined && isAhead(item.ahead, now)
      ? { kind: "future", start: item.start, end: item.end }
      : item,
  );

const isAhead = (day: number, now: number): boolean =>
  weekOrder(day) > weekOrder(new Date(Math.floor((now + UTC_OFFSET) / DAY) * DAY).getUTCDay());

/** Without its mark "mốt" is "một": "mot dua". */
const isCount = (typed: readonly TypedWord[], { start, end }: TimeItem): boolean =>
  end - start === 1 && typed[start]?.word === COUNT;
const COUNT = "mot";

/** So far before a day the word that plans it stands: "hẹn cả bọn thứ 6". */
const PLAN_WORDS = 4;

/**
 * What is told to come, as it was said; null where nothing is. It has no date: what is planned may be put off.
 * @example aheadIn("nó hẹn thứ 6 này đánh tiếp", now) // "hẹn thứ 6 này"
 */
export function aheadIn(text: string, now: number): string | null {
  const clean = text.normalize("NFC");
  const typed = typedWords(clean);
  const group = groupsOf(typed, itemsAt(typed, now)).find((one) =>
    one.some((item) => item.kind === "future" && !isCount(typed, item)),
  );
  const [from, to] = [group?.[0]?.start, group?.at(-1)?.end];
  if (group === undefined || from === undefined || to === undefined) return null;
  const isNamed = TIME.coming.lengthAt(typed, to) > 0;
  const end = isNamed ? to + 1 : to;
  let start = from;
  for (let at = from - 1; at >= Math.max(0, from - PLAN_WORDS) && typed[at]?.kind !== "sign"; at--)
    if (TIME.plans.lengthAt(typed, at) > 0) start = at;
  return clean.slice(typed[start]?.start, typed[end - 1]?.end);
}
