import type { TypedWord } from "../typed-words.ts";
import { type Group, groupsOf } from "./groups.ts";
import type { TimeItem } from "./item.ts";
import { TIME } from "./time-words.ts";

/** Most words between a time and the right one: "ak k phai hum". */
const BETWEEN = 5;

/** The times without those that are taken back in the same breath: of "hôm thứ 2, à không phải, thứ 3" the Tuesday. */
export function withoutTakenBack(
  typed: readonly TypedWord[],
  items: readonly TimeItem[],
): readonly TimeItem[] {
  const groups = groupsOf(typed, items);
  return groups.flatMap((group, i) => {
    const next = groups[i + 1];
    if (next === undefined || !areRepaired(typed, group, next)) return group;
    const right = new Set(next.map(({ kind }) => kind));
    return group.filter(({ kind }) => !right.has(kind));
  });
}

/** Between the two stand words that take the first one back: "à nhầm". */
function areRepaired(typed: readonly TypedWord[], group: Group, next: Group): boolean {
  const [from, to] = [group.at(-1)?.end ?? 0, next[0]?.start ?? 0];
  const start = typed[from]?.kind === "sign" ? from + 1 : from;
  const length = TIME.repairs.lengthAt(typed, start);
  return to - from <= BETWEEN && length > 0 && start + length <= to;
}
