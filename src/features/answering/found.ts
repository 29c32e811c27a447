import type { DocumentRef, Hit, Passage, SectionName } from "../../knowledge/knowledge-index.ts";

/** @param without a section that isn't looked for, such as the one that was shown just now */
export type Search = (question: string, within?: string, without?: SectionName) => Promise<readonly Hit[]>;

export type Found =
  | {
      readonly kind: "answer";
      readonly passages: readonly [Passage, ...Passage[]];
      readonly related: readonly Passage[];
      /** Another section that may well be meant: told in a sentence or two. */
      readonly also?: Passage;
      /** False where the person should see which question is being answered. */
      readonly sure: boolean;
      /** The first passage's own question that is most like the person's. */
      readonly nearest?: string;
      /** True where it was asked on of the thread: what the thread began with is still spoken of. */
      readonly follows?: boolean;
    }
  /** The answer is in the front matter of the current document. */
  | { readonly kind: "particular"; readonly text: string; readonly document: DocumentRef }
  | { readonly kind: "near"; readonly hits: readonly Hit[] }
  /** The answer is in some lines of the passage that was shown just now. */
  | {
      readonly kind: "again";
      readonly passage: Passage;
      readonly lines: readonly string[];
      readonly related: readonly Passage[];
    }
  /** Nothing of the thread answers: with what comes nearest beside the passage that was shown just now. */
  | {
      readonly kind: "beside";
      readonly shown: Passage;
      /** True where that passage is what is asked for, and says no more. */
      readonly isAll: boolean;
      readonly hits: readonly Hit[];
    }
  /** With what comes nearest, for somebody who surely asks about the field. */
  | { readonly kind: "none"; readonly hits?: readonly Hit[] };

/** What a hit answers with. */
export const answerWith = (
  hit: Hit,
  related: readonly Hit[],
  sure = true,
): Found & { readonly kind: "answer" } => ({
  kind: "answer",
  passages: [hit.passage],
  related: relatedTo([hit.passage], related),
  sure,
  ...(hit.nearest !== undefined && { nearest: hit.nearest }),
});

/** The other passages of the first one's document. */
export function relatedTo(passages: readonly Passage[], hits: readonly Hit[]): Passage[] {
  const shown = new Set(passages.map(({ id }) => id));
  return hits.flatMap(({ passage }) => {
    if (passage.document.id !== passages[0]?.document.id || shown.has(passage.id)) return [];
    shown.add(passage.id);
    return [passage];
  });
}

/** Less of what is asked in common: the section says something else of the same thing. */
const LEAST_ASKED = 0.2;

/** True where one of the section's wordings asks what the question asks: who, where, what fine; true where unknown. */
export const answersAspect = ({ signals }: Hit): boolean =>
  signals === undefined || signals.asked >= LEAST_ASKED;
