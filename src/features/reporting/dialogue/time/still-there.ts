import type { TypedWord } from "../typed-words.ts";
import { type Group, groupsOf } from "./groups.ts";
import type { TimeItem } from "./item.ts";
import { TIME } from "./time-words.ts";

/** The times of a text: those at which something was there still, its last words with them, and all others. */
export interface Seen {
  readonly there: Group;
  readonly others: readonly TimeItem[];
}

/** Parts what is told of before it happened: of "5h chiều vẫn còn, sáng nay mất" the first time. */
export function seenThere(typed: readonly TypedWord[], items: readonly TimeItem[]): Seen {
  const there: TimeItem[] = [];
  const others: TimeItem[] = [];
  for (const group of groupsOf(typed, items))
    for (const clause of clausesOf(typed, group)) {
      const end = Math.max(...clause.map((item, i) => stillEnd(typed, item, clause[i + 1])));
      const last = clause.at(-1);
      if (end === 0 || last === undefined) others.push(...clause);
      else if (there.length === 0)
        there.push(...clause.slice(0, -1), { ...last, end: Math.max(end, last.end) });
    }
  return { there, others };
}

/** "hôm trước 5h chiều" without the hour before its comma. */
function clausesOf(typed: readonly TypedWord[], group: Group): readonly Group[] {
  const clauses: TimeItem[][] = [];
  for (const item of group) {
    const last = clauses.at(-1);
    const before = last?.at(-1)?.end ?? item.start;
    const isNew = typed.slice(before, item.start).some(({ kind }) => kind === "sign");
    if (last === undefined || isNew) clauses.push([item]);
    else last.push(item);
  }
  return clauses;
}

/**
 * Where the words end that say of a time that nothing had happened yet: "5h em còn thấy", "hôm qua vẫn còn"; 0 where none do.
 * Of a day "còn thấy" may be said of the wrong itself.
 */
function stillEnd(typed: readonly TypedWord[], { kind, end }: TimeItem, next: TimeItem | undefined): number {
  if (kind !== "clock" && kind !== "part" && kind !== "day") return 0;
  const last = kind === "clock" && next?.kind === "part" && next.start === end ? next.end : end;
  const book = kind === "day" ? TIME.keptThere : TIME.stillThere;
  // Without marks "con" may be who saw it, or "còn".
  const found = [last, last + TIME.oneself.lengthAt(typed, last)].find((at) => book.lengthAt(typed, at) > 0);
  return found === undefined ? 0 : found + book.lengthAt(typed, found);
}
