import type { Mark } from "../../../platform/workbook/sheet-cells.ts";
import { WHY } from "./office-wording.ts";

/** A number as a plain decimal, or why it is none; an empty cell has neither. */
export type OfficeNumber =
  | { readonly value: string; readonly isShare?: boolean; readonly why?: never }
  | { readonly why: string; readonly value?: never };

const SPACES = /[\s\u00a0\u2007\u202f]+/gu;
/** Words behind a number: what it counts. A letter with digits behind it is a code. */
const UNIT_BEHIND = /^([-−]?[\d.,']+)(?:%|\p{L}[\p{L}\s,/.]*)$/u;

/**
 * Reads a number as offices write it: "1.686", "1,686", "1 686", "175 xã", "585,0", "97,63%". Where a whole number is
 * expected, three digits behind a sign are thousands; elsewhere "1.686" may be either and is asked for again.
 * @param isWhole true for what is counted
 */
export function readOfficeNumber(raw: string, mark: Mark | undefined, isWhole: boolean): OfficeNumber {
  if (mark === "error") return { why: WHY.error };
  if (mark === "day") return { why: WHY.isDay };
  const isShare = mark === "percent" || /%\s*$/u.test(raw);
  const bare = raw.normalize("NFKC").replace(SPACES, "").replaceAll("−", "-");
  const text = UNIT_BEHIND.exec(bare)?.[1] ?? bare;
  if (text === "") return mark === "formula" ? { why: WHY.noResult } : { why: WHY.empty };
  const isStored =
    mark === "number" || mark === "percent" || (mark === "formula" && /^-?\d+(?:\.\d+)?$/u.test(text));
  const value = isStored ? text : written(text, isWhole);
  if (value === undefined) return { why: WHY.notNumber(raw) };
  if (value === "either") return { why: WHY.either(raw) };
  const shown = mark === "percent" ? hundredfold(value) : value;
  const plain = shown.includes(".") ? shown.replace(/\.?0+$/u, "") : shown.replace(/^(-?)0+(?=\d)/u, "$1");
  if (isWhole && plain.includes(".")) return { why: WHY.notWhole(raw) };
  if (isWhole && plain.startsWith("-")) return { why: WHY.negative(raw) };
  return { value: plain, ...(isShare && { isShare }) };
}

/** A number that was typed, as a decimal with a dot; "either" where two readings are possible. */
function written(text: string, isWhole: boolean): string | "either" | undefined {
  if (/^-?\d{1,15}$/u.test(text)) return text;
  const groups = /^-?[1-9]\d{0,2}(?:([.,'])\d{3})(?:\1\d{3})*$/u.exec(text);
  if (groups !== null) {
    const isOne = text.replace(/[^.,']/gu, "").length === 1;
    return isOne && !isWhole && groups[1] !== "'" ? "either" : text.replace(/[.,']/gu, "");
  }
  const mixed =
    /^(-?[1-9]\d{0,2}(?:\.\d{3})+),(\d{1,15})$/u.exec(text) ??
    /^(-?[1-9]\d{0,2}(?:,\d{3})+)\.(\d{1,15})$/u.exec(text);
  if (mixed !== null) return `${mixed[1]?.replace(/[.,]/gu, "")}.${mixed[2]}`;
  const decimal = /^(-?\d{1,15})[.,](\d{1,15})$/u.exec(text);
  return decimal === null ? undefined : `${decimal[1]}.${decimal[2]}`;
}

/** "0.9763" → "97.63", without the slips of binary fractions. */
function hundredfold(value: string): string {
  const [whole = "", fraction = ""] = value.split(".");
  const digits = fraction.padEnd(2, "0");
  return `${BigInt(`${whole}${digits.slice(0, 2)}`)}.${digits.slice(2)}0`;
}
