/**
 * One examination question: what a person writes, one message after another, and what the last answer must and must
 * not hold. `holds` empty: the message is none of the figures' business and is left alone.
 */
export interface Item {
  readonly asks: readonly string[];
  readonly holds: readonly string[];
  readonly never: readonly string[];
}

/** A question that must be answered with these words and numbers. */
export function item(
  asks: string | readonly string[],
  holds: readonly string[],
  never: readonly string[] = [],
): Item {
  return { asks: typeof asks === "string" ? [asks] : asks, holds, never };
}

/** A message that is for someone else. */
export const alone = (asks: string | readonly string[]): Item => item(asks, []);

/** Vietnamese number form, made apart from the code under examination. */
export function num(value: number): string {
  const [whole = "", part = ""] = String(Number(value.toFixed(2))).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ".");
  return part === "" ? grouped : `${grouped},${part}`;
}

/** "173/181 (95,58%)" */
export const of = (part: number, whole: number): string =>
  `${num(part)}/${num(whole)} (${num((part / whole) * 100)}%)`;

/** The share alone: "95,58%" */
export const share = (part: number, whole: number): string => `${num((part / whole) * 100)}%`;

/** Percentage points between two shares: "21,12 điểm phần trăm" */
export const points = (a: readonly [number, number], b: readonly [number, number]): string =>
  `${num(Math.abs((a[0] / a[1] - b[0] / b[1]) * 100))} điểm phần trăm`;

/** How many more are needed for a share of `percent`. */
export const toReach = ([part, whole]: readonly [number, number], percent: number): number =>
  Math.max(0, Math.ceil((whole * percent) / 100 - 1e-9) - part);

/** Year 2022 in the province, as the conference of 08/02/2023 told it: reached, assessed. */
export const KDC = [1686, 1727] as const;
export const XA = [173, 181] as const;
export const PHUONG = [4, 5] as const;
export const TT = [14, 14] as const;
export const CQ = [583, 598] as const;
export const DN = [44, 57] as const;
export const CSGD = [291, 296] as const;
export const ALL = [KDC, XA, PHUONG, TT, CQ, DN, CSGD] as const;

/** Several added: reached, assessed. */
export function sum(...pairs: readonly (readonly [number, number])[]): readonly [number, number] {
  return [pairs.reduce((n, [a]) => n + a, 0), pairs.reduce((n, [, b]) => n + b, 0)];
}
export const missing = ([part, whole]: readonly [number, number]): number => whole - part;

/** Several told as one: "18/19 đạt (94,74%)" */
export function together(...pairs: readonly (readonly [number, number])[]): string {
  const [part, whole] = sum(...pairs);
  return `${num(part)}/${num(whole)} đạt (${share(part, whole)})`;
}
