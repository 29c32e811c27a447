import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACTS } from "../../../test/figures/fixtures.ts";
import type { Fact } from "../figures/fact.ts";
import { overlay } from "../figures/overlay.ts";
import { COLUMNS } from "../figures/read-figures.ts";
import { arrange, preview } from "./diff.ts";
import { readTable } from "./read-file.ts";

const HEADER = COLUMNS.map(([column]) => column);
const FACT: Fact = {
  id: "LS2023-std-commune",
  province: "Lạng Sơn",
  area: "Lạng Sơn",
  level: "province",
  territory: "before",
  start: "2023-01-01",
  end: "2023-12-31",
  period: "năm 2023",
  coverage: "whole",
  indicator: "safety_standard_met",
  unitType: "commune",
  numerator: "175",
  denominator: "181",
  unit: "xã",
  asOf: "31/12/2023",
  source: "Báo cáo năm 2023",
  url: "https://example.vn/2023",
  audience: "public",
};

const cellsOf = (fact: Readonly<Record<string, unknown>>): string[] =>
  COLUMNS.map(([, field]) => String(fact[field] ?? ""));
const csv = (...rows: readonly (readonly string[])[]) =>
  [HEADER, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n");
const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));

async function look(text: string, now: readonly Fact[] = []) {
  const read = await readTable(bytes(text));
  if (read.problem !== undefined) throw new Error(read.problem);
  const columns = arrange(read.sheets[0]?.rows ?? []);
  if (columns.kind === "wrong") throw new Error("columns");
  return preview("tệp", columns.rows, now);
}

