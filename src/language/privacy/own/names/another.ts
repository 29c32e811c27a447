import { fold } from "../../../fold.ts";
import { CLASS_WORDS, LISTS, NAME_WORDS } from "../lexicon.ts";
import { foundBetween, type OwnReading, surroundings } from "../own-reading.ts";
import type { TokenSpan } from "./known-names.ts";
import { isWhoHarmed } from "./name-span.ts";

/** The most words of "ông chủ quán tên là". */
const LONGEST = 6;

/**
 * True where the words right before a name give it to somebody else: "ông chủ tên Dương", "thằng dẫn đường …, hay gọi là
 * A Phủ", "một ông áo lính, tên gọi là …". What the writer says of themselves is never that: "em là bà chủ quán tên
 * Hạnh", "ông chủ tên Dương đây".
 */
export function isNamedAsAnother(reading: OwnReading, [at, to]: TokenSpan): boolean {
  const { tokens } = reading;
  if (LISTS.here.has(tokens[to]?.word ?? "")) return false;
  const before = (book: "owner" | "called" | "named" | "accused") =>
    foundBetween(reading, NAME_WORDS[book], Math.max(0, at - LONGEST), at).find(({ end }) => end === at);
  const [first] = surroundings(reading, at, at, "sentence");
  const owner = before("owner");
  if (owner !== undefined)
    return (
      ownsWhatWasTold(reading, owner.start) &&
      foundBetween(reading, CLASS_WORDS.self, first, owner.start).length === 0
    );
  const accused = before("accused");
  // "người tố cáo …" and "đơn tố cáo …" go on with whoever reports.
  if (accused !== undefined) return !LISTS.complains.has(tokens[accused.start - 1]?.word ?? "");
  const called = before("called");
  if (called !== undefined && foundBetween(reading, NAME_WORDS.theirs, first, called.start).length > 0)
    return !tokens.slice(first, called.start).some(({ word }) => LISTS.selfCapital.has(word));
  const named = before("named");
  return named !== undefined && isSaidOfThird(reading, first, named.start);
}

/** "một ông", "người này" is spoken of before, and the writer isn't: "một em" is no "em", but "…, chú tên" is a "chú". */
function isSaidOfThird(reading: OwnReading, first: number, start: number): boolean {
  const third = foundBetween(reading, NAME_WORDS.third, first, start);
  const selves = foundBetween(reading, CLASS_WORDS.self, first, start).filter(
    (self) =>
      !third.some((one) => self.start >= one.start && self.end <= one.end) &&
      !isWhoHarmed(reading.tokens, self.start - 1),
  );
  const isWriter = (self: { readonly start: number; readonly end: number }) =>
    self.end === start || LISTS.selfCapital.has(reading.tokens[self.start]?.word ?? "");
  return third.length > 0 && !selves.some(isWriter);
}

/**
 * "chủ tên Lương" is an owner. Unmarked, "chu ten Luong" may be an uncle who writes: it is the owner where a business was
 * told before that isn't the writer's.
 */
function ownsWhatWasTold({ tokens }: OwnReading, at: number): boolean {
  if (tokens[at]?.word !== "chu" || fold(tokens[at + 1]?.word ?? "") !== "ten") return true;
  return tokens.slice(0, at).some(({ word }, i) => {
    const next = tokens.slice(i + 1, i + 3).map((token) => token.word);
    return LISTS.businesses.has(word) && !next.some((one) => LISTS.self.has(one));
  });
}
