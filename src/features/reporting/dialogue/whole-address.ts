import type { Place } from "../report.ts";
import { oneAddress, withPart } from "./place/levels.ts";
import { TIME } from "./time/time-words.ts";
import { typedWords } from "./typed-words.ts";
import { readPlaceAnswer, readWhere } from "./where.ts";

/** Most words between two sentences of one address, in letters: "thôn Quảng Hồng. sã Kháng Chiến". */
const BETWEEN = 8;

/**
 * The place in a message that may tell it in two breaths: what is taken back in it is put right, and the commune of the next
 * sentence belongs to the hamlet of this one.
 * @example whereIn("Thôn Nà Pàn. Xã Thất Khê à không Kháng Chiến") // words: "Thôn Nà Pàn, Kháng Chiến"
 */
export function whereIn(text: string): Place | null {
  const right = withoutTakenBack(text.normalize("NFC"));
  const core = readWhere(right);
  if (core?.words === undefined || core.lat !== undefined || !right.includes(core.words)) return core;
  const start = right.indexOf(core.words) + core.words.length;
  const next = readWhere(right.slice(start));
  if (next?.words === undefined || right.indexOf(next.words, start) - start > BETWEEN) return core;
  const isNext = /[.\n]/u.test(right.slice(start, right.indexOf(next.words, start)));
  const words = isNext ? oneAddress(core.words, next.words) : null;
  return words === null ? core : { ...core, words };
}

/** "Xã Thất Khê à không Kháng Chiến" without what is taken back. */
function withoutTakenBack(text: string): string {
  const typed = typedWords(text);
  for (let at = 1; at < typed.length; at++) {
    const length = TIME.repairs.lengthAt(typed, at);
    const right =
      length === 0 ? null : repaired(text, typed[at]?.start ?? 0, typed[at + length - 1]?.end ?? 0);
    if (right !== null) return right;
  }
  return text;
}

/** The text with the place behind a repair in the stead of the one before it; null where there are no such places. */
function repaired(text: string, from: number, to: number): string | null {
  const [told, right] = [text.slice(0, from), text.slice(to)];
  const wrong = lastPlace(told);
  const now = readPlaceAnswer(right.split(/[.;\n]/u)[0] ?? "")?.words ?? readWhere(right)?.words;
  if (wrong === null || now === undefined) return null;
  const words = withPart(wrong, now) ?? now;
  return `${told.slice(0, told.lastIndexOf(wrong))}${words}${right.slice(right.indexOf(now) + now.length)}`;
}

/** The place that the words before a repair end in. */
function lastPlace(told: string): string | null {
  const words = readWhere(told.split(/[.;\n]/u).at(-1) ?? "")?.words;
  return words !== undefined &&
    told
      .trimEnd()
      .replace(/[,–-]$/u, "")
      .trimEnd()
      .endsWith(words)
    ? words
    : null;
}
