import { fold } from "../../../language/fold.ts";
import type { Choice, Operation } from "../figure-query.ts";
import type { FigureThread } from "../figure-thread.ts";
import { type IndicatorBook, STANDARD, UNITS } from "../indicators.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import { askedTogether, type Together } from "./asked-together.ts";
import { namesGoal, readChoice } from "./choice.ts";
import { asksYesOrNo, putsForward } from "./claims.ts";
import type { Reading } from "./figure-reading.ts";
import { isLittle } from "./named-spans.ts";
import { isPointedAt } from "./pointed-at.ts";
import { supposed, supposesAll } from "./supposition.ts";
import type { Tagged } from "./tagger.ts";

export interface Parts {
  readonly reading: Reading;
  readonly tags: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
  readonly units: readonly string[];
  /** True for "huyện nào", "từng huyện" with a unit to count: every former district is meant. */
  readonly eachDistrict: boolean;
  readonly operation: Operation;
  /** Which of several are wanted: the first three, those below 95 %. */
  readonly choice: Choice | undefined;
  readonly wanted: boolean;
  readonly thread: FigureThread | undefined;
  /** The questions before that are meant together. */
  readonly together: Together | undefined;
  /** True where one of the things told together before is asked for as a share of them all. */
  readonly ofSum?: boolean;
}

export function takeApart(
  reading: Reading,
  tags: ReadonlySet<string>,
  forced: boolean,
  thread: FigureThread | undefined,
): Parts {
  const spoken = readUnits(reading);
  const named = spoken.length > 0 ? spoken : unitsOfPlaces(reading);
  const choice = readChoice(reading, tags.has("cue:verify") || tags.has("op:needed"), thread?.query);
  const sorts =
    choice !== undefined || ["op:lowest", "op:highest", "op:ranking"].some((tag) => tags.has(tag));
  const inDistricts =
    namesDistrictsAsPlaces(reading, named, sorts) || meansEachDistrict(reading, named, thread);
  const counted = named.filter((unit) => unit !== "district");
  const units = !inDistricts ? named : counted.join() === "any" ? [...COMMUNE_LEVEL] : counted;
  const concepts = new Set([...tags].filter((tag) => tag.startsWith("is:")).map((tag) => tag.slice(3)));
  if (units.length > 0) concepts.add("unit");
  for (const name of ["district", "individual"])
    if (tags.has(`unit:${name}`) && !(inDistricts && name === "district")) concepts.add(name);
  if (reading.places.some(({ place }) => place.area.startsWith("Huyện "))) concepts.add("district");
  if (
    tags.has("op:change") ||
    [...reading.tags].some(
      (t) => t.tag === "op:difference" && /^(?:tang|giam|tăng|giảm)/u.test(reading.words[t.at] ?? ""),
    )
  )
    concepts.add("change");
  if (inDistricts) concepts.delete("anyProvince");
  const operation = choice?.order ?? readOperation(reading, tags, concepts, thread);
  const quantity =
    ["cue:quantity", "cue:ratio", "cue:points", "cue:finished", "cue:total"].some((tag) => tags.has(tag)) ||
    looseNumberWord(reading) ||
    asksHowMany(reading);
  const states = reading.periods.hits.length > 0 && (concepts.has("met") || concepts.has("notMet"));
  const verify =
    reading.numbers.length > 0 && (tags.has("cue:verify") || (states && putsForward(reading, choice)));
  const wanted =
    forced ||
    quantity ||
    verify ||
    ((states || (concepts.has("met") && reading.places.length > 0)) && asksYesOrNo(reading)) ||
    !["figure", "shortfall", "source"].includes(operation) ||
    (tags.has("cue:tell") && units.length > 0) ||
    (tags.has("cue:list") && reading.periods.hits.length > 0);
  const eachDistrict = inDistricts && reading.places.length === 0;
  const together = askedTogether({ reading, operation, units, thread });
  return { reading, tags, concepts, units, eachDistrict, operation, choice, wanted, thread, together };
}

/** "phường Tam Thanh đạt chưa": what a named place is. */
function unitsOfPlaces({ places }: Reading): string[] {
  const kinds = places.flatMap(({ place: { area } }) =>
    area.startsWith("xã ") ? ["commune"] : area.startsWith("phường ") ? ["ward"] : [],
  );
  return [...new Set(kinds)];
}

