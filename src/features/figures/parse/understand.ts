import { compares, type FigureQuery } from "../figure-query.ts";
import { type FigureThread, fresh, lastPeriod } from "../figure-thread.ts";
import { type IndicatorBook, STANDARD, UNITS } from "../indicators.ts";
import { HOME } from "../places.ts";
import { OLD_RULE } from "../safety-standard.ts";
import { readApart } from "./asked-apart.ts";
import { countsSomethingElse, isOtherBusiness, strangeType } from "./business.ts";
import { manyPointedAt } from "./choice.ts";
import { conclude } from "./conclude.ts";
import { type Reading, sharesIn } from "./figure-reading.ts";
import type { FigureRequest } from "./figure-request.ts";
import { meansTheSame, pointsBack, unreadAgain } from "./follow-ups.ts";
import { addsMore } from "./goes-with.ts";
import { isBareRequest, ownIndicators } from "./named-indicators.ts";
import { isLittle } from "./named-spans.ts";
import { readOwnNumbers } from "./own-numbers.ts";
import { asksForEverything, type Parts, takeApart } from "./parts.ts";
import { ranksPlaces, refuse } from "./refuse.ts";
import {
  alsoMeant,
  asksShareOfWhole,
  besideGoal,
  partOfSum,
  reachedOf,
  refinedBy,
  wholeBefore,
  withGoal,
} from "./related-indicators.ts";
import { readRounding } from "./rounding.ts";
import { leftOut } from "./slots.ts";
import { readSummary } from "./summary.ts";
import { supposed, supposesAll } from "./supposition.ts";
import { readFirstAgain, readWhichNumber } from "./which-number.ts";

const FOLLOW_UP_WORDS = 14;
const REFINING_WORDS = 9;
/** "hình sự mấy vụ" */
const SHORT = 5;

/**
 * The request in a message, or null where it doesn't ask for a figure. What is named and can't be used goes with it, or
 * makes it a question back.
 * @param byCommune true where figures of single communes are stored for what is asked
 * @param forced true after "/solieu": the person said that they want a figure
 */
export function understand(reading: Reading, options: Options): FigureRequest | null {
  return readApart(reading, (part) => understandOne(part, options)) ?? understandOne(reading, options);
}

function understandOne(reading: Reading, options: Options): FigureRequest | null {
  const request = readRequest(reading, options);
  if (request?.kind !== "query") return request;
  const unread = unreadAgain(reading, request.query, fresh(options.thread, options.now)?.query);
  if (unread.length > 0) return { kind: "unclear", words: unread };
  const unused = leftOut(reading, request.query);
  const deciding = unused.filter(({ decides }) => decides);
  const words = (deciding.length > 0 ? deciding : unused).map((one) => one.words);
  if (deciding.length > 0) return { kind: "unclear", words };
  return unused.length === 0 ? request : { ...request, leftOut: words };
}

interface Options {
  readonly now: number;
  readonly forced: boolean;
  readonly thread: FigureThread | undefined;
  readonly byCommune?: boolean;
}

