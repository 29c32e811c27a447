import { CLASS_WORDS, LISTS, NAME_WORDS } from "../lexicon.ts";
import { foundBetween, type OwnReading, surroundings } from "../own-reading.ts";
import type { TokenSpan } from "./known-names.ts";

/** The most words of "ông chủ quán tên là". */
const LONGEST = 6;

/**
 * True where the words right before a name give it to somebody else: "ông chủ tên Dương", "thằng dẫn đường …, hay gọi là
 * A Phủ". What the writer says of themselves is never that: "em là bà chủ quán tên Hạnh", "ông chủ tên Dương đây".
 */
export function isNamedAsAnother(reading: OwnReading, [at, to]: TokenSpan): boolean {
  const { tokens } = reading;
  if (LISTS.here.has(tokens[to]?.word ?? "")) return false;
  const before = (book: "owner" | "called") =>
    foundBetween(reading, NAME_WORDS[book], Math.max(0, at - LONGEST), at).find(({ end }) => end === at);
  const [first] = surroundings(reading, at, at, "sentence");
  const owner = before("owner");
  if (owner !== undefined) return foundBetween(reading, CLASS_WORDS.self, first, owner.start).length === 0;
  const called = before("called");
  return (
    called !== undefined &&
    foundBetween(reading, NAME_WORDS.theirs, first, called.start).length > 0 &&
    !tokens.slice(first, called.start).some(({ word }) => LISTS.selfCapital.has(word))
  );
}
