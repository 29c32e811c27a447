import { substance } from "../../../knowledge/reduced-question.ts";
import { type BackReference, readBackReference } from "./back-reference.ts";

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
}

/** Null where so much is said that it stands alone. */
export function readAskedOn(asked: string): AskedOn | null {
  const { strength, rest, isHanging } = readBackReference(asked);
  const question = rest === "" ? asked : rest;
  const words = substance(question);
  if (words > WORDS.most) return null;
  return {
    question,
    words,
    reference: strength,
    isDependent: strength === "sure" || isHanging || words <= WORDS.little,
    isHanging,
  };
}
