import { type FigureQuery, type Operation, ranks } from "../figure-query.ts";
import { type Reading, sharesIn } from "./figure-reading.ts";

/** "để đạt 98%": the target share; a follow-up keeps the previous one. */
export function goalOf(
  operation: Operation,
  reading: Reading,
  before: FigureQuery | undefined,
): { goal?: string } {
  if (operation !== "needed") return {};
  const goal = sharesIn(reading).find((value) => Number(value) > 0 && Number(value) <= 100);
  if (goal !== undefined) return Number(goal) === 100 ? {} : { goal };
  return before?.operation === "needed" && before.goal !== undefined ? { goal: before.goal } : {};
}

/** "còn thiếu mấy mới đủ 200": the count to be reached. */
export function goalCountOf(operation: Operation, { numbers, words }: Reading): { goalCount?: string } {
  if (operation !== "needed") return {};
  const said = numbers.find(
    ({ at, value, share, under }) =>
      !share &&
      !under &&
      /^\d+$/u.test(value) &&
      words.slice(Math.max(0, at - 2), at).some((word) => ENOUGH.test(word)),
  );
  return said === undefined ? {} : { goalCount: said.value };
}
const ENOUGH = /^(?:đủ|du|tròn|tron|đến|den|tới|toi|thành|thanh|bằng|bang)$/u;

/** Whether a share or a count is asked for; a plain follow-up to a share asks for a share. */
export function readWants(
  tags: ReadonlySet<string>,
  operation: Operation,
  reading: Reading,
  before: FigureQuery | undefined,
): FigureQuery["wants"] {
  const { words } = reading;
  // "xếp từ ít đến nhiều"
  const isByCount = reading.tags.some(
    ({ tag, at, end }) =>
      /^op:(?:lowest|ranking)$/u.test(tag) &&
      end - at > 2 &&
      words.slice(at, end).some((word) => /^(?:ít|it|nhiều|nhieu)$/u.test(word)),
  );
  if (isByCount) return "count";
  if (tags.has("no:ratio") || (ranks(operation) && (tags.has("cue:count") || hasMany(reading))))
    return "count";
  if (tags.has("cue:ratio") || tags.has("cue:points") || tags.has("no:count")) return "rate";
  if (
    /(?:nhiều|nhieu|ít|it)(?: [^ ]+){0,5} (?:nhất|nhat)|(?:nhiều|nhieu|ít|it)(?: [^ ]+){0,4} (?:hơn|hon)|(?:theo|về|ve) (?:số|so) (?!liệu|lieu)/u.test(
      words.join(" "),
    )
  )
    return "count";
  if (tags.has("cue:quantity") && !ranks(operation)) return "count";
  return operation === "figure" && before?.operation === "figure" && before.wants === "rate" ? "rate" : "any";
}

/** "loại nào còn nhiều đơn vị chưa đạt": many units are meant, not a large share. */
const hasMany = ({ tags, words }: Reading): boolean =>
  tags.some(
    ({ tag, at }) =>
      tag.startsWith("unit:") &&
      /^(?:nhiều|nhieu|ít|it)$/u.test(words[at - 1] ?? "") &&
      words[at - 2] !== "bao",
  );

const PARTS_OF_TIME: readonly (readonly [RegExp, FigureQuery["per"]])[] = [
  [/^n[ăa]m$/u, "year"],
  [/^qu[ýyíi]$/u, "quarter"],
  [/^th[áa]ng$/u, "month"],
  [/^tu[ầa]n$/u, "week"],
  [/^ng[àa]y$/u, "day"],
];

/** "bình quân mỗi tháng": the part of the period for which an average is wanted. */
export function perOf({ words, tags }: Reading, operation: Operation): Pick<FigureQuery, "per"> {
  if (operation !== "average") return {};
  const said = words.findIndex(
    (word, i) =>
      (/^(?:mỗi|moi|một|mot|từng|hằng|hàng|hang)$/u.test(word) ||
        tags.some(({ tag, end }) => tag === "op:average" && end === i + 1)) &&
      PARTS_OF_TIME.some(([name]) => name.test(words[i + 1] ?? "")),
  );
  const per = PARTS_OF_TIME.find(([name]) => name.test(words[said + 1] ?? ""))?.[1];
  return said < 0 || per === undefined ? {} : { per };
}

/** "loại đứng cuối còn mấy đơn vị chưa đạt": last of those that reached it. */
export const standsAtEnd = ({ tags, words }: Reading): boolean =>
  tags.some(
    ({ tag, at }) =>
      /^op:(?:lowest|highest)$/u.test(tag) &&
      /^(?:đứng|dung|cuối|cuoi|đầu|dau|dẫn|dan)$/u.test(words[at] ?? ""),
  );

/** "chưa đạt 100%": the words belong to the number. */
export const isBoundWord = ({ tags, numbers }: Reading): boolean =>
  tags.some(
    ({ tag, end }) =>
      tag === "is:notMet" &&
      numbers.some(({ at }) => at === end) &&
      !tags.some((next) => next.tag === "unit:all" && next.at === end),
  );

/** "loại nào giảm nhiều nhất": the lowest change of all. */
export const fellMost = ({ words }: Reading): boolean =>
  words.some((word) => /^(?:giảm|giam)$/u.test(word)) && !words.some((word) => /^(?:tăng|tang)$/u.test(word));

/** "loại nào chưa đạt dưới 10 đơn vị": those that failed are counted. */
export const asksWhoFailed = ({ tags, words }: Reading): boolean =>
  tags.some(
    ({ tag, at, end }) =>
      tag === "op:names" &&
      words.slice(at, end).some((word) => /^(?:chưa|chua|không|khong|trượt)$/u.test(word)),
  );

/** True where those that failed were asked for before. */
export function wasMissing(before: FigureQuery | undefined): boolean {
  return before !== undefined && (before.notMet || before.operation === "shortfall");
}
