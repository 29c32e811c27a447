import {
  absolute,
  add,
  compare,
  divide,
  isZero,
  multiply,
  percentChange,
  roundHalfUp,
  subtract,
} from "./arithmetic.ts";
import { overlap } from "./blocks.ts";
import { nameOf, unitOf, writeMeasure } from "./describe.ts";
import type { Fact } from "./fact.ts";
import { type Claim, compares, type FigureQuery, ranks } from "./figure-query.ts";
import { lowerFirst, upperFirst, WORDING } from "./figures-wording.ts";
import { INDICATORS, indicatorOf, STANDARD, UNITS } from "./indicators.ts";
import { addUp, type Measure, measureCells, shareOf } from "./measure.ts";
import { unique } from "./parse/periods.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { HUNDRED, parseRational, type Rational, rational } from "./rational.ts";
import { RULE } from "./safety-standard.ts";
import { ASSESSED } from "./units.ts";

type Role = Claim["role"];
type Part = Pick<Claim, "of" | "role">;

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
  const isSum = query.operation === "sum" && overlap(main);
  const all = query.claims.map(
    (claim): Judgement =>
      results.some((result) => holds(claim, result))
        ? isSum
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
  const measures = measuresFor(claim, query, facts);
  const decided = measures.flatMap((measure) => {
    const value = inRole(measure, claim, claim.counts === true || measures.some(({ unit }) => unit !== "%"));
    return value === undefined ? [] : [{ measure, value: inUnitOf(claim, measure, value) }];
  });
  const wholeOf = measures.find((m) => m.indicator === STANDARD && isPartial(m, claim));
  if (wholeOf?.whole !== undefined && compare(wholeOf.whole, number) === 0)
    return { is: "false", why: WORDING.onlyAssessed(written, unitOf(wholeOf)) };
  const other = () => otherRole(claim, query, facts, writer);
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
  const [right] = decided;
  const told =
    right === undefined
      ? ""
      : WORDING.rightIs(
          partName(right.measure, claim),
          claim.tens === undefined
            ? write(right.value, claim.of, writer)
            : writeMeasure(right.measure, writer),
        );
  const known = other();
  return {
    is: "false",
    why: known === undefined ? `${told}.` : `${WORDING.roleIs(written, known)}; ${told}.`,
  };
}

/** "600 triệu" of a source that counts in "tỷ đồng": its number in millions. */
function inUnitOf({ tens }: Claim, { unit }: Measure, value: Rational): Rational {
  const power = (n: number) => rational(10n ** BigInt(n));
  const own = unit.startsWith("tỷ") ? 9 : unit.startsWith("triệu") ? 6 : 0;
  return tens === undefined ? value : divide(multiply(value, power(own)), power(tens));
}

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

/** A smaller number is the number of something else by chance. */
const TELLING = rational(10);

/** What the number is in truth, where it is another part of the same thing, or the same part of another. */
function otherRole(
  claim: Claim,
  query: FigureQuery,
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): string | undefined {
  const own = measuresFor(claim, query, facts);
  const wider = (compare(parseRational(claim.value), TELLING) < 0 ? [] : ASSESSED).flatMap((unit) =>
    measuresFor({ ...claim, unitTypes: [unit], indicators: [STANDARD] }, query, facts),
  );
  const ofUnits = own.some((m) => m.indicator === UNITS);
  const nearby = ofUnits ? measuresFor({ ...claim, indicators: [STANDARD] }, query, facts) : [];
  const awarded = query.indicators.some((id) => indicatorOf(id).by !== undefined)
    ? INDICATORS.all.flatMap(({ id, by }) =>
        by === undefined
          ? []
          : measuresFor({ ...claim, indicators: [id], unitTypes: [] }, { ...query, unitTypes: [] }, facts),
      )
    : [];
  for (const measure of [...own, ...nearby, ...awarded, ...wider])
    for (const role of ["met", "notMet", "assessed"] as const) {
      const value = inRole(measure, { of: claim.of, role });
      if (value === undefined || !holds({ ...claim, hedge: "exact" }, inUnitOf(claim, measure, value)))
        continue;
      const name = partName(measure, { of: claim.of, role });
      // "25 cá nhân" is false where the source counts collectives.
      return isOfOthers(measure, claim, query) ? WORDING.awarded(unitOf(measure), name) : name;
    }
  return otherPeriod(claim, query, facts, writer);
}

/** "52 địa bàn năm 2022", which is the number of another year. */
function otherPeriod(
  claim: Claim,
  query: FigureQuery,
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): string | undefined {
  if (query.periods.length === 0 || compare(parseRational(claim.value), TELLING) < 0) return undefined;
  const periods = unique(
    facts.flatMap(({ indicator, start, end, period }) =>
      start === undefined || end === undefined || !query.indicators.includes(indicator)
        ? []
        : [{ start, end, label: period }],
    ),
    ({ label }) => label,
  );
  const found = measuresFor({ ...claim, periods }, query, facts).find((measure) => {
    const value = inRole(measure, claim);
    return value !== undefined && holds({ ...claim, hedge: "exact" }, inUnitOf(claim, measure, value));
  });
  return found === undefined ? undefined : writer.quote(`${partName(found, claim)}, ${found.period}`);
}

