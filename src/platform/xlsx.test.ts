import readExcel, { readSheet } from "read-excel-file/universal";
import { describe, expect, it } from "vitest";
import { xlsx } from "./xlsx.ts";

const blobOf = (sheets: Parameters<typeof xlsx>[0]): Blob => new Blob([xlsx(sheets)]);

describe("a workbook", () => {
  it("is read again cell by cell by another program", async () => {
    const rows = [
      ["Xã, phường", "Nhận", "Trung vị"],
      ['Kỳ Lừa <&" đ', 12, 1.5],
      ["=1+1", 0, null],
    ];
    expect(await readSheet(blobOf([{ name: "Theo xã", rows }]))).toEqual([
      ["Xã, phường", "Nhận", "Trung vị"],
      ['Kỳ Lừa <&" đ', 12, 1.5],
      ["=1+1", 0, null],
    ]);
  });

  it("has its sheets in their order, by name, and leaves out what XML can't hold", async () => {
    const file = blobOf([
      { name: "Một", rows: [["a\u0001b"]] },
      { name: "Hai & ba", rows: [["c"]] },
    ]);
    const sheets = await readExcel(file);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Một", "Hai & ba"]);
    expect(await readSheet(file, "Một")).toEqual([["ab"]]);
  });

  it("counts columns on behind Z", async () => {
    const row = Array.from({ length: 30 }, (_, i) => i);
    expect(await readSheet(blobOf([{ name: "x", rows: [row] }]))).toEqual([row]);
  });
});
