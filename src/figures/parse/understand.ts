import { fold } from "../../vietnamese/fold.ts";
import { indicatorOf, STANDARD, UNITS } from "../indicators.ts";
import type { FigureThread } from "../thread.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import { indicatorsOf, widerThan } from "./concepts.ts";
import { conclude } from "./conclude.ts";
import { asksForEverything, looseNumberWord, type Parts, takeApart } from "./parts.ts";
import { yearAt } from "./periods.ts";
import { type Reading, sharesIn } from "./reading.ts";
import type { FigureRequest } from "./request.ts";

const HOW_MANY = /^(?:bao|mấy|may|nhiêu|nhieu)$/u;
/** What may follow "bao nhiêu" without being an indicator of its own: classifiers, and words that lead on. */
const COUNTABLE = new Set(
  "khu truong cuoc cai chiec con ca tin to nguoi luot nhom noi cho dot diem qqpct phan cuon muc su thanh tap don hoat lan chu le cong tren trong o tai la thi so voi va ma nam dat duoc da chua vay a ha nhi the roi khong co cua de cho theo tinh ke tu den neu nua het tong moi tat hay la o khi nho".split(
    " ",
  ),
);
/** How long a follow-up may lean on the question before it. */
const THREAD_MS = 60 * 60 * 1000;
const FOLLOW_UP_WORDS = 14;
/** "tỉnh khác thì sao" */
const SHORT = 6;
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
  if (!options.forced && asksForMoney(tags) && !indicators.some(isMoney)) return null;
  const refusal = refuse(parts, indicators, options.now);
  if (refusal !== null) return refusal;
  if (indicators.length === 0)
    return asksForEverything(parts) ? conclude(parts, [STANDARD], undefined, true, undefined) : null;
  const followsOn = followUp || (refined && own.length > 0);
  if (!followsOn && !options.forced && !parts.wanted && !isBareRequest(parts)) return null;
  const before = followsOn ? thread?.query : undefined;
  return conclude(
    parts,
    indicators,
    before === undefined || !standsAlone(parts, own, inherits) ? before : undefined,
    options.forced,
    before?.periods,
    before === undefined ? [] : thread?.earlier,
    before === undefined ? undefined : thread?.prior,
  );
}

/** "được thưởng bao nhiêu tiền" is no question for a number of cases. */
const asksForMoney = (tags: ReadonlySet<string>) => tags.has("is:money") && tags.has("cue:quantity");

function isMoney(id: string): boolean {
  return ["assets_recovered", "property_loss"].includes(id) || /_(?:value|loss)$/u.test(id);
}

/** "bao nhiêu đối tượng" after cases of drugs: what is said now and what was asked before make one indicator. */
function refinedBy({ concepts, reading }: Parts, { query }: FigureThread): readonly string[] {
  if (reading.words.length > FOLLOW_UP_WORDS / 2 || reading.unknown.length > 1) return [];
  const said = [...concepts].filter((concept) => !GENERAL.has(concept));
  if (said.length === 0) return [];
  const before = query.indicators.flatMap((id) => indicatorOf(id).needs.flatMap((need) => need.split("|")));
  return indicatorsOf(new Set([...before, ...concepts])).filter((id) => {
    const needs = indicatorOf(id).needs.flatMap((need) => need.split("|"));
    return !query.indicators.includes(id) && said.every((concept) => needs.includes(concept));
  });
}

/** "hơn tỷ lệ chung": what the indicator is a part of is the other side. */
function overallToo(own: readonly string[], { tags, concepts }: Parts): readonly string[] {
  const [only] = own;
  if (own.length !== 1 || only === undefined || only === STANDARD || !tags.has("cue:overall")) return own;
  return [only, ...widerThan(only, concepts)];
}

/** Said of anything; they make no indicator another one. */
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
  if (tags.has("no:kinds") && reading.periods.hits.length === 0) return true;
  const excused =
    tags.has("op:times") ||
    tags.has("op:needed") ||
    tags.has("is:patrol") ||
    (tags.has("is:exemplary") && reading.places.length > 0) ||
    tags.has("is:leaflet") ||
    tags.has("is:booklet") ||
    (tags.has("op:names") && tags.has("is:notMet")) ||
    (tags.has("is:target") && reading.periods.hits.length > 0);
  return tags.has("no:question") && !excused;
}

