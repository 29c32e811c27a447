import { displayDate } from "../../language/dates.ts";
import type { Fact } from "./fact.ts";
import type { Reading } from "./parse/figure-reading.ts";
import type { FigureRequest } from "./parse/figure-request.ts";

/** A question and what may answer it. */
interface Asked {
  readonly read: Reading;
  readonly facts: readonly Fact[];
}

/** True where the question names a single day. */
export const namesDay = ({ periods }: Reading): boolean => periods.hits.some(isDay);

const isDay = ({ period }: Reading["periods"]["hits"][number]): boolean => period.start === period.end;

/**
 * The day of a conference or of an article names a source: what it says of the year before is asked, not what happened on
 * that day. Such a day is no period, and only that source answers.
 * @example "hội nghị 08/02/2023 khen bao nhiêu tập thể" // asks for 2022, as that conference told it
 */
export function bySource({ read, facts }: Asked): Asked {
  const isSource = (hit: Reading["periods"]["hits"][number]): boolean =>
    isDay(hit) && told(facts, hit.period.start).length > 0 && !hasFactsOf(facts, hit.period.start);
  const days = read.periods.hits.filter(isSource);
  if (days.length === 0) return { read, facts };
  const kept = read.periods.hits.map((hit) => !days.includes(hit));
  return {
    read: {
      ...read,
      periods: { ...read.periods, hits: read.periods.hits.filter((_, i) => kept[i]) },
      periodAt: read.periodAt.filter((_, i) => kept[i]),
    },
    facts: days.flatMap(({ period }) => told(facts, period.start)),
  };
}

/** "hội nghị 08/02/2023 công bố số liệu của năm nào": the period of what a source tells. */
export const periodAsked = ({ tags }: Reading, cited: readonly Fact[] | undefined): FigureRequest | null =>
  cited !== undefined && cited.length > 0 && tags.some(({ tag }) => tag === "is:anyYear")
    ? { kind: "periodOf" }
    : null;

/** The facts whose source, or the event behind them, is of that day. */
const told = (facts: readonly Fact[], day: string): readonly Fact[] =>
  facts.filter(({ asOf, source }) => `${asOf} ${source}`.includes(displayDate(day)));

const hasFactsOf = (facts: readonly Fact[], day: string): boolean =>
  facts.some(({ start, end }) => start === day && end === day);
