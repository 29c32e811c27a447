import type { TypedWord } from "../typed-words.ts";
import type { Reader } from "./item.ts";
import { TIME } from "./time-words.ts";

/** "hôm nọ", "dạo này"; "ban đêm" without its day is any night. */
export const vagueAt: Reader = (typed, at) => {
  const any = TIME.anyDay.lengthAt(typed, at);
  if (any > 0 && !isDayAt(typed, at + any)) return { kind: "vague", length: any };
  const length = TIME.vague.lengthAt(typed, at);
  const isNewest = TIME.newest.lengthAt(typed, at) > length;
  return length === 0 || isNewest || TIME.notBeforeVague.endsBefore(typed, at)
    ? null
    : { kind: "vague", length };
};

const isDayAt = (typed: readonly TypedWord[], at: number): boolean =>
  TIME.days.at(typed, at) !== null || TIME.daysAfterPart.at(typed, at) !== null;

/** "đang" of what goes on, not of what somebody does or is: "đang có đánh nhau", "giờ nó vẫn …". */
export const goingAt: Reader = (typed, at) => {
  const still = TIME.nowBeforeStill.lengthAt(typed, at);
  if (still > 0 && still === typed.length) return { kind: "now", length: still };
  if (still > 0 && TIME.still.lengthAt(typed, at + still) > 0)
    return TIME.notBeforeNow.endsBefore(typed, at) ? null : { kind: "now", length: still };
  const length = TIME.going.lengthAt(typed, at);
  if (length === 0) return null;
  if (typed.length === length) return { kind: "now", length };
  const next = TIME.goingOn.at(typed, at + length);
  if (next === null) return null;
  const isOwn = TIME.oneself.endsBefore(typed, at) && typed[at + length]?.word !== "bị";
  return isOwn ? null : { kind: "now", length };
};
