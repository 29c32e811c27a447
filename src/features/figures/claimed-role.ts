import { absolute, compare, divide, multiply, roundHalfUp, subtract } from "./arithmetic.ts";
import { nameOf, unitOf } from "./describe.ts";
import type { Fact } from "./fact.ts";
import type { Claim, FigureQuery } from "./figure-query.ts";
import { lowerFirst, WORDING } from "./figures-wording.ts";
import { STANDARD } from "./indicators.ts";
import { addUp, type Measure, measureCells, shareOf } from "./measure.ts";
import { HUNDRED, parseRational, type Rational, rational } from "./rational.ts";
import { RULE } from "./safety-standard.ts";

type Role = Claim["role"];
type Part = Pick<Claim, "of" | "role">;

/** The stored figures that a claim is about, of several types their sum. */
export function measuresFor(claim: Claim, query: FigureQuery, facts: readonly Fact[]): readonly Measure[] {
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
export function inRole(measure: Measure, { of, role }: Part, apart = false): Rational | undefined {
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
export function isPartial({ unitType }: Measure, { role }: { readonly role: Role }): boolean {
  return role === "all" && unitType.split("+").some((unit) => RULE.assessedInPart.includes(unit));
}

/** "600 triệu" of a source that counts in "tỷ đồng": its number in millions. */
export function inUnitOf({ tens }: Claim, { unit }: Measure, value: Rational): Rational {
  const power = (n: number) => rational(10n ** BigInt(n));
  const own = unit.startsWith("tỷ") ? 9 : unit.startsWith("triệu") ? 6 : 0;
  return tens === undefined ? value : divide(multiply(value, power(own)), power(tens));
}

/** True where the stored number is what was said, rounded as it was said. */
export function holds(
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
export function mayBe(said: Rational, stored: Rational, approx: Measure["approx"]): boolean {
  const apart = compare(said, stored);
  if (approx === ">" || approx === ">=") return apart > 0;
  const isNear = compare(absolute(subtract(said, stored)), nearness(stored, "count")) <= 0;
  return isNear && (approx === "~" || (approx === "<~" && apart < 0));
}

/** "Khoảng 96 %" is within one point, "gần 1.700 khu dân cư" within five percent. */
const nearness = (said: Rational, of: Claim["of"]): Rational =>
  of === "share" ? rational(1) : divide(absolute(said), rational(20));

/** "số xã chưa đạt", "tỷ lệ doanh nghiệp đạt chuẩn", "mô hình xây mới". */
export function partName(measure: Measure, { of, role }: Part): string {
  if (measure.indicator !== STANDARD) return lowerFirst(nameOf(measure));
  const roles = { met: WORDING.metShort, notMet: WORDING.notMetShort, assessed: WORDING.assessedShort };
  return WORDING.part(of === "share", unitOf(measure), roles[role === "all" ? "assessed" : role]);
}
