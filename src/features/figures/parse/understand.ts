import { compares, type FigureQuery } from "../figure-query.ts";
import type { FigureThread } from "../figure-thread.ts";
import { type IndicatorBook, STANDARD, UNITS } from "../indicators.ts";
import { OLD_RULE } from "../safety-standard.ts";
import { countsSomethingElse, isOtherBusiness } from "./business.ts";
import { conclude } from "./conclude.ts";
import type { Reading } from "./figure-reading.ts";
import type { FigureRequest } from "./figure-request.ts";
import { meansTheSame } from "./follow-ups.ts";
import { isBareRequest, ownIndicators } from "./named-indicators.ts";
import { asksForEverything, type Parts, takeApart } from "./parts.ts";
import { refuse } from "./refuse.ts";

/** How long a follow-up may refer to the question before it. */
const THREAD_MS = 60 * 60 * 1000;
const FOLLOW_UP_WORDS = 14;

/**
 * The request in a message, or null where it doesn't ask for a figure.
 * @param forced true after "/solieu": the person said that they want a figure
 */
export function understand(
  reading: Reading,
  options: { now: number; forced: boolean; thread: FigureThread | undefined },
): FigureRequest | null {
  const tags = new Set(reading.tags.map((tag) => tag.tag));
  const oldRule = readOldRule(reading, tags);
  if (oldRule !== null) return oldRule;
  if (!options.forced && (isOtherBusiness(reading, tags) || countsSomethingElse(reading))) return null;
  const thread =
    options.thread !== undefined && options.now - options.thread.at < THREAD_MS ? options.thread : undefined;
  const parts = takeApart(reading, tags, options.forced, thread);
  const followUp = thread !== undefined && isFollowUp(parts);
  const direct = ownIndicators(parts, options.forced);
  const nearer = thread === undefined || reading.periods.hits.length > 0 ? [] : refinedBy(parts, thread);
  const own = nearer.length > 0 ? nearer : overallToo(direct, parts);
  const refined = nearer.length > 0;
  const inherits = own.length === 0 || (own[0] === UNITS && followUp && tags.has("cue:follow"));
  const indicators = inherits && followUp ? thread.query.indicators : own;
  if (!options.forced && asksForMoney(tags) && !indicators.some((id) => isMoney(reading.indicators, id)))
    return null;
  const refusal = refuse(parts, indicators, options.now);
  if (refusal !== null) return refusal;
  const question = { parts, forced: options.forced, now: options.now, followsOn: false, standsAlone: false };
  if (indicators.length === 0)
    return asksForEverything(parts) ? conclude({ ...question, indicators: [STANDARD], forced: true }) : null;
  const followsOn = followUp || (refined && own.length > 0);
  if (!followsOn && !options.forced && !parts.wanted && !isBareRequest(parts)) return null;
  return conclude({
    ...question,
    indicators,
    followsOn,
    standsAlone: followsOn && thread !== undefined && standsAlone(parts, own, inherits, thread.query),
  });
}

/** "được thưởng bao nhiêu tiền" doesn't ask for a number of cases. */
const asksForMoney = (tags: ReadonlySet<string>) => tags.has("is:money") && tags.has("cue:quantity");

const isMoney = (indicators: IndicatorBook, id: string) => indicators.get(id).unit?.includes("đồng") === true;

/** "bao nhiêu đối tượng" after a question about drug cases: both questions together name one indicator. */
function refinedBy({ concepts, reading }: Parts, { query }: FigureThread): readonly string[] {
  if (reading.words.length > FOLLOW_UP_WORDS / 2 || reading.unknown.length > 1) return [];
  const said = [...concepts].filter((concept) => !GENERAL.has(concept));
  if (said.length === 0) return [];
  const book = reading.indicators;
  const needs = (id: string) => book.conceptsOf(id).flatMap((need) => need.split("|"));
  return book
    .spokenOf(new Set([...query.indicators.flatMap(needs), ...concepts]))
    .filter((id) => !query.indicators.includes(id) && said.every((concept) => needs(id).includes(concept)));
}

/** "hơn tỷ lệ chung": compared with the indicator that this one is a part of. */
function overallToo(own: readonly string[], { tags, concepts, reading }: Parts): readonly string[] {
  const [only] = own;
  if (own.length !== 1 || only === undefined || only === STANDARD || !tags.has("cue:overall")) return own;
  return [only, ...reading.indicators.widerThan(only, concepts)];
}

/** Concepts that fit everything; they don't change the indicator. */
const GENERAL = new Set([
  "met",
  "notMet",
  "unit",
  "change",
  "district",
  "individual",
  "standard",
  "assessed",
]);

/** True for a complete question: from the one before it takes only the period. */
function standsAlone(parts: Parts, own: readonly string[], inherits: boolean, before: FigureQuery): boolean {
  if (own.length === 0 || inherits || parts.tags.has("cue:follow")) return false;
  if (meansTheSame(parts, before)) return false;
  const whole = parts.units.length > 1 && parts.reading.periods.hits.length > 0;
  if ((parts.tags.has("op:add") || parts.tags.has("op:except")) && !whole) return false;
  if (own.some((id) => parts.reading.indicators.get(id).byUnit) && parts.units.length === 0) return false;
  const sides = Math.max(
    own.length,
    parts.units.length,
    parts.reading.places.length,
    parts.reading.periods.hits.length,
  );
  return !compares(parts.operation) || sides > 1;
}

/** A short message made of known words and little else, after an answer. */
function isFollowUp({ reading, tags, operation }: Parts): boolean {
  const says =
    [...tags].some((tag) => /^(?:unit|op|is|cue:ratio|cue:points|cue:finished|cue:total)/.test(tag)) ||
    reading.places.length > 0 ||
    reading.periods.hits.length > 0;
  const opens = tags.has("cue:follow") || tags.has("op:except") || operation !== "total";
  return says && opens && reading.words.length <= FOLLOW_UP_WORDS && reading.unknown.length <= 3;
}

function readOldRule(reading: Reading, tags: ReadonlySet<string>): FigureRequest | null {
  const named = reading.documents.includes(OLD_RULE.number) || tags.has("is:oldRule");
  if (!named || !tags.has("unit:residentialArea")) return null;
  const counts = reading.numbers
    .map(({ value }) => Number(value))
    .filter((n) => Number.isInteger(n) && n > 0 && n <= 500 && n !== OLD_RULE.share && n !== 100);
  if (counts.length === 0) return null;
  const total = Math.max(...counts);
  return { kind: "oldRule", total, met: counts.find((n) => n < total) };
}
