import { BLOCKS, DISTRICT_UNITS, STANDARD, UNITS } from "../indicators.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import type { Reading } from "./figure-reading.ts";
import { looseNumberWord, type Parts } from "./parts.ts";

/** Words that add nothing to what is asked. */
const FILLERS = new Set(
  "của cua ở o tại tai trên tren là la và va với voi ạ a nhé nhe vậy à do về ve".split(" "),
);

/** The number of words that no phrase explains. */
const meaningful = ({ unknown }: Reading) => unknown.filter((word) => !FILLERS.has(word)).length;

/** "xã đạt chuẩn 2022", "mô hình xây mới năm 2022": only an indicator and a period. */
export function isBareRequest({ reading, tags }: Parts): boolean {
  return (
    reading.periods.hits.length > 0 &&
    meaningful(reading) === 0 &&
    !tags.has("cue:which") &&
    ![...tags].some((tag) => tag.startsWith("no:"))
  );
}

/** "kdc 2022?": only a unit type and a period. */
function isBare(reading: Reading): boolean {
  const { tags, numbers, places } = reading;
  return (
    meaningful(reading) === 0 &&
    numbers.every((number) => tags.some(({ at, end }) => at <= number.at && number.at < end)) &&
    places.every(({ place }) => place.area === place.province) &&
    tags.every(({ tag }) => tag.startsWith("unit:") || (tag.startsWith("cue:") && tag !== "cue:quantity"))
  );
}

/** The indicators that the message itself names, by its words or by what it counts. */
export function ownIndicators(parts: Parts, forced: boolean): readonly string[] {
  const { concepts, units, tags, wanted, reading, eachDistrict } = parts;
  const named = reading.indicators.spokenOf(concepts);
  if (named.length > 0) return named;
  const communes = units.length > 0 && units.every((unit) => isCommuneLevel(unit));
  const inDistricts = eachDistrict || reading.places.some(({ place }) => place.area.startsWith("Huyện "));
  const ofStandard = ["met", "notMet", "standard", "assessed"].some((name) => concepts.has(name));
  if (inDistricts && communes && wanted && !ofStandard && !tags.has("cue:ratio")) return [UNITS];
  if (isConfirmed(parts) && assessedUnits(units) && !saysStandard(parts, forced))
    return tags.has("cue:verify") && communes && reading.numbers.length === 1 ? [UNITS] : [STANDARD];
  if (saysStandard(parts, forced) || comparesTypes(parts)) return [STANDARD];
  if (!tags.has("cue:total") && !looseNumberWord(reading) && !countsUnits(reading)) return [];
  if (units.includes("district"))
    return units.some(isCommuneLevel) ? [DISTRICT_UNITS, UNITS] : [DISTRICT_UNITS];
  if (communes) return [UNITS];
  const isBelow = reading.places.some(({ place }) => place.area !== place.province);
  if (isBelow && units.join() === "residentialArea") return [BLOCKS];
  return units.some((unit) => ASSESSED.includes(unit)) ? [STANDARD] : [];
}

const isCommuneLevel = (unit: string) => COMMUNE_LEVEL.includes(unit);
const assessedUnits = (units: readonly string[]) =>
  units.some((unit) => ["any", "district", ...ASSESSED].includes(unit));

/** "đạt chuẩn", "tỷ lệ xã", "kdc 2022?": the standard is named, or is the only possible meaning. */
function saysStandard({ concepts, units, tags, reading }: Parts, forced: boolean): boolean {
  const says = (...names: readonly string[]) => names.some((name) => concepts.has(name));
  const counted = says("met", "notMet", "assessed");
  if (says("standard") || (says("excluded") && counted)) return true;
  if (!assessedUnits(units)) return false;
  const shares =
    ["cue:ratio", "cue:points", "cue:finished", "op:needed"].some((tag) => tags.has(tag)) ||
    (tags.has("op:names") && reading.words.some((word) => /^(?:đạt|dat|trượt|truot)$/u.test(word)));
  const places = reading.places.length > 1 && (tags.has("op:difference") || tags.has("op:sum"));
  return forced || counted || shares || places || (reading.periods.hits.length > 0 && isBare(reading));
}

/** "173 xã đúng không", "173 xã lấy ở đâu ra": the person asks about a number. */
function isConfirmed({ tags, reading }: Parts): boolean {
  const dated = reading.periods.hits.length > 0;
  return reading.numbers.length > 0 && (tags.has("op:source") || (tags.has("cue:verify") && dated));
}

/** "loại nào thấp nhất 2022", "xã và phường gộp lại 2022": unit types are compared or added up. */
function comparesTypes({ concepts, units, tags, wanted, reading }: Parts): boolean {
  const dated = reading.periods.hits.length > 0;
  const ranked = ["op:lowest", "op:highest", "op:ranking"].some((tag) => tags.has(tag));
  if (ranked && dated && units.join() === "any" && meaningful(reading) === 0) return true;
  const types = new Set(reading.tags.flatMap(({ tag }) => (tag.startsWith("unit:") ? [tag] : [])));
  const lumped = reading.tags.some(
    ({ tag, at }) => tag === "op:sum" && /^g[ộo]p$/u.test(reading.words[at] ?? ""),
  );
  const joined = dated && (lumped || (types.size > 1 && (tags.has("op:sum") || tags.has("op:difference"))));
  const several = assessedUnits(units) && units.length > 1 && !units.includes("district");
  if (several && (ranked || joined)) return true;
  const said = concepts.has("met") || concepts.has("notMet");
  return said && wanted && (tags.has("cue:ratio") || dated);
}

/** "bao nhiêu xã", "số lượng phường": the word for "number" is directly before the unit. */
function countsUnits({ tags, words }: Reading): boolean {
  const cues = tags.filter(({ tag }) => tag === "cue:quantity");
  return tags.some(
    (unit) =>
      unit.tag.startsWith("unit:") &&
      (/^(?:nhiêu|nhieu|mấy|may)$/u.test(words[unit.at - 1] ?? "") ||
        cues.some((cue) => unit.at === cue.end || unit.end === cue.at)),
  );
}
