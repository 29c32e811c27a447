import { compare, isZero, percent, subtract } from "../figures/arithmetic.ts";
import { nameOf } from "../figures/describe.ts";
import type { Fact } from "../figures/fact.ts";
import { measureFact } from "../figures/measure.ts";
import { formatApproximate, formatNumber, formatPercent, formatRatio } from "../figures/numbers.ts";
import { HOME } from "../figures/places.ts";
import { parseRational, type Rational } from "../figures/rational.ts";

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)}…` : words);

/** What a figure is about: "Xã đạt chuẩn, năm 2022", with the place where it isn't the province. */
export function aboutOf(fact: Fact): string {
  const place = fact.area === HOME.area ? "" : `${fact.area}, `;
  return short(`${place}${nameOf(measureFact(fact, "exact"))}, ${fact.period}`);
}

/** "173/181 xã (95,58%)", "66 mô hình". */
export function numbersOf(fact: Fact): string {
  const { numerator, denominator, value, approx } = fact;
  const unit = short(fact.unit);
  if (numerator !== undefined && denominator !== undefined)
    return `${formatRatio(parseRational(numerator), parseRational(denominator))} ${unit}`;
  const number = numerator ?? value;
  if (number === undefined) return "không nêu số";
  const written = formatApproximate(parseRational(number), approx);
  return unit === "%" ? `${written}%` : `${written} ${unit}`;
}

const countOf = ({ numerator, value }: Fact): Rational | undefined =>
  (numerator ?? value) === undefined ? undefined : parseRational(numerator ?? value ?? "");

export const shareOfFact = ({ numerator, denominator }: Fact): Rational | undefined =>
  numerator === undefined || denominator === undefined
    ? undefined
    : percent(parseRational(numerator), parseRational(denominator));

/** How far a number jumped: " (+1; 95,58% → 96,13%)"; "" where it stayed. */
export function jumpOf(before: Fact, after: Fact): string {
  const [was, is] = [countOf(before), countOf(after)];
  const by = was === undefined || is === undefined ? undefined : subtract(is, was);
  const [old, now] = [shareOfFact(before), shareOfFact(after)];
  const parts = [
    ...(by === undefined || isZero(by) ? [] : [`${by.num > 0n ? "+" : ""}${formatNumber(by)}`]),
    ...(old === undefined || now === undefined || compare(old, now) === 0
      ? []
      : [`${formatPercent(old)} → ${formatPercent(now)}`]),
  ];
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

/** The share of a new figure: " (95,58%)". */
export function shareBehind(fact: Fact): string {
  const share = shareOfFact(fact);
  return share === undefined ? "" : ` (${formatPercent(share)})`;
}
