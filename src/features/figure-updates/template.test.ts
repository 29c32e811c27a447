import { readSheet } from "read-excel-file/universal";
import { describe, expect, it } from "vitest";
import { FACTS } from "../../../test/figures/fixtures.ts";
import { PROVINCE } from "../../language/province.ts";
import { type Sheet, xlsx } from "../../platform/xlsx.ts";
import { figureSheets } from "../figure-files/figure-rows.ts";
import { TEMPLATE_COLUMNS } from "../figure-files/office-columns.ts";
import { previewOffice } from "./office-preview.ts";
import { readTable } from "./read-file.ts";
import { communeTemplate, yearTemplate } from "./template.ts";
import { TEMPLATE } from "./template-wording.ts";

const NOW = Date.UTC(2026, 10, 29);
const file = { fileName: "mau.xlsx", caption: "", now: NOW, sourceOf: (title: string) => `Bảng ${title}` };

async function sendBack(sheets: readonly Sheet[]) {
  const read = await readTable(xlsx(sheets));
  if (read.problem !== undefined) throw new Error(read.problem);
  const office = previewOffice(read.sheets, FACTS, file);
  if (office === null) throw new Error("no table");
  return office;
}

/** The template with cells written over: by column, what a hand would write. */
function filled(
  sheets: readonly Sheet[],
  cells: Readonly<Record<string, string | number | null>>,
): readonly Sheet[] {
  const [first, ...rest] = sheets;
  if (first === undefined) return [];
  const over = ([head, ...rows]: Sheet["rows"]) => [
    head ?? [],
    ...rows.map((row) => row.map((cell, i) => cells[TEMPLATE_COLUMNS[i] ?? ""] ?? cell)),
  ];
  return [{ ...first, rows: over(first.rows) }, ...rest];
}

describe("the template", () => {
  it("has the last year's rows, and comes back unchanged as nothing new", async () => {
    const { sheets, rows } = yearTemplate(FACTS, NOW);
    expect(rows).toBeGreaterThan(20);
    const { shown, questions } = await sendBack(sheets);
    expect(shown).toMatchObject({ fresh: [], changed: [], refused: [] });
    expect(shown.unchanged).toBeGreaterThan(20);
    expect(questions).toEqual([]);
  });

  it.each(["2023", "năm 2023", "Năm 2023"])(
    "makes another year of it where only the period is written over: %s",
    async (period) => {
      const { shown } = await sendBack(
        filled(yearTemplate(FACTS, NOW).sheets, { period, source: "Báo cáo số 5", url: null }),
      );
      expect(shown.refused).toEqual([]);
      expect(shown.fresh.length).toBeGreaterThan(20);
      expect(new Set(shown.fresh.map(({ period: said, start }) => `${said} ${start}`))).toEqual(
        new Set(["năm 2023 2023-01-01"]),
      );
    },
  );

  it("for communes has a row for each, of which those left empty are passed over", async () => {
    const { sheets, rows } = communeTemplate(NOW);
    expect(rows).toBe(PROVINCE.communes.length);
    const { shown, blank } = await sendBack(sheets);
    expect(blank).toBe(rows);
    expect(shown).toMatchObject({ fresh: [], refused: [] });
    const all = await sendBack(filled(sheets, { numerator: 9, denominator: "10" }));
    expect(all.shown.fresh).toHaveLength(rows);
    expect(all.shown.refused).toEqual([]);
  });

  it("offers lists whose cells are there", async () => {
    const { sheets } = yearTemplate(FACTS, NOW);
    const values = await readSheet(new Blob([xlsx(sheets)]), TEMPLATE.values);
    for (const { from, count } of sheets[0]?.choices ?? []) {
      expect(values[count]?.[from]).toBeTruthy();
      expect(values[count + 1]?.[from] ?? null).toBeNull();
    }
  });
});

describe("what was given out", () => {
  it("comes back as it is: every figure of the house is known again", async () => {
    const { shown } = await sendBack(figureSheets(FACTS));
    expect(shown).toMatchObject({ fresh: [], changed: [], refused: [] });
    expect(shown.unchanged).toBe(FACTS.filter(({ approx }) => approx !== "?").length);
  });
});
