import { expect } from "vitest";

/**
 * Of sentences that a learned reader reads nearly all must come out right: which one doesn't changes with every training, how
 * many says whether it reads. Names those that don't.
 * @param share the least share that is right, 0..1
 */
export function expectMostOf<T>(cases: readonly T[], share: number, isRight: (one: T) => boolean): void {
  const wrong = cases.filter((one) => !isRight(one));
  expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(Math.floor((1 - share) * cases.length));
}
