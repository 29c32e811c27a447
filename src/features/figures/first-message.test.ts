import { describe, expect, it } from "vitest";
import { answerText } from "../../../test/figures/fixtures.ts";

describe("a first message is answered in its own scope, from what there is", () => {
  it.each([
    ["gộp cả 7 loại thì năm 2022 đạt bao nhiêu trên bao nhiêu", ["2.795/2.878", "97,12%"]],
    ["từ 373 lên 400 vụ thì tăng bao nhiêu phần trăm", ["tăng 27, bằng 7,24%", "không phải số liệu"]],
    ["giảm bao nhiêu % từ 200 xuống 65 đơn vị cấp xã", ["giảm 135, bằng 67,5%"]],
    ["tinh hinh an ninh trat tu thang 4/2024", ["52 vụ", "33 vụ", "45 vụ"]],
    [
      "chỉ tiêu antt năm 2026 gồm những gì, đọc cho tôi",
      ["ít nhất 10%", "ít nhất 30%", "ít nhất 80%", "trên 95%"],
    ],
    ["vụ hình sự tháng 4/2024 tỷ trọng bao nhiêu", ["63,46%"]],
    ["cuối năm 2025 đầu năm 2026 bắt mấy vụ ma túy, mấy đt", ["55 vụ", "101 đối tượng", "15/12/2025"]],
    ["Đồng Đăng có mấy khu phố, mấy dân, đường biên dài bao nhiêu", ["7 khu phố", "9.300", "3,916 km"]],
    ["tỉnh nào tỷ lệ khám phá án cao nhất", ["không xếp hạng", "91%", "năm 2023", "83,5%"]],
    ["bằng khen của Bộ trưởng năm 2022", ["11 tập thể"]],
  ])("%s", async (question, wanted) => {
    const answer = await answerText(question);
    for (const part of wanted) expect(answer).toContain(part);
  });

  it("compares places in the years that they have, whatever was asked before", async () => {
    const answer = await answerText("xã đạt năm 2022", "so sánh số cơ quan đạt giữa Gia Lai và Lạng Sơn");
    for (const part of ["695", "năm 2023", "583"]) expect(answer).toContain(part);
  });
});
