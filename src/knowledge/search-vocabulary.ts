/** How many passages have each syllable: shows how specific a word is. */
export interface Vocabulary {
  readonly passages: number;
  /** The number of passages with the folded syllable; 0 where it is unknown. */
  frequency(syllable: string): number;
  /** How specific the syllable is: 0 where every passage has it, the most where none has it. */
  weight(syllable: string): number;
}

export function createVocabulary(
  passages: number,
  frequencies: Readonly<Record<string, number>>,
): Vocabulary {
  return vocabularyOf(passages, (syllable) =>
    Object.hasOwn(frequencies, syllable) ? (frequencies[syllable] as number) : 0,
  );
}

/** The same, whatever counts the passages with a syllable. */
export const vocabularyOf = (passages: number, frequency: Vocabulary["frequency"]): Vocabulary => ({
  passages,
  frequency,
  weight: (syllable) => {
    const df = frequency(syllable);
    return Math.log(1 + (passages - df + 0.5) / (df + 0.5));
  },
});
