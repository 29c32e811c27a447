import { compares, ranks } from "../figure-query.ts";
import { STANDARD } from "../indicators.ts";
import { HOME } from "../places.ts";
import { sharesIn } from "./figure-reading.ts";
import type { FigureRequest, Refusal } from "./figure-request.ts";
import { asksForStrangers, strangers } from "./named-indicators.ts";
import type { Parts } from "./parts.ts";
import { yearAt } from "./periods.ts";
import { readRounding } from "./rounding.ts";

/** "tỉnh khác thì sao" */
const SHORT = 6;

/** The reason for not answering, or for saying that the figure is missing; null where an answer is allowed. */
export function refuse(
  parts: Parts,
  indicators: readonly string[],
  now: number,
  byCommune: boolean,
): FigureRequest | null {
  const { reading, tags, concepts, units } = parts;
  const about = indicators.length > 0 || units.length > 0 || tags.has("cue:quantity");
  if (!about) return null;
  const no = (reason: Refusal, what = ""): FigureRequest => ({
    kind: "refuse",
    reason,
    what,
    indicators,
    place: reading.places[0]?.place ?? HOME,
  });
  if (tags.has("ask:fabricate") && readRounding(reading).round === undefined) return no("fabricate");
  if (indicators.length === 0 && asksForStrangers(parts) && strangers(reading) !== "")
    return no("notCounted", strangers(reading));
  // Sources tell numbers, not what made them so.
  if (
    tags.has("ask:why") &&
    reading.numbers.length === 0 &&
    parts.thread !== undefined &&
    indicators.length > 0
  )
    return no("why");
  if (reading.periods.absurd !== undefined) return no("absurdYear", reading.periods.absurd);
  if (parts.operation === "needed" && indicators.length > 0 && sharesIn(reading).some((n) => Number(n) > 100))
    return no("absurdShare");
  const goals = indicators.length > 0 && indicators.every((id) => reading.indicators.get(id).kind === "goal");
  const ahead = reading.periods.hits.find(({ period }) => Number(period.start.slice(0, 4)) > yearAt(now));
  if (indicators.length > 0 && !goals && (tags.has("ask:forecast") || ahead !== undefined)) {
    return no("forecast", ahead?.period.label ?? "");
  }
  if (indicators.includes(STANDARD) && concepts.has("excluded") && parts.wanted) return no("excluded");
  if (indicators.includes(STANDARD) && units.includes("district")) return no("district");
  if (indicators.length > 0 && !byCommune && ranksPlaces(parts)) return no("rankPlaces");
  const foreign = reading.tags.find(({ tag }) => tag === "is:foreign");
  const ofUnit =
    foreign !== undefined && reading.tags.some((t) => t.end === foreign.at && t.tag.startsWith("unit:"));
  const abroad =
    foreign === undefined || (!ofUnit && reading.places.length > 0)
      ? undefined
      : reading.words.slice(foreign.at - (ofUnit ? 1 : 0), foreign.end).join(" ");
  const stranger = abroad ?? reading.unknownName;
  if (stranger !== undefined && parts.wanted && (indicators.length > 0 || units.length > 0))
    return no("unknownPlace", stranger);
  if (
    concepts.has("anyProvince") &&
    parts.together === undefined &&
    reading.places.length < 2 &&
    indicators.length > 0 &&
    (parts.wanted || reading.words.length <= SHORT)
  )
    return no(sortsOrCompares(parts) ? "rankProvinces" : "whichProvinces");
  return null;
}

const sortsOrCompares = ({ operation, choice }: Parts): boolean =>
  ranks(operation) || compares(operation) || choice !== undefined;

const AREA = /^unit:(?:district|communeLevel|commune|ward|township)$/u;

/** Fewer may be the types: "ba loại xã, phường, thị trấn". */
const MANY = 8;

/** "xã nào nhiều vụ nhất", "xếp hạng 65 xã, phường theo KDC": single places are ranked, which few sources tell. */
export function ranksPlaces({ reading, operation, eachDistrict, together }: Parts): boolean {
  const { tags, words, places } = reading;
  const areas = tags.filter(({ tag }) => AREA.test(tag));
  const isOne = new Set(areas.map(({ tag }) => tag)).size === 1;
  const ofBlocks = tags.some(({ tag }) => tag === "unit:residentialArea");
  const blocksNext = tags.some(
    ({ tag, end }) => tag === "unit:residentialArea" && /^n[àa]o$/u.test(words[end] ?? ""),
  );
  const isEach = areas.some(
    ({ tag, at, end }) =>
      Number(words[at - 1]) >= (ofBlocks ? 1 : MANY) ||
      (isOne && /^n[àa]o$/u.test(words[end] ?? "")) ||
      (tag === "unit:commune" &&
        (isOne || ofBlocks) &&
        /^(?:các|cac|từng|tung|mỗi|moi)$/u.test(words[at - 1] ?? "")),
  );
  return (
    ranks(operation) &&
    !eachDistrict &&
    together === undefined &&
    places.every(({ place }) => place.area === place.province) &&
    (isEach || (blocksNext && areas.length === 0))
  );
}
