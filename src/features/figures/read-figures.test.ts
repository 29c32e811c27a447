import { describe, expect, it } from "vitest";
import { FILES } from "../../../test/figures/fixtures.ts";
import { COLUMNS, parseFigures } from "./read-figures.ts";

const HEADER = COLUMNS.map(([column]) => column).join(",");
const GOOD: Readonly<Record<string, string>> = {
  id: "LS2022-x",
  province: "Lạng Sơn",
  area: "Lạng Sơn",
  level: "province",
  territory: "before",
  start: "2022-01-01",
  end: "2022-12-31",
  period: "năm 2022",
  coverage: "whole",
  indicator: "models_new",
  unit: "mô hình",
  value: "16",
  as_of: "năm 2022",
  source: "Báo",
  url: "https://example.vn/a",
  audience: "public",
};
const row = (changes: Readonly<Record<string, string>> = {}) =>
  COLUMNS.map(([column]) => ({ ...GOOD, ...changes })[column] ?? "").join(",");
const load = (...rows: readonly string[]) =>
  parseFigures([{ name: "a.csv", text: [HEADER, ...rows].join("\n") }]);

describe("figure files", () => {
  it("loads every row of the house's own files", () => {
    const { facts, refused } = parseFigures(FILES);
    expect(refused).toEqual([]);
    expect(facts.length).toBeGreaterThan(200);
  });

  it("takes a good row and names line, column and reason of a bad one", () => {
    const { facts, refused } = load(
      row(),
      row({ id: "LS2022-y", value: "1.686.5", indicator: "models_total" }),
    );
    expect(facts.map((fact) => fact.id)).toEqual(["LS2022-x"]);
    expect(refused).toEqual([expect.objectContaining({ file: "a.csv", line: 3, column: "value" })]);
  });

  it.each([
    ["Lạng Sơn", "Xã Na Sầm", "xã Na Sầm"],
    ["Lạng Sơn", "HUYỆN TRÀNG ĐỊNH (CŨ)", "Huyện Tràng Định (cũ)"],
    ["lạng sơn", "Xã Quý Hoà", "xã Quý Hòa"],
    ["Lạng Sơn", "lạng sơn", "Lạng Sơn"],
    ["Toàn Quốc", "toàn quốc", "Toàn quốc"],
    ["Lai Châu", "xã Sùng Phài", "Xã Sùng Phài"],
    ["Lạng Sơn", "Xã Không Có", "Xã Không Có"],
  ])("stores a place as questions name it, however it is written: %s, %s", (province, area, stored) => {
    expect(load(row({ province, area })).facts.map((fact) => fact.area)).toEqual([stored]);
  });

  it.each([
    ["a formula", { note: '=HYPERLINK("x")' }, "note"],
    ["a plus formula", { source: "+cmd" }, "source"],
    ["an at formula", { unit: "@SUM" }, "unit"],
    ["a day that is none", { end: "2022-02-30" }, "end"],
    ["an end before the start", { start: "2023-01-01" }, "end"],
    ["more met than there are", { value: "", numerator: "6", denominator: "5" }, "denominator"],
    ["a total without a count", { denominator: "5" }, "denominator"],
    ["no number", { value: "" }, "value"],
    ["a negative count", { value: "-3" }, "value"],
    ["a script as address", { url: "javascript:alert(1)" }, "url"],
  ])("refuses %s", (_, changes, column) => {
    const quoted = Object.fromEntries(
      Object.entries(changes).map(([key, value]) => [key, `"${value.replaceAll('"', '""')}"`]),
    );
    const { facts, refused } = load(row(quoted));
    expect(facts).toEqual([]);
    expect(refused[0]).toMatchObject({ line: 2, column });
  });

  it("refuses both of two rows of one source that contradict each other", () => {
    const { facts, refused } = load(row(), row({ id: "LS2022-y", value: "17" }));
    expect(facts).toEqual([]);
    expect(refused.map(({ line }) => line)).toEqual([2, 3]);
  });

  it("keeps both where two sources disagree", () => {
    expect(load(row(), row({ id: "LS2022-y", value: "17", url: "https://example.vn/b" })).facts).toHaveLength(
      2,
    );
  });

  it("refuses a file with other columns, a broken quote, and a repeated id", () => {
    expect(parseFigures([{ name: "b.csv", text: "a,b\n1,2" }]).refused[0]).toMatchObject({
      file: "b.csv",
      line: 1,
    });
    expect(load('"x').refused).toHaveLength(1);
    expect(load(row(), row({ indicator: "models_total" })).refused[0]).toMatchObject({
      line: 3,
      column: "id",
    });
  });
});