function readRequest(reading: Reading, options: Options): FigureRequest | null {
  const tags = new Set(reading.tags.map((tag) => tag.tag));
  const oldRule = readOldRule(reading, tags);
  if (oldRule !== null) return oldRule;
  const calculation = readOwnNumbers(reading);
  if (calculation !== null) return calculation;
  const thread = fresh(options.thread, options.now);
  const whichNumber = readWhichNumber(reading, thread) ?? readFirstAgain(reading, thread);
  if (whichNumber !== null) return whichNumber;
  const summary = readSummary(reading, thread);
  if (summary !== null) return summary;
  if (!options.forced && isOtherBusiness(reading, tags)) return null;
  const strange = strangeType(reading);
  if (strange !== "")
    return {
      kind: "refuse",
      reason: "notCounted",
      what: strange,
      indicators: [STANDARD],
      place: reading.places[0]?.place ?? HOME,
    };
  if (!options.forced && countsSomethingElse(reading)) return null;
  const parts = takeApart(reading, tags, options.forced, thread);
  const followUp = thread !== undefined && isFollowUp(parts);
  const direct = ownIndicators(parts, options.forced);
  // "trong năm đó" names no other period.
  const known = lastPeriod(thread)?.label;
  const isDated = reading.periods.hits.some(({ period }) => period.label !== known);
  const nearer = thread === undefined || isDated ? [] : refinedBy(parts, thread, REFINING_WORDS);
  const own = nearer.length > 0 ? nearer : alsoMeant(direct, parts);
  const refined = nearer.length > 0;
  const inherits =
    own.length === 0 ||
    (own[0] === UNITS && followUp && tags.has("cue:follow") && reading.places.length === 0) ||
    (followUp && namesOnlyReached(own, parts, thread.query));
  const isBoth = own.length > 0 && reading.periods.hits.length > 1;
  const reached =
    inherits && followUp
      ? withGoal(reachedOf(thread.query.indicators, parts, options.now), thread.query, parts)
      : isBoth
        ? reachedOf(own, parts, options.now)
        : own;
  // "chiếm mấy phần" after a part: of the whole.
  const of = followUp ? wholeBefore(reached, parts, thread.query) : undefined;
  const named = of ?? (inherits && asksShareOfWhole(reading) ? alsoMeant(reached, parts) : reached);
  const adds =
    followUp &&
    own.length > 0 &&
    ((thread.query.operation === "sum" && addsMore(reading, thread.query)) ||
      addsAnother(parts, own, thread.query));
  const all = adds ? [...new Set([...thread.query.indicators, ...named])] : named;
  const held = followUp ? besideGoal(all, thread.query, parts) : all;
  const { indicators: meant, missing } = ofAwarders(held, parts);
  const [only, ...others] = meant;
  // "bằng khen chiếm mấy phần trăm" after both kinds of awards: of them together.
  const ofSum =
    followUp &&
    asksShareOfWhole(reading) &&
    only !== undefined &&
    others.length === 0 &&
    thread.query.indicators.length > 1 &&
    thread.query.indicators.includes(only);
  const whole = ofSum
    ? [only, ...thread.query.indicators.filter((id) => id !== only)]
    : partOfSum(meant, parts);
  const indicators = whole ?? meant;
  const isOfSum = whole !== undefined;
  if (missing !== undefined)
    return {
      kind: "refuse",
      reason: "awarder",
      what: missing,
      indicators,
      place: reading.places[0]?.place ?? HOME,
    };
  if (!options.forced && asksForMoney(tags) && !indicators.some((id) => isMoney(reading.indicators, id)))
    return null;
  const refusal = refuse(parts, indicators, options.now, options.byCommune === true);
  if (refusal !== null) return refusal;
  const isReached = inherits && reached.join() !== thread?.query.indicators.join();
  const question = {
    parts:
      isReached && !isOfSum && compares(parts.operation) && reached.length < 2
        ? { ...parts, operation: "figure" as const }
        : { ...parts, ofSum: isOfSum, ...(held !== all && { operation: "difference" as const }) },
    forced: options.forced,
    now: options.now,
    eachCommune: options.byCommune === true && ranksPlaces(parts),
    followsOn: false,
    standsAlone: false,
  };
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

/** "cộng với sách" after leaflets: both counts. */
const addsAnother = (
  { tags, units, reading }: Parts,
  own: readonly string[],
  { indicators }: FigureQuery,
): boolean =>
  tags.has("op:add") &&
  units.length === 0 &&
  !own.some((id) => indicators.includes(id)) &&
  [...own, ...indicators].every(
    (id) => reading.indicators.get(id).kind === undefined && reading.indicators.get(id).byUnit !== true,
  );

/** "Chủ tịch tỉnh tặng": what another awarded is no answer; `missing` is who has no figures. */
function ofAwarders(
  named: readonly string[],
  { reading }: Parts,
): { readonly indicators: readonly string[]; readonly missing?: string } {
  const book = reading.indicators;
  const said = reading.tags.flatMap(({ tag }) => (tag.startsWith("by:") ? [tag.slice(3)] : []));
  // "giấy khen giám đốc" says by whom.
  const along = reading.tags.flatMap(({ tag, at, end }) =>
    said.length > 0 && end - at > 2 && tag.startsWith("is:")
      ? (book.all.find(({ id }) => id === tag.slice(3))?.by ?? [])
      : [],
  );
  const by = [...said, ...along];
  const isAward = named.some((id) => book.get(id).by !== undefined);
  if (!isAward) return { indicators: named };
  const stranger = unknownAwarder(reading);
  if (stranger !== undefined) return { indicators: named, missing: stranger };
  if (by.length === 0) return { indicators: named };
  const theirs = book.all.flatMap(({ id, by: who }) => (who !== undefined && by.includes(who) ? [id] : []));
  // "mấy khu dân cư chưa đạt, giám đốc khen mấy tập thể": of what nobody awards nothing is left out.
  const others = named.filter((id) => book.get(id).by === undefined);
  const kept = named.filter((id) => theirs.includes(id));
  if (theirs.length > 0) return { indicators: [...others, ...(kept.length > 0 ? kept : theirs)] };
  const [first = ""] = by;
  return { indicators: named, missing: book.awarders[first]?.title ?? first };
}

/** "hội nông dân tặng", "hội phụ nữ tỉnh tặng": words before that nothing explains are somebody who isn't known here. */
function unknownAwarder({ words, unknown, tags }: Reading): string | undefined {
  const gives = words.findIndex((word) => /^(?:tặng|trao)$/u.test(word));
  const at =
    tags.find(({ tag, at: from, end }) => tag.startsWith("by:") && from <= gives && gives < end)?.at ?? gives;
  let from = at;
  while (from > 0 && unknown.includes(words[from - 1] ?? "") && !PASSIVE.test(words[from - 1] ?? "")) from--;
  return at - from >= 2 ? words.slice(from, at).join(" ") : undefined;
}
const PASSIVE = /^(?:được|dc|đã|da|có|co|đc|nào|mà|ai|sẽ|vừa)$/u;

/** "được thưởng bao nhiêu tiền" doesn't ask for a number of cases. */
const asksForMoney = (tags: ReadonlySet<string>) => tags.has("is:money") && tags.has("cue:quantity");

const isMoney = (indicators: IndicatorBook, id: string) => indicators.get(id).unit?.includes("đồng") === true;

/** "năm 2022 đạt bao nhiêu" after a target or a rate: "đạt" without a type says no other subject. */
const namesOnlyReached = (own: readonly string[], { concepts, units }: Parts, { indicators }: FigureQuery) =>
  own.join() === STANDARD &&
  units.length === 0 &&
  !["standard", "assessed", "excluded"].some((concept) => concepts.has(concept)) &&
  !indicators.includes(STANDARD);

/** True for a complete question: from the one before it takes only the period. */
function standsAlone(parts: Parts, own: readonly string[], inherits: boolean, before: FigureQuery): boolean {
  if (own.length === 0 || inherits || parts.tags.has("cue:follow")) return false;
  // "cơ quan thì thiếu mấy" after a share to be reached: the same share.
  if (parts.operation === "needed" && before.operation === "needed" && sharesIn(parts.reading).length === 0)
    return false;
  if (manyPointedAt(parts.reading).length > 0 || addsMore(parts.reading, before)) return false;
  if (meansTheSame(parts, before)) return false;
  if (parts.units.join() === "any" && pointsBack(parts, before)) return false;
  if (parts.together !== undefined && own.every((id) => parts.together?.indicators.includes(id)))
    return false;
  const whole = parts.units.length > 1 && parts.reading.periods.hits.length > 0;
  if ((parts.tags.has("op:add") || parts.tags.has("op:except")) && !whole) return false;
  if (own.some((id) => parts.reading.indicators.get(id).byUnit) && parts.units.length === 0) return false;
  const sides = Math.max(
    own.length,
    parts.units.length,
    parts.reading.places.length,
    parts.reading.periods.hits.length + (parts.reading.periods.latest ? 1 : 0),
  );
  return !compares(parts.operation) || sides > 1;
}

/** A short message made of known words and little else, after an answer. */
function isFollowUp({ reading, tags, operation, choice, thread }: Parts): boolean {
  const says =
    choice !== undefined ||
    supposed(reading, operation, thread?.query).suppose !== undefined ||
    supposesAll(reading, thread?.query) !== undefined ||
    [...tags].some((tag) =>
      /^(?:unit|op|is|by|ask:why|cue:ratio|cue:points|cue:finished|cue:total)/.test(tag),
    ) ||
    reading.places.length > 0 ||
    reading.periods.hits.length > 0 ||
    reading.periods.latest ||
    readRounding(reading).round !== undefined;
  // "trước khi sắp xếp bao nhiêu" names no subject of its own.
  const isBare = ![...tags].some((tag) => /^(?:unit:(?!individual|collective|any)|(?:is|by|no):)/u.test(tag));
  const isShort = reading.words.length <= SHORT && reading.places.length + reading.periods.hits.length === 0;
  const opens = tags.has("cue:follow") || tags.has("op:except") || operation !== "total" || isBare || isShort;
  return (
    says &&
    opens &&
    reading.words.length <= FOLLOW_UP_WORDS &&
    reading.unknown.filter((word) => !isLittle(word)).length <= 2
  );
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