const isOfOthers = ({ unitType }: Measure, claim: Claim, { unitTypes }: FigureQuery): boolean =>
  unitType === "collective" && [...claim.unitTypes, ...unitTypes].includes("individual");

/** The stored figures that a claim is about, of several types their sum. */
function measuresFor(claim: Claim, query: FigureQuery, facts: readonly Fact[]): readonly Measure[] {
  const or = <T>(said: readonly T[], asked: readonly T[]) => [...(said.length > 0 ? said : asked)];
  const cells = measureCells(
    {
      ...query,
      operation: "figure",
      notMet: false,
      // "45 trên 52 vụ", "còn 7 vụ chưa khám phá": the number of all is another indicator's.
      wants: claim.role === "assessed" || claim.role === "notMet" ? "rate" : query.wants,
      indicators: or(claim.indicators, query.indicators),
      unitTypes: or(claim.unitTypes, query.unitTypes),
      periods: or(claim.periods, query.periods),
      places: or(claim.places, query.places),
      paired: query.paired && claim.periods.length === 0 && claim.places.length === 0,
    },
    facts,
  );
  return cells.flatMap(({ measures }) => {
    const sum = measures.length > 1 ? addUp(measures) : undefined;
    return sum === undefined ? measures : [sum];
  });
}

/**
 * The number of a measure in that role; undefined where the source doesn't tell it.
 * @param apart true where counts and shares are both asked for: a count is then no share
 */
function inRole(measure: Measure, { of, role }: Part, apart = false): Rational | undefined {
  const { count, whole } = measure;
  if (count === undefined) return undefined;
  if (of === "share") {
    const share = shareOf(measure);
    if (share === undefined || role === "assessed") return undefined;
    return role === "notMet" ? subtract(HUNDRED, share) : absolute(share);
  }
  if (measure.unit === "%") return apart ? undefined : absolute(count);
  if (whole === undefined) return role === "notMet" ? undefined : count;
  if (role === "notMet") return subtract(whole, count);
  return role === "met" ? count : isPartial(measure, { role }) ? undefined : whole;
}

/** "Tổng số doanh nghiệp" isn't the number of those assessed: the smallest are not. */
function isPartial({ unitType }: Measure, { role }: { readonly role: Role }): boolean {
  return role === "all" && unitType.split("+").some((unit) => RULE.assessedInPart.includes(unit));
}

/** True where the stored number is what was said, rounded as it was said. */
function holds(
  { value, hedge, of }: Pick<Claim, "value" | "hedge" | "of">,
  stored: Rational,
  approx?: Measure["approx"],
): boolean {
  const places = value.split(".")[1]?.length ?? 0;
  const said = parseRational(value);
  const rounded = rational(roundHalfUp(stored, places), 10n ** BigInt(places));
  if (of === "count" && stored.den === 1n && hedge === "exact") return compare(said, stored) === 0;
  if (hedge === "exact" || compare(rounded, said) === 0) return compare(rounded, said) === 0;
  const apart = subtract(stored, said);
  // "hơn 2,4 tỷ" is what a source says that itself says "trên 2,4".
  if (hedge === "above") return apart.num > 0n || (apart.num === 0n && approx === ">");
  if (hedge === "below") return apart.num < 0n || (apart.num === 0n && approx === "<~");
  const near = compare(absolute(apart), nearness(said, of)) <= 0;
  return near && (hedge === "about" || apart.num < 0n);
}

/** "Trên 80" in a source neither confirms 82 nor denies it. */
function mayBe(said: Rational, stored: Rational, approx: Measure["approx"]): boolean {
  const apart = compare(said, stored);
  if (approx === ">" || approx === ">=") return apart > 0;
  const isNear = compare(absolute(subtract(said, stored)), nearness(stored, "count")) <= 0;
  return isNear && (approx === "~" || (approx === "<~" && apart < 0));
}

/** "Khoảng 96 %" is within one point, "gần 1.700 khu dân cư" within five percent. */
const nearness = (said: Rational, of: Claim["of"]): Rational =>
  of === "share" ? rational(1) : divide(absolute(said), rational(20));

/** What the operation comes to: a difference, a number of times, how many are missing. */
function resultsOf(query: FigureQuery, main: readonly Measure[]): readonly Rational[] {
  const [a, b] = main;
  if (!compares(query.operation) || main.length !== 2 || a?.count === undefined || b?.count === undefined)
    return ranks(query.operation) || query.operation !== "sum" || main.length < 2 ? [] : sumOf(main);
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

/** "số xã chưa đạt", "tỷ lệ doanh nghiệp đạt chuẩn", "mô hình xây mới". */
function partName(measure: Measure, { of, role }: Part): string {
  if (measure.indicator !== STANDARD) return lowerFirst(nameOf(measure));
  const roles = { met: WORDING.metShort, notMet: WORDING.notMetShort, assessed: WORDING.assessedShort };
  return WORDING.part(of === "share", unitOf(measure), roles[role === "all" ? "assessed" : role]);
}

const write = (value: Rational, of: Claim["of"], writer: ProvenanceWriter): string =>
  of === "share" ? writer.percent(value) : writer.number(value);
