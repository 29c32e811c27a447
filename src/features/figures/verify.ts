import { absolute, add, compare, divide, isZero, percentChange, subtract } from "./arithmetic.ts";
import { overlap } from "./blocks.ts";
import { holds, inRole, inUnitOf, isPartial, mayBe, measuresFor, partName } from "./claimed-role.ts";
import { unitOf, writeMeasure } from "./describe.ts";
import type { Fact } from "./fact.ts";
import { type Claim, compares, type FigureQuery, ranks } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { indicatorOf, STANDARD } from "./indicators.ts";
import { addUp, type Measure, shareOf } from "./measure.ts";
import { otherRole } from "./other-role.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { parseRational, type Rational } from "./rational.ts";

/** What one claim comes to: true, false with what the number really is, or not to be decided. */
type Judgement =
  | { readonly is: "true" }
  | { readonly is: "false"; readonly why: string }
  | { readonly is: "open"; readonly why: string };

/**
 * The verdict on the numbers that a question puts forward, as the beginning of its answer. A number holds only in the
 * role that it is given: reached, not reached, assessed. One false number makes the verdict false; one that can't be
 * checked leaves it open. Undefined where no number is put forward.
 * @example "173 xã chưa đạt năm 2022 đúng không" // "Không khớp với nguồn: 173 là số xã đạt chuẩn; số xã chưa đạt là 8."
 */
export function verdictOn(
  query: FigureQuery,
  main: readonly Measure[],
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): string | undefined {
  if (query.claims.length === 0) return undefined;
  const results = resultsOf(query, main);
  const mayCountTwice =
    overlap(main) || main.some(({ indicator }) => indicatorOf(indicator).by !== undefined);
  const sums = compares(query.operation) || ranks(query.operation) || main.length < 2 ? [] : sumOf(main);
  const all = query.claims.map(
    (claim): Judgement =>
      results.some((result) => holds(claim, result))
        ? { is: "true" }
        : sums.some((sum) => holds(claim, sum))
          ? mayCountTwice
            ? { is: "open", why: `${WORDING.mayOverlap}.` }
            : { is: "true" }
          : judgeOne(claim, query, facts, writer),
  );
  const reasons = (is: "false" | "open") => [
    ...new Set(all.flatMap((one) => (one.is === is && one.why !== "" ? [one.why] : []))),
  ];
  if (all.some(({ is }) => is === "false"))
    return WORDING.incorrect(
      reasons("false")
        .slice(0, 3)
        .map((why, i) => (i === 0 ? why : upperFirst(why)))
        .join(" "),
    );
  if (all.some(({ is }) => is === "open")) return reasons("open").slice(0, 2).join(" ");
  return WORDING.correct;
}

function judgeOne(
  claim: Claim,
  query: FigureQuery,
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): Judgement {
  const number = parseRational(claim.value);
  const written = claim.of === "share" ? writer.percent(number) : writer.number(number);
  const measures = measuresFor(claim, query, facts).filter((measure) => !countsOthers(measure, claim));
  const decided = measures.flatMap((measure) => {
    const value = inRole(measure, claim, claim.counts === true || measures.some(({ unit }) => unit !== "%"));
    return value === undefined ? [] : [{ measure, value: inUnitOf(claim, measure, value) }];
  });
  const wholeOf = measures.find((m) => m.indicator === STANDARD && isPartial(m, claim));
  if (wholeOf?.whole !== undefined && compare(wholeOf.whole, number) === 0)
    return { is: "false", why: WORDING.onlyAssessed(written, unitOf(wholeOf)) };
  const other = () => otherRole(claim, query, facts, writer, decided.length > 0);
  if (decided.length === 0) {
    const known = other();
    return known === undefined
      ? { is: "open", why: WORDING.unverified(written) }
      : { is: "false", why: `${WORDING.roleIs(written, known)}.` };
  }
  if (decided.every(({ measure }) => isOfOtherTime(measure, claim, query)))
    return { is: "open", why: WORDING.unverified(written) };
  if (holdsThroughout(claim, decided)) return { is: "true" };
  const isGoal = ({ indicator }: Measure) => indicatorOf(indicator).kind === "goal";
  if (decided.some(({ measure, value }) => !isGoal(measure) && mayBe(number, value, measure.approx)))
    return { is: "open", why: WORDING.unverified(written) };
  const wrong = decided.filter(({ measure, value }) => !holds(claim, value, measure.approx));
  const right = wrong[0] ?? decided[0];
  const told =
    right === undefined
      ? ""
      : WORDING.rightIs(
          partName(right.measure, claim),
          claim.tens === undefined
            ? write(right.value, claim.of, writer)
            : writeMeasure(right.measure, writer),
        );
  // Of several periods it is true of one: what it is not, is told of the others.
  const known = wrong.length < decided.length ? undefined : other();
  return {
    is: "false",
    why: known === undefined ? `${told}.` : `${WORDING.roleIs(written, known)}; ${told}.`,
  };
}

