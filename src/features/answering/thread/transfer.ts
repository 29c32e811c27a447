import { SUBJECTS } from "../../../knowledge/concepts.ts";
import { readWords } from "../../../knowledge/terms.ts";
import { fold, isUnmarked } from "../../../language/fold.ts";

/**
 * The earlier question about another subject: "khu dân cư phải đạt những tiêu chí gì" and then "doanh nghiệp" give
 * "doanh nghiệp phải đạt những tiêu chí gì". Null where one of them names no subject, or both the same.
 */
export function transfer(earlier: string, question: string): string | null {
  const asked = readWords(earlier);
  const typed = readWords(question);
  const before = SUBJECTS.mentions(asked);
  const now = SUBJECTS.mentions(typed);
  const [subject] = now;
  if (subject === undefined || before.length === 0) return null;
  if (before.some(({ concept }) => now.some((other) => other.concept === concept))) return null;
  const isSubject = (at: number) => before.some(({ start, end }) => start <= at && at < end);
  const rest = asked.filter((_, at) => !isSubject(at));
  const words = [...typed, ...rest.filter((word) => !typed.includes(word))].join(" ");
  return typed.every(isUnmarked) ? fold(words) : words;
}