/**
 * "huyện nào nhiều xã nhất", "từng huyện có mấy xã": districts are the places, not what is counted. So they are where some of
 * them are chosen by what is named after them: "ba huyện ít xã nhất", "những huyện trên 20 xã".
 */
function namesDistrictsAsPlaces({ tags, words }: Reading, units: readonly string[], sorts: boolean): boolean {
  // "huyện nào nhiều đơn vị nhất": of what reached the standard there are no numbers by district.
  const ofStandard = tags.some(({ tag }) => /^is:(?:met|notMet|standard|assessed)$/u.test(tag));
  const counted = units.filter((unit) => COMMUNE_LEVEL.includes(unit) || (unit === "any" && !ofStandard));
  if (counted.length === 0 || counted.length + 1 !== units.length) return false;
  return tags.some(
    ({ tag, at, end }) =>
      tag === "unit:district" &&
      ((sorts && tags.every((other) => !isCounted(other) || other.at > at)) ||
        /^n[àa]o$/u.test(words[end] ?? "") ||
        /^(?:mỗi|moi|từng|tung|các|cac|theo)$/u.test(words[at - 1] ?? "")),
  );
}

/** "nơi nào cao nhất trong các huyện", "cộng cả 9 huyện" after the number of communes: of each district, not of those asked before. */
const meansEachDistrict = (
  reading: Reading,
  units: readonly string[],
  thread: FigureThread | undefined,
): boolean => {
  const { tags, words } = reading;
  const districts = tags.filter(({ tag }) => tag === "unit:district");
  const ofUnits = units.join() === "district" && thread?.query.indicators.join() === UNITS;
  if (!ofUnits || districts.some((tag) => isPointedAt(reading, tag))) return false;
  return districts.some(({ at, end }) => {
    const before = words[at - 1] ?? "";
    const isEach = /^(?:mỗi|moi|từng|tung|các|cac|cả|ca)$/u.test(before);
    return isEach || /^n[àa]o$/u.test(words[end] ?? "") || Number(before) > thread.shown.length + 1;
  });
};

const isCounted = ({ tag }: Tagged): boolean =>
  tag.startsWith("unit:") && tag !== "unit:district" && tag !== "unit:any";

/** "dài bao nhiêu", "tỷ lệ khám phá": a word for "number" or "share" may be part of a longer phrase. */
function asksHowMany(reading: Reading): boolean {
  return /(?:^| )(?:bao nhi[êe]u|mấy|may|t[ỷỉyi] l[ệe])(?: |$)/u.test(reading.words.join(" "));
}

/** "so xa dat": unmarked "so" before what is counted is "số". */
export function looseNumberWord(reading: Reading): boolean {
  return reading.tags.some(
    (tag) =>
      tag.tag === "cue:versus" &&
      reading.words[tag.at] === "so" &&
      reading.tags.some((next) => next.at === tag.end && /^(?:unit|is):/.test(next.tag)),
  );
}

export function readUnits(reading: Reading): string[] {
  const named = reading.tags.filter((tag) => tag.tag.startsWith("unit:")).map((tag) => tag.tag.slice(5));
  const units = named.flatMap((unit) =>
    unit === "communeLevel" ? [...COMMUNE_LEVEL] : unit === "all" ? [...ASSESSED] : [unit],
  );
  return [...new Set(units)];
}

const ORDER: readonly (readonly [tag: string, operation: Operation])[] = [
  ["op:names", "names"],
  ["op:average", "average"],
  ["op:rest", "shortfall"],
  ["op:needed", "needed"],
  ["op:parts", "times"],
  ["op:times", "times"],
  ["op:lowest", "lowest"],
  ["op:highest", "highest"],
  ["op:ranking", "ranking"],
  ["op:series", "series"],
  ["is:notMet", "shortfall"],
  ["op:difference", "difference"],
  ["op:sum", "sum"],
  ["op:add", "sum"],
];

