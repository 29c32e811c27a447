/**
 * Which features the reader has learned: one bit for each, by bits of its hash that don't choose its row. A feature that was met
 * once or twice in training says nothing of another message, only lets the reader learn that one by heart; and letters that
 * nobody has written yet would fall on rows where they mean something else. Some nine in a hundred unknown ones pass.
 */
export type KnownFeatures = Uint8Array;

/** One for each of the bits of a hash above the lowest eleven. */
const FEATURES = 2 ** 21;
/** Bytes that they take. */
export const KNOWN_BYTES = FEATURES / 8;

const bitOf = (feature: number): number => feature >>> 11;

/** Whether the reader has learned a feature, by its hash. */
export const isKnown = (known: KnownFeatures, feature: number): boolean =>
  ((known[bitOf(feature) >> 3] as number) & (1 << (bitOf(feature) & 7))) !== 0;

/** The features that stand in so many of these messages or more. */
export function knownIn(messages: Iterable<Iterable<number>>, least: number): KnownFeatures {
  const seen = new Uint8Array(FEATURES);
  for (const features of messages)
    for (const feature of features) {
      const bit = bitOf(feature);
      seen[bit] = Math.min(least, (seen[bit] as number) + 1);
    }
  const known = new Uint8Array(KNOWN_BYTES);
  seen.forEach((times, bit) => {
    if (times >= least) known[bit >> 3] = (known[bit >> 3] as number) | (1 << (bit & 7));
  });
  return known;
}
