import { compare } from "./arithmetic.ts";
import { holds, inRole, inUnitOf, measuresFor, partName } from "./claimed-role.ts";
import { unitOf } from "./describe.ts";
import type { Fact } from "./fact.ts";
import { type Claim, type FigureQuery, periodsOf } from "./figure-query.ts";
import { WORDING } from "./figures-wording.ts";
import { INDICATORS, indicatorOf, STANDARD, UNITS } from "./indicators.ts";
import type { Measure } from "./measure.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { parseRational, rational } from "./rational.ts";
import { ASSESSED } from "./units.ts";

/** A smaller number is the number of something else by chance. */
const TELLING = rational(10);

/**
 * What the number is in truth, where it is another part of the same thing, or the same part of another.
 * @param isKnown true where the source tells the right number: then anything else of that place and period may have this one
 */
export function otherRole(
  claim: Claim,
  query: FigureQuery,
  facts: readonly Fact[],
  writer: ProvenanceWriter,
  isKnown: boolean,
): string | undefined {
  const own = measuresFor(claim, query, facts);
  const wider = (compare(parseRational(claim.value), TELLING) < 0 ? [] : ASSESSED).flatMap((unit) =>
    measuresFor({ ...claim, unitTypes: [unit], indicators: [STANDARD] }, query, facts),
  );
  const ofUnits = own.some((m) => m.indicator === UNITS);
  const nearby = ofUnits ? measuresFor({ ...claim, indicators: [STANDARD] }, query, facts) : [];
  const isAward = query.indicators.some((id) => indicatorOf(id).by !== undefined);
  const isTelling = isKnown && compare(parseRational(claim.value), TELLING) >= 0;
  const others = INDICATORS.all.flatMap(({ id, by }) =>
    isTelling || (isAward && by !== undefined)
      ? measuresFor({ ...claim, indicators: [id], unitTypes: [] }, { ...query, unitTypes: [] }, facts)
      : [],
  );
  for (const measure of [...own, ...nearby, ...wider, ...others])
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
  const periods = periodsOf(facts.filter(({ indicator }) => query.indicators.includes(indicator)));
  const found = measuresFor({ ...claim, periods }, query, facts).find((measure) => {
    const value = inRole(measure, claim);
    return value !== undefined && holds({ ...claim, hedge: "exact" }, inUnitOf(claim, measure, value));
  });
  return found === undefined ? undefined : writer.quote(`${partName(found, claim)}, ${found.period}`);
}

const isOfOthers = ({ unitType }: Measure, claim: Claim, { unitTypes }: FigureQuery): boolean =>
  unitType === "collective" && [...claim.unitTypes, ...unitTypes].includes("individual");
