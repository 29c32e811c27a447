import { MINUTE } from "../../../../platform/time.ts";
import type { TypedWord } from "../typed-words.ts";
import { exactly, type Said, WEIGHTS } from "./exact.ts";
import { rangeOf } from "./from-to.ts";
import { first, type Group } from "./groups.ts";

/** "đang" began a moment ago. */
const GOING = 15 * MINUTE;

/**
 * What a group means; null where it says nothing of the past.
 * @param all every word of the text
 */
export function meaningOf(group: Group, all: readonly TypedWord[], now: number): Said | null {
  if (first(group, "future") !== undefined) return null;
  // "tối nào cũng từ 22h đến 1h", "11h đêm tới 3h sáng, cả tuần nay": on which day isn't told.
  if (isRepeated(group)) return { weight: WEIGHTS.repeated };
  // "hôm phiên chợ vừa rồi, từ 9h đến 11h": hours of a day that nobody can date.
  const isUndated = !has(group, "day", "span", "moment") && has(group, "lunar", "vague");
  const fromTo = isUndated ? null : rangeOf(group, all, now);
  if (fromTo !== null) return fromTo.from <= now ? { range: fromTo, weight: WEIGHTS.fromTo } : null;
  const exact = exactly(group, all, now);
  if (exact !== null) return exact;
  for (const kind of ["lunar", "vague", "habit"] as const)
    if (first(group, kind) !== undefined) return { weight: WEIGHTS[kind] };
  if (first(group, "now") === undefined) return null;
  return { range: { from: now - GOING, to: now }, weight: WEIGHTS.now };
}

const has = (group: Group, ...kinds: Parameters<typeof first>[1][]): boolean =>
  first(group, ...kinds) !== undefined;

/** The hours of many days; the days that "ngày nào cũng" is told beside are some of them. */
function isRepeated(group: Group): boolean {
  const isHabit = first(group, "habit") !== undefined;
  if (isHabit && first(group, "from", "tillNow") === undefined)
    return first(group, "clock", "day", "span") !== undefined;
  if (first(group, "clock") === undefined || first(group, "from", "to") === undefined) return false;
  return first(group, "day") === undefined && first(group, "habit", "span") !== undefined;
}
