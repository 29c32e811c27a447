import { displayDate } from "../../language/dates.ts";
import type { Fact } from "../figures/fact.ts";
import { INDICATORS } from "../figures/indicators.ts";
import { yearAt } from "../figures/parse/periods.ts";
import { knownPlace, MERGER, NATION, PROVINCES } from "../figures/places.ts";
import type { RefusedRow } from "../figures/read-figures.ts";
import { UNIT_NAMES } from "../figures/units.ts";

type Why = Pick<RefusedRow, "column" | "why">;

/** How many years from today a figure or a goal may be. */
const YEARS_BACK = 80;
const YEARS_AHEAD = 25;

/**
 * Why a well-formed figure is implausible; null where it is plausible. It also refuses what nobody can ask for: an
 * indicator, a unit type or a place that no question can name.
 */
export function implausible(fact: Fact): Why | null {
  return wrongYear(fact) ?? wrongPlace(fact) ?? wrongKind(fact);
}

function wrongYear({ start, end, period, asOf }: Fact): Why | null {
  const now = yearAt(Date.now());
  for (const [column, years] of [
    ["start", start?.match(/^\d+/u)],
    ["end", end?.match(/^\d+/u)],
    ["period", period.match(/\d{4,}/gu)],
    ["as_of", asOf.match(/\d{4,}/gu)],
  ] as const) {
    const odd = years?.find((year) => Number(year) < now - YEARS_BACK || Number(year) > now + YEARS_AHEAD);
    if (odd !== undefined) return { column, why: `năm ${odd.slice(0, 12)} không hợp lý` };
  }
  const outside = (period.match(/\d{4}/gu) ?? []).find(
    (year) =>
      start !== undefined && end !== undefined && (year < start.slice(0, 4) || year > end.slice(0, 4)),
  );
  return outside === undefined
    ? null
    : { column: "period", why: `“${period.slice(0, 40)}” không khớp ngày ${start} đến ${end}` };
}

function wrongPlace({ province, area, level, territory }: Fact): Why | null {
  const place = area.slice(0, 40);
  if (level === "nation") {
    const isNation = province === NATION.province && area === NATION.area;
    return isNation ? null : { column: "area", why: `cấp nation phải ghi “${NATION.area}”` };
  }
  if (!PROVINCES.includes(province))
    return { column: "province", why: `không có tỉnh “${province.slice(0, 40)}” trong danh sách` };
  if (level === "province")
    return area === province ? null : { column: "area", why: `cấp province thì phải ghi “${province}”` };
  if (area === province || knownPlace({ province, area }) === undefined)
    return { column: "area", why: `không có “${place}” trong danh sách địa danh của ${province}` };
  const isDistrict = /^(?:huyện|thành phố|thị xã|quận) /iu.test(area);
  if (isDistrict !== (level === "district"))
    return { column: "level", why: `“${place}” không thuộc cấp ${level}` };
  const isFormer = area.endsWith("(cũ)");
  return isFormer && territory === "after"
    ? { column: "territory", why: `“${place}” không còn từ ${displayDate(MERGER)}` }
    : null;
}

function wrongKind({ indicator, unitType }: Fact): Why | null {
  if (!INDICATORS.describes(indicator))
    return { column: "indicator", why: `chưa có chỉ tiêu “${indicator.slice(0, 40)}”` };
  if (unitType === undefined) return null;
  const isKnown = unitType.split("+").every((kind) => Object.hasOwn(UNIT_NAMES, kind));
  return isKnown ? null : { column: "unit_type", why: `chưa có loại đơn vị “${unitType.slice(0, 40)}”` };
}
