import { roundHalfUp } from "./arithmetic.ts";
import type { Approximation } from "./fact.ts";
import type { Rational } from "./rational.ts";

/** The one place that writes numbers the Vietnamese way: dot for thousands, comma for decimals. */

const DISPLAY_PLACES = 2;
const MAX_EXACT_PLACES = 6;

const APPROXIMATE: Readonly<Record<Approximation, string>> = {
  ">": "trên",
  "~": "khoảng",
  "<~": "gần",
  ">=": "ít nhất",
  "?": "không nêu số",
};

/**
 * A number in Vietnamese form; an infinite decimal is rounded to two decimals.
 * @example formatNumber(rational(1686)) // "1.686"
 */
export function formatNumber(value: Rational): string {
  for (let places = 0; places <= MAX_EXACT_PLACES; places++) {
    if ((value.num * 10n ** BigInt(places)) % value.den === 0n) return withPlaces(value, places);
  }
  return withPlaces(value, DISPLAY_PLACES);
}

/**
 * A percentage in Vietnamese form: at most two decimals, no trailing zeros.
 * @example formatPercent(percent(rational(1686), rational(1727))) // "97,63%"
 */
export function formatPercent(value: Rational): string {
  return `${formatRounded(value)}%`;
}

/** At most two decimals: for points, times and changes. */
export function formatRounded(value: Rational): string {
  return withPlaces(value, DISPLAY_PLACES)
    .replace(/,00$/u, "")
    .replace(/(,\d)0$/u, "$1");
}

/** "1.686/1.727". */
export function formatRatio(part: Rational, whole: Rational): string {
  return `${formatNumber(part)}/${formatNumber(whole)}`;
}

/** "trên 4.300", "gần 124.000"; exact numbers stay as they are. */
export function formatApproximate(value: Rational, approx: Approximation | undefined): string {
  return approx === undefined ? formatNumber(value) : `${APPROXIMATE[approx]} ${formatNumber(value)}`;
}

/** With exactly so many decimals. */
export const formatPlaces = (value: Rational, places: number): string => withPlaces(value, places);

function withPlaces(value: Rational, places: number): string {
  const scaled = roundHalfUp(value, places);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/gu, ".");
  const fraction = places === 0 ? "" : `,${digits.slice(-places)}`;
  return `${scaled < 0n ? "−" : ""}${whole}${fraction}`;
}
