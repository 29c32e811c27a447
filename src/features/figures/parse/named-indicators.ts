import type { Period } from "../figure-query.ts";
import { BLOCKS, DISTRICT_UNITS, needsOf, STANDARD, UNITS } from "../indicators.ts";
import { HOME, MERGER, MERGER_EVE } from "../places.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import type { Reading } from "./figure-reading.ts";
import { isLittle } from "./named-spans.ts";
import { looseNumberWord, type Parts } from "./parts.ts";
import { sideBySide } from "./side-by-side.ts";

/** The number of words that no phrase explains. */
const meaningful = ({ unknown }: Reading) => unknown.filter((word) => !isLittle(word)).length;

/** "xã đạt chuẩn 2022", "dân số Đồng Đăng": only an indicator and a period or a place. */
export function isBareRequest({ reading, tags }: Parts): boolean {
  return (
    (reading.periods.hits.length > 0 || reading.places.length > 0) &&
    ((meaningful(reading) <= (namesType({ reading, tags }) ? 2 : 0) && !tags.has("cue:which")) ||
      listsElsewhere(reading)) &&
    ![...tags].some((tag) => tag.startsWith("no:") && tag !== "no:police")
  );
}

/** "công ty tnhh đạt chuẩn 2022": a type, the standard and a year; a word besides asks for a part of them. */
const namesType = ({ reading, tags }: Pick<Parts, "reading" | "tags">): boolean =>
  ["is:met", "is:notMet", "is:standard"].some((tag) => tags.has(tag)) &&
  reading.periods.hits.length > 0 &&
  reading.tags.some(({ tag }) => tag.startsWith("unit:")) &&
  !reading.words.some((word) => /^(?:gì|gi|sao|đâu|dau|ai|khi|nếu|neu|phải|phai|muốn|muon)$/u.test(word));

/** "Hải Dương có những mô hình gì": what a place has, of which no document tells. */
const listsElsewhere = ({ words, places }: Reading): boolean =>
  places.some(({ place }) => place.province !== HOME.province) &&
  /(?:^| )(?:những|nhung|các|cac|mấy|may) .*(?:gì|gi|nào|nao)$/u.test(words.join(" "));

/** "kdc 2022?": only a unit type and a period. */
function isBare(reading: Reading): boolean {
  const { tags, numbers } = reading;
  return (
    meaningful(reading) === 0 &&
    numbers.every((number) => tags.some(({ at, end }) => at <= number.at && number.at < end)) &&
    tags.every(({ tag }) => tag.startsWith("unit:") || (tag.startsWith("cue:") && tag !== "cue:quantity"))
  );
}

/** What says that the units are asked for by the standard: reached, assessed or not. */
export const STANDARD_CONCEPTS: readonly string[] = ["met", "notMet", "standard", "assessed"];

/** The indicators that the message itself names, by its words or by what it counts. */
export function ownIndicators(parts: Parts, forced: boolean): readonly string[] {
  const { concepts, units, tags, wanted, reading, eachDistrict } = parts;
  const named = reading.indicators.spokenOf(concepts);
  const isBelow = reading.places.some(({ place }) => place.area !== place.province);
  const blocks = isBelow && units.join() === "residentialArea" && countsUnits(reading) ? [BLOCKS] : [];
  if (named.length > 0) {
    // "Số xã đạt và số mô hình" asks for both.
    const isMet =
      (concepts.has("met") || concepts.has("notMet")) && units.some((unit) => ASSESSED.includes(unit));
    const standard = isMet && !named.includes(STANDARD) ? [STANDARD] : [];
    return [...blocks, ...standard, ...sideBySide(parts, named)];
  }
  const kinds = kindsElsewhere(reading);
  if (kinds.length > 0) return kinds;
  const awarded = awardedBy(reading);
  if (awarded.length > 0) return awarded;
  if (asksForCases(parts)) return reading.indicators.withUnit(reading.words[caseAt(reading)] ?? "");
  const counted = countedInPlace(parts);
  if (counted.length > 0) return counted;
  const types = units.filter((unit) => unit !== "any");
  // "đơn vị cấp xã" names the level; "đơn vị" beside it nothing more.
  const communes = types.length > 0 && types.every(isCommuneLevel);
  const counts = !tags.has("cue:ratio") && !["met", "notMet", "standard"].some((name) => concepts.has(name));
  // "xã, phường sau sáp nhập ít hơn năm 2022 mấy đơn vị": what was merged are the units.
  const isNow = reading.periods.latest && parts.operation === "times";
  if (communes && counts && (isNow || reading.periods.hits.some(({ period }) => isOfMerger(period))))
    return [UNITS];
  const inDistricts = eachDistrict || reading.places.some(({ place }) => place.area.startsWith("Huyện "));
  const ofStandard =
    (tags.has("op:names") && parts.choice === undefined) ||
    STANDARD_CONCEPTS.some((name) => concepts.has(name));
  if (inDistricts && communes && wanted && !ofStandard && !tags.has("cue:ratio")) return [UNITS];
  if (isConfirmed(parts) && units.join() === "district" && counts) return [DISTRICT_UNITS];
  if (isConfirmed(parts) && assessedUnits(units) && !saysStandard(parts, forced))
    return tags.has("cue:verify") && communes && countsEach(reading) && parts.choice === undefined
      ? [UNITS]
      : [STANDARD];
  if (saysStandard(parts, forced) || comparesTypes(parts)) return [STANDARD];
  if (!tags.has("cue:total") && !looseNumberWord(reading) && !countsUnits(reading)) return [];
  if (units.includes("district"))
    return units.some(isCommuneLevel) ? [DISTRICT_UNITS, UNITS] : [DISTRICT_UNITS];
  if (communes) return [UNITS];
  if (isBelow && units.join() === "residentialArea") return [BLOCKS];
  if (isBelow && units.join() === "any") return [STANDARD];
  return units.some((unit) => ASSESSED.includes(unit)) ? [STANDARD] : [];
}

