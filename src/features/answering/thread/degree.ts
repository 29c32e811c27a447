import { PatternBook, withoutSpans } from "../../../language/pattern-book.ts";
import { readUtterance } from "../../../language/utterance.ts";
import words from "./degrees.json" with { type: "json" };

/** Which end of a scale is asked for. */
export type Degree = keyof typeof words;

const BOOKS = (["most", "least"] as const).map((degree) => ({
  degree,
  book: new PatternBook(words[degree]),
}));

/**
 * "Mức cao nhất ấy": the end of a scale, and the question without it. Null where none is asked for.
 * @example degreeOf("xe máy mức cao nhất bao nhiêu") // { degree: "most", rest: "xe máy mức bao nhiêu" }
 */
export function degreeOf(question: string): { readonly degree: Degree; readonly rest: string } | null {
  const utterance = readUtterance(question);
  for (const { degree, book } of BOOKS) {
    const spans = book.all(utterance);
    if (spans.length > 0) {
      const rest = withoutSpans(utterance, spans).words.filter((word) => word !== "·");
      return { degree, rest: rest.join(" ") };
    }
  }
  return null;
}

const NUMBER = String.raw`\d+(?:\.\d{3})*(?:,\d+)?`;
const SUM = new RegExp(
  String.raw`(${NUMBER})\s*(triệu|nghìn|tỷ)?(?:\s*đồng)?\s*(?:[–-]|đến)\s*(${NUMBER})\s*(triệu|nghìn|tỷ)?|(${NUMBER})\s*(triệu|nghìn|tỷ|đồng)`,
  "giu",
);
const TIMES: Readonly<Record<string, number>> = { nghìn: 1e3, triệu: 1e6, tỷ: 1e9 };
/** Smaller numbers are no sums of money: ages, days, articles. */
const LEAST_SUM = 1000;

/** The sums of money that a line names, in đồng. */
export function sumsIn(line: string): readonly number[] {
  return [...line.matchAll(SUM)]
    .flatMap(([, from, ofFrom, to, ofTo, single, ofSingle]) =>
      single === undefined
        ? [sum(from, ofFrom ?? (isWhole(from) ? undefined : ofTo)), sum(to, ofTo)]
        : [sum(single, ofSingle)],
    )
    .filter((amount) => amount >= LEAST_SUM);
}

/** "500.000 đến 1 triệu": a number in thousands needs no unit. */
const isWhole = (number = ""): boolean => number.includes(".");

const sum = (number = "", unit = ""): number =>
  Number(number.replaceAll(".", "").replace(",", ".")) * (TIMES[unit.toLowerCase()] ?? 1);

/** The lines that name the highest or the lowest sum; none where fewer than two are compared. */
export function atDegree(lines: readonly string[], degree: Degree): readonly string[] {
  const sums = lines.map(sumsIn);
  const all = sums.flat();
  if (new Set(all).size < 2) return [];
  const end = degree === "most" ? Math.max(...all) : Math.min(...all);
  return lines.filter((_, at) => sums[at]?.includes(end));
}
