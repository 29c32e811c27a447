import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstLine, read } from "./reading.ts";

describe("read", () => {
  it("knows a date in every form in which it is written", () => {
    for (const date of [
      "10/02/2022",
      "10/2/2022",
      "10-02-2022",
      "ngày 10 tháng 2 năm 2022",
      "10 tháng 02 năm 2022",
    ]) {
      expect(read(`Hiệu lực từ ${date}.`).folded).toBe("hieu luc tu 10/02/2022");
    }
    expect(read("tháng 7 năm 2025; tháng 11/2025").folded).toBe("thang 07/2025 thang 11/2025");
  });

  it("keeps document numbers, thousands, decimals and percentages", () => {
    expect(read("Thông tư 124/2021/TT-BCA: 1.686/1.727, tức 97,63 % (hơn 20–40 triệu).").folded).toBe(
      "thong tu 124/2021/tt-bca 1.686/1.727 tuc 97,63% hon 20-40 trieu",
    );
  });

  it("writes long and short names alike", () => {
    expect(read("Ủy ban nhân dân cấp xã").folded).toBe(read("UBND cấp xã").folded);
    expect(read("an ninh, trật tự").folded).toBe(read("ANTT").folded);
  });

  it("leaves only quantities in the text for quantities", () => {
    expect(read("Theo Thông tư 23/2012/TT-BCA, ngày 08/02/2023: 16/16 xã").quantities).toBe(
      "theo thong tu § § 16/16 xa",
    );
  });

  it("never throws and reads what it read the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { marked } = read(text);
        expect(read(marked).folded).toBe(read(read(marked).marked).folded);
      }),
    );
  });
});

describe("firstLine", () => {
  it("is the first that says something", () =>
    expect(firstLine("\n  \nGọi 114 ngay\nRa ngoài")).toBe("Gọi 114 ngay"));
});
