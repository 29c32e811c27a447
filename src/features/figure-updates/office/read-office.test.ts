import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACTS } from "../../../../test/figures/fixtures.ts";
import {
  HANDS,
  type Hand,
  type HandCell,
  type HandSheet,
  handMade,
} from "../../../../test/figures/workbooks.ts";
import type { Fact } from "../../figures/fact.ts";
import { previewOffice } from "../office-preview.ts";
import { readTable } from "../read-file.ts";

const NOW = Date.UTC(2026, 10, 29);
const file = { fileName: "bang.xlsx", caption: "", now: NOW, sourceOf: (title: string) => `Bảng ${title}` };

async function look(bytes: Uint8Array<ArrayBuffer>, more: Partial<typeof file> = {}) {
  const read = await readTable(bytes);
  if (read.problem !== undefined) throw new Error(read.problem);
  const office = previewOffice(read.sheets, FACTS, { ...file, ...more });
  if (office === null) throw new Error("no table");
  return { ...office, hidden: read.hidden };
}

const sheet = (rows: readonly (readonly HandCell[])[], more: Partial<HandSheet> = {}): HandSheet => ({
  name: "Sheet1",
  rows,
  ...more,
});
const book = (rows: readonly (readonly HandCell[])[], more: Partial<HandSheet> = {}, hand: Hand = "excel") =>
  handMade([sheet(rows, more)], hand);
const csv = (text: string) => new Uint8Array(new TextEncoder().encode(text));
/** "xã Na Sầm residentialArea 12/13 năm 2025" */
const said = (facts: readonly Fact[]) =>
  facts.map(({ area, unitType, indicator, numerator, denominator, value, period }) =>
    [area, unitType ?? indicator, value ?? `${numerator}/${denominator}`, period].join(" "),
  );

const COMMUNES: readonly (readonly HandCell[])[] = [
  ["KẾT QUẢ XÉT KHU DÂN CƯ ĐẠT TIÊU CHUẨN AN TOÀN VỀ AN NINH, TRẬT TỰ NĂM 2025"],
  ["(Kèm theo Báo cáo số 15/BC-CAT ngày 05/01/2026 của Công an tỉnh)"],
  [null],
  ["STT", "Tên xã, phường", "Tổng số KDC", "Số KDC đạt", "Tỷ lệ (%)", "Ghi chú"],
  [1, "Xã Na Sầm", 13, 12, "92,31", null],
  [2, "P. Tam Thanh", "1.013", "1,012", null, null],
  [3, "LỘC BÌNH", 20, 19, { xml: '<c r="A1" s="1"><f>D7/C7</f><v>0.95</v></c>' }, null],
  [null, "Tổng cộng", 1046, 1043, null, null],
  [null, null, null, "Lạng Sơn, ngày 05 tháng 01 năm 2026"],
];