function readOperation(
  reading: Reading,
  tags: ReadonlySet<string>,
  concepts: ReadonlySet<string>,
  thread: FigureThread | undefined,
): Operation {
  if (
    (tags.has("op:source") || tags.has("op:asOf")) &&
    (thread === undefined
      ? reading.numbers.length === 0 && ASKS_OF_FIGURES.test(fold(reading.words.join(" ")))
      : !concepts.has("met") && !concepts.has("unit"))
  )
    return "source";
  const several =
    reading.places.length > 1 ||
    reading.periods.hits.length > 1 ||
    reading.tags.filter(({ tag }) => tag.startsWith("unit:")).length === 2;
  const versus = reading.tags.some(
    (tag) =>
      tag.tag === "cue:versus" &&
      reading.words[tag.at] === "so" &&
      ((several && reading.words.slice(tag.end).some((word) => /^(?:với|voi)$/u.test(word))) ||
        reading.places.some((p) => p.at === tag.end) ||
        reading.periodAt.includes(tag.end)),
  );
  const isEnd = tags.has("op:lowest") || tags.has("op:highest");
  if ((tags.has("op:lowest") && tags.has("op:highest")) || (isEnd && tags.has("cue:points")))
    return "ranking";
  if (asksWhichOnes(reading, thread)) return "names";
  const asksReached = tags.has("is:notMet") || tags.has("cue:quantity") || asksYesOrNo(reading);
  if (asksReached && namesGoal(reading)) return "needed";
  if (supposed(reading, "figure", thread?.query).suppose !== undefined) return "figure";
  if (supposesAll(reading, thread?.query) !== undefined) return "figure";
  const asksPart =
    tags.has("op:times") && concepts.has("assessed") && thread !== undefined && concepts.size === 1;
  if (asksPart) return "figure";
  const found = ORDER.find(
    ([tag]) =>
      tags.has(tag) &&
      !(tag === "op:average" && concepts.has("movementRank")) &&
      !(tag === "op:parts" && !concepts.has("case") && !hasKinds(reading.indicators, concepts)) &&
      !(tag === "op:rest" && !asksRest(reading, concepts, thread)),
  )?.[1];
  if ((found === "highest" || found === "lowest") && concepts.has("anyYear")) return "series";
  if (found === "highest" && saysLeast(reading)) return "lowest";
  // "loại nào chưa đạt nhiều nhất": the end of an order.
  if (found === "names" && isEnd) return tags.has("op:highest") ? "highest" : "lowest";
  if (found === "names" && asksWhichType(reading))
    return tags.has("op:difference") ? "difference" : asksToList(reading) ? "figure" : "lowest";
  if (thread !== undefined && (found === undefined || found === "needed") && asksWhatIsLeft(reading))
    return "shortfall";
  if (found === "times" && concepts.has("change")) return "difference";
  if (found === "difference" && asksHowManyTimes(reading)) return "times";
  if (found === "shortfall" && concepts.has("met") && !tags.has("op:difference")) return "figure";
  if (found === "shortfall" && tags.has("op:difference")) return "difference";
  if (found !== undefined) return found;
  if (versus || (several && tags.has("cue:points")) || saysChange(reading)) return "difference";
  if (concepts.has("anyYear")) return "series";
  if (
    // "tử số, mẫu số, tỷ lệ": the share says both.
    (concepts.has("assessed") && !tags.has("cue:ratio")) ||
    (asksHowManyThereAre(reading) &&
      !concepts.has("met") &&
      !concepts.has("standard") &&
      !["cue:ratio", "cue:overall", "cue:finished"].some((tag) => tags.has(tag)))
  )
    return "total";
  return "figure";
}

/** "số liệu đạt chuẩn chốt ngày nào, nguồn ở đâu" */
const ASKS_OF_FIGURES = /(?:^| )(?:so lieu|con so|cac so|so nay)(?: |$)/u;

/** "2019 là 40, 2022 là 32, giảm 8": the number of a change between two periods. */
const saysChange = ({ tags, numbers, periods }: Reading): boolean =>
  periods.hits.length === 2 &&
  tags.some(({ tag, end }) => tag === "op:change" && numbers.some(({ at }) => at === end));

/** "nhiều hơn bằng khen mấy lần" */
const asksHowManyTimes = ({ words }: Reading): boolean =>
  /(?:mấy|may|nhiêu|nhieu) (?:lần|lan)(?: |$)/u.test(words.join(" "));

/** "cơ cấu các vụ": the kinds of what is named are stored as well. */
const hasKinds = (book: IndicatorBook, concepts: ReadonlySet<string>): boolean =>
  book.all.some(({ partOf = "" }) => book.spokenOf(concepts).includes(partOf));

