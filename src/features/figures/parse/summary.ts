import { fold } from "../../../language/fold.ts";
import type { FigureQuery } from "../figure-query.ts";
import type { FigureThread } from "../figure-thread.ts";
import { STANDARD, UNITS } from "../indicators.ts";
import { HOME } from "../places.ts";
import { ASSESSED } from "../units.ts";
import { dated } from "./asked-together.ts";
import type { Reading } from "./figure-reading.ts";
import type { FigureRequest } from "./figure-request.ts";
import { isOfMerger, STANDARD_CONCEPTS } from "./named-indicators.ts";
import { isLittle } from "./named-spans.ts";
import { readUnits } from "./parts.ts";
import { sideBySide } from "./side-by-side.ts";
import { DIGITS } from "./spelled-numbers.ts";
import WORDS from "./summary-words.json" with { type: "json" };

const any = (words: readonly string[]) => new RegExp(`(?:^| )(?:${words.map(fold).join("|")})(?: |$)`, "u");
const ASKS = any(WORDS.asks);
const SHORT = any(WORDS.short);
const ASKING = new Set(
  [...WORDS.asks, ...WORDS.writes, ...WORDS.written]
    .flatMap((phrase) => [phrase, fold(phrase)])
    .flatMap((phrase) => phrase.split(" ")),
);
const WHOLE = any(WORDS.whole);
const NOT = any(WORDS.not);
const { tu: _, khong: __, ...NUMBERS } = DIGITS;
const COUNTED = new RegExp(
  `(?:^| )(\\d{1,2}|${Object.keys(NUMBERS).join("|")}) (?:${WORDS.counted.map(fold).join("|")})(?: |$)`,
  "u",
);
/** "hỏi 2 ý", "ba câu hỏi" count questions, and no lines of an answer. */
const ASKS_SEVERAL = /(?:^| )hoi (?:\d{1,2}|mot|hai|ba|bon) | cau hoi(?: |$)/u;
const SHORTEST = 2;
const WRITES = any(WORDS.writes);
/** "cách viết báo cáo" asks how. */
const NEVER = any(WORDS.not.filter((phrase) => phrase !== "viết" && phrase !== "làm"));
/** So few words besides name nothing else: "viết hai câu cho anh đọc trước hội nghị". */
const MOST_UNREAD = 1;
const MOST_INDICATORS = 8;
const PLAIN_QUERY = {
  operation: "figure",
  paired: false,
  together: true,
  notMet: false,
  wants: "any",
  claims: [],
} satisfies Partial<FigureQuery>;
type Summary = Extract<FigureRequest, { kind: "summary" }>;

/** What is asked for in sentences: everything of a period, what is named, or what was told before; null where nothing is. */
export const readSummary = (reading: Reading, thread: FigureThread | undefined): Summary | null =>
  readWhole(reading) ?? readText(reading, thread);

/** "viết giúp đoạn ngắn về …", "mấy dòng về phát động, mô hình", "viết gọn lại" after answers. */
function readText(reading: Reading, thread: FigureThread | undefined): Summary | null {
  const { tags, periods, words, documents, indicators, places } = reading;
  const said = fold(words.join(" "));
  const isForbidden = tags.some(({ tag }) => tag === "ask:fabricate" || tag === "ask:forecast");
  const isText = WRITES.test(said) || (COUNTED.test(said) && !ASKS_SEVERAL.test(said));
  if (!isText || NEVER.test(said) || documents.length > 0 || isForbidden) return null;
  const concepts = new Set(tags.flatMap(({ tag }) => (tag.startsWith("is:") ? [tag.slice(3)] : [])));
  const unitTypes = readUnits(reading).filter((unit) => ASSESSED.includes(unit));
  const ofStandard = unitTypes.length > 0 || STANDARD_CONCEPTS.some((concept) => concepts.has(concept));
  const all = { reading, operation: "figure" as const, tags: new Set(tags.map(({ tag }) => tag)) };
  const named = sideBySide(all, indicators.spokenOf(concepts)).flatMap((id) => {
    const { group } = indicators.get(id);
    const members = group === undefined ? [] : indicators.ofGroup(group);
    return members[0] === id ? members : [id];
  });
  const isMerged = periods.hits.some(({ period }) => isOfMerger(period));
  const counts = !STANDARD_CONCEPTS.some((concept) => concepts.has(concept)) && isMerged;
  const own = [...(ofStandard ? [counts ? UNITS : STANDARD] : []), ...named];
  const before = thread === undefined ? [] : [...thread.shown, dated(thread.query, thread.told)];
  const length = lengthOf(said, reading);
  const hits = periods.hits.map(({ period }) => period);
  // "3 câu số liệu phong trào 2022": nothing single is named, so all of the year.
  const isOfYear = own.length === 0 && hits.length > 0 && before.length === 0;
  if (isOfYear && !ASKS.test(said) && !tags.some(({ tag }) => tag === "cue:quantity")) return null;
  if (own.length === 0 && !isOfYear && (before.length === 0 || length.unread > MOST_UNREAD)) return null;
  const last = before.at(-1);
  const place = places[0]?.place ?? last?.places[0] ?? HOME;
  if (isOfYear) return { ...length, periods: hits, place };
  const query: FigureQuery = {
    ...PLAIN_QUERY,
    indicators: own.slice(0, MOST_INDICATORS),
    unitTypes: named.length > 0 ? [] : unitTypes,
    periods: hits.length > 0 ? hits : (last?.periods ?? []),
    places: [place],
  };
  return {
    ...length,
    periods: query.periods,
    place,
    asked: own.length > 0 ? [query] : before,
  };
}

/**
 * "tóm tắt năm 2022 cho tôi đọc": everything of a period, where no single thing is named; null otherwise.
 * @example "báo cáo nhanh kết quả phong trào 2022, 3 câu" // the year 2022 in three sentences
 */
function readWhole(reading: Reading): Summary | null {
  const { tags, periods, words, documents, indicators, places } = reading;
  const said = fold(words.join(" "));
  if (periods.hits.length === 0 || documents.length > 0 || !ASKS.test(said) || NOT.test(said)) return null;
  const concepts = new Set(tags.flatMap(({ tag }) => (tag.startsWith("is:") ? [tag.slice(3)] : [])));
  const names =
    indicators.spokenOf(concepts).length > 0 ||
    STANDARD_CONCEPTS.some((concept) => concepts.has(concept)) ||
    tags.some(({ tag }) => tag.startsWith("unit:") && !/all|any/u.test(tag));
  if (names || tags.some(({ tag }) => tag === "ask:fabricate" || tag === "ask:forecast")) return null;
  return {
    ...lengthOf(said, reading),
    periods: periods.hits.map(({ period }) => period),
    place: places[0]?.place ?? HOME,
  };
}

/** How much of it is wanted. */
function lengthOf(said: string, { unknown }: Reading): Omit<Summary, "periods" | "place" | "asked"> {
  const counted = COUNTED.exec(said)?.[1];
  return {
    kind: "summary",
    unread: new Set(unknown.filter((word) => !ASKING.has(word) && !isLittle(word))).size,
    isWhole: WHOLE.test(said),
    sentences:
      counted !== undefined ? (NUMBERS[counted] ?? Number(counted)) : SHORT.test(said) ? SHORTEST : undefined,
  };
}
