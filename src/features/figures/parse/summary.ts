import { fold } from "../../../language/fold.ts";
import { HOME } from "../places.ts";
import type { Reading } from "./figure-reading.ts";
import type { FigureRequest } from "./figure-request.ts";
import { isLittle } from "./named-spans.ts";
import WORDS from "./summary-words.json" with { type: "json" };

const any = (words: readonly string[]) => new RegExp(`(?:^| )(?:${words.map(fold).join("|")})(?: |$)`, "u");
const ASKS = any(WORDS.asks);
const SHORT = any(WORDS.short);
const ASKING = new Set(WORDS.asks.flatMap((phrase) => fold(phrase).split(" ")));
const WHOLE = any(WORDS.whole);
const NOT = any(WORDS.not);
const COUNTED = new RegExp(`(?:^| )(\\d{1,2}) (?:${WORDS.counted.map(fold).join("|")})(?: |$)`, "u");
const SHORTEST = 2;

/**
 * "tóm tắt năm 2022 cho tôi đọc": everything of a period, where no single thing is named; null otherwise.
 * @example "báo cáo nhanh kết quả phong trào 2022, 3 câu" // the year 2022 in three sentences
 */
export function readSummary(reading: Reading): FigureRequest | null {
  const { tags, periods, words, documents, indicators, places } = reading;
  const said = fold(words.join(" "));
  if (periods.hits.length === 0 || documents.length > 0 || !ASKS.test(said) || NOT.test(said)) return null;
  const concepts = new Set(tags.flatMap(({ tag }) => (tag.startsWith("is:") ? [tag.slice(3)] : [])));
  const names =
    indicators.spokenOf(concepts).length > 0 ||
    ["met", "notMet", "standard", "assessed"].some((concept) => concepts.has(concept)) ||
    tags.some(({ tag }) => tag.startsWith("unit:") && !/all|any/u.test(tag));
  if (names || tags.some(({ tag }) => tag === "ask:fabricate" || tag === "ask:forecast")) return null;
  const counted = COUNTED.exec(said)?.[1];
  return {
    kind: "summary",
    periods: periods.hits.map(({ period }) => period),
    place: places[0]?.place ?? HOME,
    unread: reading.unknown.filter((word) => !ASKING.has(fold(word)) && !isLittle(word)).length,
    isWhole: WHOLE.test(said),
    sentences: counted !== undefined ? Number(counted) : SHORT.test(said) ? SHORTEST : undefined,
  };
}
