import { describe, expect, it } from "vitest";
import { answerText, FACTS } from "../../../test/figures/fixtures.ts";

const mean = (shares: readonly number[]) =>
  (shares.reduce((sum, share) => sum + share, 0) / shares.length)
    .toFixed(2)
    .replace(".", ",")
    .replace(/,?0+$/u, "");

describe("averages", () => {
  it.each([
    [
      "bình quân mỗi tháng năm 2022 bao nhiêu vụ ma túy",
      "Bình quân mỗi tháng: 29,58 vụ",
      "355 vụ, chia cho 12 tháng",
    ],
    ["trung bình mỗi ngày BRVT 2023 bao nhiêu vụ tai nạn giao thông", "1,17 vụ", "chia cho 365 ngày"],
    [
      "bình quân mỗi năm giai đoạn 2020-2021 xây bao nhiêu nhà tình nghĩa",
      "Bình quân mỗi năm: 4 nhà",
      "chia cho 2 năm",
    ],
    [
      "trung bình mỗi vụ ma túy 2022 bao nhiêu đối tượng",
      "Bình quân mỗi vụ: 1,75 đối tượng",
      "622 đối tượng",
    ],
  ])("%s", async (question, ...wanted) => {
    const answer = await answerText(question);
    for (const words of wanted) expect(answer).toContain(words);
  });

  it("tells the mean of the shares from the share of the sum", async () => {
    const rows = FACTS.filter((f) => f.indicator === "safety_standard_met" && f.area === "Lạng Sơn");
    const shares = rows.map((f) => (Number(f.numerator) / Number(f.denominator)) * 100);
    const answer = await answerText("trung bình cộng tỷ lệ đạt của 7 loại năm 2022");
    expect(answer).toContain(`7 loại: ${mean(shares)}%`);
    expect(answer).toContain("2.795/2.878, bằng 97,12%");
  });

  it.each([
    "bình quân mỗi tháng năm 2023 xây mới bao nhiêu mô hình",
    "bình quân mỗi tháng tháng 4/2024 bao nhiêu vụ hình sự",
  ])("doesn't divide what is no whole period, or only one part: %s", async (question) => {
    expect(await answerText(question)).toContain("Không chia bình quân được");
  });
});
