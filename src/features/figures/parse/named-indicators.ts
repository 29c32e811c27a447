import { STANDARD, UNITS } from "../indicators.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import { indicatorsOf } from "./figure-concepts.ts";
import type { Reading } from "./figure-reading.ts";
import { looseNumberWord, type Parts } from "./parts.ts";

/** Words that add nothing to what is asked. */
const FILLERS = new Set(
  "của cua ở o tại tai trên tren là la và va với voi ạ a nhé nhe vậy à do về ve".split(" "),
);

/** How many words stand there that nothing explains. */
const meaningful = ({ unknown }: Reading) => unknown.filter((word) => !FILLERS.has(word)).length;

/** "xã đạt chuẩn 2022", "mô hình xây mới năm 2022": nothing but an indicator and when. */
export function isBareRequest({ reading, tags }: Parts): boolean {
  return (
    reading.periods.hits.length > 0 &&
    meaningful(reading) === 0 &&
    !tags.has("cue:which") &&
    ![...tags].some((tag) => tag.startsWith("no:"))
  );
}

/** "kdc 2022?": what is counted and when, and nothing else. */
function isBare(reading: Reading): boolean {
  const { tags, numbers, places } = reading;
  return (
    meaningful(reading) === 0 &&
    numbers.every((number) => tags.some(({ at, end }) => at <= number.at && number.at < end)) &&
    places.every(({ place }) => place.area === place.province) &&
    tags.every(({ tag }) => tag.startsWith("unit:") || (tag.startsWith("cue:") && tag !== "cue:quantity"))
  );
}

/** The indicators that the message itself speaks of, by its words or by what it counts. */
export function ownIndicators(
  { concepts, units, tags, wanted, reading, eachDistrict }: Parts,
  forced: boolean,
): readonly string[] {
  const named = indicatorsOf(concepts);
  if (named.length > 0) return named;
  const ofStandard = ["met", "notMet", "standard", "assessed"].some((name) => concepts.has(name));
  const countsInside =
    units.length > 0 && units.every((unit) => (COMMUNE_LEVEL as readonly string[]).includes(unit));
  const inDistricts = eachDistrict || reading.places.some(({ place }) => place.area.startsWith("Huyện "));
  if (inDistricts && countsInside && wanted && !ofStandard && !tags.has("cue:ratio")) return [UNITS];
  const says = (...names: readonly string[]) => names.some((name) => concepts.has(name));
  const shares =
    tags.has("cue:ratio") ||
    tags.has("cue:points") ||
    tags.has("cue:finished") ||
    tags.has("op:needed") ||
    (tags.has("op:names") && reading.words.some((word) => /^(?:đạt|dat|trượt|truot)$/u.test(word)));
  const assessed = units.some(
    (unit) => unit === "any" || unit === "district" || (ASSESSED as readonly string[]).includes(unit),
  );
  if (says("standard")) return [STANDARD];
  if (
    assessed &&
    units.length > 0 &&
    (tags.has("op:difference") || tags.has("op:sum")) &&
    reading.places.length > 1
  )
    return [STANDARD];
  if (assessed && forced) return [STANDARD];
  if (says("excluded") && says("met", "notMet", "assessed")) return [STANDARD];
  if (assessed && (says("met", "notMet", "assessed") || shares)) return [STANDARD];
  if (assessed && reading.periods.hits.length > 0 && isBare(reading)) return [STANDARD];
  const ranked = tags.has("op:lowest") || tags.has("op:highest") || tags.has("op:ranking");
  const types = new Set(reading.tags.flatMap(({ tag }) => (tag.startsWith("unit:") ? [tag] : [])));
  const lumped = reading.tags.some(
    ({ tag, at }) => tag === "op:sum" && /^g[ộo]p$/u.test(reading.words[at] ?? ""),
  );
  const joins = types.size > 1 && (tags.has("op:sum") || tags.has("op:difference"));
  const joined = reading.periods.hits.length > 0 && (joins || lumped);
  const checks = (tags.has("cue:verify") || tags.has("op:source")) && reading.numbers.length > 0;
  if (assessed && checks && (reading.periods.hits.length > 0 || tags.has("op:source")))
    return tags.has("cue:verify") && countsInside && reading.numbers.length === 1 ? [UNITS] : [STANDARD];
  const ofAnyType = units.length === 1 && units[0] === "any" && reading.periods.hits.length > 0;
  if (ranked && ofAnyType && meaningful(reading) === 0) return [STANDARD];
  if (assessed && (ranked || joined) && units.length > 1 && !units.includes("district")) return [STANDARD];
  if (says("met", "notMet") && wanted && (tags.has("cue:ratio") || reading.periods.hits.length > 0))
    return [STANDARD];
  if (!tags.has("cue:total") && !looseNumberWord(reading) && !countsUnits(reading)) return [];
  if (units.includes("district"))
    return units.some((unit) => (COMMUNE_LEVEL as readonly string[]).includes(unit))
      ? ["district_level_units", UNITS]
      : ["district_level_units"];
  if (units.length > 0 && units.every((unit) => (COMMUNE_LEVEL as readonly string[]).includes(unit)))
    return [UNITS];
  const isBelow = reading.places.some(({ place }) => place.area !== place.province);
  if (isBelow && units.length === 1 && units[0] === "residentialArea") return ["residential_blocks"];
  return units.some((unit) => (ASSESSED as readonly string[]).includes(unit)) ? [STANDARD] : [];
}

/** "bao nhiêu xã", "số lượng phường": the word for a number stands right before what is counted. */
function countsUnits({ tags, words }: Reading): boolean {
  const cues = tags.filter(({ tag }) => tag === "cue:quantity");
  return tags.some(
    (unit) =>
      unit.tag.startsWith("unit:") &&
      (/^(?:nhiêu|nhieu|mấy|may)$/u.test(words[unit.at - 1] ?? "") ||
        cues.some((cue) => unit.at === cue.end || unit.end === cue.at)),
  );
}
