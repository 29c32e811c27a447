import type { Fact } from "./fact.ts";
import { subject } from "./read-figures.ts";

/** Figures that replace those of `knowledge/`, and the number of their newest version. */
export interface Overlay {
  head(): Promise<number>;
  overrides(): Promise<readonly Fact[]>;
}

/**
 * The figures in use. A figure that was sent replaces the one of `knowledge/` with the same id, or with another id
 * where subject and source are the same: such a one was added to `knowledge/` after the file was confirmed.
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
