import type { FigureQuery, Operation } from "../figure-query.ts";
import type { Parts } from "./parts.ts";

const OF_ONE_KIND: readonly Operation[] = ["figure", "total", "shortfall", "needed", "names"];
const ALL_OF_THEM =
  /(?:^| )(?:các|cac|tất cả|tat ca|cả tỉnh|ca tinh|toàn tỉnh|toan tinh|toàn bộ|toan bo|mọi|moi)(?: |$)/u;

/** "loại đó", "đơn vị này": what the answer before singled out. */
export function pointsAt({ reading: { tags, words } }: Parts): boolean {
  return tags.some(
    ({ tag, end }) => tag.startsWith("unit:") && /^(?:đó|do|này|nay|ấy|ay|trên)$/u.test(words[end] ?? ""),
  );
}

/** "còn mấy đơn vị nữa" after one kind of unit was asked for: units of that kind, not of all seven. */
export function meansTheSame(parts: Parts, before: FigureQuery | undefined): boolean {
  const { units, reading, operation, thread } = parts;
  if (before === undefined || units.length !== 1 || units[0] !== "any") return false;
  if (pointsAt(parts)) return before.unitTypes.length > 0 || thread?.singled !== undefined;
  const plain = reading.tags.some(
    ({ tag, at, end }) =>
      tag === "unit:any" && /^đơn vị$|^don vi$/u.test(reading.words.slice(at, end).join(" ")),
  );
  return (
    plain &&
    before.unitTypes.length > 0 &&
    OF_ONE_KIND.includes(operation) &&
    !ALL_OF_THEM.test(reading.words.join(" "))
  );
}

/** "phường thấp hơn bao nhiêu" after a share: of shares, unless a count is named. */
export function comparesShares(
  { reading }: Parts,
  operation: Operation,
  before: FigureQuery | undefined,
): boolean {
  const counts = reading.tags.some(
    ({ tag, at }) =>
      tag.startsWith("unit:") && /^(?:nhiêu|nhieu|mấy|may|số)$/u.test(reading.words[at - 1] ?? ""),
  );
  return (operation === "difference" || operation === "times") && before?.wants === "rate" && !counts;
}
