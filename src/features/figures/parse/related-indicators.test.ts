import { describe, expect, it } from "vitest";
import { answerText } from "../../../../test/figures/fixtures.ts";

describe("indicators that a question means besides its words", () => {
  it.each([
    [["tháng 4/2024 hình sự chiếm mấy phần trăm tổng số vụ"], "63,46%"],
    [["tình hình hình sự 2022 khám phá mấy vụ, mấy đối tượng, tỷ lệ"], "96,28%"],
    [["tháng 4/2024 bao nhiêu vụ"], "Vụ vi phạm về trật tự xã hội: 52 vụ"],
    [["mục tiêu 2026: tỷ lệ điều tra khám phá, án rất nghiêm trọng"], "ít nhất 80%"],
    [["chi tieu 2026", "phá án?"], "ít nhất 80%"],
    [["chi tieu 2026", "phá án?", "so với 2022 thì sao"], "96,28%"],
    [["Bà Rịa - Vũng Tàu 2023 bao nhiêu vụ tai nạn giao thông", "chết mấy người"], "207 người"],
    [["BRVT 2023 tngt", "bị thương?", "tổng số chết và bị thương"], "Tổng cộng: 542 người"],
    [["tháng 4/2024 bao nhiêu vụ vi phạm", "khám phá mấy vụ", "còn lại?"], "Còn lại 7 vụ"],
    [["Bộ tặng mấy tập thể năm 2022"], "Bằng khen của Bộ trưởng Bộ Công an: 11 tập thể"],
    [["Hải Dương có những mô hình gì"], "652 mô hình"],
  ])("%j", async (questions, wanted) => expect(await answerText(...questions)).toContain(wanted));

  it("a kind of case that isn't counted is no other kind", async () => {
    const answer = await answerText("bao nhiêu vụ trộm chó năm 2022");
    expect(answer).toContain("Tôi chưa có số liệu về “vụ trộm chó”");
    expect(answer).not.toMatch(/\d{3} vụ/u);
  });
});
