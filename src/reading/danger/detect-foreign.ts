import type { Utterance } from "../../language/utterance.ts";
import { type Danger, NUMBERS_OF } from "../../reader/names/danger.ts";
import { CHINESE, CHINESE_QUESTION, ENGLISH, ENGLISH_QUESTION } from "./lexicon/foreign.ts";

const plain = ({ clean }: Utterance): string => clean.normalize("NFKC").toLowerCase().replace(/’/gu, "'");

const LISTS = [
  { language: "en", cries: ENGLISH, question: ENGLISH_QUESTION },
  { language: "zh", cries: CHINESE, question: CHINESE_QUESTION },
] as const;

/** A question about facts in English or Chinese, and no word of a cry: the learned reader doesn't know its words, and would guess. */
export function isForeignQuestion(utterance: Utterance): boolean {
  const said = plain(utterance);
  return LISTS.some(
    ({ cries, question }) => question.test(said) && !cries.some(({ pattern }) => pattern.test(said)),
  );
}

const PART = /[,.;!?\n，。；！？]+/u;

/** English and Chinese cries for help, alone or beside a question: "what's your number, help me, he has a knife". */
export function detectForeign(utterance: Utterance): Danger | null {
  const said = plain(utterance);
  for (const { language, cries, question } of LISTS) {
    const parts = question.test(said) ? said.split(PART).filter((part) => !question.test(part)) : [said];
    const cry = cries.find(({ pattern }) => parts.some((part) => pattern.test(part)));
    if (cry !== undefined) return { kind: cry.kind, numbers: NUMBERS_OF[cry.kind], language };
  }
  return null;
}
