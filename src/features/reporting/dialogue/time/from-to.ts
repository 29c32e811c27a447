import { DAY } from "../../../../platform/time.ts";
import type { TypedWord } from "../typed-words.ts";
import type { Range } from "./calendar.ts";
import { inPart } from "./clock.ts";
import { dayOf, exactly } from "./exact.ts";
import { first, type Group, type Of } from "./groups.ts";
import { TIME } from "./time-words.ts";

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
    // "đêm thứ 7, … từ 9h": the words before it say of which day, and of which part of it.
    const told = first(left, "clock") === undefined ? [] : group.slice(0, fromAt);
    const since = exactly([...told, ...group.slice(fromAt, fromAt + 1), ...left], all, now)?.range;
    return since === undefined || first(left, "moment", "clock") === left[0]
      ? (since ?? null)
      : { from: since.from, to: now };
  }
  const right = group.slice(toAt + 1);
  return right.length === 0 ? null : between([group.slice(0, Math.max(0, fromAt)), left, right], all, now);
}

/** What one end leaves out, the other one has said, or the words before both: the day, and the part of the day. */
function between(
  [before, left, right]: readonly [Group, Group, Group],
  all: readonly TypedWord[],
  now: number,
): Range | null {
  const day = dayOf(right) ?? dayOf(left) ?? dayOf(before);
  const withDay = (group: Group): Group =>
    first(group, "day", "span", "moment") === undefined && day !== undefined ? [...group, day] : group;
  const part = first(left, "part") === undefined ? partOfStart(before, left, right) : undefined;
  const from = exactly(withDay(part === undefined ? left : [...left, part]), all, now)?.range;
  const told = first(right, "part") === undefined ? first([...before, ...left], "part") : undefined;
  const to = exactly(withDay(told === undefined ? right : [...right, told]), all, now)?.range ?? null;
  if (from === undefined) return null;
  if (to === null) return from;
  const last = to.to < from.from ? to.to + DAY : to.to;
  return { from: from.from, to: Math.min(last, now) };
}

/** "đêm qua từ 11h đến 2h sáng", "từ 11h đến 2h sáng": it began in the evening; "từ 7h đến 9h tối" in the same part. */
function partOfStart(before: Group, left: Group, right: Group): Of<"part"> | undefined {
  const [start, end] = [first(left, "clock"), first(right, "clock")];
  if (start === undefined) return undefined;
  const [told, part] = [first(before, "part"), first(right, "part")];
  if (told !== undefined || part === undefined || end === undefined) return told ?? part;
  const until = inPart(end.clock.hour, part.part.name);
  if (inPart(start.clock.hour, part.part.name) <= until) return part;
  if (start.clock.hour <= until) return undefined;
  return { kind: "part", part: TIME.evening, start: start.end, end: start.end };
}
