import { describe, expect, it } from "vitest";
import { answerText } from "../../../test/figures/fixtures.ts";

describe("a number that is put forward of another scope than the source counts", () => {
  it.each([
    ["năm 2021 xây mới hơn 30 mô hình đúng không", "gộp"],
    ["nam 2020 co 18 cuoc phat dong dung ko", "gộp"],
    ["năm 2024 cả năm xảy ra 33 vụ hình sự đúng không", "tháng 4/2024"],
    ["năm 2025 bắt 101 đối tượng ma túy phải không", "15/12/2025"],
  ])("isn't confirmed: %s", async (question, wanted) => {
    const answer = await answerText(question);
    expect(answer).not.toContain("Đúng với nguồn");
    expect(answer).not.toContain("Không khớp");
    expect(answer).toContain("Tôi chưa đối chiếu được");
    expect(answer).toContain(wanted);
  });

  it.each([
    "hai năm 2020-2021 xây mới trên 30 mô hình đúng không",
    "tháng 4/2024 xảy ra 33 vụ hình sự đúng không",
    "từ 15/12/2025 đến 16/01/2026 bắt 101 đối tượng ma túy phải không",
    "năm 2022 tỉnh có 2 cửa khẩu quốc tế đúng không",
    "Hữu Lũng cũ có 24 đơn vị cấp xã sau NQ 818, chuẩn không",
    "theo nghị quyết số 818 huyện Bắc Sơn năm 2020 có 18 đơn vị cấp xã đúng không",
  ])("is confirmed in its own: %s", async (question) => {
    expect(await answerText(question)).toContain("Đúng với nguồn");
  });

  it.each([
    ["năm 2022 phát động ở 52 địa bàn phải không", "52", "năm 2023"],
    ["năm 2023 có 16 mô hình xây mới đúng không", "16", "năm 2022"],
  ])("is told with the period that has it: %s", async (question, number, period) => {
    expect(await answerText(question)).toMatch(
      new RegExp(`Không khớp với nguồn: ${number} là [^.]*${period}`),
    );
  });

  it.each([
    ["Năm 2022 toàn tỉnh 36 tập thể được khen, đúng không sếp", "tính trùng"],
    ["năm 2024 bà rịa vũng tàu có 8 tập thể và 11 đơn vị điển hình phải ko", "Tôi chưa đối chiếu được số 8"],
    ["vu phao quoc khanh 12/2025 thu 200kg phao dung ko", "198,5"],
    ["nam 2019 phat dong 40 cuoc con 2022 la 32, giam 8 dung k", "Đúng với nguồn"],
    ["nam 2019 phat dong 40 cuoc con 2022 la 32, giam 9 dung k", "Không khớp"],
    ["năm 2022 hình sự và ma túy là 728 vụ đúng không", "Đúng với nguồn"],
    ["năm 2022 hình sự và ma túy là 729 vụ đúng không", "Không khớp"],
  ])("may be a sum: %s", async (question, wanted) => {
    expect(await answerText(question)).toContain(wanted);
  });

  it("reads a number of communes before “hồi” without marks", async () => {
    expect(await answerText("loc binh co 21 xa hoi 2020 dung k")).toMatch(/Không khớp với nguồn: .*19/u);
  });

  it("checks a statement that is to be confirmed in English words", async () => {
    const said = "gap lam, confirm ho: 2020-2021 lam 13 cong trinh phong hoc, 8 nha tinh nghia";
    expect(await answerText(said)).toContain("Đúng với nguồn");
    expect(await answerText(said.replace("8 nha", "9 nha"))).toContain("Không khớp");
  });
});
