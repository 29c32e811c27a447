import type { Fact } from "./fact.ts";
import type { FigureQuery } from "./figure-query.ts";
import { measureCells } from "./measure.ts";
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
  before: FigureQuery | undefined,
  facts: readonly Fact[],
): FigureRequest {
  if (request.kind !== "query" || before === undefined || isTold(request.query, facts)) return request;
  const { query } = request;
  const place = places.length === 0 && before.places.length === 1 ? before.places : query.places;
  const isOther = before.indicators.join() !== query.indicators.join() || places.length > 1;
  const free = periods.hits.length === 0 && isOther ? [] : query.periods;
  const other = [
    { ...query, places: [...place] },
    { ...query, periods: free },
    { ...query, places: [...place], periods: free },
  ].find((one) => isTold(one, facts));
  return other === undefined ? request : { ...request, query: other };
}

const isTold = (query: FigureQuery, facts: readonly Fact[]): boolean =>
  measureCells(query, facts).every(({ measures }) => measures.length > 0);