describe("what a file would do", () => {
  it("tells new, changed and unchanged apart", async () => {
    const other = { ...FACT, id: "LS2023-std-ward", unitType: "ward", unit: "phường" };
    const shown = await look(csv(cellsOf(FACT), cellsOf({ ...other, numerator: "5", denominator: "5" })), [
      FACT,
      { ...other, numerator: "4", denominator: "5" },
    ]);
    expect(shown).toMatchObject({ fresh: [], unchanged: 1, refused: [] });
    expect(shown.changed.map(({ before, after }) => [before?.numerator, after.numerator])).toEqual([
      ["4", "5"],
    ]);
  });

  it.each([
    ["a year like 20222", { start: "20222-01-01" }, /ngày/],
    ["a place that is none", { province: "Trung Quốc", area: "xã Trung Quốc" }, /không có tỉnh/],
    [
      "a commune that is none",
      { area: "xã Trung Quốc", level: "commune", territory: "after" },
      /không có “xã Trung Quốc”/,
    ],
    ["such a commune of before", { area: "xã Trung Quốc", level: "commune" }, /không có “xã Trung Quốc”/],
    ["another place than the province", { area: "Hà Nội" }, /phải ghi “Lạng Sơn”/],
    [
      "a district of today",
      { area: "Huyện Văn Quan (cũ)", level: "district", territory: "after" },
      /không còn/,
    ],
    ["another level than the place's", { area: "Huyện Văn Quan (cũ)", level: "commune" }, /cấp commune/],
    ["a year like 20222 in words", { period: "năm 20222" }, /năm 20222/],
    ["a year of another century", { start: "2202-01-01", end: "2202-12-31", period: "năm 2202" }, /2202/],
    ["a period that isn't its days", { period: "năm 2022" }, /không khớp/],
    ["an indicator that nobody can ask for", { indicator: "foo_bar" }, /chưa có chỉ tiêu/],
    ["a unit type that is none", { unitType: "alien" }, /chưa có loại đơn vị/],
    ["an empty place", { province: "" }, /không được để trống/],
    ["a level that is none", { level: "xã" }, /phải là một trong: nation/],
    ["a negative number", { numerator: "-3" }, /không âm/],
    ["more met than there are", { numerator: "190" }, /nhỏ hơn số đạt/],
    ["a formula", { note: '=HYPERLINK("http://x","y")' }, /công thức/],
    ["a formula by plus", { source: "+1+1" }, /công thức/],
    ["a formula by at", { locator: "@SUM(A1)" }, /công thức/],
    ["a formula by minus", { note: "-2+3+cmd|' /C calc'!A0" }, /công thức/],
    ["a formula in wide letters", { note: "＝1+1" }, /công thức/],
    ["a formula after a tab", { note: "\t=1+1" }, /ký tự ẩn/],
    ["letters nobody sees", { note: "abc\u202edef" }, /ký tự ẩn/],
    ["a comma in a count", { numerator: "1,686", denominator: "1,727" }, /1686 hoặc 1.686/],
    ["a value read two ways", { numerator: "", denominator: "", value: "1.686" }, /hai cách/],
    ["an indicator with SQL", { indicator: "x'; DROP TABLE figures;--" }, /mã chỉ tiêu/],
  ])("refuses %s with the line and why", async (_, change, why) => {
    const { refused, fresh } = await look(csv(cellsOf({ ...FACT, ...change })));
    expect(fresh).toEqual([]);
    expect(refused[0]).toMatchObject({ line: 2 });
    expect(refused.map((row) => row.why).join()).toMatch(why);
  });

  it("keeps SQL in a text as the text that it is", async () => {
    const note = "Robert'); DROP TABLE figures;--";
    expect((await look(csv(cellsOf({ ...FACT, note })))).fresh[0]?.note).toBe(note);
  });

  it("refuses what contradicts a figure of the same source", async () => {
    const { refused } = await look(csv(cellsOf({ ...FACT, id: "LS2023-other", numerator: "170" })), [FACT]);
    expect(refused[0]?.why).toContain("mâu thuẫn với LS2023-std-commune");
  });

  it("takes columns in any order, missing optional ones, other separators and UTF-16", async () => {
    const some = HEADER.filter(
      (column) => !["basis", "detail", "note", "locator", "approx", "value"].includes(column),
    ).reverse();
    const row = some.map((column) => cellsOf(FACT)[HEADER.indexOf(column)] ?? "");
    const text = `\ufeff${some.join(";")}\n${row.join(";")}`;
    expect((await look(text)).fresh).toHaveLength(1);
    const utf16 = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i++)
      new DataView(utf16.buffer).setUint16(i * 2, text.charCodeAt(i), true);
    expect((await readTable(utf16)).sheets?.[0]?.rows).toHaveLength(2);
  });

  it("reads numbers the Vietnamese way", async () => {
    const counts = await look(csv(cellsOf({ ...FACT, numerator: "1.686", denominator: "1.727" })));
    expect(counts.fresh[0]).toMatchObject({ numerator: "1686", denominator: "1727" });
    const share = { ...FACT, numerator: "", denominator: "", value: "97,63", unit: "%" };
    expect((await look(csv(cellsOf(share)))).fresh[0]?.value).toBe("97.63");
  });

  it("refuses a row whose cells are shifted by a comma", async () => {
    const text = `${HEADER.join(",")}\n${cellsOf({ ...FACT, unit: "xã, phường" }).join(",")}`;
    const { refused, fresh } = await look(text);
    expect(fresh).toEqual([]);
    expect(refused).toMatchObject([{ line: 2, why: expect.stringContaining("cần 24") }]);
  });

  it("takes two figures that change places, and neither where one of them is refused", async () => {
    const other = { ...FACT, id: "LS2023-other", unitType: "ward" };
    const [one, two] = [
      { ...FACT, unitType: "ward", numerator: "5" },
      { ...other, unitType: "commune", numerator: "6" },
    ];
    expect((await look(csv(cellsOf(one), cellsOf(two)), [FACT, other])).changed).toHaveLength(2);
    const { changed, refused } = await look(csv(cellsOf(one), cellsOf({ ...two, province: "x" })), [
      FACT,
      other,
    ]);
    expect(changed).toEqual([]);
    expect(refused.map(({ line }) => line)).toEqual([2, 3]);
  });

  it("finds nothing to refuse or to change in the figures that are told already", async () => {
    const shown = await look(csv(...FACTS.map(cellsOf)), FACTS);
    expect(shown.changed).toEqual([]);
    expect(shown.refused.map(({ why }) => why).join()).toMatch(/^(?:“3.916” đọc được hai cách[^“]*)?$/u);
    expect(shown.unchanged + shown.refused.length).toBe(FACTS.length);
  });

  it("writes a place as questions name it", async () => {
    const ward = { ...FACT, area: "Phường Tam Thanh", level: "commune", territory: "after" };
    expect((await look(csv(cellsOf(ward)))).fresh[0]?.area).toBe("phường Tam Thanh");
  });

  it("names wrong columns", async () => {
    const read = await readTable(bytes("id,tinh,so\n1,2,3"));
    expect(arrange(read.sheets?.[0]?.rows ?? [])).toMatchObject({
      kind: "wrong",
      missing: expect.arrayContaining(["province", "indicator"]),
      unknown: ["tinh", "so"],
    });
  });

  it("goes before a later figure of the same thing by the same source under another id", () => {
    const later = { ...FACT, id: "LS2023-renamed", numerator: "170" };
    const elsewhere = { ...later, id: "LS2023-elsewhere", url: "https://example.vn/elsewhere" };
    expect(overlay([later, elsewhere], [FACT]).map(({ id }) => id)).toEqual([elsewhere.id, FACT.id]);
  });

  it("laid over the figures, it tells them as the file has them", () => {
    const id = fc.constantFrom("aaa", "bbb", "ccc", "ddd");
    const facts = fc
      .uniqueArray(id, { maxLength: 4 })
      .chain((ids) =>
        fc.tuple(
          ...ids.map((one) =>
            fc.nat(181).map((n) => ({ ...FACT, id: one, url: `https://e.vn/${one}`, numerator: String(n) })),
          ),
        ),
      );
    fc.assert(
      fc.property(facts, facts, (seed, sent) => {
        const shown = preview(
          "tệp",
          sent.map((fact, i) => ({ line: i + 2, cells: cellsOf(fact) })),
          seed,
        );
        const told = overlay(seed, [...shown.fresh, ...shown.changed.map(({ after }) => after)]);
        for (const fact of sent) expect(told.find(({ id: one }) => one === fact.id)).toEqual(fact);
        expect(told).toHaveLength(new Set([...seed, ...sent].map((fact) => fact.id)).size);
      }),
    );
  });
});