/** "bao nhiêu công an viên", "mấy bước": what is to be counted is nothing that figures know. */
function countsSomethingElse({ tags, words }: Reading): boolean {
  const asked = tags.filter(({ tag, at }) => tag === "cue:quantity" && HOW_MANY.test(words[at] ?? ""));
  const counted = asked.map(({ end }) => end).filter((at) => at < words.length);
  return (
    counted.length > 0 &&
    counted.every((at) => {
      const word = words[at] as string;
      const known = tags.some((tag) => tag.at <= at && tag.end > at && !tag.tag.startsWith("no:"));
      return !known && !COUNTABLE.has(word) && !COUNTABLE.has(fold(word)) && !/\d/u.test(word);
    })
  );
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

/** Words that add nothing to what is asked. */
const FILLERS = new Set(
  "của cua ở o tại tai trên tren là la và va với voi ạ a nhé nhe vậy à do về ve".split(" "),
);

/** How many words stand there that nothing explains. */
const meaningful = ({ unknown }: Reading) => unknown.filter((word) => !FILLERS.has(word)).length;

/** "xã đạt chuẩn 2022", "mô hình xây mới năm 2022": nothing but an indicator and when. */
function isBareRequest({ reading, tags }: Parts): boolean {
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
  if (assessed && reading.periods.hits.length > 0 && isBare(reading)) return [STANDARD];
  const ranked = tags.has("op:lowest") || tags.has("op:highest") || tags.has("op:ranking");
  const types = new Set(reading.tags.flatMap(({ tag }) => (tag.startsWith("unit:") ? [tag] : [])));
  const joined =
    types.size > 1 && reading.periods.hits.length > 0 && (tags.has("op:sum") || tags.has("op:difference"));
  if (assessed && (ranked || joined) && units.length > 1 && !units.includes("district")) return [STANDARD];
  if (says("met", "notMet") && wanted && (tags.has("cue:ratio") || reading.periods.hits.length > 0))
    return [STANDARD];
  if (!tags.has("cue:total") && !looseNumberWord(reading) && !countsUnits(reading)) return [];
  if (units.includes("district")) return ["district_level_units"];
  if (units.length > 0 && units.every((unit) => (COMMUNE_LEVEL as readonly string[]).includes(unit)))
    return [UNITS];
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

function refuse(parts: Parts, indicators: readonly string[], now: number): FigureRequest | null {
  const { reading, tags, concepts, units } = parts;
  const about = indicators.length > 0 || units.length > 0 || tags.has("cue:quantity");
  if (!about) return null;
  if (tags.has("ask:fabricate")) return { kind: "refuse", reason: "fabricate", what: "" };
  if (reading.periods.absurd !== undefined)
    return { kind: "refuse", reason: "absurdYear", what: reading.periods.absurd };
  if (parts.operation === "needed" && indicators.length > 0 && sharesIn(reading).some((n) => Number(n) > 100))
    return { kind: "refuse", reason: "absurdShare", what: "" };
  const goals = indicators.length > 0 && indicators.every((id) => indicatorOf(id).kind === "goal");
  const ahead = reading.periods.hits.find(({ period }) => Number(period.start.slice(0, 4)) > yearAt(now));
  if (indicators.length > 0 && !goals && (tags.has("ask:forecast") || ahead !== undefined)) {
    return { kind: "refuse", reason: "forecast", what: ahead?.period.label ?? "" };
  }
  if (indicators.includes(STANDARD) && concepts.has("excluded") && parts.wanted)
    return { kind: "refuse", reason: "excluded", what: "" };
  if (indicators.includes(STANDARD) && units.includes("district"))
    return { kind: "refuse", reason: "district", what: "" };
  const foreign = reading.tags.find(({ tag }) => tag === "is:foreign");
  const ofUnit =
    foreign !== undefined && reading.tags.some((t) => t.end === foreign.at && t.tag.startsWith("unit:"));
  const abroad =
    foreign === undefined || (!ofUnit && reading.places.length > 0)
      ? undefined
      : reading.words.slice(foreign.at - (ofUnit ? 1 : 0), foreign.end).join(" ");
  const stranger = abroad ?? reading.unknownName;
  if (stranger !== undefined && parts.wanted)
    return { kind: "refuse", reason: "unknownPlace", what: stranger };
  const pointsBack = parts.thread?.prior !== undefined && parts.operation === "difference";
  if (
    concepts.has("anyProvince") &&
    !pointsBack &&
    reading.places.length < 2 &&
    indicators.length > 0 &&
    (parts.wanted || reading.words.length <= SHORT)
  )
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
