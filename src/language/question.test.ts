import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askingPart, clausesOf, questionOf } from "./question.ts";

describe("questionOf", () => {
  it.each([
    ["Báo nhầm có bị phạt không?", "Báo nhầm có bị phạt không?"],
    ["Dạ em muốn hỏi là báo nhầm có bị phạt không ạ", "báo nhầm có bị phạt không ạ"],
    ["cho em hoi tieu chi cua thon la gi", "tieu chi cua thon la gi"],
    ["Tôi muốn hỏi", "Tôi muốn hỏi"],
    ["không, ý tôi là báo cho ai trước", "báo cho ai trước"],
  ])("%s", (message, question) => {
    expect(questionOf(message)).toBe(question);
  });

  it("finds what is asked among much that isn't", () => {
    const filler = "Gia đình tôi sống ở thôn đã lâu, làm ruộng và chăn nuôi. ".repeat(40);
    expect(questionOf(`${filler}Pháo hoa có được đốt dịp Tết không? ${filler}Trân trọng.`)).toBe(
      "Pháo hoa có được đốt dịp Tết không?",
    );
  });

  it("is never long, whatever comes", () => {
    fc.assert(fc.property(fc.string({ maxLength: 4000 }), (message) => questionOf(message).length <= 480));
  });
});

describe("clausesOf", () => {
  it("divides a question into what it asks for", () => {
    expect(clausesOf("thay thông tư nào, hiệu lực từ bao giờ?")).toEqual([
      "thay thông tư nào",
      "hiệu lực từ bao giờ",
    ]);
    expect(clausesOf("là gì và ai lập ra")).toEqual(["là gì", "ai lập ra"]);
  });
});

describe("askingPart", () => {
  it.each([
    ["bao lau co a, thang sau e cho chau di may bay", "bao lau co a"],
    ["tôi chưa bấm. thế số đó báo cho ai", "thế số đó báo cho ai"],
    ["mất bao lâu thì xong", null],
    ["tháng sau em cho cháu đi máy bay", null],
  ])("%s", (question, part) => {
    expect(askingPart(question)).toBe(part);
  });
});
