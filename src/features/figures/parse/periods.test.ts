import { describe, expect, it } from "vitest";
import { readPeriods } from "./periods.ts";

const NOW = Date.parse("2026-11-23T06:00:00Z");
/** Ten years on, on the last day of a year in Vietnam, which in London has some hours left. */
const LATER = Date.parse("2036-12-31T16:59:00Z");
const told = (text: string, now = NOW) =>
  readPeriods(text, now).hits.map(({ period: { start, end, label } }) => `${label}: ${start} ${end}`);

describe("periods in a question", () => {
  it.each([
    ["nam 2022", "năm 2022: 2022-01-01 2022-12-31"],
    ["nam ngoai", "năm 2025: 2025-01-01 2025-12-31"],
    ["nam '23", "năm 2023: 2023-01-01 2023-12-31"],
    ["2020-2021", "giai đoạn 2020-2021: 2020-01-01 2021-12-31"],
    ["tu 2019 den nay", "từ 2019 đến nay: 2019-01-01 2026-12-31"],
    ["thang 2/2024", "tháng 2/2024: 2024-02-01 2024-02-29"],
    ["quy iii nam 2025", "quý III năm 2025: 2025-07-01 2025-09-30"],
    ["6 thang dau nam", "6 tháng đầu năm 2026: 2026-01-01 2026-06-30"],
    ["6 thang cuoi nam 2024", "6 tháng cuối năm 2024: 2024-07-01 2024-12-31"],
    ["ngay 08/02/2023", "ngày 08/02/2023: 2023-02-08 2023-02-08"],
    ["tu 15/12/2025 den 16/01/2026", "từ 15/12/2025 đến 16/01/2026: 2025-12-15 2026-01-16"],
    ["truoc khi sap nhap", "trước khi sắp xếp 01/07/2025: 2015-01-01 2025-06-30"],
    ["sau sap nhap", "sau khi sắp xếp 01/07/2025: 2025-07-01 2026-12-31"],
    ["truoc nam 2020", "trước năm 2020: 2009-01-01 2019-12-31"],
  ])("%s", (text, wanted) => expect(told(text)).toEqual([wanted]));

  it("reads several in the order of the text, each once", () => {
    expect(told("2023 so voi nam 2022, 2023")).toEqual([
      "năm 2023: 2023-01-01 2023-12-31",
      "năm 2022: 2022-01-01 2022-12-31",
    ]);
    expect(told("3 nam qua").map((line) => line.slice(0, 8))).toEqual(["năm 2023", "năm 2024", "năm 2025"]);
    expect(told("2022 so voi cung ky nam truoc")).toHaveLength(2);
  });

  it.each(["nam 20222", "nam 99999"])("says that %s is no year", (text) => {
    expect(readPeriods(text, NOW)).toMatchObject({ hits: [], absurd: text.slice(4) });
  });

  it("takes no day that there isn't, nor one of another century", () => {
    expect(told("ngay 31/02/2023 den 01/03/1850").join()).not.toMatch(/ngày/u);
  });

  it("counts from the clock, in Vietnam", () => {
    expect(told("nam nay", LATER)).toEqual(["năm 2036: 2036-01-01 2036-12-31"]);
    expect(told("nam nay", LATER + 60_000)).toEqual(["năm 2037: 2037-01-01 2037-12-31"]);
    expect(told("sau sap nhap", LATER)).toEqual(["sau khi sắp xếp 01/07/2025: 2025-07-01 2036-12-31"]);
  });
});
