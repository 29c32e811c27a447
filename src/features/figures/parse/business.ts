import { fold } from "../../../language/fold.ts";
import { STANDARD } from "../indicators.ts";
import { namesGoal, readChoice } from "./choice.ts";
import type { Reading } from "./figure-reading.ts";
import { isLittle } from "./named-spans.ts";

const HOW_MANY = /^(?:bao|mấy|may|nhiêu|nhieu)$/u;
/** Words after "bao nhiêu" that are no indicator: classifiers, besides the words that narrow nothing. */
const COUNTABLE = new Set(
  "truong cuoc chiec tin to luot nhom dot diem qqpct cuon su thanh tap hoat lan chu dat ha het tat hay ke moi le muc".split(
    " ",
  ),
);

/** "thôn tôi", "trường em": a person's own unit has no statistic. */
const OWNER = /^(?:tôi|toi|em|mình|minh|cháu|chau|nhà|tui|bọn|chúng)$/u;

/** True for questions that only look like one for a figure: rules, fines, telephone numbers, the person's own unit. */
export function isOtherBusiness(reading: Reading, tags: ReadonlySet<string>): boolean {
  if (choosesTypes(reading, tags)) return false;
  const mine = reading.tags.some(
    ({ tag, end }) =>
      tag.startsWith("unit:") && !reading.breaks.includes(end) && OWNER.test(reading.words[end] ?? ""),
  );
  if ((mine || tags.has("no:mine")) && reading.periods.hits.length === 0) return true;
  const isUndated = reading.periods.hits.length === 0;
  if (tags.has("no:kinds") && isUndated && !tags.has("op:except")) return true;
  const { always, inPlace, inPeriod } = reading.indicators.despiteVeto;
  const speaksOf = (concepts: readonly string[]) => concepts.some((concept) => tags.has(`is:${concept}`));
  const excused =
    tags.has("op:times") ||
    tags.has("op:needed") ||
    tags.has("cue:suppose") ||
    // "bình quân một tháng năm 2022 mấy vụ" reads "tháng mấy".
    (tags.has("op:average") && !isUndated) ||
    (reading.periods.hits.length > 0 && namesGoal(reading)) ||
    (reading.periods.hits.length > 0 &&
      (tags.has("op:except") || ((tags.has("op:sum") || tags.has("op:add")) && tags.has("unit:all")))) ||
    (tags.has("op:names") && tags.has("is:notMet")) ||
    speaksOf(always) ||
    (speaksOf(inPlace) && reading.places.length > 0) ||
    (speaksOf(inPeriod) && reading.periods.hits.length > 0);
  return tags.has("no:question") && !excused;
}

/** "hai loại thấp nhất năm 2022 là gì", "mấy loại dưới 98%": some of the types are asked for, of a period or by their shares. */
const choosesTypes = (reading: Reading, tags: ReadonlySet<string>): boolean =>
  [readChoice(reading, tags.has("cue:verify"))].some(
    (choice) => choice !== undefined && (reading.periods.hits.length > 0 || choice.of === "share"),
  );

/** "kinh phí năm 2022 mấy tỷ": what no source here counts, in the person's words; "" where there is none. */
function uncountedThing({ tags, words, periods, indicators }: Reading): string {
  const concepts = new Set(tags.flatMap(({ tag }) => (tag.startsWith("is:") ? [tag.slice(3)] : [])));
  const named = tags.find(({ tag }) => tag === "no:figure");
  const asks = tags.some(({ tag }) => tag === "cue:quantity" || tag === "cue:ratio");
  return named !== undefined && asks && periods.hits.length > 0 && indicators.spokenOf(concepts).length === 0
    ? words.slice(named.at, named.end).join(" ")
    : "";
}

/**
 * "bao nhiêu bệnh viện đạt chuẩn năm 2022", "hợp tác xã nào đạt": the words for what is counted, of which the standard has no
 * figures; "" where a known type is named, or none.
 */
export function strangeType(reading: Reading): string {
  const { tags, words, unknown, periods, indicators } = reading;
  const uncounted = uncountedThing(reading);
  if (uncounted !== "") return uncounted;
  const concepts = new Set(tags.flatMap(({ tag }) => (tag.startsWith("is:") ? [tag.slice(3)] : [])));
  const types = tags.some(({ tag }) => tag.startsWith("unit:"));
  const reached = tags.find(({ tag }) => tag === "is:met" || tag === "is:notMet");
  const others = indicators.spokenOf(concepts).some((id) => id !== STANDARD);
  if (types || others || reached === undefined || periods.hits.length === 0 || concepts.has("excluded"))
    return "";
  const named = (i: number) => tags.some(({ tag, at, end }) => tag === "no:type" && at <= i && i < end);
  const isOpen = (i: number) => named(i) || unknown.includes(words[i] ?? "");
  const isStrange = (i: number) => named(i) || (isOpen(i) && !isLittle(words[i] ?? ""));
  const asked = tags.find(({ tag, at }) => /^cue:(?:quantity|which)$/u.test(tag) && at < reached.at);
  const isNext = !reading.periodAt.includes(reached.at);
  const beside = [
    asked?.tag === "cue:quantity" ? asked.end : (asked?.at ?? 0) - 1,
    ...(isNext ? [reached.at - 1] : []),
  ];
  const at = beside.find(isStrange);
  if (at === undefined) return "";
  let [from, to] = [at, at];
  while (isStrange(from - 1)) from--;
  while (isOpen(to + 1)) to++;
  while (!isStrange(to)) to--;
  return words.slice(from, to + 1).join(" ");
}

/** "bao nhiêu công an viên", "mấy bước": true where the figures don't count that thing. */
export function countsSomethingElse(reading: Reading): boolean {
  const { tags, words, indicators, breaks } = reading;
  if (choosesTypes(reading, new Set(tags.map(({ tag }) => tag)))) return false;
  const isUnit = (from: number) => {
    const rest = `${fold(words.slice(from).join(" "))} `;
    return indicators.all.some(({ unit }) => unit !== undefined && rest.startsWith(`${fold(unit)} `));
  };
  const asked = tags.filter(({ tag, at }) => tag === "cue:quantity" && HOW_MANY.test(words[at] ?? ""));
  const counted = asked.map(({ end }) => end).filter((at) => at < words.length && !breaks.includes(at));
  return (
    counted.length > 0 &&
    counted.every((at) => {
      const word = words[at] as string;
      const known = tags.some((tag) => tag.at <= at && tag.end > at && !tag.tag.startsWith("no:"));
      return !known && !COUNTABLE.has(fold(word)) && !isLittle(word) && !isUnit(at) && !/\d/u.test(word);
    })
  );
}
