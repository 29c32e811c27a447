import type { Fact } from "./fact.ts";
import { compares, type FigureQuery, type Period, periodsOf } from "./figure-query.ts";
import type { FigureThread } from "./figure-thread.ts";
import { INDICATORS } from "./indicators.ts";
import { latestFact, measureCells } from "./measure.ts";
import type { Reading } from "./parse/figure-reading.ts";
import type { FigureRequest } from "./parse/figure-request.ts";

/**
 * What a message leaves out comes from the question before, or is the home province. Where there is no figure so, but one of the
 * place that the chat was about, that is meant; and a question about something else isn't bound to the period before. Both are
 * said in the answer.
 */
export function whereThereIs(
  request: FigureRequest,
  { places, periods }: Reading,
  thread: FigureThread | undefined,
  facts: readonly Fact[],
): FigureRequest {
  const { query: before, shown = [] } = thread ?? {};
  if (request.kind !== "query" || before === undefined || isTold(request.query, facts)) return request;
  const { query } = request;
  // A question about each of many places isn't one about the place before.
  const isOne = places.length === 0 && before.places.length === 1 && query.places.length === 1;
  const place = isOne ? before.places : query.places;
  const isOther = before.indicators.join() !== query.indicators.join() || places.length > 1;
  const free = periods.hits.length === 0 && isOther ? [] : query.periods;
  const other = [
    { ...query, places: [...place] },
    { ...query, periods: free },
    { ...query, places: [...place], periods: free },
  ].find((one) => isTold(one, facts));
  const rates = query.indicators.flatMap((id) => INDICATORS.rateOf(id) ?? []);
  // "2024 thì sao" after "695/788 (88,2%)", where of 2024 there is only a share.
  const asRate = { ...query, operation: "figure" as const, indicators: rates };
  const isRate = rates.length > 0 && (query.wants === "rate" || compares(query.operation));
  const apart = periods.hits.length + places.length === 0 ? eachInItsOwn(query, facts) : undefined;
  // "đợt cao điểm thì sao" after several things: the last of them that has a number of that time.
  const isOnlyDated = !isOther && query.operation === "figure" && periods.hits.length > 0;
  const earlier = (isOnlyDated ? shown : [])
    .map(({ indicators, unitTypes }) => ({ ...query, indicators, unitTypes }))
    .findLast((one) => isTold(one, facts));
  const told =
    other ??
    apart ??
    earlier ??
    (isRate && hasAny(asRate, facts) && !isNewTold(query, facts) ? asRate : undefined);
  return told === undefined ? request : { ...request, query: told };
}

/** "hơn kém bao nhiêu" after two places, one of which has its figure in another period, as was told: each in its own. */
function eachInItsOwn(query: FigureQuery, facts: readonly Fact[]): FigureQuery | undefined {
  const [period, ...more] = query.periods;
  if (!compares(query.operation) || query.places.length !== 2 || period === undefined || more.length > 0)
    return undefined;
  const periods = query.places.map((place): Period | undefined => {
    if (isTold({ ...query, places: [place] }, facts)) return period;
    const latest = latestFact(facts, query.indicators, place);
    return latest && periodsOf([latest])[0];
  });
  const all = periods.flatMap((one) => one ?? []);
  const own = { ...query, periods: all, paired: true };
  return all.length === 2 && all.includes(period) && isTold(own, facts) ? own : undefined;
}

const hasAny = (query: FigureQuery, facts: readonly Fact[]): boolean =>
  measureCells(query, facts).some(({ measures }) => measures.length > 0);

/** True where the last period of a question has its figure. */
const isNewTold = (query: FigureQuery, facts: readonly Fact[]): boolean =>
  hasAny({ ...query, periods: query.periods.slice(-1) }, facts);

const isTold = (query: FigureQuery, facts: readonly Fact[]): boolean =>
  measureCells(query, facts).every(({ measures }) => measures.length > 0);
