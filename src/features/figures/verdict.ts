import { fold } from "../../language/fold.ts";
import { syllables } from "../../language/syllables.ts";
import { type Block, strong } from "../../messaging/reply.ts";
import { missingOf, nameOf } from "./describe.ts";
import type { Fact } from "./fact.ts";
import { type FigureQuery, periodsOf } from "./figure-query.ts";
import { lowerFirst, quoted, WORDING } from "./figures-wording.ts";
import { INDICATORS, indicatorOf } from "./indicators.ts";
import { type Measure, measureCells, shareOf } from "./measure.ts";
import { formatPercent } from "./numbers.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { verdictOn } from "./verify.ts";

/**
 * "32 cuộc phát động đúng không" without a year: of the latest, unless all that is put forward is true of another. So it is of
 * the periods that were compared before.
 */
export function inTheirPeriod(
  query: FigureQuery,
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): FigureQuery {
  const isSaid = query.claims.some(({ periods }) => periods.length > 0);
  const isOne = query.operation === "figure" || query.operation === "total";
  const mayBeEither =
    query.periods.length === 0 || (query.periods.length > 1 && isOne && !isSaid && !query.paired);
  if (query.claims.length === 0 || !mayBeEither) return query;
  const own = facts.filter(({ indicator }) => query.indicators.includes(indicator));
  const compared = query.periods.toSorted((a, b) => b.end.localeCompare(a.end));
  const periods = compared.length > 0 ? compared : periodsOf(own);
  const isTrue = (one: FigureQuery) => {
    const main = measureCells(one, facts).flatMap(({ measures }) => measures);
    return main.length > 0 && verdictOn(one, main, facts, writer) === WORDING.correct;
  };
  if (isTrue(query)) return query;
  const theirs = periods.find((period) => isTrue({ ...query, periods: [period] }));
  const told = theirs ?? compared[0];
  return told === undefined ? query : { ...query, periods: [told] };
}

/**
 * "66 + 16 = 82 mô hình đúng không": numbers that kinds of one thing have in one period are of those kinds; what they come to
 * is then checked as their sum.
 */
export function ofTheirKinds(query: FigureQuery, facts: readonly Fact[]): FigureQuery {
  const groups = new Set(query.indicators.map((id) => indicatorOf(id).group));
  if (query.claims.length < 2 || query.indicators.length < 2 || groups.size > 1 || groups.has(undefined))
    return query;
  const own = facts.filter(
    ({ indicator, area, approx }) =>
      query.indicators.includes(indicator) && area === query.places[0]?.area && approx === undefined,
  );
  const [best = []] = [...Map.groupBy(own, ({ period }) => period).values()]
    .map((all) => all.filter(({ value }) => query.claims.some((claim) => claim.value === value)))
    .toSorted((a, b) => b.length - a.length);
  if (best.length < 2) return query;
  const claims = query.claims.map((claim) => ({ ...claim, indicators: [] }));
  return { ...query, indicators: best.map(({ indicator }) => indicator), periods: periodsOf(best), claims };
}

/** What a question names besides, unless the figures themselves say it. */
export function unmentioned(
  leftOut: readonly string[],
  measures: readonly Measure[],
  answer: string,
): readonly string[] {
  // "trong 9 huyện" where the answer divides by nine.
  const isNumberTold = (words: string) =>
    new RegExp(`(?<![\\d.,/])${words}(?!\\d|[.,]\\d|%)`, "u").test(answer);
  const plain = (words: string) => ` ${syllables(fold(words.toLowerCase())).join(" ")} `;
  const told = plain(
    measures
      .flatMap(({ indicator, facts }) => [
        indicatorOf(indicator).title,
        ...facts.flatMap(({ unit, detail = "", period }) => [unit, detail, period]),
      ])
      .concat(measures.flatMap((m) => shareOf(m) ?? []).map((share) => formatPercent(share)))
      .concat(measures.flatMap((m) => [m.count, m.whole, missingOf(m)].map((n) => String(n?.num ?? ""))))
      .join(" "),
  );
  const areas = String(new Set(measures.map(({ place }) => place.area)).size);
  return leftOut.filter(
    (words) =>
      words !== areas && !told.includes(plain(words)) && !(/^\d+$/u.test(words) && isNumberTold(words)),
  );
}

/** "Giám đốc tặng bằng khen cho 25 tập thể": the number is right, and what was awarded is another thing, which has its own. */
function otherAward(
  query: FigureQuery,
  [first]: readonly Measure[],
  unused: readonly string[],
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): string | undefined {
  const said = unused.map((words) => fold(words));
  const other = INDICATORS.all.find(
    ({ id, by }) =>
      by !== undefined && INDICATORS.phrases[`is:${id}`]?.some((phrase) => said.includes(fold(phrase))),
  );
  if (other === undefined || first?.count === undefined) return undefined;
  const told = measureCells({ ...query, indicators: [other.id] }, facts).flatMap(({ measures }) => measures);
  const right = told.flatMap((m) =>
    m.count === undefined ? [] : [WORDING.rightIs(lowerFirst(nameOf(m)), writer.number(m.count))],
  );
  writer.use(told.flatMap((m) => m.facts));
  return WORDING.incorrect(
    `${[WORDING.roleIs(writer.number(first.count), lowerFirst(nameOf(first))), ...right].join("; ")}.`,
  );
}

/** Puts the verdict on the numbers that the question names before the answer. */
export function verified(
  query: FigureQuery,
  head: Block[],
  main: readonly Measure[],
  unused: readonly string[],
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): Block[] {
  const opened = head[0]?.kind === "strong" ? head[0].text : "";
  if (opened.startsWith(WORDING.notComparableHead)) return head;
  const judged = verdictOn(query, main, facts, writer);
  // What wasn't compared can't be confirmed.
  const verdict =
    judged === WORDING.correct && unused.length > 0
      ? (otherAward(query, main, unused, facts, writer) ??
        writer.quote(WORDING.unverifiedWords(quoted(unused))))
      : judged;
  const isSaid = verdict !== undefined && opened.startsWith(verdict.replace(/\.$/u, ""));
  return verdict === undefined || isSaid ? head : [strong(`${verdict}\n${opened}`.trim()), ...head.slice(1)];
}
