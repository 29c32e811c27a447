import type { TypedWord } from "../typed-words.ts";
import type { Group } from "./groups.ts";
import { TIME } from "./time-words.ts";

/** Most telling words between two times that are quoted together: "chiều nào cũng có 2h đến 5h". */
const TELLING_BETWEEN = 2;

const ENDS: ReadonlySet<string> = new Set(["from", "to"]);

/**
 * The words of a time as they were typed. What is told between two of them stays where it is short; else each is quoted by
 * itself: "tháng 3, mỗi ngày đóng 500 nghìn" is "tháng 3, mỗi ngày".
 */
export function quotes(text: string, typed: readonly TypedWord[], group: Group): readonly string[] {
  const told = group.slice(0, group.findLastIndex(({ kind }) => !ENDS.has(kind)) + 1);
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of told.length === 0 ? group.slice(0, 1) : told) {
    const last = spans.at(-1);
    if (last !== undefined && isNear(typed, last.end, start)) last.end = end;
    else
      spans.push({
        start: last !== undefined && TIME.leads.lengthAt(typed, start - 1) === 1 ? start - 1 : start,
        end,
      });
  }
  return spans.map(({ start, end }) => text.slice(typed[start]?.start ?? 0, typed[end - 1]?.end ?? 0));
}

/** Few words that tell something, and no sum and no count, stand between two times. */
function isNear(typed: readonly TypedWord[], from: number, to: number): boolean {
  let telling = 0;
  for (let at = from; at < to; ) {
    const word = typed[at];
    if (word?.kind === "number" || /^[.;!?]$/.test(word?.typed ?? "")) return false;
    const small = Math.max(
      ...[TIME.fillers, TIME.leads, TIME.newest, TIME.often, TIME.guesses].map((book) =>
        book.lengthAt(typed, at),
      ),
    );
    telling += small === 0 && word?.kind === "word" ? 1 : 0;
    at += Math.max(1, small);
  }
  return telling <= TELLING_BETWEEN;
}
