const SYLLABLE = /[\p{L}\p{M}\p{N}]+/gu;

/** The syllables and numbers of a text in order; punctuation and symbols fall away. */
export function syllables(text: string): string[] {
  return text.match(SYLLABLE) ?? [];
}
