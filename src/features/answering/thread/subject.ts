import { ASPECTS } from "../../../knowledge/concepts.ts";
import type { Passage } from "../../../knowledge/knowledge-index.ts";
import { telling } from "../../../knowledge/reduced-question.ts";
import { pair, readWords } from "../../../knowledge/terms.ts";
import { fold } from "../../../language/fold.ts";

type Subject = Pick<Passage, "headings" | "asks" | "document">;

/** A word of so many of a section's wordings is part of what it is about, not of one way to ask. */
const OF_WORDINGS = 0.25;

/**
 * What a section is about, without what is asked of it: the words of its heading that a good part of its other wordings have too.
 * @example "Đốt pháo nổ bị phạt bao nhiêu tiền?" // "đốt pháo nổ"
 */
export function subjectOf({ headings, asks, document }: Subject): string {
  const heading = headings.at(-1) ?? "";
  const words = themeOf(heading, document.title);
  const wordings = [heading, ...asks].map((wording) => new Set(readWords(wording).map(fold)));
  const share = (word: string) =>
    wordings.filter((wording) => wording.has(fold(word))).length / wordings.length;
  const common = words.filter((word) => share(word) >= OF_WORDINGS);
  return (common.length > 0 ? common : words).join(" ");
}

/**
 * What a section is about and its whole document too, for what is asked of all that: "14 tuổi ông bà bố mẹ căn cước" is asked of as
 * "căn cước". None where that is nothing.
 */
export function coreOf(section: Subject): readonly string[] {
  const ofAll = new Set(readWords(section.document.title).map(fold));
  const shared = subjectOf(section)
    .split(" ")
    .filter((word) => ofAll.has(fold(word)));
  return shared.length === 0 ? [] : [shared.join(" ")];
}

/** The words that say something and ask nothing. What asks by itself ("cước") may be half of a name that the title has. */
function themeOf(heading: string, title: string): string[] {
  const words = readWords(heading);
  const tells = telling(words, true);
  const names = new Set(pairsOf(readWords(title)));
  const isNamed = (at: number) =>
    pairsOf(words.slice(Math.max(0, at - 1), at + 2)).some((two) => names.has(two));
  const asking = new Set(
    ASPECTS.mentions(words).flatMap(({ start, end }) =>
      end - start === 1 && isNamed(start) ? [] : Array.from({ length: end - start }, (_, i) => start + i),
    ),
  );
  return words.filter((_, at) => (tells[at] ?? 0) > 0 && !asking.has(at));
}

const pairsOf = (words: readonly string[]): string[] =>
  words.slice(1).map((second, at) => pair(words[at] as string, second));
