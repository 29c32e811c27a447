import type { Passage } from "../knowledge/index.ts";

/** A sentence as a model wrote it, with the ids of the passages that it cites. */
export interface DraftSentence {
  readonly text: string;
  readonly cites: readonly string[];
}

export interface Judged {
  readonly sentence: DraftSentence;
  readonly verdict: "kept" | "uncited";
}

/** Until the rules stand nothing a model says is kept. */
export function judgeSentences(
  sentences: readonly DraftSentence[],
  _passages: readonly Passage[],
  _question: string,
): readonly Judged[] {
  return sentences.map((sentence) => ({ sentence, verdict: "uncited" }));
}
