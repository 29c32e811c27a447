import { describe, expect, it } from "vitest";
import { testLibrary } from "../../../test/knowledge/library.ts";
import type { Passage } from "../../knowledge/knowledge-index.ts";
import { plainText } from "../../messaging/reply.ts";
import { ANSWER_LENGTH, cite, opening, quote } from "./quote.ts";

const base = testLibrary().passages[0] as Passage;
const long = `${"Câu mở đầu trả lời thẳng. "}${"Một câu khác không liên quan gì cả ở đây. ".repeat(30)}Mức phạt là theo nghị định.\n\n- mục một\n- mục hai`;

describe("quote", () => {
  it("gives a short passage whole, lists as lists", () => {
    const blocks = quote({ ...base, text: "Gồm:\n\n- một\n- hai" }, "gồm gì", ANSWER_LENGTH);
    expect(blocks).toEqual([
      { kind: "text", text: "Gồm:" },
      { kind: "list", items: ["một", "hai"] },
    ]);
  });

  it("keeps the order of words and items", () => {
    const blocks = quote({ ...base, text: "Gồm:\n- một\n- hai\nHỏi ở xã.\n- ba" }, "gồm gì", ANSWER_LENGTH);
    expect(
      blocks.map((block) => (block.kind === "list" ? block.items : plainText({ blocks: [block] }))),
    ).toEqual(["Gồm:", ["một", "hai"], "Hỏi ở xã.", ["ba"]]);
  });

  it("keeps of a long one the opening and the sentences asked for, in its own words", () => {
    const said = plainText({
      blocks: quote({ ...base, text: long }, "mức phạt bao nhiêu theo nghị định nào", 300),
    });
    expect(said.length).toBeLessThanOrEqual(300);
    expect(said.startsWith("Câu mở đầu trả lời thẳng.")).toBe(true);
    expect(said).toContain("Mức phạt là theo nghị định.");
    for (const sentence of said.split(/(?<=\.)\s+|\n/u)) expect(long).toContain(sentence.replace(/^• /u, ""));
  });
});

describe("cite", () => {
  it("names each source once, with the day of its last check", () => {
    expect(cite([base, base])).toEqual([
      { kind: "source", text: `${base.citation} (cập nhật 20/11/2026)`, url: base.sources[0] },
    ]);
  });
});

describe("opening", () => {
  it("is the first sentences that fit, whole", () => {
    const text = "Không được đánh. Giữ lại, gọi 113. Không nhốt.\n\n- một\n- hai";
    expect(opening({ text }, 20)).toBe("Không được đánh.");
    expect(opening({ text }, 200)).toBe("Không được đánh. Giữ lại, gọi 113. Không nhốt.");
  });

  it("is nothing where it only announces a list, or doesn't fit", () => {
    expect(opening({ text: "Phải đạt đủ 5 tiêu chí:\n- một\n- hai" }, 200)).toBeNull();
    expect(opening({ text: "- 113: Công an.\n- 114: cháy." }, 200)).toBeNull();
    expect(opening({ text: "Một câu dài hơn chỗ còn lại." }, 10)).toBeNull();
  });
});
