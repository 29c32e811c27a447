import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testLibrary } from "../../test/knowledge/library.ts";
import { readDocument, readLibrary } from "./document.ts";

const FRONT = ["id: a", "title: Tên", "as_of: 2026-11-20", "audience: public", "class: public"];
const SECTION =
  "## Hỏi gì?\n> Hỏi: cách khác | cách nữa\n\nTrả lời.\n\nNguồn: Luật A, Điều 1 | https://example.org/a_b_c";

function file(front: readonly string[] = FRONT, body = SECTION) {
  return { name: "a.md", text: `---\n${front.join("\n")}\n---\n${body}\n` };
}

describe("readDocument", () => {
  it("reads front matter and sections", () => {
    const { ref, passages, refused } = readDocument(
      file([...FRONT, "number: 124/2021/TT-BCA", "effective: 2022-02-10"]),
    );
    expect(refused).toEqual([]);
    expect(ref).toEqual({
      id: "a",
      title: "Tên",
      asOf: "2026-11-20",
      audience: "public",
      number: "124/2021/TT-BCA",
      effective: "2022-02-10",
    });
    expect(passages).toEqual([
      {
        id: "a#hoi-gi",
        document: ref,
        headings: ["Tên", "Hỏi gì?"],
        text: "Trả lời.",
        asks: ["cách khác", "cách nữa"],
        citation: "Luật A, Điều 1",
        sources: ["https://example.org/a_b_c"],
      },
    ]);
  });

  it("keeps lists and tables readable and drops emphasis", () => {
    const body =
      "## H\n\nCó **hai** việc:\n\n- một\n- hai\n\n| Số | Việc |\n|---|---|\n| 113 | công an |\n\nNguồn: B";
    expect(readDocument(file(FRONT, body)).passages[0]?.text).toBe(
      "Có hai việc:\n\n- một\n- hai\n\n- 113; Việc: công an",
    );
  });

  it.each([
    ["no front matter", { name: "a.md", text: "## H\nx" }, 1, "thiếu phần đầu"],
    ["a field missing", file(FRONT.filter((line) => !line.startsWith("title"))), 1, "title"],
    ["a field of the wrong form", file([...FRONT, "issued: 2021-02-30"]), 7, "issued"],
    ["a field that nobody knows", file([...FRONT, "autor: x"]), 7, "autor"],
    ["YAML that can't be read", file([...FRONT, "number: [1"]), 7, "không đọc được"],
    [
      "internal content for everyone",
      file(FRONT.map((line) => line.replace("class: public", "class: internal"))),
      1,
      "nội bộ",
    ],
    ["nothing in it", file(FRONT, ""), 1, "không có mục nào"],
  ])("refuses the whole document for %s", (_, bad, line, why) => {
    const { ref, refused } = readDocument(bad);
    expect(ref).toBeNull();
    expect(refused[0]).toMatchObject({ file: "a.md", line });
    expect(JSON.stringify(refused)).toContain(why);
  });

  it("refuses a secret document without a word of its content, whatever else is wrong with it", () => {
    const { ref, passages, refused } = readDocument(
      file(["title: Kế hoạch tuần tra", "class: SECRET", "extra: 1"]),
    );
    expect(ref).toBeNull();
    expect(passages).toEqual([]);
    expect(refused).toEqual([{ file: "a.md", line: 1, why: "tài liệu mật: không được đưa vào" }]);
  });

  it.each([
    ["no source", "## B\n\nx", "không có dòng Nguồn:"],
    ["a source that is only an address", "## B\n\nx\n\nNguồn: https://example.org", "không có dòng Nguồn:"],
    ["no content", "## B\n\nNguồn: y", "mục không có nội dung"],
    ["a broken table", "## B\n\n| a | b |\n|---|---|\n| 1 |\n\nNguồn: y", "bảng hỏng"],
    ["a heading used twice", "## Hỏi gì?\n\nx\n\nNguồn: y", "trùng tiêu đề"],
  ])("refuses only the section with %s", (_, bad, why) => {
    const { passages, refused } = readDocument(file(FRONT, `${SECTION}\n\n${bad}`));
    expect(passages).toHaveLength(1);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.why).toContain(why);
    expect(refused[0]?.line).toBeGreaterThanOrEqual(14);
  });

  it("never throws and never yields a passage without source", () => {
    const piece = fc.constantFrom(
      "---",
      "\n",
      "## H",
      "> Hỏi: x | ",
      "Nguồn: y",
      "| a | b |",
      "- x",
      "id: a",
      "class: secret",
      "\u0000",
      "```",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (parts) => {
        const { passages } = readDocument(file(FRONT, parts.join("\n")));
        expect(passages.every(({ citation, text }) => citation !== "" && text !== "")).toBe(true);
        readDocument({ name: "b.md", text: parts.join("") });
      }),
    );
  });
});

describe("readLibrary", () => {
  it("refuses the second document of the same id, in the order of the names", () => {
    const { documents, refused } = readLibrary([{ ...file(), name: "z.md" }, file()]);
    expect(documents).toHaveLength(1);
    expect(refused).toEqual([{ file: "z.md", line: 1, why: "trùng id “a” với a.md" }]);
  });

  it("takes the test documents whole", () => {
    expect(testLibrary().refused).toEqual([]);
  });
});