/** "8 tập thể" isn't held against units, "hộ" not against communes. */
const countsOthers = ({ unitType }: Measure, { unitTypes }: Claim): boolean =>
  unitTypes.some((unit) => GIVEN_TO.includes(unit)) && !unitTypes.some((unit) => unitType.includes(unit));
const GIVEN_TO: readonly string[] = ["collective", "individual", "household"];

/** True where the number holds in every period and place that it is said of. */
function holdsThroughout(
  claim: Claim,
  decided: readonly { readonly measure: Measure; readonly value: Rational }[],
): boolean {
  const byIndicator = Map.groupBy(decided, ({ measure }) => measure.indicator);
  const cell = ({ period, place }: Measure) => `${period}|${place.area}`;
  return [...byIndicator.values()].some((own) =>
    [...Map.groupBy(own, ({ measure }) => cell(measure)).values()].every((here) =>
      here.some(({ value, measure }) => holds(claim, value, measure.approx)),
    ),
  );
}

/** "Năm 2021" where the source has only both years together, or a single month: neither confirmed by it nor denied. */
function isOfOtherTime(
  { fit, facts: [fact] }: Measure,
  { periods }: Claim,
  { periods: asked }: FigureQuery,
): boolean {
  const said = periods.length > 0 ? periods : asked;
  const days = [...said.map(({ start }) => start), ...said.map(({ end }) => end)].toSorted();
  const isWhole = said.length > 1 && fact?.start === days[0] && fact?.end === days.at(-1);
  return fit !== "exact" && fact?.coverage === "whole" && !isWhole;
}

/** What the operation comes to: a difference, a number of times, how many are missing. */
function resultsOf(query: FigureQuery, main: readonly Measure[]): readonly Rational[] {
  const [a, b] = main;
  if (!compares(query.operation) || main.length !== 2 || a?.count === undefined || b?.count === undefined)
    return [];
  const [shareA, shareB] = [shareOf(a), shareOf(b)];
  if (query.operation === "times") return isZero(b.count) ? [] : [divide(a.count, b.count)];
  const [from, to] = (a.facts[0]?.start ?? "") <= (b.facts[0]?.start ?? "") ? [a, b] : [b, a];
  return [
    absolute(subtract(a.count, b.count)),
    ...(shareA === undefined || shareB === undefined ? [] : [absolute(subtract(shareA, shareB))]),
    ...(a.period === b.period || from.count === undefined || to.count === undefined || isZero(from.count)
      ? []
      : [absolute(percentChange(from.count, to.count))]),
  ];
}

/** The sum of the counts, where they count in one unit. */
function sumOf(main: readonly Measure[]): readonly Rational[] {
  const sum = addUp(main)?.count;
  if (sum !== undefined) return [sum];
  const counts = main.flatMap(({ count, approx, unit }) =>
    count !== undefined && approx === undefined && unit === main[0]?.unit ? [count] : [],
  );
  return counts.length === main.length && main[0]?.unit !== "%" ? [counts.reduce(add)] : [];
}

const write = (value: Rational, of: Claim["of"], writer: ProvenanceWriter): string =>
  of === "share" ? writer.percent(value) : writer.number(value);