/** "còn bao nhiêu thôn nữa": those that are left. */
const asksWhatIsLeft = ({ words, numbers }: Reading): boolean =>
  numbers.length === 0 &&
  /^(?:thế |vậy |vay |the )?(?:còn|con) (?:bao nhiêu|bao nhieu|mấy|may) .*(?:nữa|nua)$/u.test(
    words.join(" "),
  );

/** "bao nhiêu doanh nghiệp" is a number of units; "số liệu doanh nghiệp" asks for what is known of them. */
const asksHowManyThereAre = ({ tags, words }: Reading): boolean =>
  tags.some(
    ({ tag, at, end }) => tag === "cue:quantity" && !OF_ANYTHING.test(fold(words.slice(at, end).join(" "))),
  );
const OF_ANYTHING = /so lieu|thong ke|bao cao so|ket qua/u;

/** "ít xã nhất", "thấp điểm nhất": the word for "least" may be apart from "nhất". */
function saysLeast({ words }: Reading): boolean {
  return /(?:^| )(?:ít|it|thấp|thap|kém|kem|nhỏ|yếu|kéo|keo|tụt)(?: [^ ]+){1,5} (?:nhất|nhat)(?: |$)/u.test(
    words.join(" "),
  );
}

/** "xã nào", "cụ thể là những thôn nào" after how many: which single ones those are. */
const asksWhichOnes = ({ tags, words, numbers }: Reading, thread: FigureThread | undefined): boolean =>
  thread?.query.indicators.includes(STANDARD) === true &&
  numbers.length === 0 &&
  words.length <= SHORT_REST &&
  tags.every(({ tag }) => /^(?:unit|cue|no):/u.test(tag)) &&
  tags.some(({ tag, end }) => ASSESSED.includes(tag.slice(5)) && /^n[àa]o$/u.test(words[end] ?? ""));

/** "loại nào chưa đạt 90%": we know the types; only the single units have no names. */
function asksWhichType({ tags, words }: Reading): boolean {
  const units = tags.filter(({ tag }) => tag.startsWith("unit:"));
  return units.some(
    ({ tag, at, end }) =>
      /^unit:(?:any|all)$/u.test(tag) && words.slice(at, end).some((word) => /^lo[aạ]i$/u.test(word)),
  );
}

/** "liệt kê tỷ lệ các loại": the types are known; only "nào" asks which of them. */
const asksToList = ({ tags, words }: Reading): boolean =>
  tags.some(({ tag }) => tag === "cue:ratio" || tag === "cue:quantity") &&
  !words.some((word) => /^n[àa]o$/u.test(word));

/** "còn lại?" after a part of something, or beside one: the rest of it. */
const asksRest = (
  { words, indicators }: Reading,
  concepts: ReadonlySet<string>,
  thread: FigureThread | undefined,
): boolean =>
  indicators.spokenOf(concepts).some((id) => indicators.get(id).outOf !== undefined) ||
  ((thread?.query.operation === "figure" || thread?.query.operation === "total") &&
    words.length <= SHORT_REST &&
    !concepts.has("unit"));
const SHORT_REST = 5;

/** "cho xin số liệu năm 2022": asks for figures without saying which. */
export function asksForEverything({ reading, tags }: Parts): boolean {
  const onlyRatio =
    tags.has("cue:ratio") &&
    reading.tags.every(({ tag }) => tag.startsWith("cue:")) &&
    reading.unknown.every((word) => /^(?:là|la|ạ|a|của|cua|ở|o)$/u.test(word)) &&
    reading.numbers.length === 0 &&
    (reading.places.length + reading.periods.hits.length > 0 || tags.has("cue:quantity"));
  if (onlyRatio) return true;
  const known = reading.tags.every((tag) => /^(?:cue|no:society|is:standard)/.test(tag.tag));
  return (
    known &&
    tags.has("cue:quantity") &&
    /(?:số|so) (?:liệu|lieu)|(?:con|các) (?:số|so)(?: |$)|(?:^| )sl(?: |$)|(?:thống|thong) (?:kê|ke)/u.test(
      reading.words.join(" "),
    ) &&
    reading.unknown.filter((word) => !isLittle(word)).length <= 1
  );
}
