import { leadAt } from "./lead.ts";
import { isUnmarkedKind, kindAt, PLACE } from "./place-words.ts";
import type { Reading } from "./reading.ts";

/**
 * Without marks a name may look like other words: "duong nhi thanh phuong …", "thcs van an xa …". Two words between a kind
 * and the next kind of an address, or what it lies beside, are the name; behind a part of an address those before a stop, or
 * before what tells on, too.
 */
export function beforeKind(reading: Reading, at: number): number {
  // "duong hoang quoc viet" has three.
  const isRoad = PLACE.roads.endsBefore(reading.typed, at);
  const two = nameOf(reading, at, NAME_LENGTH);
  return two > at || !isRoad ? two : nameOf(reading, at, NAME_LENGTH + 1);
}

function nameOf(reading: Reading, at: number, length: number): number {
  const { typed, isTime } = reading;
  const end = at + length;
  if (typed.length < end) return at;
  const isAddress = beginsPart(reading, end);
  const isStop =
    typed[end]?.kind !== "word" ||
    [PLACE.neverNames, PLACE.former, PLACE.pointing].some((book) => book.lengthAt(typed, end) > 0);
  const isPart = PLACE.parts.endsBefore(typed, at);
  // "xa bao lam cu": what was called so is a name, whatever its words may mean.
  const isFormer = isPart && PLACE.former.lengthAt(typed, end) > 0;
  if (!isAddress && !liesBeside(reading, end) && !(isStop && isPart)) return at;
  const isName = typed
    .slice(at, end)
    .every(
      ({ kind, word, folded }, i) =>
        kind === "word" &&
        word === folded &&
        !isTime(at + i) &&
        PLACE.known.lengthAt(typed, at + i) === 0 &&
        (isFormer || PLACE.neverNames.lengthAt(typed, at + i) === 0) &&
        (kindAt(typed, at + i) === null || (isPart && isUnmarkedKind(typed, at + i))),
    );
  return isName ? end : at;
}
/** Where two words without marks end before a stop, which nothing else explains: "ở bao lam ấy"; `at` where none stand. */
export function beforeStop({ typed, isTime }: Reading, at: number): number {
  const end = at + NAME_LENGTH;
  const isStop = typed[end]?.kind !== "word" || PLACE.pointing.lengthAt(typed, end) > 0;
  const isName = typed
    .slice(at, end)
    .every(
      ({ kind, word, folded }, i) =>
        kind === "word" && word === folded && !isTime(at + i) && kindAt(typed, at + i) === null,
    );
  const isOwn = [PLACE.owners, PLACE.known].some((book) => book.lengthAt(typed, at) > 0);
  return typed.length >= end && isStop && isName && !isOwn ? end : at;
}

/** "… đối diện sân bóng": what something lies beside. Where somebody went isn't it. */
export function liesBeside(reading: Reading, at: number): boolean {
  const lead = leadAt(reading, at);
  return (lead.kind === "around" || lead.kind === "inside") && kindAt(reading.typed, lead.end) !== null;
}

export const NAME_LENGTH = 2;

/** A word stands before, and a stop or what begins another part behind it. */
export const isClosed = ({ typed, isTime }: Reading, end: number): boolean =>
  typed[end - 1]?.kind === "word" &&
  !isTime(end - 1) &&
  (typed[end - 1]?.isCapital === true || PLACE.leads.at(typed, end - 1) === null) &&
  (typed[end]?.kind !== "word" || beginsPart({ typed, isTime }, end));

/** The next part of an address: "xã …", and "p" before a commune's own name. */
function beginsPart({ typed }: Reading, at: number): boolean {
  const kind = kindAt(typed, at);
  if (kind === null) return false;
  const isCommune = PLACE.known.lengthAt(typed, at + kind.length) > 0;
  return kind.value.is === "clear" || isCommune || PLACE.address.lengthAt(typed, at) > 0;
}
