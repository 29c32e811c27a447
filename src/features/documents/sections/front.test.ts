import { describe, expect, it } from "vitest";
import type { Line } from "../reading/line.ts";
import { frontOf, keyOf, nameOf } from "./front.ts";

const line = (text: string, isEmphasised = false): Line => ({ text, page: 1, isEmphasised });
const row = (...cells: readonly string[]): Line => ({
  text: cells.join(" | "),
  page: 1,
  isEmphasised: false,
  cells,
  isRow: true,
});

const LETTERHEAD = [
  row("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
  row("XÃ BA KHE", "Độc lập - Tự do - Hạnh phúc"),
  row("Số: 07 /QĐ-UBND", "Ba Khe, ngày 3 tháng 02 năm 2026"),
];

describe("the head of a document", () => {
  it("says number, day, issuer and title as they are cited", () => {
    const front = frontOf(
      [
        ...LETTERHEAD,
        line("QUYẾT ĐỊNH", true),
        line("Ban hành Quy chế trực đêm ở bến xe", true),
        line("Căn cứ đề nghị của Ủy ban nhân dân xã Ba Khe;"),
      ],
      "tệp",
    );
    expect(front).toEqual({
      kind: "Quyết định",
      title: "Quyết định: Ban hành Quy chế trực đêm ở bến xe",
      number: "07/QĐ-UBND",
      issued: "2026-02-03",
      issuer: "Ủy ban nhân dân xã Ba Khe",
      body: 5,
    });
    expect(nameOf(front)).toBe("Quyết định số 07/QĐ-UBND ngày 03/02/2026 của Ủy ban nhân dân xã Ba Khe");
  });

  it("of a letter is what it is about", () => {
    const front = frontOf([row("Số: 9/CV-CA V/v trực đêm ở bến xe", ""), line("Kính gửi: các xã")], "tệp");
    expect(front).toMatchObject({ title: "trực đêm ở bến xe", number: "9/CV-CA", body: 1 });
  });

  it("is left open where nothing says it: no day that isn't in the calendar, no number left blank", () => {
    const front = frontOf(
      [row("Số:     /KH-UBND", "ngày 31 tháng 2 năm 2026"), line("Kế hoạch này nói về việc trực.")],
      "Ke hoach",
    );
    expect(front).toEqual({ title: "Ke hoach", body: 0 });
  });

  it("is known again in its next version, and in no other document", () => {
    const [one, two] = [
      { title: "A", number: "7/CT-X", issuer: "Xã" },
      { title: "B", number: "7/CT-X", issuer: "Xã" },
    ];
    expect(keyOf(one)).toBe(keyOf(two));
    expect(keyOf({ ...two, issuer: "Tỉnh" })).not.toBe(keyOf(one));
    expect(keyOf({ title: "Quy chế" })).toBe("quy-che");
  });
});
