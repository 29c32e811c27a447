/** What one chat remembers of approved answers and of questions in vain: for the length of a day, no words. */
export interface CurationSession {
  /** The first question of each group as `/cauhoi` last numbered them. */
  readonly listed?: readonly string[];
  /** The preview that waits for a word. */
  readonly draft?: string | undefined;
}

/** So that one person's question counts once a day. */
export interface AskedInVain {
  readonly day: string;
  /** Ids of questions, not their words. */
  readonly questions: readonly string[];
}
