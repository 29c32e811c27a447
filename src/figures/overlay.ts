import type { Fact } from "./fact.ts";

/** Figures laid over those of `knowledge/`, and the number of their newest version. */
export interface Overlay {
  head(): Promise<number>;
  overrides(): Promise<readonly Fact[]>;
}

/** The figures that are told: what was sent goes before what stands under the same id in `knowledge/`. */
export function overlay(seed: readonly Fact[], overrides: readonly Fact[]): readonly Fact[] {
  if (overrides.length === 0) return seed;
  const sent = new Map(overrides.map((fact) => [fact.id, fact]));
  const kept = seed.map((fact) => sent.get(fact.id) ?? fact);
  const known = new Set(seed.map(({ id }) => id));
  return [...kept, ...overrides.filter(({ id }) => !known.has(id))];
}
