import type { Hit } from "./knowledge-index.ts";

/** In an unsure answer this share of the places stays before hits that only the second index found … */
const OWN_FIRST = 0.5;
/** … and at most this share goes to those hits: early enough for a model that reads only the first few. */
const GIVEN = 0.25;

/**
 * Merges the hits of the embedded index with those that only the second index found. A sure answer keeps its place and
 * everything after it; only another sure answer may come before an unsure one. Scores decrease from place to place.
 */
export function mergeHits(
  own: readonly Hit[],
  second: readonly Hit[],
  limit: number,
  isSure: (hit: Hit) => boolean,
): readonly Hit[] {
  const known = new Set(own.map(({ passage }) => passage.id));
  const others = second
    .filter(({ passage }) => !known.has(passage.id))
    .map((hit): Hit => ({ ...hit, byMeaning: true }));
  const first = own[0];
  if (others.length === 0) return own.slice(0, limit);
  if (first !== undefined && isSure(first)) return falling([...own, ...others], limit);
  const sure = others.filter(isSure);
  const unsure = others.filter((hit) => !isSure(hit));
  const kept = Math.ceil(limit * OWN_FIRST);
  const given = unsure.slice(0, Math.floor(limit * GIVEN));
  const behind = [...own.slice(kept), ...unsure.slice(given.length)];
  return falling([...raised(sure, first), ...own.slice(0, kept), ...given, ...behind], limit);
}

/** A hit that comes before another scores at least as high. */
function raised(hits: readonly Hit[], above: Hit | undefined): Hit[] {
  return hits.map((hit) => ({ ...hit, score: Math.max(hit.score, above?.score ?? hit.score) }));
}

function falling(hits: readonly Hit[], limit: number): Hit[] {
  let most = Number.POSITIVE_INFINITY;
  return hits.slice(0, limit).map((hit) => {
    most = Math.min(most, hit.score);
    return hit.score === most ? hit : { ...hit, score: most };
  });
}
