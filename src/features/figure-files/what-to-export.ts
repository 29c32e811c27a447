import { fold } from "../../language/fold.ts";
import { readUtterance } from "../../language/utterance.ts";
import type { Fact } from "../figures/fact.ts";
import type { FigureQuery, Period } from "../figures/figure-query.ts";
import { type FigureThread, fresh, lastPeriod } from "../figures/figure-thread.ts";
import { STANDARD } from "../figures/indicators.ts";
import { latestFact, measureCells } from "../figures/measure.ts";
import { dated } from "../figures/parse/asked-together.ts";
import { readQuestion } from "../figures/parse/figure-reading.ts";
import { unique, yearPeriod } from "../figures/parse/periods.ts";
import { understand } from "../figures/parse/understand.ts";
import { HOME } from "../figures/places.ts";
import { measuresOfPeriod } from "../figures/summary.ts";

/** What is to be given out, and as what. */
export type Wanted =
  | { readonly kind: "all" }
  | { readonly kind: "period"; readonly period: Period; readonly as: "sheet" | "report" }
  /** What was asked; of what was asked before, the last or all of it. */
  | { readonly kind: "queries"; readonly queries: readonly FigureQuery[]; readonly of: "asked" | "last" }
  /** Nothing was said and nothing was asked before. */
  | { readonly kind: "unsaid" }
  /** Something was said that no figure is known by. */
  | { readonly kind: "unknown"; readonly said: string };

const ALL = /^(?:tat ca|toan bo|het|ca kho)\b/u;
const PDF = /(?:^|\s)(?:ban )?pdf(?=\s|$)/u;
const EXCEL = /(?:^|\s)(?:(?:file|tep)(?: excel| xlsx)?|(?:bang )?(?:excel|xlsx))(?=\s|$)/u;
/** "mấy mốc vừa tính", "các số ở trên": all that the chat was told. */
const TOLD = /\bvua (?:tinh|hoi|neu|roi|xong|noi|dua|tra)\b|\b(?:o|neu) tren\b|\b(?:nay gio|tu nay)\b/u;

/**
 * Reads what stands behind "/xuat": "2022", "pdf 2022", "tất cả", a question, or nothing for what was asked last.
 * @param thread the figure asked for last
 */
export function readWanted(
  argument: string,
  facts: readonly Fact[],
  thread: FigureThread | undefined,
  now: number,
): Wanted {
  const folded = fold(argument.normalize("NFC")).replace(/\s+/gu, " ").trim();
  const isReport = PDF.test(folded);
  const said = dropped(argument, folded, [PDF, EXCEL]);
  if (ALL.test(fold(said))) return { kind: "all" };
  const last = fresh(thread, now);
  if (said === "") {
    if (isReport) {
      const period = lastPeriod(last) ?? latestYear(facts);
      return period === undefined ? { kind: "unsaid" } : { kind: "period", period, as: "report" };
    }
    return last === undefined ? { kind: "unsaid" } : { kind: "queries", queries: [last.query], of: "last" };
  }
  const reading = readQuestion(readUtterance(said), now, lastPeriod(last));
  const [hit] = reading.periods.hits;
  const namesThings = reading.tags.some(({ tag }) => /^(?:unit:(?!any|all)|is:(?!any))/u.test(tag));
  const isWhole = !namesThings && reading.places.length === 0;
  if (hit !== undefined && (isReport || isWhole))
    return { kind: "period", period: hit.period, as: isReport ? "report" : "sheet" };
  if (last !== undefined && !namesThings && TOLD.test(fold(said))) {
    const told = last.untold === true ? last.shown : [...last.shown, dated(last.query, last.told)];
    return { kind: "queries", queries: unique(told, (query) => JSON.stringify(query)), of: "last" };
  }
  const request = understand(reading, { now, forced: true, thread: last });
  if (request?.kind === "query" || request?.kind === "clarify")
    return { kind: "queries", queries: [request.query], of: "asked" };
  return { kind: "unknown", said: said.slice(0, 60) };
}

/** The words without those that name a form of file; both texts have the same words. */
function dropped(argument: string, folded: string, patterns: readonly RegExp[]): string {
  const words = argument.normalize("NFC").replace(/\s+/gu, " ").trim().split(" ");
  const kept = patterns.reduce(
    (text, pattern) => text.replace(pattern, (hit) => hit.replace(/\S/gu, "\u0000")),
    folded,
  );
  return words.filter((_, i) => !kept.split(" ")[i]?.includes("\u0000")).join(" ");
}

/** The latest year that has figures of the standard. */
export function latestYear(facts: readonly Fact[]): Period | undefined {
  const year = latestFact(facts, [STANDARD], HOME)?.end?.slice(0, 4);
  return year === undefined ? undefined : yearPeriod(Number(year));
}

/** The figures that are wanted, each once, in the order of the store or of the answer. */
export function factsWanted(wanted: Wanted, facts: readonly Fact[]): readonly Fact[] {
  switch (wanted.kind) {
    case "all":
      return facts;
    case "queries":
      return [
        ...new Set(
          wanted.queries
            .flatMap((query) => measureCells(query, facts))
            .flatMap(({ measures }) => measures.flatMap((measure) => measure.facts)),
        ),
      ];
    case "period": {
      const { start, end } = wanted.period;
      const told = new Set(measuresOfPeriod(wanted.period, HOME, facts).flatMap((measure) => measure.facts));
      const isWithin = (fact: Fact) =>
        fact.province === HOME.province &&
        fact.start !== undefined &&
        fact.end !== undefined &&
        fact.start >= start &&
        fact.end <= end;
      return facts.filter((fact) => told.has(fact) || (wanted.as === "sheet" && isWithin(fact)));
    }
    default:
      return [];
  }
}
