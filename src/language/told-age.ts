import { z } from "zod";
import json from "./told-age.json" with { type: "json" };
import type { Utterance } from "./utterance.ts";

const list = z.array(z.string()).transform((words): ReadonlySet<string> => new Set(words));

/**
 * Folded words. "em tôi 15 tuổi" tells of somebody else: a word for oneself right after one for kin is theirs. "Cháu", "em",
 * "bác" are people's words for themselves only where the message begins with them.
 */
const WORDS = z
  .strictObject({
    /** Words with which people call themselves. */
    selves: list,
    /** Those of them that are never another's. */
    own: list,
    /** What may stand between such a word and the age, and before it. */
    besides: list,
    /** Words for relatives and others. */
    kin: list,
    /** What an age is counted in. */
    years: list,
    /** What stands before a pupil's grade. */
    grade: z.string(),
  })
  .parse(json);

const OLDEST = 120;
const LAST_GRADE = 12;
/** Children start school at six. */
const YEARS_BEFORE_SCHOOL = 5;
/** More words between a person and the age belong to another clause. */
const FAR = 6;

/**
 * The age that a message tells of its own writer, in whole years; null where it tells none, or somebody else's.
 * @example toldAge(readUtterance("tôi năm nay 71 tuổi rồi")) // 71
 * @example toldAge(readUtterance("cháu học lớp 7")) // 12
 * @example toldAge(readUtterance("mẹ tôi 80 tuổi")) // null
 */
export function toldAge({ folded }: Pick<Utterance, "folded">): number | null {
  for (const [at, word] of folded.entries()) {
    const count = /^\d{1,3}$/u.test(word) ? Number(word) : Number.NaN;
    const joined = /^(\d{1,3})t$/u.exec(word);
    const inYears = joined !== null || WORDS.years.has(folded[at + 1] ?? "");
    const age = joined === null ? count : Number(joined[1]);
    if (inYears && age <= OLDEST && isOfWriter(folded, at)) return age;
    const isGrade = folded[at - 1] === WORDS.grade && count >= 1 && count <= LAST_GRADE;
    if (isGrade && isOfWriter(folded, at - 1)) return count + YEARS_BEFORE_SCHOOL;
  }
  return null;
}

/** True where the nearest person before is the writer, and nothing but small words stands between. */
function isOfWriter(folded: readonly string[], before: number): boolean {
  for (let at = before - 1; at >= Math.max(0, before - FAR); at--) {
    const word = folded[at] ?? "";
    if (WORDS.own.has(word)) return !WORDS.kin.has(folded[at - 1] ?? "");
    if (WORDS.selves.has(word)) return folded.slice(0, at).every((one) => WORDS.besides.has(one));
    if (!WORDS.besides.has(word)) return false;
  }
  return false;
}
