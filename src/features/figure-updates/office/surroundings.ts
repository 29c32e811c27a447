import { fold } from "../../../language/fold.ts";
import type { Fact } from "../../figures/fact.ts";
import type { OfficeTable } from "./find-table.ts";
import type { Meanings } from "./meaning.ts";
import type { SaidPeriod } from "./office-figure.ts";
import type { Surroundings } from "./row-reader.ts";

/** Where a table says that it comes from: "(Kèm theo Báo cáo số 12/BC-CAT ngày 05/01/2026)", "Nguồn: …". */
const SOURCE =
  /^\(?\s*(?:kèm theo|ban hành kèm theo|nguồn(?: số liệu)?\s*:|theo)\s*:?\s*(.{5,200}?)\s*\)?$/iu;
/** How the line that names a table begins, unlike the name of an office. */
const NAMES_TABLE = /^(?:kết quả|báo cáo|thống kê|tổng hợp|bảng|biểu|số liệu|danh sách|phụ lục)/iu;
/** Days and numbers of documents name no period of the figures. */
const DOCUMENT = /\(?\s*(?:kèm theo|ban hành|theo|số:?|ngày)\b.*$/iu;

/**
 * What a table says once for all of its rows: in the lines above it, the name of its sheet, the words sent with the file,
 * and its name, in this order.
 */
export function surroundingsOf(
  { titles, sheet }: OfficeTable,
  {
    caption,
    fileName,
    facts,
  }: { readonly caption: string; readonly fileName: string; readonly facts: readonly Fact[] },
  meanings: Meanings,
): Surroundings & { readonly source: string | undefined; readonly title: string } {
  const lines = [...titles, sheet, caption, fileName.replace(/\.\w+$/u, "").replace(/[_-]+/gu, " ")];
  const said = lines.map((line) =>
    meanings.of(line.replace(DOCUMENT, "").replace(/[()]/gu, " ").toLocaleLowerCase("vi")),
  );
  const source = [...titles, caption]
    .map((line) => SOURCE.exec(line.trim())?.[1])
    .find((one) => one !== undefined);
  const counted = wholeIndicators(facts);
  return {
    period: said.flatMap(({ periods }) => periods)[0],
    unitType: said.find(({ unitType }) => unitType !== undefined)?.unitType,
    isReached: said.some(({ isReached }) => isReached),
    indicator: said.find(({ indicator }) => indicator !== undefined)?.indicator,
    isCounted: (indicator) => counted.has(indicator),
    storedPeriods: periodsOf(facts),
    source,
    title: (
      longest(titles.filter((line) => NAMES_TABLE.test(line))) ??
      titles.find((line) => line.length > 12 && !SOURCE.test(line)) ??
      ""
    ).slice(0, 150),
  };
}

const longest = (lines: readonly string[]): string | undefined =>
  lines.toSorted((a, b) => b.length - a.length)[0];

/** The indicators of which only whole numbers are stored: they count something. */
function wholeIndicators(facts: readonly Fact[]): ReadonlySet<string> {
  const all = Map.groupBy(facts, ({ indicator }) => indicator);
  return new Set(
    [...all].flatMap(([id, own]) =>
      own.every(({ value, unit }) => value?.includes(".") !== true && !/%|đồng|km|kg|tấn/u.test(unit))
        ? [id]
        : [],
    ),
  );
}

/** Periods by their names, as far as a name means one period. */
function periodsOf(facts: readonly Fact[]): ReadonlyMap<string, SaidPeriod> {
  const byName = Map.groupBy(facts, ({ period }) => fold(period));
  return new Map(
    [...byName].flatMap(([name, alike]) => {
      const [first] = alike;
      const isOne = new Set(alike.map(({ start, end }) => `${start}/${end}`)).size === 1;
      return first === undefined || !isOne
        ? []
        : [[name, { label: first.period, start: first.start, end: first.end }] as const];
    }),
  );
}
