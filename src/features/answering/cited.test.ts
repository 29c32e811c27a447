import { describe, expect, it } from "vitest";
import { testLibrary } from "../../../test/knowledge/library.ts";
import type { Ageing } from "../../knowledge/ageing.ts";
import type { Passage } from "../../knowledge/knowledge-index.ts";
import { plainText, text } from "../../messaging/reply.ts";
import { cited } from "./cited.ts";

const base = testLibrary().passages[0] as Passage;
const aged = (ageing: Ageing, heading = "Phạt bao nhiêu?"): Passage => ({
  ...base,
  id: heading,
  headings: [base.document.title, heading],
  ageing,
});
/** Ten in the evening of the day before in UTC is already the day in Vietnam. */
const on = (day: string): number => Date.parse(`${day}T00:00:00Z`) - 2 * 3_600_000;
const lines = (passages: readonly Passage[], day: string): string[] =>
  cited([text("Câu trả lời.")], passages, on(day)).map((block) => plainText({ blocks: [block] }));

describe("an answer says how old it is", () => {
  it("after its day, under the words, and not on the day itself", () => {
    const passage = aged({ checkAfter: "2027-05-31" });
    expect(lines([passage], "2027-05-31")).toHaveLength(2);
    const [words, note, source] = lines([passage], "2027-06-01");
    expect([words, source?.slice(0, 6)]).toEqual(["Câu trả lời.", "Nguồn:"]);
    expect(note).toContain("soạn để dùng đến ngày 31/05/2027");
  });

  it("first of all where it is the old rule, whatever its day", () => {
    const passage = aged({ supersededBy: "282/2025/NĐ-CP", checkAfter: "2026-01-01" });
    const [first, words, ...rest] = lines([passage], "2027-06-01");
    expect(first).toBe("Đây là quy định cũ, đã được thay bằng Nghị định 282/2025/NĐ-CP.");
    expect(words).toBe("Câu trả lời.");
    expect(rest).toHaveLength(1);
  });

  it("first of all from when it will hold, until that day", () => {
    const passage = aged({ validFrom: "2027-07-01" });
    expect(lines([passage], "2027-06-30")[0]).toContain("có hiệu lực từ ngày 01/07/2027");
    expect(lines([passage], "2027-07-01")).toHaveLength(2);
  });

  it("and of which of its sections, where it has others", () => {
    const others = [aged({}, "Ở đâu?"), aged({ checkAfter: "2027-01-01" }, "Bao giờ?")];
    expect(lines(others, "2027-06-01")[1]).toMatch(/^Về phần “Bao giờ\?”: Thông tin này/u);
    const both = [aged({ checkAfter: "2027-01-01" }, "Ở đâu?"), aged({ checkAfter: "2027-01-01" })];
    expect(lines(both, "2027-06-01")[1]).toMatch(/^Thông tin này/u);
  });

  it("on the source line where one source has it, and nothing where nobody said", () => {
    expect(lines([aged({ confirmed: "weak" })], "2027-01-01")).toEqual([
      "Câu trả lời.",
      expect.stringContaining("(cập nhật 20/11/2026; mới có một nguồn, nên đối chiếu)"),
    ]);
    const saying = { ...aged({ confirmed: "weak" }), citation: "Nghị định A (một nguồn, chưa đối chiếu)" };
    expect(lines([saying], "2027-01-01")[1]).toContain("chưa đối chiếu) (cập nhật 20/11/2026)");
    expect(lines([aged({ confirmed: "no" })], "2027-01-01")).toEqual(lines([base], "2027-01-01"));
  });
});
