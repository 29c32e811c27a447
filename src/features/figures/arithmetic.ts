import { HUNDRED, type Rational, rational } from "./rational.ts";

export function add(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}

/** a ÷ b. Throws RangeError when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num);
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** part ÷ whole × 100, in percent. Throws RangeError when whole is zero. */
export function percent(part: Rational, whole: Rational): Rational {
  return multiply(divide(part, whole), HUNDRED);
}

/** The change from `from` to `to`, in percent of `from`. Throws RangeError when `from` is zero. */
export function percentChange(from: Rational, to: Rational): Rational {
  return percent(subtract(to, from), from);
}

export function isZero(a: Rational): boolean {
  return a.num === 0n;
}

export function absolute(a: Rational): Rational {
  return a.num < 0n ? { num: -a.num, den: a.den } : a;
}

/** The smallest integer not below a. */
export function ceiling(a: Rational): bigint {
  const quotient = a.num / a.den;
  return a.num > 0n && a.num % a.den !== 0n ? quotient + 1n : quotient;
}

/** `a` in units of 10^-places, rounded half away from zero, as schools and newspapers do. */
export function roundHalfUp(a: Rational, places: number): bigint {
  const scaled = (a.num < 0n ? -a.num : a.num) * 10n ** BigInt(places);
  const rounded = (2n * scaled + a.den) / (2n * a.den);
  return a.num < 0n ? -rounded : rounded;
}