export const isOfMerger = ({ start, end }: Period): boolean => start === MERGER || end === MERGER_EVE;

/** "Hải Dương tiếng kẻng gấp mấy lần cụm liên kết": the kinds of something that another place has, in the order named. */
function kindsElsewhere({ tags, places, indicators }: Reading): readonly string[] {
  const isElsewhere = places.some(({ place }) => place.province !== HOME.province);
  const shared = (concept: string) =>
    indicators.all.some((one) => one.of === undefined && needsOf(one).has(concept));
  const kinds = tags.flatMap(({ tag }) =>
    tag.startsWith("is:") && !shared(tag.slice(3))
      ? indicators.all.flatMap((one) =>
          one.of !== undefined && needsOf(one).has(tag.slice(3)) ? [one.id] : [],
        )
      : [],
  );
  return isElsewhere ? [...new Set(kinds)] : [];
}

/** "Bộ tặng mấy tập thể": who awards is said, and not what. */
function awardedBy({ tags, words, indicators }: Reading): readonly string[] {
  const by = tags.flatMap(({ tag }) => (tag.startsWith("by:") ? [tag.slice(3)] : []));
  const awards = words.some((word) => /^(?:tặng|tang|khen|thưởng|thuong|trao)$/u.test(word));
  return awards ? by.flatMap((who) => indicators.all.flatMap((one) => (one.by === who ? [one.id] : []))) : [];
}

/** "tháng 4/2024 bao nhiêu vụ": of what, isn't said; then every number of cases is meant. */
const asksForCases = ({ reading, tags, concepts }: Parts): boolean =>
  namesOnlyCases(concepts) &&
  (tags.has("cue:quantity") || tags.has("op:parts")) &&
  reading.periods.hits.length > 0 &&
  strangers(reading) === "";

/** "Quảng Lạc có mấy tổ": a place and what is counted there; of what kind, isn't said, so all kinds are meant. */
function countedInPlace({ reading, concepts, units }: Parts): readonly string[] {
  const { tags, words, places, indicators } = reading;
  const isThere = places.some(({ place }) => place.area !== place.province);
  const at = tags.find(({ tag }) => tag === "cue:quantity")?.end;
  return !isThere || at === undefined || concepts.size + units.length > 0
    ? []
    : indicators.withUnit(words[at] ?? "-");
}

const namesOnlyCases = (concepts: ReadonlySet<string>) =>
  concepts.has("case") && [...concepts].every((concept) => concept === "case" || concept === "people");

const caseAt = ({ tags }: Reading): number => tags.find(({ tag }) => tag === "is:case")?.at ?? -1;

