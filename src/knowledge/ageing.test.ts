import { describe, expect, it } from "vitest";
import { standingOf } from "./ageing.ts";
import { readLibrary } from "./document.ts";

const document = (notes: string) => `---
id: a
title: A
as_of: 2026-01-01
audience: public
class: public
---
## Hỏi gì?
> Hỏi: cách khác | cách
> nữa
${notes}

Trả lời.

Nguồn: Luật A
`;
const read = (notes: string) => readLibrary([{ name: "a.md", text: document(notes) }]);

describe("the notes of a section", () => {
  it("stand by themselves where a section lists no other ways of asking", () => {
    const text = document("> check_after: 2027-05-31\n> confirmed: no").replace(/> Hỏi.*\n> nữa\n/u, "");
    const { passages } = readLibrary([{ name: "a.md", text }]);
    expect(passages[0]).toMatchObject({
      text: "Trả lời.",
      ageing: { checkAfter: "2027-05-31", confirmed: "no" },
    });
  });

  it("say how it ages, and are no wording of the question", () => {
    const { passages, refused } = read(
      "> check_after: 2027-05-31\n> valid_from: 2025-12-15\n> superseded_by: 58/2026/NĐ-CP\n> confirmed: weak",
    );
    expect(refused).toEqual([]);
    expect(passages[0]?.asks).toEqual(["cách khác", "cách nữa"]);
    expect(passages[0]?.ageing).toEqual({
      checkAfter: "2027-05-31",
      validFrom: "2025-12-15",
      supersededBy: "58/2026/NĐ-CP",
      confirmed: "weak",
    });
  });

  it("are absent where nobody wrote any", () => {
    expect(read("").passages[0]?.ageing).toBeUndefined();
  });

  it.each([
    ["> check_after: 2027-02-30", "check_after: không có ngày này"],
    ["> check_after: sang năm", "check_after: ngày phải có dạng NĂM-THÁNG-NGÀY"],
    ["> confirmed: maybe", "confirmed: confirmed chỉ nhận yes, weak hoặc no"],
    ["> check_afer: 2027-02-01", "không hiểu dòng “> check_afer:”"],
  ])("refuse the section where they can't be read: %s", (note, why) => {
    expect(read(note).refused.map((each) => each.why)).toContain(why);
  });
});

describe("how a section stands on a day", () => {
  it.each([
    [{}, "holds"],
    [{ checkAfter: "2027-05-31" }, "holds"],
    [{ checkAfter: "2027-05-30" }, "past"],
    [{ validFrom: "2027-05-31" }, "holds"],
    [{ validFrom: "2027-06-01", checkAfter: "2027-01-01" }, "ahead"],
    [{ validFrom: "2027-06-01", supersededBy: "1/2027/NĐ-CP" }, "replaced"],
  ] as const)("%j: %s", (ageing, standing) => {
    expect(standingOf(ageing, "2027-05-31")).toBe(standing);
  });
});
