/** How many passages hold each syllable; what makes a word telling or empty. */
export interface Vocabulary {
  readonly passages: number;
  /** In how many passages the folded syllable stands; 0 where it is unknown. */
  frequency(syllable: string): number;
  /** How telling the syllable is: 0 for one that stands everywhere, the most for one that stands nowhere. */
  weight(syllable: string): number;
}

export function createVocabulary(
  passages: number,
  frequencies: Readonly<Record<string, number>>,
): Vocabulary {
  const frequency = (syllable: string) =>
    Object.hasOwn(frequencies, syllable) ? (frequencies[syllable] as number) : 0;
  return {
    passages,
    frequency,
    weight: (syllable) => {
      const df = frequency(syllable);
      return Math.log(1 + (passages - df + 0.5) / (df + 0.5));
    },
  };
}
