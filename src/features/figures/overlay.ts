import type { Fact } from "./fact.ts";
import { subject } from "./read-figures.ts";

/** Figures laid over those of `knowledge/`, and the number of their newest version. */
export interface Overlay {
  head(): Promise<number>;
  overrides(): Promise<readonly Fact[]>;
}

/**
 * The figures that are told: what was sent goes before what stands in `knowledge/` under the same id, or under another
 * id of the same thing by the same source. That one can only have come after the file was confirmed.
 */
export function overlay(seed: readonly Fact[], overrides: readonly Fact[]): readonly Fact[] {
  if (overrides.length === 0) return seed;
  const sent = new Map(overrides.map((fact) => [fact.id, fact]));
  const subjects = new Set(overrides.map(subject));
  const known = new Set(seed.map(({ id }) => id));
  const kept = seed.flatMap((fact) => {
    const instead = sent.get(fact.id);
    if (instead !== undefined) return [instead];
    return subjects.has(subject(fact)) ? [] : [fact];
  });
  return [...kept, ...overrides.filter(({ id }) => !known.has(id))];
}
