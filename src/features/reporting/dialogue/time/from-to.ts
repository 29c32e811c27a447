import { DAY } from "../../../../platform/time.ts";
import type { TypedWord } from "../typed-words.ts";
import type { Range } from "./calendar.ts";
import { dayOf, exactly } from "./exact.ts";
import { first, type Group } from "./groups.ts";

/** "từ 8h đến 10h tối qua", "từ hôm 12 tới giờ", "20/11 đến 23/11"; null where there is no such span. */
export function rangeOf(group: Group, all: readonly TypedWord[], now: number): Range | null {
  const fromAt = group.findIndex(({ kind }) => kind === "from");
  const toAt = group.findIndex(({ kind }, i) => i > fromAt && kind === "to");
  const nowAt = group.findIndex(({ kind }, i) => i > fromAt && kind === "tillNow");
  if (fromAt < 0 && toAt <= 0) return null;
  const end = [toAt, nowAt].filter((at) => at > fromAt).sort((a, b) => a - b)[0] ?? group.length;
  const left = group.slice(fromAt + 1, end);
  if (left.length === 0) return null;
  if (toAt < 0 || nowAt === end) {
    const since = exactly([...group.slice(fromAt, fromAt + 1), ...left], all, now)?.range;
    return since === undefined || first(left, "moment", "clock") === left[0]
      ? (since ?? null)
      : { from: since.from, to: now };
  }
  const right = group.slice(toAt + 1);
  return right.length === 0 ? null : between(left, right, all, now);
}

/** What one end leaves out, the other one has said: the day, and the part of the day. */
function between(left: Group, right: Group, all: readonly TypedWord[], now: number): Range | null {
  const day = dayOf(right) ?? dayOf(left);
  const withDay = (group: Group): Group =>
    first(group, "day", "span", "moment") === undefined && day !== undefined ? [...group, day] : group;
  const part = first(right, "part");
  const withPart =
    part !== undefined && first(left, "part") === undefined && first(left, "clock") !== undefined
      ? [...left, part]
      : left;
  const from = exactly(withDay(withPart), all, now)?.range;
  const to = exactly(withDay(right), all, now)?.range ?? null;
  if (from === undefined) return null;
  if (to === null) return from;
  const last = to.to < from.from ? to.to + DAY : to.to;
  return { from: from.from, to: Math.min(last, now) };
}
