import { ASPECTS } from "../../../knowledge/concepts.ts";
import { substance, telling } from "../../../knowledge/reduced-question.ts";
import { readWords } from "../../../knowledge/terms.ts";
import { fold, isUnmarked } from "../../../language/fold.ts";
import { type BackReference, readBackReference } from "./back-reference.ts";
import words from "./bare-words.json" with { type: "json" };

/** So many words of its own a question has that depends on what was spoken of, and at most so many one that may. */
export const WORDS = { little: 3, most: 8 } as const;

/** What is asked on, and how it depends on what was answered before. */
export interface AskedOn {
  readonly question: string;
  readonly words: number;
  readonly reference: BackReference["strength"];
  /** True where it says too little, or points back: by itself it means nothing. */
  readonly isDependent: boolean;
  /** "Trẻ con thì sao": nothing is asked but what was asked before. */
  readonly isHanging: boolean;
  /** "Mất bao lâu thì xong", "khoảng bao nhiêu tiền": it names no thing at all, so what its words find alone says nothing. */
  readonly isBare: boolean;
}

/** Null where so much is said that it stands alone. */
export function readAskedOn(asked: string): AskedOn | null {
  const { strength, rest, isHanging } = readBackReference(asked);
  const question = rest === "" ? asked : rest;
  const told = substance(question);
  if (told > WORDS.most) return null;
  return {
    question,
    words: told,
    reference: strength,
    isDependent: strength === "sure" || isHanging || told <= WORDS.little,
    isHanging,
    isBare: isBare(question),
  };
}

const BARE: ReadonlySet<string> = new Set(words.map(fold));

/** True where each word only asks, by itself or as part of what is asked (how long, how much, who). */
export function isBare(question: string): boolean {
  const typed = readWords(question);
  const asking = ASPECTS.mentions(typed);
  const tells = telling(typed, !typed.every(isUnmarked));
  return typed.every(
    (word, at) =>
      (tells[at] ?? 0) < 1 ||
      BARE.has(fold(word)) ||
      asking.some(({ start, end }) => start <= at && at < end),
  );
}
