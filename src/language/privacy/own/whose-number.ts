import { crossesSentences } from "./digit-runs.ts";
import { CLASS_WORDS, LISTS, NUMBER_WORDS } from "./lexicon.ts";
import type { Whose } from "./own-detail.ts";
import { foundBetween, type OwnReading, surroundings } from "./own-reading.ts";

/** How many signs and small words may stand between a pattern and the number that it speaks of. */
const NEAR = 2;

/**
 * Whose a number or an address on the net is. Only words tied to it say that it is another's: "nó gọi bằng số …",
 * "stk lừa đảo …"; a thief who is only named in the same sentence says nothing of it.
 * @param from its first token
 * @param to the token after its last
 */
export function whoseNumber(reading: OwnReading, from: number, to: number): Whose {
  const whose = whoseByWords(reading, from, to);
  // What goes on in the next sentence may be two numbers: the words before the first say nothing of the second.
  return whose === "other" && crossesSentences(reading, from, to) ? "unclear" : whose;
}

function whoseByWords(reading: OwnReading, from: number, to: number): Whose {
  const [first, last] = surroundings(reading, from, to, "part");
  const before = {
    own: touching(reading, "own", first, from),
    theirs: touching(reading, "theirs", first, from),
  };
  const after = {
    own: following(reading, "ownAfter", to, last),
    theirs: following(reading, "theirsAfter", to, last),
  };
  if (after.own) return before.theirs > 0 ? "unclear" : "reporter";
  if (before.own > 0 && before.theirs > 0) return before.own >= before.theirs ? "reporter" : "unclear";
  if (before.own > 0) return "reporter";
  if (after.theirs) return "other";
  if (before.theirs > 0) return isCalledFor(reading, first, from) ? "unclear" : "other";
  return "unclear";
}

/** How near before the number such a pattern ends: 0 where none does, more for nearer. */
function touching(reading: OwnReading, which: "own" | "theirs", first: number, from: number): number {
  const ends = foundBetween(reading, NUMBER_WORDS[which], first, from)
    .filter(({ end }) => isNear(reading, end, from))
    .filter(({ start }) => which === "theirs" || !isDoneByThem(reading, first, start))
    .map(({ end }) => NEAR + 1 - Math.min(NEAR, from - end));
  return Math.max(0, ...ends);
}

/** "nó gọi cho tôi bằng số …": who calls stands right before. */
const isDoneByThem = (reading: OwnReading, first: number, start: number): boolean =>
  foundBetween(reading, CLASS_WORDS.call, start, start + 2).some((call) => call.start === start) &&
  foundBetween(reading, CLASS_WORDS.they, Math.max(first, start - 3), start).length > 0;

function following(
  reading: OwnReading,
  which: "ownAfter" | "theirsAfter",
  to: number,
  last: number,
): boolean {
  return foundBetween(reading, NUMBER_WORDS[which], to, last).some(({ start }) => isNear(reading, to, start));
}

/** Only signs and the like between. */
function isNear({ tokens }: OwnReading, from: number, to: number): boolean {
  if (to - from > NEAR) return false;
  return tokens.slice(from, to).every(({ is, word }) => is === "sign" || LISTS.skip.has(word));
}

const isCalledFor = (reading: OwnReading, first: number, from: number): boolean =>
  foundBetween(reading, NUMBER_WORDS.called, first, from).some(({ end }) => isNear(reading, end, from)) &&
  foundBetween(reading, CLASS_WORDS.self, first, from).length > 0;

/** True where a paper's number is told before it. */
export const isPaper = (reading: OwnReading, from: number): boolean => isTold(reading, "paper", from);

/** True where a bank account is told before it. */
export const isBank = (reading: OwnReading, from: number): boolean => isTold(reading, "bank", from);

function isTold(reading: OwnReading, what: "paper" | "bank", from: number): boolean {
  const [first] = surroundings(reading, from, from, "part", 6);
  return foundBetween(reading, CLASS_WORDS[what], first, from).length > 0;
}
