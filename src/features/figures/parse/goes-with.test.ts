import { describe, expect, it } from "vitest";
import { answerText } from "../../../../test/figures/fixtures.ts";

describe("what a message takes along from the answer before", () => {
  it.each<[string[], string[], string[]]>([
    // What is named joins the sum, of approximate counts as well.
    [["mô hình xây mới 2022", "2023 thì sao", "tổng hai năm", "thêm giai đoạn 2020-2021"], ["trên 54"], []],
    [["cơ quan chưa đạt 2022", "trường học thì sao", "cộng hai loại"], ["20 cơ quan, cơ sở giáo dục"], []],
    // A part of what was added up.
    [
      [
        "cơ quan chưa đạt 2022",
        "trường học thì sao",
        "cộng hai loại",
        "trong đó trường học chiếm mấy phần trăm",
      ],
      ["25%", "20/894"],
      ["cả bảy loại"],
    ],
    [
      ["Bắc Sơn năm 2020 mấy đơn vị cấp xã", "Bình Gia?", "cộng hai huyện", "Bình Gia chiếm mấy phần trăm"],
      ["51,35%", "19/37"],
      [],
    ],
    [["gộp hình sự với ma túy 2022 mấy vụ, ma túy chiếm bao nhiêu phần trăm"], ["48,76%", "355/728"], []],
    // Of the whole, whatever was asked in between.
    [
      [
        "tháng 4/2024 mấy vụ về trật tự xã hội",
        "khám phá mấy vụ",
        "tệ nạn mấy vụ",
        "chiếm bao nhiêu phần trăm",
      ],
      ["21,15%"],
      ["24,44%"],
    ],
    // After a comparison of two periods a number is of one of them.
    [
      ["số đơn vị cấp xã năm 2022", "từ 1/7/2025 thì sao", "giảm mấy phần trăm", "4 phường đúng không"],
      ["Đúng với nguồn", "4 phường"],
      ["giảm 1"],
    ],
    [
      ["số đơn vị cấp xã năm 2022", "từ 1/7/2025 thì sao", "giảm mấy phần trăm", "181 xã phải không"],
      ["Đúng với nguồn", "năm 2022"],
      [],
    ],
    [
      ["số đơn vị cấp xã năm 2022", "từ 1/7/2025 thì sao", "giảm mấy phần trăm", "còn mấy phường"],
      ["4 phường"],
      ["5 phường"],
    ],
    // "so với 2019" is of the later of the two, and what is left out stays out.
    [
      ["phát động 2022 mấy cuộc", "2023 thì sao", "tăng mấy phần trăm", "không tính 2022, so với 2019"],
      ["Năm 2023 tăng 12"],
      ["Năm 2022"],
    ],
    // A target and what was reached, in either order.
    [["chỉ tiêu khám phá án 2026", "năm 2022 đạt mấy", "vậy hơn chỉ tiêu mấy điểm"], ["16,28 điểm"], []],
    [
      ["chỉ tiêu khám phá án 2026", "so với kết quả 2022 cao hơn hay thấp hơn"],
      ["16,28 điểm", "cao hơn"],
      [],
    ],
  ])("%j", async (chat, wanted, never) => {
    const answer = await answerText(...chat);
    for (const part of wanted) expect(answer).toContain(part);
    for (const part of never) expect(answer).not.toContain(part);
  });

  it("asks back where a message says what nobody read, and else only repeats", async () => {
    const answer = await answerText("tháng 4/2024 mấy vụ hình sự", "kết án được bao nhiêu, tỷ lệ?");
    expect(answer).toContain("chưa dùng được");
    expect(answer).not.toContain("33 vụ");
  });
});
