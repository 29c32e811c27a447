import type { TypedWord } from "../typed-words.ts";
import type { TimeItem } from "./item.ts";
import { TIME } from "./time-words.ts";

/** Times that stand together: "khoảng 9h", "tối", "hôm qua". */
export type Group = readonly TimeItem[];

/** At most so many fillers or signs between two times of one group. */
const GAP = 2;

/** Items in the groups they form. */
export function groupsOf(typed: readonly TypedWord[], items: readonly TimeItem[]): readonly Group[] {
  const groups: TimeItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && areTogether(typed, last.end, item.start)) groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  return groups;
}

function areTogether(typed: readonly TypedWord[], from: number, to: number): boolean {
  let at = from;
  for (let count = 0; count < GAP && at < to; count++) {
    const length = /^[,-–(]$/.test(typed[at]?.typed ?? "") ? 1 : TIME.fillers.lengthAt(typed, at);
    if (length === 0) return false;
    at += length;
  }
  return at === to;
}

type Kind = TimeItem["kind"];
export type Of<K extends Kind> = Extract<TimeItem, { kind: K }>;

/** The first item of one of these kinds. */
export function first<K extends Kind>(group: Group, ...kinds: readonly K[]): Of<K> | undefined {
  return group.find((item): item is Of<K> => (kinds as readonly Kind[]).includes(item.kind));
}
