import { type Kind, maskPersonal } from "../../../language/privacy/mask.ts";
import type { Line } from "../reading/line.ts";

/** What an official should look at before a document is told to others. */
export interface Look {
  /** Dates as written, each once. */
  readonly dates: readonly string[];
  /** Numbers as written, with the word behind, each once. */
  readonly numbers: readonly string[];
  /** What could tell of a person, and on which pages. */
  readonly personal: readonly { readonly kind: Kind; readonly pages: readonly number[] }[];
}

const DATE =
  /ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?|(?<![\d/])\d{1,2}[/-]\d{1,2}[/-]\d{4}(?![\d/])|tháng\s+\d{1,2}\s*(?:\/|năm\s+)\s*\d{4}/giu;
const NUMBER = /(?<![\p{L}\d/.,-])\d[\d.,]*(?:\s*%|\s+\p{L}+)/gu;
/** The number of an article or a point is no figure. */
const COUNTED = /(?:điều|khoản|điểm|mục|chương|phần|phụ lục|số|năm|tháng|ngày)\s+$/iu;
/** Kinds that say who somebody is. */
const TELLING: ReadonlySet<Kind> = new Set<Kind>([
  "phone",
  "identity",
  "account",
  "birth_date",
  "plate",
  "email",
]);

/** What of these lines should be looked at. */
export function lookAt(lines: readonly Line[]): Look {
  const dates = new Set<string>();
  const numbers = new Set<string>();
  const personal = new Map<Kind, Set<number>>();
  for (const { text, page } of lines) {
    for (const [date] of text.matchAll(DATE)) dates.add(date.replace(/\s+/gu, " "));
    const undated = text.replace(DATE, " ").replace(/^\s*\d+(?:\.\d+)*\s*[.)]/u, "");
    for (const found of undated.matchAll(NUMBER))
      if (!COUNTED.test(undated.slice(0, found.index))) numbers.add(found[0].replace(/[.,]$/u, "").trim());
    for (const kind of maskPersonal(text).masked)
      if (TELLING.has(kind)) personal.set(kind, (personal.get(kind) ?? new Set()).add(page));
  }
  return {
    dates: [...dates],
    numbers: [...numbers],
    personal: [...personal].map(([kind, pages]) => ({ kind, pages: [...pages] })),
  };
}

/** Several looks as one. */
export function together(looks: readonly Look[]): Look {
  const kinds = [...new Set(looks.flatMap(({ personal }) => personal.map(({ kind }) => kind)))];
  return {
    dates: [...new Set(looks.flatMap(({ dates }) => dates))],
    numbers: [...new Set(looks.flatMap(({ numbers }) => numbers))],
    personal: kinds.map((kind) => {
      const pages = looks.flatMap(({ personal }) => personal.filter((one) => one.kind === kind));
      return { kind, pages: [...new Set(pages.flatMap((one) => one.pages))] };
    }),
  };
}
