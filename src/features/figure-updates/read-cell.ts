import type { Mark } from "../../platform/workbook/sheet-cells.ts";

export type ReadCell =
  | { readonly text: string; readonly why?: never }
  | { readonly why: string; readonly text?: never };

const COUNTS: ReadonlySet<string> = new Set(["numerator", "denominator"]);

/** How a formula begins, also in the wide characters of East Asian keyboards. */
const FORMULA = /^\s*[=+\-@＝＋－＠\t\r]/u;
/** Invisible characters: control, zero width, and those that reverse the direction of reading. */
const HIDDEN = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/**
 * Reads one cell of the named column: numbers in Vietnamese form where there is only one way to read them, texts
 * unchanged. `approx` may have signs and is checked against its list.
 */
export function readCell(column: string, raw: string, mark?: Mark): ReadCell {
  if (mark === "formula") return { why: "ô chứa công thức: dán lại thành giá trị" };
  if (mark === "error") return { why: "ô báo lỗi của Excel (#REF!, #N/A…): ghi lại giá trị" };
  if (mark === "percent")
    return { why: "ô định dạng phần trăm (97,63% được lưu là 0,9763): đổi sang dạng số, ghi 97,63" };
  const text = raw.replace(/\s*\r?\n\s*/gu, " ").normalize("NFC");
  if (!text.isWellFormed() || HIDDEN.test(text)) return { why: "ô có ký tự ẩn" };
  if (text === "" || column === "approx") return { text };
  // Blanks between thousands, as old forms and French keyboards have them.
  const joined = text.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/gu, "");
  if (COUNTS.has(column)) return readCount(joined);
  if (column === "value") return readValue(joined, mark === "number");
  return FORMULA.test(text)
    ? { why: `ô bắt đầu bằng “${text.trim().slice(0, 1)}” như một công thức` }
    : { text };
}

/** A whole number can only have dots between thousands; a comma would make it a decimal. */
function readCount(text: string): ReadCell {
  if (/^\d{1,3}(?:\.\d{3}){1,4}$/u.test(text)) return { text: text.replaceAll(".", "") };
  if (/^\d{1,15}$/u.test(text)) return { text };
  return { why: `“${cut(text)}” phải là số nguyên không âm, viết 1686 hoặc 1.686` };
}

/** Comma for decimals, dots for thousands; "1.686" and "1,686" may be either, so the person is asked. */
function readValue(text: string, isNumber: boolean): ReadCell {
  if (isNumber) return decimal(text);
  if (/^-?[1-9]\d{0,2}[.,]\d{3}$/u.test(text)) {
    const [whole = "", rest = ""] = text.split(/[.,]/u);
    return { why: `“${text}” đọc được hai cách: viết ${whole}${rest}, hoặc ${whole},${rest}0 nếu là số lẻ` };
  }
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(text) && !/^-?0/u.test(text))
    return decimal(text.replaceAll(".", "").replace(",", "."));
  return decimal(text.replace(/^(-?\d+),(\d+)$/u, "$1.$2"));
}

const decimal = (text: string): ReadCell =>
  /^-?\d{1,15}(?:\.\d{1,15})?$/u.test(text)
    ? { text: plainDecimal(text) }
    : { why: `“${cut(text)}” không phải số: viết 1686 hoặc 97,63` };

/** "97.50" → "97.5": one form for each number. */
export const plainDecimal = (text: string): string =>
  text.includes(".") ? text.replace(/\.?0+$/u, "") : text;

const cut = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);
