import { displayDate, localDay } from "../../language/dates.ts";
import { fold } from "../../language/fold.ts";
import { readUtterance } from "../../language/utterance.ts";
import type { Fact } from "../figures/fact.ts";
import { indicatorOf } from "../figures/indicators.ts";
import { measureCells } from "../figures/measure.ts";
import { readQuestion } from "../figures/parse/figure-reading.ts";
import { understand } from "../figures/parse/understand.ts";
import { completed } from "./office/complete.ts";
import { readOfficeNumber } from "./office/office-number.ts";
import { CORRECTION } from "./template-wording.ts";

const WISH =
  /^\s*(?:hãy |xin |cho (?:tôi |em )?)?(?:sửa|sua|cập nhật|cap nhat|đính chính|dinh chinh|chỉnh|chinh|đổi|doi)(?: lại| lai)?(?: số liệu| so lieu| số| so)?\s+(.+?)\s*(?:thành|thanh|là|la|bằng|bang|:|=|→|->)\s*([\d.,\s]+?)(?:\s*\/\s*([\d.,\s]+?))?(?:\s+\p{L}[\p{L}\s]*)?[.!]?\s*$/iu;
/** "cập nhật số liệu 2023: xã đạt 175/181": the number stands behind what it counts. */
const BEHIND =
  /^\s*(?:sửa|sua|cập nhật|cap nhat|đính chính|dinh chinh)(?: lại| lai)?(?: số liệu| so lieu| số| so)\s+(.+?)\s+(\d[\d.,]*)\s*\/\s*(\d[\d.,]*)[.!]?\s*$/iu;

const SAYS_NUMBER = /^\s*\S+(?:\s+lại|\s+lai)?\s+(?:số|so)(?:\s|$)/iu;

/** A wish to correct a stored figure, as far as it was understood. */
export type Correction =
  | { readonly kind: "change"; readonly before: Fact | null; readonly after: Fact }
  /** A figure is meant, but not which. */
  | { readonly kind: "unclear" }
  /** Something else is to be changed. */
  | { readonly kind: "other" };

/** True for a message that wants a stored figure to be another. */
export const asksCorrection = (text: string): boolean => WISH.test(text) || BEHIND.test(text);

/**
 * "sửa số xã đạt 2022 thành 174": the stored figure with the new number, whose source is then the correction itself.
 * Unclear where not exactly one figure is meant.
 */
export function readCorrection(text: string, facts: readonly Fact[], now: number): Correction {
  const [, what = "", first = "", second] = WISH.exec(text) ?? BEHIND.exec(text) ?? [];
  const reading = readQuestion(readUtterance(what.replace(/[:;,]+/gu, " ")), now);
  const request = understand(reading, { now, forced: true, thread: undefined });
  const [count, whole] = [first, second].map((raw) =>
    raw === undefined ? undefined : readOfficeNumber(raw, undefined, true).value,
  );
  const isFigure = request !== null || SAYS_NUMBER.test(text);
  if (!isFigure) return { kind: "other" };
  if (request?.kind !== "query" || count === undefined || reading.periods.hits.length !== 1)
    return { kind: "unclear" };
  const { query } = request;
  const cells = measureCells({ ...query, operation: "figure", notMet: false, claims: [] }, facts);
  const exact = cells.flatMap(({ measures }) => measures).filter(({ fit }) => fit === "exact");
  const [only, ...others] = exact.flatMap(({ facts: own }) => own);
  const [indicator, place, period] = [query.indicators[0], query.places[0], query.periods[0]];
  if (
    others.length > 0 ||
    query.notMet ||
    indicator === undefined ||
    place === undefined ||
    period === undefined
  )
    return { kind: "unclear" };
  const byUnit = indicatorOf(indicator).byUnit === true;
  if (byUnit && query.unitTypes.length !== 1) return { kind: "unclear" };
  const isAll = /(?:^| )(?:tong so|duoc xet)(?: |$)/u.test(fold(what)) && second === undefined;
  const said =
    only?.value !== undefined || !byUnit
      ? { value: count }
      : isAll
        ? { denominator: count, numerator: only?.numerator }
        : { numerator: count, denominator: whole ?? only?.denominator };
  const source = CORRECTION.source(displayDate(localDay(now)));
  const figure = {
    where: "",
    line: 0,
    place,
    indicator: only?.indicator ?? indicator,
    period,
    unitType: only?.unitType ?? query.unitTypes[0],
    detail: only?.detail,
    ...said,
  };
  const after = completed(figure, facts, { source, now }) as Fact;
  return { kind: "change", before: only ?? null, after };
}