/** "vụ giết người", "trộm cắp bao nhiêu vụ": the words for a kind of case that isn't counted here; "" where there are none. */
export function strangers(reading: Reading): string {
  const { words, unknown, tags } = reading;
  const at = caseAt(reading);
  const isOpen = (i: number) =>
    unknown.includes(words[i] ?? "") && !isLittle(words[i] ?? "") && words[i] !== "sao";
  const before = words.findIndex((_, i) => i < at && isOpen(i) && isOpen(i + 1));
  if (before >= 0)
    return words
      .slice(
        before,
        words.findIndex((_, i) => i > before && !isOpen(i)),
      )
      .join(" ");
  const last = words.findLastIndex((_, i) => isOpen(i));
  const end = tags.find((tag) => tag.tag === "is:people" && tag.at === last + 1)?.end ?? last + 1;
  return at < 0 || last < at ? "" : words.slice(at, end).join(" ");
}

/** True where a number of cases of a kind that isn't known here is asked for, of a period. */
export const asksForStrangers = ({ reading, tags, concepts }: Parts): boolean =>
  namesOnlyCases(concepts) && tags.has("cue:quantity") && reading.periods.hits.length > 0;

const isCommuneLevel = (unit: string) => COMMUNE_LEVEL.includes(unit);
const assessedUnits = (units: readonly string[]) =>
  units.some((unit) => ["any", "district", ...ASSESSED].includes(unit));

/** "đạt chuẩn", "tỷ lệ xã", "kdc 2022?": the standard is named, or is the only possible meaning. */
function saysStandard({ concepts, units, tags, reading, operation }: Parts, forced: boolean): boolean {
  const says = (...names: readonly string[]) => names.some((name) => concepts.has(name));
  const counted = says("met", "notMet", "assessed");
  if (says("standard") || ((says("excluded") || operation === "source") && counted)) return true;
  if (!assessedUnits(units)) return false;
  const shares =
    ["cue:ratio", "cue:overall", "cue:points", "cue:finished", "op:needed"].some((tag) => tags.has(tag)) ||
    (tags.has("op:except") && reading.periods.hits.length > 0) ||
    (tags.has("op:names") && reading.words.some((word) => /^(?:đạt|dat|trượt|truot)$/u.test(word)));
  const places = reading.places.length > 1 && (tags.has("op:difference") || tags.has("op:sum"));
  return forced || counted || shares || places || (reading.periods.hits.length > 0 && isBare(reading));
}

/** "61 xã, 4 phường": one plain number for each type. */
const countsEach = ({ numbers, tags }: Reading): boolean =>
  numbers.every(({ share, under }) => !share && !under) &&
  numbers.length <= tags.filter(({ tag }) => tag.startsWith("unit:")).length;

/** So few words leave no room for another subject. */
const SHORT = 8;

/** "173 xã đúng không", "173 xã lấy ở đâu ra": the person asks about a number. */
function isConfirmed({ tags, reading }: Parts): boolean {
  const dated = reading.periods.hits.length > 0 || reading.periods.latest;
  return reading.numbers.length > 0 && (tags.has("op:source") || (tags.has("cue:verify") && dated));
}

/** "loại nào thấp nhất 2022", "xã và phường gộp lại 2022": unit types are compared or added up. */
function comparesTypes({ concepts, units, tags, wanted, reading, choice, thread }: Parts): boolean {
  const dated = reading.periods.hits.length > 0;
  const ranked =
    choice !== undefined || ["op:lowest", "op:highest", "op:ranking"].some((tag) => tags.has(tag));
  if (ranked && dated && units.join() === "any" && meaningful(reading) <= (choice === undefined ? 0 : 3))
    return true;
  if (
    choice !== undefined &&
    thread === undefined &&
    units.join() === "any" &&
    reading.words.length <= SHORT &&
    meaningful(reading) <= 3
  )
    return true;
  if (choice?.rank === true && dated && assessedUnits(units)) return true;
  const types = new Set(reading.tags.flatMap(({ tag }) => (tag.startsWith("unit:") ? [tag] : [])));
  const lumped = reading.tags.some(
    ({ tag, at }) =>
      /^op:(?:sum|add)$/u.test(tag) && (types.has("unit:all") || /^g[ộo]p$/u.test(reading.words[at] ?? "")),
  );
  const joined = dated && (lumped || (types.size > 1 && (tags.has("op:sum") || tags.has("op:difference"))));
  const overTime = tags.has("op:difference") && reading.periods.hits.length > 1;
  if (overTime && units.length === 1 && assessedUnits(units) && !units.some(isCommuneLevel)) return true;
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
