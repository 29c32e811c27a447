import { fold, normaliseTone } from "../src/language/fold.ts";

/** A text prepared for comparing: what differs only in spelling, punctuation or the form of a date is the same. */
export interface Reading {
  /** Lower case, diacritics kept. */
  readonly marked: string;
  /** The same without diacritics. */
  readonly folded: string;
  /** As `folded`, with dates and document numbers blotted out: only quantities are left of the numbers. */
  readonly quantities: string;
}

const DATE =
  /(?:ngày |ngay )?(?<!\d)(\d{1,2})(?:\/|-|\.| tháng | thang )(\d{1,2})(?:\/|-|\.| năm | nam )(\d{4})(?!\d)/gu;
const MONTH = /(?<![\d/])(\d{1,2})(?:\/| năm | nam )(\d{4})(?![\d/])/gu;
const BLOTTED =
  /\d{2}\/\d{2}\/\d{4}|\d+\/\d{4}(?:\/[\p{L}-]+\d*)?|\d+\/[\p{L}-]+(?:-[\p{L}\d]+)+|0\d{3}(?:\.\d{2}){3}/gu;

/** One name for what is written long or short. Folded on both sides. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\buy ban nhan dan\b/gu, "ubnd"],
  [/\ban ninh(?: va)? trat tu\b/gu, "antt"],
  [/\ban ninh to quoc\b/gu, "antq"],
  [/\bvien kiem sat nhan dan\b/gu, "vien kiem sat"],
  [/\bphong chay(?: va)? chua chay\b/gu, "pccc"],
];

/** Prepares a reply, or any text, for the patterns of a check. */
export function read(text: string): Reading {
  const marked = squeeze(normaliseTone(text.toLowerCase()));
  const folded = SHORT_FORMS.reduce((done, [long, short]) => done.replace(long, short), fold(marked));
  return { marked, folded, quantities: folded.replace(BLOTTED, "§") };
}

/** The first line that says something. */
export function firstLine(text: string): string {
  return text.split("\n").find((line) => line.trim() !== "") ?? "";
}

function squeeze(text: string): string {
  return text
    .replace(/[–—−‑]/gu, "-")
    .replace(/[^\p{L}\p{M}\p{N}.,/%$-]+/gu, " ")
    .replace(/(?<=\d) ?\/ ?(?=\d)/gu, "/")
    .replace(/[.,](?!\d)|(?<!\d)[.,]/gu, " ")
    .replace(/(?<![\p{L}\p{N}])-+|-+(?![\p{L}\p{N}])/gu, " ")
    .replace(/\s+/gu, " ")
    .replace(/(?<=\d) (?:%|phần trăm\b)/gu, "%")
    .replace(DATE, (_, day: string, month: string, year: string) => `${pad(day)}/${pad(month)}/${year}`)
    .replace(MONTH, (whole: string, month: string, year: string) =>
      Number(month) <= 12 ? `${pad(month)}/${year}` : whole,
    )
    .trim();
}

function pad(digits: string): string {
  return digits.padStart(2, "0");
}