describe("an office's own table", () => {
  it.each(Object.keys(HANDS) as Hand[])(
    "of communes with titles, sums and a footer, from the hand “%s”",
    async (hand) => {
      const { shown, questions, source } = await look(book(COMMUNES, { merged: ["A1:F1", "A2:F2"] }, hand));
      expect(said(shown.fresh)).toEqual([
        "xã Na Sầm residentialArea 12/13 năm 2025",
        "phường Tam Thanh residentialArea 1012/1013 năm 2025",
        "xã Lộc Bình residentialArea 19/20 năm 2025",
      ]);
      expect(shown.refused).toEqual([]);
      expect(questions).toEqual([]);
      expect(source).toBe("Báo cáo số 15/BC-CAT ngày 05/01/2026 của Công an tỉnh");
      expect(shown.fresh[0]).toMatchObject({ level: "commune", territory: "after", unit: "khu dân cư" });
    },
  );

  it("of types with the year in a column and shares in three forms", async () => {
    const { shown, questions } = await look(
      book([
        ["UBND TỈNH"],
        ["BÁO CÁO SỐ LIỆU PHONG TRÀO"],
        ["STT", "Loại", "Số đạt", "Tổng số", "Tỷ lệ", "Năm"],
        [1, "Khu dân cư", "1.690", "1.727", "97,86%", 2023],
        [2, "Xã", 175, 181, 0.967, 2023],
        [3, "Trường học", "293 cơ sở", "296", "98,98", "năm 2023"],
        [null, "Cộng", 2158, 2204, null, null],
      ]),
    );
    expect(said(shown.fresh)).toEqual([
      "Lạng Sơn residentialArea 1690/1727 năm 2023",
      "Lạng Sơn commune 175/181 năm 2023",
      "Lạng Sơn educationalInstitution 293/296 năm 2023",
    ]);
    // Four types that the year before had aren't in it.
    expect(questions).toHaveLength(4);
  });

  it("with a header of two lines, merged, and numbers of columns under it", async () => {
    const { shown } = await look(
      book(
        [
          ["Thống kê kết quả năm 2025"],
          ["STT", "Đơn vị", "Khu dân cư", null, null, "Cơ quan", null],
          [null, null, "Tổng số", "Đạt", "Tỷ lệ", "Tổng số", "Chưa đạt"],
          ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
          [1, "xã Na Sầm", 13, 12, 92.31, 5, 1],
        ],
        { merged: ["A1:G1", "A2:A3", "B2:B3", "C2:E2", "F2:G2"] },
      ),
    );
    expect(said(shown.fresh)).toEqual([
      "xã Na Sầm residentialArea 12/13 năm 2025",
      "xã Na Sầm agency 4/5 năm 2025",
    ]);
  });

  it("with years as columns, indicators as rows", async () => {
    const { shown } = await look(
      book([
        ["Nội dung", "2024", "2025"],
        ["Số vụ phạm pháp hình sự xảy ra", 390, 380],
        ["1. Mô hình xây mới", 12, 15],
      ]),
    );
    expect(said(shown.fresh)).toEqual([
      "Lạng Sơn criminal_cases 390 năm 2024",
      "Lạng Sơn criminal_cases 380 năm 2025",
      "Lạng Sơn models_new 12 năm 2024",
      "Lạng Sơn models_new 15 năm 2025",
    ]);
  });

  it("with reached and assessed one below the other", async () => {
    const { shown } = await look(
      book([
        ["Kết quả năm 2025"],
        ["Nội dung", "Số lượng"],
        ["Tổng số khu dân cư", 1727],
        ["Số khu dân cư đạt", 1700],
      ]),
    );
    expect(said(shown.fresh)).toEqual(["Lạng Sơn residentialArea 1700/1727 năm 2025"]);
  });

  it("on one of several sheets: empty and hidden ones are passed over", async () => {
    const table = sheet(
      [
        ["Loại", "Số đạt", "Tổng số"],
        ["Xã", 58, 61],
      ],
      { name: "Năm 2025" },
    );
    const { shown, hidden } = await look(
      handMade([
        { ...table, name: "cũ", state: "hidden" },
        sheet([], { name: "Sheet2" }),
        table,
        sheet([["Ghi chép"]], { name: "Sheet3" }),
      ]),
    );
    expect(said(shown.fresh)).toEqual(["Lạng Sơn commune 58/61 năm 2025"]);
    expect(hidden).toEqual(["cũ"]);
  });

  it("on two sheets, a year each", async () => {
    const rows = (met: number): HandCell[][] => [
      ["Loại", "Số đạt", "Tổng số"],
      ["Xã", met, 61],
    ];
    const { shown } = await look(
      handMade([sheet(rows(57), { name: "2025" }), sheet(rows(58), { name: "2026" })]),
    );
    expect(said(shown.fresh)).toEqual(["Lạng Sơn commune 57/61 năm 2025", "Lạng Sơn commune 58/61 năm 2026"]);
  });

  it("corrects what is stored, by the source that it names or as the table sent", async () => {
    const { shown } = await look(
      book([
        ["Năm", "Loại", "Đạt", "Tổng"],
        [2022, "Xã", 174, 181],
        [2022, "Phường", 4, 5],
      ]),
    );
    expect(
      shown.changed.map(({ before, after }) => [
        before.id,
        before.numerator,
        after.numerator,
        after.source,
        after.url,
      ]),
    ).toEqual([["LS2022-std-commune", "173", "174", "Bảng ", undefined]]);
    expect(shown.unchanged).toBe(1);
  });

  it("takes the year from the words sent with it, or from the file's name", async () => {
    const table = book([
      ["Loại", "Số đạt", "Tổng số"],
      ["Xã", 58, 61],
    ]);
    expect((await look(table, { caption: "số liệu năm 2025" })).shown.fresh).toHaveLength(1);
    expect((await look(table, { fileName: "ket_qua_2025.xlsx" })).shown.fresh).toHaveLength(1);
    const { shown } = await look(table);
    expect(shown.fresh).toEqual([]);
    expect(shown.refused[0]?.why).toContain("năm nào");
  });

  it.each([
    ["a semicolon and a mark", "\ufeffLoại;Số đạt;Tổng số;Năm\r\nXã;58;61;2025\r\n"],
    ["sep=", "sep=;\r\nLoại;Số đạt;Tổng số;Năm\r\nXã;58;61;2025\r\n"],
    ["tabs", "Loại\tSố đạt\tTổng số\tNăm\nXã\t58\t61\t2025\n"],
    ["lines that end with CR alone", "Loại,Số đạt,Tổng số,Năm\rXã,58,61,2025\r"],
    ["a pipe", "Loại|Số đạt|Tổng số|Năm\nXã|58|61|2025\n"],
    ["a line break in a quoted heading", 'Loại,"Số\nđạt","Tổng số",Năm\nXã,58,61,2025\n'],
    ["a title with commas above", "Bảng số liệu, tỉnh, năm 2025;;;\nLoại;Số đạt;Tổng số;\nXã;58;61;\n"],
    ["headings without marks", "loai,so dat,tong so,nam\nxa,58,61,2025\n"],
  ])("as CSV with %s", async (_, text) => {
    expect(said((await look(csv(text))).shown.fresh)).toEqual(["Lạng Sơn commune 58/61 năm 2025"]);
  });

  it("as CSV in Windows-1258 and in the letters of an old font", async () => {
    // "Loại;Số đạt;Tổng số;Năm / Xã;58;61;2025" as old Excel saves it.
    const windows = [
      ..."Loa\u00f2i;S\u00f4\u00ec \u00f0a\u00f2t;T\u00f4\u00d2ng s\u00f4\u00ec;N\u00e3m\r\nXa\u00de;58;61;2025\r\n",
    ].map((c) => c.charCodeAt(0));
    expect(said((await look(new Uint8Array(windows))).shown.fresh)).toEqual([
      "Lạng Sơn commune 58/61 năm 2025",
    ]);
    const tcvn3 = [
      ..."Lo\u00b9i;S\u00e8 \u00ae\u00b9t;T\u00e6ng s\u00e8;N\u00a8m\r\nX\u00b7;58;61;2025\r\n",
    ].map((c) => c.charCodeAt(0));
    expect(said((await look(new Uint8Array(tcvn3))).shown.fresh)).toEqual([
      "Lạng Sơn commune 58/61 năm 2025",
    ]);
  });

  it("is refused row by row with the line, the column and the cure", async () => {
    const { shown, blank } = await look(
      book([
        ["Số liệu năm 2025"],
        ["STT", "Xã", "KDC được xét", "KDC đạt"],
        [1, "Na Sầm", 13, 12],
        [2, "Bình An", 10, 9],
        [3, "Văn Lãng", 9, 12],
        [4, "Hội Hoan", "mười", 3],
        [5, "Lộc Bình", null, null],
        [6, "Na Sầm", 13, 11],
        [7, "Chi Lăng", { xml: '<c r="A1" t="e"><v>#REF!</v></c>' }, 3],
      ]),
    );
    expect(said(shown.fresh)).toEqual(["xã Na Sầm residentialArea 12/13 năm 2025"]);
    expect(blank).toBe(1);
    expect(shown.refused.map(({ file: where, column, why }) => [where, column, why.split(":")[0]])).toEqual([
      ["dòng 4", "Xã", expect.stringContaining("Bình An")],
      ["dòng 5", "KDC được xét", expect.stringContaining("lớn hơn tổng số")],
      ["dòng 6", "KDC được xét", expect.stringContaining("không phải số")],
      ["dòng 8", undefined, expect.stringContaining("lặp lại dòng 3")],
      ["dòng 9", "KDC được xét", expect.stringContaining("báo lỗi")],
    ]);
  });

  it("never stores what a spreadsheet would run, nor letters that nobody sees", async () => {
    const { shown } = await look(
      book([
        ["Loại", "Số đạt", "Tổng số", "Năm", "Ghi chú"],
        ["Xã", 58, 61, 2025, "=HYPERLINK(1)"],
        ["Phường", 4, 4, 2025, "a\u202eb"],
      ]),
    );
    expect(shown.fresh).toEqual([]);
    expect(shown.refused).toHaveLength(2);
  });
});

