import { indicatorOf, STANDARD, UNITS } from "../indicators.ts";
import type { FigureThread } from "../thread.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import { indicatorsOf } from "./concepts.ts";
import { conclude } from "./conclude.ts";
import { asksForEverything, looseNumberWord, type Parts, takeApart } from "./parts.ts";
import { yearAt } from "./periods.ts";
import type { Reading } from "./reading.ts";
import type { FigureRequest } from "./request.ts";

/** How long a follow-up may lean on the question before it. */
const THREAD_MS = 60 * 60 * 1000;
const FOLLOW_UP_WORDS = 14;
const OLD_CIRCULAR = "23/2012";

/**
 * Concludes what is asked, or null where the message is no question for a figure.
 * @param forced true after "/solieu": the person said that a figure is wanted
 */
export function understand(
  reading: Reading,
  options: { now: number; forced: boolean; thread: FigureThread | undefined },
): FigureRequest | null {
  const tags = new Set(reading.tags.map((tag) => tag.tag));
  const oldRule = readOldRule(reading, tags);
  if (oldRule !== null) return oldRule;
  if (!options.forced && isOtherBusiness(reading, tags)) return null;
  const thread =
    options.thread !== undefined && options.now - options.thread.at < THREAD_MS ? options.thread : undefined;
  const parts = takeApart(reading, tags, options.forced, thread);
  const followUp = thread !== undefined && isFollowUp(parts);
  const own = ownIndicators(parts, options.forced);
  const inherits = own.length === 0 || (own[0] === UNITS && followUp && tags.has("cue:follow"));
  const indicators = inherits && followUp ? thread.query.indicators : own;
  const refusal = refuse(parts, indicators, options.now);
  if (refusal !== null) return refusal;
  if (indicators.length === 0)
    return asksForEverything(parts) ? conclude(parts, [STANDARD], undefined, true, undefined) : null;
  if (!followUp && !options.forced && !parts.wanted && !isBareRequest(parts)) return null;
  const before = followUp ? thread.query : undefined;
  return conclude(
    parts,
    indicators,
    before === undefined || !standsAlone(parts, own, inherits) ? before : undefined,
    options.forced,
    before?.periods,
  );
}

/** A whole question asked after another: it takes no more than the period from the one before. */
function standsAlone(parts: Parts, own: readonly string[], inherits: boolean): boolean {
  if (own.length === 0 || inherits || parts.tags.has("cue:follow")) return false;
  if (own.some((id) => indicatorOf(id).byUnit === true) && parts.units.length === 0) return false;
  const compares = parts.operation === "difference" || parts.operation === "times";
  const sides = Math.max(
    own.length,
    parts.units.length,
    parts.reading.places.length,
    parts.reading.periods.hits.length,
  );
  return !compares || sides > 1;
}

/** "thôn tôi", "trường em": the speaker's own unit is no statistic. */
const OWNER = /^(?:tôi|toi|em|mình|minh|cháu|chau|nhà|tui|bọn|chúng)$/u;

function isOtherBusiness(reading: Reading, tags: ReadonlySet<string>): boolean {
  const mine = reading.tags.some(
    (tag) => tag.tag.startsWith("unit:") && OWNER.test(reading.words[tag.end] ?? ""),
  );
  if ((mine || tags.has("no:mine")) && reading.periods.hits.length === 0) return true;
  const excused =
    tags.has("op:times") ||
    tags.has("is:leaflet") ||
    tags.has("is:booklet") ||
    (tags.has("op:names") && tags.has("is:notMet")) ||
    (tags.has("is:target") && reading.periods.hits.length > 0);
  return tags.has("no:question") && !excused;
}

/** A short message made of known words and little else, after an answer. */
function isFollowUp({ reading, tags, operation }: Parts): boolean {
  const says =
    [...tags].some((tag) => /^(?:unit|op|is|cue:ratio|cue:points|cue:finished|cue:total)/.test(tag)) ||
    reading.places.length > 0 ||
    reading.periods.hits.length > 0;
  const opens = tags.has("cue:follow") || operation !== "total";
  return says && opens && reading.words.length <= FOLLOW_UP_WORDS && reading.unknown.length <= 3;
}

/** "xã đạt chuẩn 2022", "mô hình xây mới năm 2022": nothing but an indicator and when. */
function isBareRequest({ reading, tags }: Parts): boolean {
  return (
    reading.periods.hits.length > 0 &&
    reading.unknown.length === 0 &&
    !tags.has("cue:which") &&
    ![...tags].some((tag) => tag.startsWith("no:"))
  );
}

function ownIndicators(
  { concepts, units, tags, wanted, reading }: Parts,
  forced: boolean,
): readonly string[] {
  const named = indicatorsOf(concepts);
  if (named.length > 0) return named;
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
  if (says("met", "notMet") && wanted && (tags.has("cue:ratio") || reading.periods.hits.length > 0))
    return [STANDARD];
  if (!tags.has("cue:quantity") && !tags.has("cue:total") && !looseNumberWord(reading)) return [];
  if (units.includes("district")) return ["district_level_units"];
  if (units.length > 0 && units.every((unit) => (COMMUNE_LEVEL as readonly string[]).includes(unit)))
    return [UNITS];
  return units.some((unit) => (ASSESSED as readonly string[]).includes(unit)) ? [STANDARD] : [];
}

function refuse(parts: Parts, indicators: readonly string[], now: number): FigureRequest | null {
  const { reading, tags, concepts, units } = parts;
  const about = indicators.length > 0 || units.length > 0 || tags.has("cue:quantity");
  if (!about) return null;
  if (tags.has("ask:fabricate")) return { kind: "refuse", reason: "fabricate", what: "" };
  if (reading.periods.absurd !== undefined)
    return { kind: "refuse", reason: "absurdYear", what: reading.periods.absurd };
  const goals = indicators.length > 0 && indicators.every((id) => indicatorOf(id).kind === "goal");
  const ahead = reading.periods.hits.find(({ period }) => Number(period.start.slice(0, 4)) > yearAt(now));
  if (indicators.length > 0 && !goals && (tags.has("ask:forecast") || ahead !== undefined)) {
    return { kind: "refuse", reason: "forecast", what: ahead?.period.label ?? "" };
  }
  if (indicators.includes(STANDARD) && concepts.has("excluded") && parts.wanted)
    return { kind: "refuse", reason: "excluded", what: "" };
  if (indicators.includes(STANDARD) && units.includes("district"))
    return { kind: "refuse", reason: "district", what: "" };
  const foreign = reading.tags.find(
    (tag) =>
      tag.tag === "is:foreign" && reading.tags.some((t) => t.end === tag.at && t.tag.startsWith("unit:")),
  );
  if (foreign !== undefined && parts.wanted)
    return {
      kind: "refuse",
      reason: "unknownPlace",
      what: reading.words.slice(foreign.at - 1, foreign.end).join(" "),
    };
  if (concepts.has("anyProvince") && indicators.length > 0 && parts.wanted)
    return { kind: "refuse", reason: "rankProvinces", what: "" };
  return null;
}

function readOldRule(reading: Reading, tags: ReadonlySet<string>): FigureRequest | null {
  const named = reading.documents.includes(OLD_CIRCULAR) || tags.has("is:oldRule");
  if (!named || !tags.has("unit:residentialArea")) return null;
  const counts = reading.numbers
    .map(({ value }) => Number(value))
    .filter((n) => Number.isInteger(n) && n > 0 && n <= 500 && n !== 70 && n !== 100);
  if (counts.length === 0) return null;
  const total = Math.max(...counts);
  return { kind: "oldRule", total, met: counts.find((n) => n < total) };
}
