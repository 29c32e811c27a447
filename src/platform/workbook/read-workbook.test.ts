import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HANDS, type Hand, type HandSheet, handMade } from "../../../test/figures/workbooks.ts";
import { unpack } from "../zip.ts";
import { readWorkbook } from "./read-workbook.ts";
import { TooFarError } from "./sheet-cells.ts";

const LIMITS = { lastLine: 100, lastColumn: 30 };
const SHEET: HandSheet = {
  name: "Số liệu & xã",
  rows: [
    ["Xã", "Số đạt", "<&> “a”"],
    ["Na Sầm", 12, 97.63],
    [null, null, "=1+1"],
  ],
  merged: ["A1:B1"],
};

async function read(file: Uint8Array<ArrayBuffer>) {
  return readWorkbook((await unpack(file)) ?? {}, LIMITS) ?? [];
}

describe("a workbook", () => {
  it.each(Object.keys(HANDS) as Hand[])("reads the same from the hand “%s”", async (hand) => {
    const [sheet] = await read(handMade([SHEET], hand));
    expect(sheet?.name).toBe("Số liệu & xã");
    expect(sheet?.rows.map(({ cells }) => cells.map((cell) => cell))).toEqual([
      ["Xã", "Số đạt", "<&> “a”"],
      ["Na Sầm", "12", "97.63"],
      ["", "", "=1+1"],
    ]);
    expect(sheet?.rows[1]?.marks?.get(1)).toBe("number");
    expect(sheet?.merged).toEqual(["A1:B1"]);
  });

  it("reads days by their formats, also of old Macintosh files, percents, formulas and errors", async () => {
    const cells = [
      { xml: '<c r="A1" s="2"><v>46022</v></c>' },
      { xml: '<c r="A1" s="3"><v>46022.75</v></c>' },
      { xml: '<c r="A1" s="4"><v>46022</v></c>' },
      { xml: '<c r="A1" s="1"><v>0.97629999999999995</v></c>' },
      { xml: '<c r="A1"><f>SUM(A1:A9)</f><v>12</v></c>' },
      { xml: '<c r="A1" t="e"><v>#REF!</v></c>' },
      { xml: '<c r="A1" t="b"><v>1</v></c>' },
      { xml: '<c r="A1" t="d"><v>2025-12-31T00:00:00</v></c>' },
    ];
    const [sheet] = await read(handMade([{ name: "a", rows: [cells] }]));
    const row = sheet?.rows[0];
    expect(row?.cells).toEqual([
      "2025-12-31",
      "2025-12-31",
      "46022",
      "0.9763",
      "12",
      "#REF!",
      "TRUE",
      "2025-12-31",
    ]);
    expect([...(row?.marks ?? [])].map(([, mark]) => mark)).toEqual([
      "day",
      "day",
      "number",
      "percent",
      "formula",
      "error",
      "day",
    ]);
    const [old] = await read(
      handMade([{ name: "a", rows: [[{ xml: '<c r="A1" s="2"><v>44560</v></c>' }]] }], "excel", {
        date1904: true,
      }),
    );
    expect(old?.rows[0]?.cells).toEqual(["2025-12-31"]);
  });

  it("tells hidden sheets, and stops where a cell lies too far away", async () => {
    const sheets = await read(handMade([SHEET, { ...SHEET, name: "ẩn", state: "veryHidden" }]));
    expect(sheets.map(({ isHidden }) => isHidden)).toEqual([false, true]);
    const far = handMade([{ name: "a", rows: [[{ xml: '<c r="XFD1"><v>1</v></c>' }]] }]);
    await expect(read(far)).rejects.toThrow(TooFarError);
  });

  it("never throws anything else, whatever stands in its parts", async () => {
    const piece = fc.constantFrom(
      "<row>",
      "<c",
      ' r="A1"',
      ">",
      "<v>",
      "1e999",
      "</v>",
      "</c>",
      "<f/>",
      "&#x0;",
      "&#9999999;",
      "<si><t>",
      "_x0000_",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const xml = pieces.join("");
        const parts = Object.fromEntries(
          [
            "xl/workbook.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/worksheets/sheet1.xml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
          ].map((name) => [
            name,
            new Uint8Array(
              new TextEncoder().encode(
                name.endsWith("workbook.xml")
                  ? `<sheet name="a" r:id="b"/>${xml}`
                  : name.endsWith("rels")
                    ? '<Relationship Id="b" Target="worksheets/sheet1.xml"/>'
                    : xml,
              ),
            ),
          ]),
        );
        expect(readWorkbook(parts, LIMITS)).not.toBeNull();
      }),
    );
  });
});
