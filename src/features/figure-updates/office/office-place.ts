import { fold, normaliseTone } from "../../../language/fold.ts";
import type { Place } from "../../figures/figure-query.ts";
import { HOME, LOCALITIES, NAMED_PLACES, NATION } from "../../figures/places.ts";

/** "Toàn tỉnh" is the province; the row of a sum isn't a place. */
const WHOLE = /^(?:toan tinh|tinh)$/u;
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^x(?:\.\s*|\s+)/iu, "xã "],
  [/^p(?:\.\s*|\s+)/iu, "phường "],
  [/^tt(?:\.\s*|\s+)/iu, "thị trấn "],
  [/^t\.?\s+(?=\p{Lu})/u, "tỉnh "],
];

const written = (name: string): string =>
  normaliseTone(name.toLocaleLowerCase("vi")).replace(/\s+/gu, " ").trim();

const ALL = [...NAMED_PLACES.filter(({ place }) => place.area === place.province), ...LOCALITIES].flatMap(
  ({ place, names }) => [place.area, ...names].map((name) => ({ name, place })),
);
/** A bare name of a commune goes before the former district that has the same. */
const BARE = LOCALITIES.filter(({ place }) => /^(?:xã|phường|thị trấn) /iu.test(place.area)).map(
  ({ place }) => ({
    name: place.area.replace(/^\S+ (?:trấn )?/iu, ""),
    place,
  }),
);
const byName = (key: (name: string) => string): ReadonlyMap<string, Place | null> => {
  const found = new Map<string, Place | null>();
  for (const group of [ALL, BARE])
    for (const [name, alike] of Map.groupBy(group, (one) => key(one.name))) {
      const areas = new Set(alike.map(({ place }) => `${place.province}/${place.area}`));
      found.set(name, areas.size === 1 ? (alike[0]?.place ?? null) : null);
    }
  return found;
};
const WITH_MARKS = byName(written);
const WITHOUT_MARKS = byName((name) => fold(written(name)));

/**
 * The place that a table's cell names; undefined where it names none, or may mean two.
 * @example placeNamed("P. Tam Thanh") // the ward
 */
export function placeNamed(cell: string): Place | undefined {
  const name = SHORT.reduce((text, [short, long]) => text.replace(short, long), cell.trim());
  if (WHOLE.test(fold(name))) return HOME;
  if (fold(name) === fold(NATION.area)) return NATION;
  const exact = WITH_MARKS.get(written(name));
  if (exact !== undefined) return exact ?? undefined;
  return WITHOUT_MARKS.get(fold(written(name))) ?? undefined;
}
