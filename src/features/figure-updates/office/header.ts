import { fold } from "../../../language/fold.ts";
import { COLUMN_TITLES } from "../../figure-files/figure-files-wording.ts";
import type { OfficeColumn } from "../../figure-files/office-column.ts";
import type { Period } from "../../figures/figure-query.ts";
import WORDS from "./header-words.json" with { type: "json" };
import type { Meanings } from "./meaning.ts";

/** What a column is for; `label` may name a place, a type or an indicator, row by row. */
export type ColumnKind = OfficeColumn | "label" | "registered";

export interface HeaderColumn {
  /** Its place, counted from 0, and its heading as written. */
  readonly at: number;
  readonly title: string;
  readonly kind: ColumnKind;
  readonly unitType?: string;
  readonly indicator?: string;
  readonly period?: Period;
  /** How much the heading tells: of two ways to read a header the one that tells more is right. */
  readonly worth: number;
}

export const NUMERIC: ReadonlySet<ColumnKind> = new Set<ColumnKind>([
  "numerator",
  "denominator",
  "notMet",
  "share",
  "value",
  "registered",
]);

/** A heading without marks, signs, notes such as "(1)" and repeated spaces. */
const bare = (text: string): string =>
  fold(text.normalize("NFC"))
    .replace(/\(\s*\d{1,2}\s*\)|\(\s*(?:don vi|dvt)[^)]*\)/gu, " ")
    .replace(/[\s_:;.()[\]*"“”]+/gu, " ")
    .trim();

const EXACT: ReadonlyMap<string, ColumnKind> = new Map<string, ColumnKind>([
  ...Object.entries(WORDS).flatMap(([kind, words]) =>
    words.map((word) => [bare(word), kind as ColumnKind] as const),
  ),
  ...Object.entries(COLUMN_TITLES).map(([kind, title]) => [bare(title), kind as ColumnKind] as const),
]);

/** In this order: "tổng số đạt" counts those that met, "được xét công nhận" all that were looked at. */
const ROLES: readonly (readonly [RegExp, ColumnKind])[] = [
  [/ty le|ti le|%|phan tram/u, "share"],
  [/(?:chua|khong) (?:dat|duoc cong nhan)/u, "notMet"],
  [/dang ky/u, "registered"],
  [/duoc xet|thuoc dien|hien co|de nghi/u, "denominator"],
  [/\bdat\b|cong nhan/u, "numerator"],
  [/\btong\b/u, "denominator"],
];

/** The role that words give a number; undefined where they give none. */
export const roleSaid = (words: string): ColumnKind | undefined =>
  ROLES.find(([signs]) => signs.test(bare(words)))?.[1];

/**
 * What a heading says of its column; undefined for a column that isn't used.
 * @param isNumeric whether its cells are numbers; undefined where it has none
 */
export function readHeading(
  at: number,
  title: string,
  isNumeric: boolean | undefined,
  meanings: Meanings,
): HeaderColumn | undefined {
  const name = bare(title);
  if (name === "") return undefined;
  const exact = EXACT.get(name);
  const fits = exact !== undefined && (isNumeric === undefined || mayBe(exact, isNumeric));
  if (fits && exact !== "value") return { at, title, kind: exact, worth: exact === "label" ? 2 : 3 };
  if (isNumeric !== true) return undefined;
  const meaning = meanings.of(title);
  const kind = roleSaid(title) ?? "value";
  const [period] = meaning.periods;
  const told = {
    ...(meaning.unitType !== undefined && { unitType: meaning.unitType }),
    ...(meaning.indicator !== undefined && kind === "value" && { indicator: meaning.indicator }),
    ...(period !== undefined && { period }),
  };
  const isTold = Object.keys(told).length;
  if (kind === "value" && isTold === 0 && exact !== "value") return undefined;
  return { at, title, kind, ...told, worth: (kind === "value" ? 1 : 2) + isTold };
}

/** Periods and days may be numbers or words; all else is one or the other. */
function mayBe(kind: ColumnKind, isNumeric: boolean): boolean {
  if (kind === "count" || kind === "period" || kind === "asOf" || kind === "start" || kind === "end")
    return true;
  return NUMERIC.has(kind) === isNumeric;
}