describe("tables as offices make them", () => {
  const read = async (rows: readonly (readonly HandCell[])[], merged: readonly string[] = []) =>
    said((await look(book(rows, { merged }))).shown.fresh);

  it("under a letterhead of two columns, with signatures below", async () => {
    const table = [
      ["CÔNG AN TỈNH", null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      ["PHÒNG PV05", null, null, "Độc lập - Tự do - Hạnh phúc"],
      ["Số: 12/TH-PV05", null, null, "Lạng Sơn, ngày 05 tháng 01 năm 2026"],
      [null],
      ["BẢNG TỔNG HỢP"],
      ["Kết quả đạt tiêu chuẩn An toàn về ANTT năm 2025"],
      [null],
      ["STT", "Loại hình", "Tổng số thuộc diện xét", "Số được công nhận đạt", "Tỷ lệ %"],
      [1, "Khu dân cư", 1727, 1700, 98.44],
      [2, "Cơ quan, doanh nghiệp, cơ sở giáo dục", 950, 930, 97.89],
      ["TỔNG CỘNG", null, 2677, 2630, 98.24],
      [null],
      ["NGƯỜI LẬP BIỂU", null, null, "TRƯỞNG PHÒNG"],
    ];
    expect(await read(table, ["A1:C1", "A5:E5", "A6:E6"])).toEqual([
      "Lạng Sơn residentialArea 1700/1727 năm 2025",
      "Lạng Sơn agency+enterprise+educationalInstitution 930/950 năm 2025",
    ]);
  });

  it("with groups of rows and empty types", async () => {
    const table = [
      ["TỔNG HỢP KẾT QUẢ XÉT ĐẠT TIÊU CHUẨN NĂM 2025"],
      ["TT", "Đơn vị", "Khu dân cư", null, "Doanh nghiệp", null],
      [null, null, "Tổng số", "Đạt", "Tổng số", "Đạt"],
      ["I", "Khối phường", null, null, null, null],
      [1, "Phường Tam Thanh", 20, 19, 5, 4],
      ["II", "Khối xã", null, null, null, null],
      [1, "Na Sầm", 13, 12, "-", "-"],
    ];
    expect(await read(table, ["A1:F1", "C2:D2", "E2:F2", "A2:A3", "B2:B3"])).toEqual([
      "phường Tam Thanh residentialArea 19/20 năm 2025",
      "phường Tam Thanh enterprise 4/5 năm 2025",
      "xã Na Sầm residentialArea 12/13 năm 2025",
    ]);
  });

  it.each([
    [
      "reached of assessed in one cell",
      [
        ["Loại", "Kết quả năm 2025"],
        ["Xã", "58/61"],
      ],
      ["Lạng Sơn commune 58/61 năm 2025"],
    ],
    [
      "a type only in the first heading",
      [
        ["Số liệu năm 2025"],
        ["TT", "Xã, phường", "Số khu dân cư", "Đạt chuẩn", "Đạt tỷ lệ"],
        [1, "Na Sầm", 13, 12, "92,3"],
      ],
      ["xã Na Sầm residentialArea 12/13 năm 2025"],
    ],
    [
      "types as columns",
      [
        ["Số đơn vị đạt tiêu chuẩn An toàn về an ninh, trật tự"],
        ["Năm", "Khu dân cư", "Xã"],
        [2024, 1695, 177],
      ],
      ["Lạng Sơn residentialArea 1695/undefined năm 2024", "Lạng Sơn commune 177/undefined năm 2024"],
    ],
    [
      "assessed and not reached",
      [["Năm 2025"], ["Loại", "Tổng số", "Chưa đạt"], ["Xã", 61, 3]],
      ["Lạng Sơn commune 58/61 năm 2025"],
    ],
    [
      "two years of a type",
      [
        ["Loại hình", "Đạt năm 2023", "Tổng số năm 2023", "Đạt năm 2024", "Tổng số năm 2024"],
        ["Xã", 175, 181, 177, 181],
      ],
      ["Lạng Sơn commune 175/181 năm 2023", "Lạng Sơn commune 177/181 năm 2024"],
    ],
    [
      "half a year, with units",
      [
        ["SỐ LIỆU 6 THÁNG ĐẦU NĂM 2026"],
        ["STT", "Chỉ tiêu", "ĐVT", "Số liệu"],
        [1, "Số vụ phạm pháp hình sự xảy ra", "vụ", "120 vụ"],
        [2, "Tỷ lệ khám phá án", "%", "92,5"],
      ],
      [
        "Lạng Sơn criminal_cases 120 6 tháng đầu năm 2026",
        "Lạng Sơn case_clearance_rate 92.5 6 tháng đầu năm 2026",
      ],
    ],
    [
      "quarters as columns",
      [["Số vụ phạm pháp hình sự xảy ra"], ["Địa bàn", "Quý I/2026", "Quý II/2026"], ["Toàn tỉnh", 110, 140]],
      ["Lạng Sơn criminal_cases 110 quý I năm 2026", "Lạng Sơn criminal_cases 140 quý II năm 2026"],
    ],
    [
      "awards",
      [["Khen thưởng năm 2025"], ["Hình thức khen", "Số lượng"], ["Bằng khen của Bộ trưởng Bộ Công an", 12]],
      ["Lạng Sơn collective 12 năm 2025"],
    ],
    [
      "another province",
      [
        ["Tỉnh", "Nơi", "Loại đơn vị", "Số đạt", "Tổng số được xét", "Kỳ"],
        ["Gia Lai", "Gia Lai", "Xã", 100, 111, "năm 2024"],
      ],
      ["Gia Lai commune 100/111 năm 2024"],
    ],
  ] as const)("with %s", async (_, rows, figures) => {
    expect(await read(rows)).toEqual(figures);
  });

  it.each([
    ["only shares", [["Năm 2025"], ["Loại", "Tỷ lệ đạt"], ["Xã", "95%"]], "ghi thêm số đạt"],
    [
      "a day made of a number",
      [
        ["Loại", "Tổng số", "Số đạt", "Năm"],
        ["Xã", { xml: '<c r="A1" s="2"><v>46022</v></c>' }, 58, 2025],
        ["Phường", 4, 4, 2025],
      ],
      "đổi ô này thành ngày tháng",
    ],
    [
      "a formula without a result",
      [
        ["Loại", "Tổng số", "Số đạt", "Năm"],
        ["Xã", 61, { xml: '<c r="A1"><f>B3-1</f><v></v></c>' }, 2025],
        ["Phường", 4, 4, 2025],
      ],
      "chưa có kết quả",
    ],
    [
      "a type that there isn't",
      [
        ["Loại", "Tổng số", "Số đạt", "Năm"],
        ["Dòng họ", 61, 58, 2025],
      ],
      "Dòng họ",
    ],
    [
      "communes without what is counted",
      [["Năm 2025"], ["Xã", "Tổng số", "Số đạt"], ["Na Sầm", 13, 12]],
      "chưa rõ đếm gì",
    ],
  ] as const)("is refused with the cure where there is %s", async (_, rows, why) => {
    const { shown } = await look(book(rows));
    expect(shown.refused.map((one) => one.why).join()).toContain(why);
  });
});

describe("whatever stands on a sheet", () => {
  it("is read or refused, and never throws", async () => {
    const words =
      "STT,Loại,Đạt,Tổng số,Chưa đạt,Tỷ lệ,Năm,Xã,Na Sầm,Khu dân cư,Tổng cộng,2025,173/181,1.686,-5,97%,x,=1+1,31/12/2025".split(
        ",",
      );
    const cell = fc.oneof(
      fc.constantFrom(...words),
      fc.integer({ min: -5, max: 99_999 }),
      fc.double({ min: 0, max: 1e18, noNaN: true }),
      fc.constant(null),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 7 }), { minLength: 1, maxLength: 8 });
    const ranges = fc.array(fc.constantFrom("A1:F1", "A2:A4", "B1:C2", "A1:GR99999", "x", ""), {
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(rows, ranges, async (sheetRows, merged) => {
        const read = await readTable(book(sheetRows, { merged }));
        if (read.problem === undefined) previewOffice(read.sheets, FACTS, file);
      }),
      { numRuns: 150 },
    );
  });
});

