import { describe, expect, it } from "vitest";
import type { Passage } from "../../../knowledge/knowledge-index.ts";
import { coreOf, subjectOf } from "./subject.ts";

const section = (heading: string, title: string, ...asks: readonly string[]): Passage =>
  ({ headings: [heading], document: { title }, asks }) as unknown as Passage;

describe("what a section is about", () => {
  it.each([
    ["Đốt pháo nổ bị phạt bao nhiêu?", "Pháo hoa, pháo nổ", ["dot phao no phat may"], "đốt pháo nổ"],
    // What asks elsewhere is half of a name here.
    ["Làm thẻ căn cước ở đâu?", "Thẻ căn cước - làm mới, đổi", ["lam can cuoc cho nao"], "thẻ căn cước"],
    // A word of one wording only belongs to one way of asking.
    [
      "Uống rượu bia lái xe bị phạt bao nhiêu?",
      "Giao thông",
      [
        "uong ruou di xe",
        "say ruou lai xe",
        "ruou bia chay xe",
        "uong ruou cam lai",
        "thoi nong do con khi lai xe",
      ],
      "uống rượu bia lái xe",
    ],
  ])("%s", (heading, title, asks, subject) =>
    expect(subjectOf(section(heading, title, ...asks))).toBe(subject),
  );
});

describe("what its whole document is about too", () => {
  it("is what the title names of it", () => {
    const narrow = section("Cháu 14 tuổi ở với ông bà làm căn cước thế nào?", "Thẻ căn cước - làm mới, đổi");
    expect(coreOf(narrow)).toEqual(["căn cước"]);
    expect(coreOf(section("Web giả nhận ra thế nào?", "Các kiểu lừa đảo"))).toEqual([]);
  });
});
