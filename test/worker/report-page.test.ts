import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { reportPage } from "../../src/chat/report-page.ts";
import type { Fact } from "../../src/features/figures/fact.ts";
import { yearPeriod } from "../../src/features/figures/parse/periods.ts";
import { HOME } from "../../src/features/figures/places.ts";

const YEAR = yearPeriod(2025);
const fact = (unitType: string, numerator: string, denominator: string): Fact => ({
  id: `x-${unitType}`,
  ...HOME,
  level: "province",
  territory: "after",
  start: YEAR.start,
  end: YEAR.end,
  period: YEAR.label,
  coverage: "whole",
  indicator: "safety_standard_met",
  unitType,
  numerator,
  denominator,
  unit: "đơn vị",
  asOf: "31/12/2025",
  source: "Báo cáo số 15 của Công an tỉnh",
  audience: "public",
});

describe("the page for a conference on the real runtime", () => {
  it("is one page whose letters are read again", async () => {
    const facts = [fact("residentialArea", "1700", "1727"), fact("commune", "58", "61")];
    const bytes = await reportPage(YEAR, facts, Date.UTC(2026, 0, 5));
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    const { totalPages, text } = await extractText(pdf, { mergePages: true });
    expect(totalPages).toBe(1);
    for (const words of ["Khu dân cư", "1.700", "98,44%", "Báo cáo số 15 của Công an tỉnh"])
      expect(text).toContain(words);
    expect(bytes.length).toBeLessThan(100_000);
  });
});