describe("a file that is none", () => {
  it.each([
    ["nothing", new Uint8Array(), "empty"],
    ["a PDF", new Uint8Array([...bytes("%PDF-1.7\n%"), 0xe2, 0xe3]), "not_a_table"],
    ["a picture", new Uint8Array([0x89, ...bytes("PNG\r\n"), 0x1a, 0x0a, 0xff, 0xfe]), "not_a_table"],
    ["an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "old_excel"],
    ["zeros between letters", bytes("id,\0,tinh"), "not_utf8"],
    ["letters that are broken already", bytes("id,LÃ¡ng SÆ¡n,ChÃ­ LÄ\u0083ng,SÃ´ng"), "mojibake"],
    ["a web page", bytes("<html><table><tr><td>1</td></tr></table></html>"), "web_page"],
    ["Windows-1258", new Uint8Array([0x54, 0xcc, 0x6e]), "not_utf8"],
    ["a broken ZIP", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), "unreadable"],
    ["too many bytes", new Uint8Array(3 * 1024 * 1024), "too_large"],
    ["too many rows", bytes(`a\n${"1\n".repeat(6_000)}`), "too_many_rows"],
  ])("%s", async (_, file, problem) => {
    expect(await readTable(file)).toEqual({ problem });
  });

  it("names the line of a quote that doesn't end", async () => {
    expect(await readTable(bytes('id,note\n"a,b'))).toEqual({ problem: "unreadable", where: "dòng 2" });
  });

  it("never throws, whatever the bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (random, zip) => {
        const file = new Uint8Array(zip ? [0x50, 0x4b, 3, 4, ...random] : random);
        const read = await readTable(file);
        expect(read.problem !== undefined || read.sheets.length > 0).toBe(true);
      }),
    );
  });
});
