import type { Utterance } from "../../language/utterance.ts";
import { type Danger, NUMBERS_OF } from "../../reader/names/danger.ts";
import { CHINESE, CHINESE_QUESTION, ENGLISH, ENGLISH_QUESTION } from "./lexicon/foreign.ts";

/** English and Chinese cries for help. */
export function detectForeign({ clean }: Utterance): Danger | null {
  const said = clean.normalize("NFKC").toLowerCase().replace(/’/gu, "'");
  const lists = [
    { language: "en", cries: ENGLISH, question: ENGLISH_QUESTION },
    { language: "zh", cries: CHINESE, question: CHINESE_QUESTION },
  ] as const;
  for (const { language, cries, question } of lists) {
    if (question.test(said)) continue;
    const cry = cries.find(({ pattern }) => pattern.test(said));
    if (cry !== undefined) return { kind: cry.kind, numbers: NUMBERS_OF[cry.kind], language };
  }
  return null;
}