describe("what is asked about", () => {
  const asked = async (rows: readonly (readonly HandCell[])[]) =>
    (await look(book(rows))).questions.map(({ text }) => text).join("\n");

  it("jumps, in numbers and in shares", async () => {
    expect(
      await asked([
        ["Loại", "Đạt", "Tổng", "Năm"],
        ["Khu dân cư", 170, 1727, 2022],
      ]),
    ).toContain("Chênh lệch lớn");
    expect(
      await asked([
        ["Chỉ tiêu", "Số lượng", "Năm"],
        ["Vụ ma túy", 3550, 2022],
      ]),
    ).toContain("Chênh lệch lớn");
    expect(
      await asked([
        ["Loại", "Đạt", "Tổng", "Năm"],
        ["Khu dân cư", 1700, 1727, 2023],
      ]),
    ).toBe("");
  });

  it("a share over a hundred, and one that the table tells otherwise", async () => {
    expect(
      await asked([
        ["Chỉ tiêu", "Số lượng", "Năm"],
        ["Tỷ lệ khám phá án", 106, 2025],
      ]),
    ).toContain("vượt 100%");
    expect(
      await asked([
        ["Loại", "Đạt", "Tổng", "Tỷ lệ", "Năm"],
        ["Xã", 58, 61, 80, 2025],
      ]),
    ).toContain("bảng ghi tỷ lệ 80%");
    expect(
      await asked([
        ["Loại", "Đạt", "Tổng", "Tỷ lệ", "Năm"],
        ["Xã", 58, 61, 95.1, 2025],
      ]),
    ).toBe("");
  });

  it("sums that don't add up, and communes above the province", async () => {
    expect(
      await asked([
        ["Kết quả năm 2025"],
        ["Xã", "KDC được xét", "KDC đạt"],
        ["Na Sầm", 13, 12],
        ["Tổng cộng", 13, 11],
      ]),
    ).toContain("Dòng tổng");
    expect(
      await asked([
        ["Kết quả năm 2025"],
        ["Xã", "KDC được xét", "KDC đạt"],
        ["Na Sầm", 13, 12],
        ["Toàn tỉnh", 12, 11],
      ]),
    ).toContain("nhiều hơn số của");
  });
});
