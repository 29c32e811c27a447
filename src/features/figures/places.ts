import { z } from "zod";
import { fold, normaliseTone } from "../../language/fold.ts";
import { PROVINCE } from "../../language/province.ts";
import type { Place } from "./figure-query.ts";
import { INDICATORS } from "./indicators.ts";
import stored from "./nation.json" with { type: "json" };

/** Data of the whole country. Names are from before the mergers, when most stored figures were made. */
const nation = z
  .strictObject({
    /** The administrative maps, one after the other, with their last or first day. */
    territories: z.tuple([
      z.object({ id: z.literal("before"), until: z.iso.date() }),
      z.object({ id: z.literal("after"), from: z.iso.date() }),
    ]),
    /** Provinces that were not joined with another: what happens there is counted over the same area as before. */
    unchanged: z.array(z.string()),
    /** Names of communes that are also ordinary words: they need "xã" before them. */
    ordinaryNames: z.array(z.string()),
    nation: z.array(z.string()),
    provinces: z.array(z.string()),
    /** Provinces that are named without "tỉnh". */
    cities: z.array(z.string()),
    aliases: z.record(z.string(), z.array(z.string())),
    /** More syllables in names of communes and villages. */
    nameSyllables: z.string(),
  })
  .parse(stored);

const [before, after] = nation.territories;
/** The last day with districts, and the first day without. */
export const MERGER_EVE = before.until;
export const MERGER = after.from;

export const UNCHANGED: readonly string[] = nation.unchanged;

export const HOME: Place = { province: PROVINCE.name, area: PROVINCE.name };
export const NATION: Place = { province: "Toàn quốc", area: "Toàn quốc" };
export const PROVINCES: readonly string[] = [...new Set([...nation.provinces, PROVINCE.name])];
export const CITIES: readonly string[] = [
  ...nation.cities,
  ...(PROVINCE.kind === "thành phố" ? [PROVINCE.name] : []),
];
export const NAME_SYLLABLES: readonly string[] = nation.nameSyllables.split(" ");
export const FORMER_DISTRICTS: readonly string[] = PROVINCE.formerDistricts;
export const COMMUNE_NAMES: ReadonlySet<string> = new Set(PROVINCE.communes.map(({ name }) => name));

/** A place with the words that people use for it. */
export interface NamedPlace {
  readonly place: Place;
  readonly names: readonly string[];
}

const atHome = (area: string, ...names: readonly string[]): NamedPlace => ({
  place: { province: PROVINCE.name, area },
  names,
});
const DISTRICTS_AT_HOME = FORMER_DISTRICTS.map((name) => atHome(`Huyện ${name} (cũ)`, name, `huyện ${name}`));

/** Names of places that are gone and have figures of their own, or that a commune of today has. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  ...COMMUNE_NAMES,
  ...INDICATORS.places.map(({ area }) => area.replace(/^(?:Xã|Phường|Thị trấn) | \(cũ\)$/gu, "")),
]);

const FORMER_NAMES: readonly string[] = PROVINCE.communes.flatMap(({ was }) => was);

/** The communes of today by names that they had before, as far as such a name means nothing else. */
export const TODAY: ReadonlyMap<string, Place> = new Map(
  PROVINCE.communes.flatMap(({ name, kind, was }) =>
    was
      .filter((old) => !OWN_NAMES.has(old) && FORMER_NAMES.indexOf(old) === FORMER_NAMES.lastIndexOf(old))
      .map((old) => [old, { province: PROVINCE.name, area: `${kind} ${name}` }] as const),
  ),
);

/** Names that mean a commune without "xã" before them. */
const TAKEN: ReadonlySet<string> = new Set([
  ...nation.ordinaryNames,
  ...PROVINCES,
  ...FORMER_DISTRICTS,
  ...INDICATORS.places.map(({ area }) => area.replace(/^(?:Xã|Phường|Thị trấn) | \(cũ\)$/gu, "")),
]);
const bare = (name: string): readonly string[] => (TAKEN.has(name) ? [] : [name]);

/** Places below the provinces: those of stored figures and those of the home province. */
export const LOCALITIES: readonly NamedPlace[] = [
  ...INDICATORS.places.map(({ names, ...place }) => ({ place, names })),
  ...DISTRICTS_AT_HOME,
  ...PROVINCE.communes.map(({ name, kind }) =>
    atHome(`${kind} ${name}`, `${kind} ${name}`, ...(kind === "xã" ? bare(name) : [name])),
  ),
  ...[...TODAY].map(([old, place]) => ({
    place,
    names: [...["xã", "phường", "thị trấn"].map((kind) => `${kind} ${old}`), ...bare(old)],
  })),
];

export const NAMED_PLACES: readonly NamedPlace[] = [
  ...PROVINCES.map((name) => ({
    place: { province: name, area: name },
    names: [
      ...(nation.aliases[name] ?? [name]),
      `tỉnh ${name}`,
      ...(name === PROVINCE.name ? PROVINCE.aliases : []),
    ],
  })),
  { place: NATION, names: nation.nation },
  ...LOCALITIES,
];

/**
 * The commune that has a former district's name, where the question means it: its figures are stored, and "huyện" isn't
 * said.
 * @param told whether figures of a place are stored for what is asked
 */
export function communeNotDistrict(place: Place, question: string, told: (place: Place) => boolean): Place {
  const [, name = ""] = /^Huyện (.+) \(cũ\)$/u.exec(place.area) ?? [];
  const commune = PROVINCE.communes.find((one) => one.name === name);
  if (commune === undefined || place.province !== PROVINCE.name) return place;
  const today = { province: PROVINCE.name, area: `${commune.kind} ${commune.name}` };
  return !/huyen/u.test(fold(question)) && told(today) ? today : place;
}

const caseless = ({ province, area }: Place) => normaliseTone(`${province}/${area}`.toLocaleLowerCase("vi"));
const KNOWN: ReadonlyMap<string, Place> = new Map(NAMED_PLACES.map(({ place }) => [caseless(place), place]));

/**
 * The place as questions name it, however a table writes it; undefined where no question can name it.
 * @example knownPlace({ province: "Lạng Sơn", area: "Xã Na Sầm" }) // area "xã Na Sầm"
 */
export const knownPlace = (place: Place): Place | undefined => KNOWN.get(caseless(place));

/** Every former district at home, its city or town among them. */
export const DISTRICTS: readonly Place[] = [
  ...DISTRICTS_AT_HOME.map(({ place }) => place),
  ...INDICATORS.places
    .filter(({ province, area }) => province === PROVINCE.name && /^(?:Thành phố|Thị xã) /u.test(area))
    .map(({ province, area }) => ({ province, area })),
];
