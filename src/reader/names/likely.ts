/** One of several classes, and how probable it is, 0..1. */
export interface Likely<Name extends string> {
  readonly is: Name;
  readonly p: number;
}

/** How probable it is that it is one of these; 0 for what isn't listed. */
export const chanceOf = <Name extends string>(
  some: readonly Likely<Name>[],
  ...names: readonly Name[]
): number => some.reduce((sum, { is, p }) => (names.includes(is) ? sum + p : sum), 0);

/** Beyond this nobody is surer. */
const SUREST = 1e-6;

/**
 * How many times more probable than not, as a logarithm: even is 0.
 * @param most beyond this it counts no more: a kind may be sure where there is nothing of it
 */
export function oddsOf(p: number, most = Number.POSITIVE_INFINITY): number {
  const chance = Math.min(1 - SUREST, Math.max(SUREST, p));
  return Math.min(most, Math.log(chance / (1 - chance)));
}

/**
 * One probability from several odds, each with its weight. A reader that is too sure of itself, or right in one thing only
 * together with another, is put straight so; weights are fitted on batches that it hadn't seen.
 */
export const weighed = (
  offset: number,
  ...evidence: readonly (readonly [weight: number, odds: number])[]
): number => 1 / (1 + Math.exp(-evidence.reduce((sum, [weight, odds]) => sum + weight * odds, offset)));
