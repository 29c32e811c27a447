import { describe, expect, it } from "vitest";
import { testLibrary } from "../../../test/knowledge/library.ts";
import type { Passage } from "../../knowledge/knowledge-index.ts";
import { plainText } from "../../messaging/reply.ts";
import { ANSWER_LENGTH, cite, quote } from "./quote.ts";

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

describe("the sentence that answers", () => {
  const text = "Tổ bảo vệ đặt ở thôn. Luật 30 có hiệu lực từ 01/07/2024. Người dân được tuyển công khai.";
  const said = (question: string, of = text) =>
    plainText({ blocks: quote({ ...base, text: of }, question, ANSWER_LENGTH) });

  it("stands first where it is asked for, and no sentence is lost", () => {
    expect(said("luat co hieu luc khi nao")).toBe(
      "Luật 30 có hiệu lực từ 01/07/2024. Tổ bảo vệ đặt ở thôn. Người dân được tuyển công khai.",
    );
    expect(said("tổ đặt ở đâu")).toBe(text);
  });

  it("stays where it leans on the one before", () => {
    const leaning = "Luật 30 mới. Văn bản này có hiệu lực từ 01/07/2024.";
    expect(said("hiệu lực khi nào", leaning)).toBe(leaning);
  });
});

describe("cite", () => {
  it("names each source once, with the day of its last check", () => {
    expect(cite([base, base])).toEqual([
      { kind: "source", text: `${base.citation} (cập nhật 20/11/2026)`, url: base.sources[0] },
    ]);
  });
});
