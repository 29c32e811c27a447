import { describe, expect, it } from "vitest";
import type { Passage } from "../../../knowledge/knowledge-index.ts";
import { sumsIn } from "./degree.ts";
import { shownLines } from "./shown-lines.ts";

const DRINKING = `Có cồn là bị phạt, dù ít. Tính theo miligam cồn trong một lít khí thở:
- Tới 0,25: xe máy 2–3 triệu đồng, ô tô 6–8 triệu.
- Trên 0,25 đến 0,4: xe máy 6–8 triệu, ô tô 18–20 triệu.
- Trên 0,4: xe máy 8–10 triệu, ô tô 30–40 triệu.
Hai mức đầu còn bị trừ 4 và 10 điểm bằng lái.`;
const PUPILS =
  "Có thể, tùy tuổi và mức thương tích. Dưới 14 tuổi: gia đình và nhà trường dạy bảo. 14 đến dưới 16: bị cảnh cáo nếu cố ý. Từ đủ 16: có thể bị phạt tiền.";
const STAYING =
  "Ở từ 30 ngày trở lên thì đăng ký tạm trú. Dưới 30 ngày thì chỉ báo lưu trú. Làm ở Công an xã.";

const lines = (text: string, question: string) =>
  shownLines({ headings: ["Hỏi?"], asks: [], text } as unknown as Passage, question).lines;

describe("the lines of what was shown that answer what is asked on", () => {
  it("are those that name it, without what each says of something else", () => {
    const cars = [
      "Tới 0,25: ô tô 6–8 triệu.",
      "Trên 0,25 đến 0,4: ô tô 18–20 triệu.",
      "Trên 0,4: ô tô 30–40 triệu.",
    ];
    expect(lines(DRINKING, "ô tô thì sao")).toEqual(cars);
    expect(lines(DRINKING, "oto thi sao")).toEqual(cars);
    expect(lines(DRINKING, "o to thi sao")).toEqual(cars);
  });

  it("are a clause, where the section is a single line", () => {
    const law =
      "Từ 01/07/2030. Đó là Luật 12/2030, Quốc hội thông qua ngày 02/01/2030, gồm 8 chương, 56 điều, có 11 điều mới; thay Luật 3/2021.";
    expect(lines(law, "thay luật nào")).toEqual(["thay Luật 3/2021."]);
  });

  it("are the one with the highest or the lowest sum", () => {
    expect(lines(DRINKING, "muc cao nhat")).toEqual(["Trên 0,4: xe máy 8–10 triệu, ô tô 30–40 triệu."]);
    expect(lines(DRINKING, "mức nhẹ nhất bao nhiêu")).toEqual([
      "Tới 0,25: xe máy 2–3 triệu đồng, ô tô 6–8 triệu.",
    ]);
  });

  it.each([
    [PUPILS, "13 tuổi thì sao", "Dưới 14 tuổi: gia đình và nhà trường dạy bảo."],
    [PUPILS, "moi 15t thi sao", "14 đến dưới 16: bị cảnh cáo nếu cố ý."],
    [PUPILS, "17 tuổi thì sao", "Từ đủ 16: có thể bị phạt tiền."],
    [STAYING, "ở 10 ngày thì sao", "Dưới 30 ngày thì chỉ báo lưu trú."],
    [STAYING, "o 45 ngay thi sao", "Ở từ 30 ngày trở lên thì đăng ký tạm trú."],
  ])("are those that hold for the number that is supposed: %#", (text, question, line) =>
    expect(lines(text, question)).toEqual([line]),
  );

  it.each([
    ["Người cho thuê báo trong 12 giờ. Vùng xa là 24 giờ. Báo ở Công an xã.", "trong mấy giờ", 2],
    ["Nộp tờ khai và hai ảnh. Lệ phí 40.000 đồng. Chậm thì bị phạt 2 triệu đồng.", "có mất lệ phí không", 1],
    ["Nộp tờ khai và hai ảnh. Chậm thì bị phạt 2 triệu đồng.", "mất bao lâu", 0],
  ])("are those in the form of the answer, where it names nothing: %#", (text, question, n) => {
    const said = lines(text, question);
    expect(said).toHaveLength(n);
    if (n > 0) expect(text).toContain(said[0] ?? "-");
  });

  it("have the same marks where it was typed with marks", () => {
    const text = "Từ tháng sau nếu chưa nặng: phạt tiền. Nặng thì phạt tù. Hỏi Công an xã.";
    expect(lines(text, "có bị đi tù không")).toEqual(["Nặng thì phạt tù."]);
  });

  it("are none where the section doesn't speak of it, or would be told once more", () => {
    expect(lines(STAYING, "ở 13 tuổi thì sao")).toEqual([]);
    expect(lines("Phạt 2 triệu đồng.", "phạt mấy triệu")).toEqual([]);
    expect(lines("Phạt 2 triệu đồng. Nộp ở kho bạc.", "mức cao nhất")).toEqual([]);
  });

  it("reads sums with the unit that stands behind both", () => {
    expect(sumsIn("phạt 20–40 triệu đồng, hoặc 500.000 đến 1 triệu đồng; 16 tuổi, điều 12")).toEqual([
      2e7, 4e7, 5e5, 1e6,
    ]);
  });
});
