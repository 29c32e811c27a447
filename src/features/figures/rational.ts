/** Exact fractions of integers. Figures are added, compared and divided as these; rounding is for display only. */
export interface Rational {
  readonly num: bigint;
  /** Always positive. */
  readonly den: bigint;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

export const ZERO: Rational = { num: 0n, den: 1n };
export const HUNDRED: Rational = { num: 100n, den: 1n };

/** The fraction num/den in lowest terms. Throws RangeError for a zero denominator. */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  const n = BigInt(num);
  const d = BigInt(den);
  if (d === 0n) throw new RangeError("denominator is zero");
  const sign = d < 0n ? -1n : 1n;
  const divisor = gcd(n < 0n ? -n : n, d * sign) || 1n;
  return { num: (n * sign) / divisor, den: (d * sign) / divisor };
}

/**
 * Reads a decimal as a CSV has it. Throws RangeError for anything else.
 * @example parseRational("96.28") // { num: 2407n, den: 25n }
 */
export function parseRational(text: string): Rational {
  const match = DECIMAL.exec(text);
  if (match === null) throw new RangeError(`not a decimal number: ${text}`);
  const [, sign, whole = "0", fraction = ""] = match;
  const num = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  return rational(num, 10n ** BigInt(fraction.length));
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
