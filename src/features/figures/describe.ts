import { type Block, list, source, text } from "../../messaging/reply.ts";
import { absolute, subtract } from "./arithmetic.ts";
import { type Fact, sourceKey } from "./fact.ts";
import type { Place } from "./figure-query.ts";
import { lowerFirst, upperFirst, WORDING } from "./figures-wording.ts";
import { indicatorOf, STANDARD, UNITS } from "./indicators.ts";
import { type Measure, shareOf } from "./measure.ts";
import { formatApproximate } from "./numbers.ts";
import { CITIES, NATION } from "./places.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { RULE } from "./safety-standard.ts";
import { ASSESSED, unitName } from "./units.ts";

/** "tỉnh Lạng Sơn", "huyện Tràng Định (cũ)", "toàn quốc". */
export function placeName({ area, province }: Place): string {
  if (area === NATION.area) return area.toLocaleLowerCase("vi");
  if (area !== province) return lowerFirst(area);
  return CITIES.includes(area) ? area : `tỉnh ${area}`;
}

/** What a measure counts: "xã", "cơ quan, doanh nghiệp". */
export function unitOf(measure: Measure): string {
  if (measure.unitType === "") return measure.unit;
  const parts = measure.unitType.split("+");
  return parts.length === ASSESSED.length ? "đơn vị (cả bảy loại)" : unitName(measure.unitType);
}

/** The number of a measure in words: "1.686/1.727 (97,63%)", "66 mô hình", "trên 14 tỷ đồng", "96,28%". */
export function writeMeasure(measure: Measure, writer: ProvenanceWriter): string {
  writer.use(measure.facts);
  const { count, whole } = measure;
  if (count === undefined) return WORDING.notStated;
  const share = shareOf(measure);
  if (whole !== undefined && share !== undefined)
    return `${writer.ratio(count, whole)} (${writer.percent(share)})`;
  const written = writer.quote(formatApproximate(count, measure.approx));
  if (indicatorOf(measure.indicator).kind === "change" && measure.approx === undefined)
    return WORDING.change(writer.percent(absolute(count)), count.num > 0n);
  return measure.unit === "%" ? `${written}%` : `${written} ${measure.unit}`;
}

/** Total minus the number reached; undefined where the source gives no total. */
export function missingOf(measure: Measure) {
  return measure.count === undefined || measure.whole === undefined
    ? undefined
    : subtract(measure.whole, measure.count);
}

/** "; chưa đạt 13", where the source tells of how many. */
export function missingAlso(measure: Measure, writer: ProvenanceWriter): string {
  const missing = missingOf(measure);
  return missing === undefined ? "" : WORDING.missingAlso(writer.number(missing));
}

/** "Khu dân cư đạt chuẩn", "Mô hình xây mới": a measure's name in a list or table. */
export function nameOf(measure: Measure): string {
  const detail = measure.facts[0]?.detail;
  const { title, byUnit, of } = indicatorOf(measure.indicator);
  if (measure.indicator === STANDARD)
    return `${upperFirst(unitOf(measure))} ${measure.notMet === true ? WORDING.notMetShort : WORDING.metShort}`;
  if (measure.indicator === UNITS && measure.unitType !== "") return `Số ${unitName(measure.unitType)}`;
  if (byUnit === true && measure.unitType !== "") return `${title}, ${unitName(measure.unitType)}`;
  // "Mô hình Tiếng kẻng an ninh" says already which kind it is.
  const isSaid = of !== undefined && title.toLowerCase().endsWith(detail?.toLowerCase() ?? "");
  return detail === undefined || isSaid ? title : `${title}: ${detail}`;
}

/** "Mô hình xây mới, năm 2022: 16 mô hình" */
export const writeNamed = (measure: Measure, writer: ProvenanceWriter): string =>
  `${nameOf(measure)}, ${measure.period}: ${writeMeasure(measure, writer)}`;

/** What has to be known to use a figure, and what can be read up. */
export interface Caveats {
  readonly first: readonly string[];
  readonly details: readonly string[];
}

/**
 * Notes of the sources and what the period leaves out, each once. First: that it is of another period than asked for, not of
 * the whole of it, or counted by another rule; and what a source notes of a single figure. The days of the assessment year and how
 * a number was derived are details.
 */
export function caveatsOf(measures: readonly Measure[], writer: ProvenanceWriter): Caveats {
  writer.use(measures.flatMap((m) => m.facts));
  const fits = measures.flatMap((measure) => {
    // Of a span whose years are told one by one nothing is missing.
    const isOneOfSeveral = measures.some((m) => m.wanted === measure.wanted && m.period !== measure.period);
    if (measure.wanted === undefined || (measure.fit === "inside" && isOneOfSeveral)) return [];
    const tell = measure.fit === "covers" ? WORDING.covers : WORDING.inside;
    return [writer.quote(tell(measure.wanted, measure.period))];
  });
  const facts = measures.filter((m) => m.count !== undefined).flatMap((measure) => measure.facts);
  const isTelling = (fact: Fact) =>
    fact.coverage === "part" || fact.basis !== undefined || facts.length <= TOLD_WITH;
  const isOneTime = new Set(facts.map(({ period }) => period)).size === 1;
  const notes = (some: readonly Fact[]) =>
    some.flatMap((fact) => [
      ...(fact.note === undefined ? [] : [isOneTime ? fact.note : WORDING.ofPeriod(fact.period, fact.note)]),
      ...(fact.coverage === "part" && !fact.note?.includes("trọn") ? [WORDING.notWhole] : []),
    ]);
  const first = [...new Set([...fits, ...notes(facts.filter(isTelling))])];
  const details = [
    ...assessment(measures, writer),
    ...notes(facts.filter((fact) => !isTelling(fact))),
    ...facts.flatMap(({ locator }) => (locator === undefined ? [] : [WORDING.derived(locator)])),
  ];
  return { first, details: [...new Set(details)].filter((one) => !first.includes(one)) };
}

/** Of so few figures the notes are told with them. */
const TOLD_WITH = 2;

/** The caveats as they stand under an answer. */
export function caveatBlocks(all: readonly string[]): Block[] {
  const [only] = all;
  return only === undefined ? [] : all.length === 1 ? [text(WORDING.note(only))] : [list(...all)];
}

/** The assessment year of Thông tư 124/2021/TT-BCA, Điều 8: it applies to figures from its first year on. */
function assessment(measures: readonly Measure[], writer: ProvenanceWriter): string[] {
  const facts = measures
    .filter((m) => m.indicator === STANDARD)
    .flatMap((m) => m.facts)
    .filter((fact) => fact.basis === undefined && (fact.start ?? "") >= RULE.firstYear);
  if (facts.length === 0) return [];
  const residential = facts.some((fact) => fact.unitType === "residentialArea");
  const other = facts.some((fact) => fact.unitType !== "residentialArea");
  return [
    writer.quote(
      residential && other
        ? WORDING.assessmentAll
        : WORDING.assessmentOne(residential ? "residentialArea" : "others"),
    ),
  ];
}

/** One source block for each source, with the date of its figures. */
export function sources(measures: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const facts = measures.flatMap((m) => m.facts);
  writer.use(facts);
  const bySource = Map.groupBy(facts, sourceKey);
  return [...bySource.values()].map((group) =>
    source(
      `${group[0]?.source ?? ""}; số liệu: ${[...new Set(group.map((fact) => fact.asOf))].join(", ")}`,
      group[0]?.url,
    ),
  );
}
