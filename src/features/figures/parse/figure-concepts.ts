import { INDICATORS, type Indicator, indicatorOf, MODELS } from "../indicators.ts";

/**
 * The indicators that the words of a question speak of. Of two whose words are nested ("mô hình", "mô hình xây mới")
 * the one that explains more is meant; unrelated ones are all meant.
 */
export function indicatorsOf(concepts: ReadonlySet<string>): string[] {
  const candidates = INDICATORS.flatMap((indicator) => {
    const used = explained(indicator, concepts);
    return used === undefined ? [] : [{ id: indicator.id, used }];
  });
  const kept = candidates.filter(
    ({ used }) =>
      !candidates.some(
        (other) => [...used].every((concept) => other.used.has(concept)) && other.used.size > used.size,
      ),
  );
  const ids = [...new Set(kept.map(({ id }) => id))];
  return ids.length === 1 && ids[0] === "models_total" ? [...MODELS] : ids;
}

function explained(indicator: Indicator, concepts: ReadonlySet<string>): Set<string> | undefined {
  if (indicator.not?.some((concept) => concepts.has(concept)) === true) return undefined;
  const used = indicator.needs.map((need) => need.split("|").filter((concept) => concepts.has(concept)));
  return used.some((found) => found.length === 0) ? undefined : new Set(used.flat());
}

/** The indicators of the same kind that need fewer of the words than this one: what it is a part of. */
export function widerThan(id: string, concepts: ReadonlySet<string>): string[] {
  const { kind, needs } = indicatorOf(id);
  return INDICATORS.filter(
    (other) =>
      other.kind === kind &&
      other.needs.length < needs.length &&
      other.needs.every((need) => needs.includes(need)) &&
      explained(other, concepts) !== undefined,
  ).map((other) => other.id);
}
