import type { TypedWord } from "../typed-words.ts";
import type { Said } from "./exact.ts";
import { first, type Group } from "./groups.ts";
import { meaningOf } from "./meaning.ts";
import { TIME } from "./time-words.ts";

/** Words between two times that are still told in one breath, in letters. */
const BREATH = 40;
/** Most words between "gần nhất" and its time: "gần nhất là vào đêm qua". */
const NEWEST_WORDS = 2;

/** Times that are told together, and what they mean as one. */
export interface Several {
  readonly group: Group;
  readonly said: Said;
}

/**
 * What is told of a habit, of a beginning and the latest of many times, or in two imprecise ways: all of it stands, none of
 * it is pressed into one date. Null where a text has no such times.
 */
export function severalTimes(
  groups: readonly Group[],
  typed: readonly TypedWord[],
  now: number,
): Several | null {
  const told = groups.filter((group) => first(group, "future") === undefined);
  const at = told.findIndex((group) => first(group, "habit") !== undefined || isNewest(group, typed));
  const run = at < 0 ? impreciseRun(told, typed) : runAround(told, at, typed);
  if (run.length < 2) return null;
  const group = run.flat();
  const isLunar = at < 0 && first(group, "lunar") !== undefined;
  if (isLunar) return { group, said: REPEATED };
  if (at < 0 || first(group, "habit") !== undefined)
    return { group, said: meaningOf(group, typed, now) ?? REPEATED };
  const [from, to] = [
    meaningOf(run[0] ?? [], typed, now)?.range,
    meaningOf(run.at(-1) ?? [], typed, now)?.range,
  ];
  const isOrdered = from !== undefined && to !== undefined && from.from <= to.to;
  return { group, said: { ...REPEATED, ...(isOrdered && { range: { from: from.from, to: to.to } }) } };
}

const REPEATED: Said = { weight: Number.POSITIVE_INFINITY };

const isNewest = (group: Group, typed: readonly TypedWord[]): boolean => {
  const start = group[0]?.start ?? 0;
  return Array.from({ length: NEWEST_WORDS + 1 }).some((_, back) =>
    TIME.newest.endsBefore(typed, start - back),
  );
};

/** The groups before and behind one that are told in one breath with it. */
function runAround(groups: readonly Group[], at: number, typed: readonly TypedWord[]): readonly Group[] {
  let [from, to] = [at, at + 1];
  while (from > 0 && areNear(groups[from - 1], groups[from], typed)) from -= 1;
  while (to < groups.length && areNear(groups[to - 1], groups[to], typed)) to += 1;
  return groups.slice(from, to).filter((group) => !isWord(group));
}

/** A part of the day that is likely another word: "tôi" without its mark. */
const isWord = (group: Group): boolean => group.every((item) => item.kind === "part" && !item.part.isPlain);

/** "Mấy hôm nay mới biết, chắc từ hôm rằm": neither tells more than the other. */
function impreciseRun(groups: readonly Group[], typed: readonly TypedWord[]): readonly Group[] {
  const at = groups.findIndex((group, i) => {
    const next = groups[i + 1];
    if (next === undefined || !areNear(group, next, typed)) return false;
    const kinds: readonly (string | undefined)[] = [group, next].map(
      (one) => first(one, "span", "vague", "lunar")?.kind,
    );
    if (first(group, "span") !== undefined && first(group, "day", "clock") === undefined && isHour(next))
      return true;
    return (
      first([...group, ...next], "day", "clock") === undefined &&
      kinds.every((kind) => kind !== undefined) &&
      kinds.includes("lunar")
    );
  });
  return at < 0 ? [] : groups.slice(at, at + 2);
}

/** "Mấy hôm nay …, từ 9h đêm": an hour of those days. */
const isHour = (group: Group): boolean =>
  first(group, "clock") !== undefined &&
  group.every(({ kind }) => ["clock", "part", "from", "to"].includes(kind));

function areNear(one: Group | undefined, next: Group | undefined, typed: readonly TypedWord[]): boolean {
  const [from, to] = [one?.at(-1)?.end ?? 0, next?.[0]?.start ?? 0];
  if ((typed[to]?.start ?? 0) - (typed[from - 1]?.end ?? 0) > BREATH) return false;
  return typed.slice(from, to).every(({ typed: sign }) => !/^[.;!?]$/.test(sign));
}
