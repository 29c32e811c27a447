import type { Hit } from "./knowledge-index.ts";

/** Of the places of an unsure answer this share stays before what only the other index found … */
const OWN_FIRST = 0.5;
/** … and at most this share is given to that: early enough for a model that reads the first few. */
const GIVEN = 0.25;

/**
 * The embedded index's hits with those that only the index beside found. A sure answer keeps its place and everything
 * behind it too; before an unsure one goes only what is itself a sure answer. Scores fall from place to place.
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

/** What goes before a hit scores at least as high. */
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
