import { readFileSync } from "node:fs";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { FACTS, NOW } from "../../../../test/figures/fixtures.ts";
import type { Fact } from "../../figures/fact.ts";
import { formatNumber } from "../../figures/numbers.ts";
import { yearPeriod } from "../../figures/parse/periods.ts";
import { HOME } from "../../figures/places.ts";
import { parseRational } from "../../figures/rational.ts";
import { reportContent } from "./report-content.ts";
import { reportPdf } from "./report-pdf.ts";
import { REPORT } from "./report-wording.ts";

const YEAR = yearPeriod(2022);
const FONTS = new URL("../../../../node_modules/@expo-google-fonts/be-vietnam-pro/", import.meta.url);
const font = (path: string) => new Uint8Array(readFileSync(new URL(path, FONTS)));
const fonts = {
  regular: font("400Regular/BeVietnamPro_400Regular.ttf"),
  bold: font("600SemiBold/BeVietnamPro_600SemiBold.ttf"),
};
const own = FACTS.filter(
  ({ province, area, start, end }) =>
    province === HOME.province && area === HOME.area && start === YEAR.start && end === YEAR.end,
);

async function read(facts: readonly Fact[]): Promise<{ pages: number; text: string }> {
  const pdf = await getDocumentProxy(await reportPdf(YEAR, facts, NOW, fonts));
  const { totalPages, text } = await extractText(pdf, { mergePages: true });
  return { pages: totalPages, text: text.replace(/\s+/gu, " ") };
}

describe("the page for a conference", () => {
  it("has every figure of the year and every source, in letters that a reader gets back", async () => {
    const { pages, text } = await read(FACTS);
    expect(pages).toBe(1);
    expect(text).toContain(REPORT.title);
    expect(text).toContain("Cơ sở giáo dục");
    const told = own.filter(({ approx, coverage }) => approx !== "?" && coverage !== "moment");
    expect(told.length).toBeGreaterThan(15);
    const missing = told.filter(({ numerator, denominator, value, source }) => {
      const numbers = [numerator, denominator, value].flatMap((one) =>
        one === undefined ? [] : [formatNumber(parseRational(one))],
      );
      return !numbers.every((number) => text.includes(number)) || !text.includes(source);
    });
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it("adds up the types, and gives each figure the number of its source", () => {
    const { standard, total, others, sources } = reportContent(YEAR, FACTS, NOW);
    expect(standard).toHaveLength(7);
    expect(total?.cells.slice(2)).toEqual(["2.878", "2.795", "83", "97,12%"]);
    for (const line of [...standard.map(({ cells }) => cells[1] ?? ""), ...others]) {
      const at = Number(/\[(\d+)\]$/u.exec(line)?.[1]);
      expect(sources[at - 1]).toBeDefined();
    }
  });

  it("stays one page with far too much on it, and says what was left out", async () => {
    const [one] = own;
    const many = Array.from(
      { length: 400 },
      (_, i): Fact => ({ ...(one as Fact), id: `x-${i}`, detail: `mục ${i}`, source: `Nguồn ${i % 3}` }),
    );
    const { pages, text } = await read([...FACTS, ...many]);
    expect(pages).toBe(1);
    expect(text).toMatch(/Còn \d+ số liệu khác/u);
  });
});
