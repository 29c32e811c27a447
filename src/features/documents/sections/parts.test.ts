import { describe, expect, it } from "vitest";
import type { Line } from "../reading/line.ts";
import { headingOf } from "./headings.ts";
import { leadOf, partsOf } from "./parts.ts";

const line = (text: string): Line => ({
  text: text.replace(/^\*\*/u, ""),
  page: 1,
  isEmphasised: text.startsWith("**"),
});
const parts = (...lines: readonly string[]) => partsOf(lines.map(line));

describe("the parts of a document", () => {
  it("are its articles, with the chapters that they stand in; clauses belong to them", () => {
    const found = parts(
      "Căn cứ Luật Thử nghiệm;",
      "**Chương I",
      "**QUY ĐỊNH CHUNG",
      "**Điều 1. Phạm vi",
      "1. Quy chế này quy định việc trực đêm.",
      "2. Chủ bến xe thực hiện Điều 5 của Quy chế này.",
      "**Chương II. TỔ CHỨC THỰC HIỆN",
      "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
      "Nơi nhận:",
      "- Như Điều 2;",
      "**CHỦ TỊCH",
    );
    expect(found.map(({ label, title, within }) => [label, title, within])).toEqual([
      ["Phần mở đầu", "", []],
      ["Điều 1", "Phạm vi", ["Chương I. Quy định chung"]],
      ["Điều 2", "Quyết định này có hiệu lực kể từ ngày ký", ["Chương II. Tổ chức thực hiện"]],
      ["Nơi nhận, người ký", "", []],
    ]);
    expect(found[1]?.text).toBe(
      "1. Quy chế này quy định việc trực đêm.\n2. Chủ bến xe thực hiện Điều 5 của Quy chế này.",
    );
    expect(found[2]?.text).toBe("Quyết định này có hiệu lực kể từ ngày ký.");
    expect(found[3]?.text).toBe("- Như Điều 2;\nCHỦ TỊCH");
  });

  it("are its numbered points where it has no articles, and its bold lines", () => {
    const found = parts(
      "**I. MỤC ĐÍCH",
      "Để bến xe yên.",
      "**Yêu cầu chung",
      "Làm đúng việc.",
      "1. Chủ bến xe: lắp đèn.",
      "a) Đèn sáng;",
    );
    expect(found.map(({ label, title, text }) => [label, title, text])).toEqual([
      ["Phần I", "MỤC ĐÍCH", "Để bến xe yên."],
      ["", "Yêu cầu chung", "Làm đúng việc."],
      ["Mục 1", "Chủ bến xe: lắp đèn.", "a) Đèn sáng;"],
    ]);
  });

  it("lose no line's words", () => {
    const lines = ["Mở đầu.", "Chương I", "Điều 1. Một", "a) hai", "Điều 2. Ba bốn.", "- năm"];
    const told = parts(...lines)
      .flatMap(({ within, label, title, text }) => [...within, label, title, text])
      .join(" ");
    for (const text of lines) for (const word of text.match(/\p{L}+/gu) ?? []) expect(told).toContain(word);
  });
});

describe("a heading", () => {
  it.each([
    "Chương II của Nghị định này quy định việc trực.",
    "điều kiện 3. Có đèn",
    "- Điều 3. Có đèn",
    "Mục 1 của Chỉ thị này",
  ])("is not %s", (text) => expect(headingOf(line(text), "body")).toBeNull());
  it.each([
    ["ĐIỀU 3. Có đèn", "Điều 3"],
    ["chương iv", "Chương IV"],
    ["Phụ lục II", "Phụ lục II"],
    ["Mục 2. Tổ chức", "Mục 2"],
    ["Phần thứ nhất", "Phần thứ nhất"],
  ])("%s bears the label %s", (text, label) => expect(headingOf(line(text), "body")?.label).toBe(label));
});

describe("a lead", () => {
  it("is the first clause, or the first words of one that never ends", () => {
    expect(
      leadOf(
        "Công an xã chủ trì việc trực đêm: phối hợp với chủ bến xe, bảo vệ và tổ tự quản của các thôn quanh bến.",
      ),
    ).toBe("Công an xã chủ trì việc trực đêm");
    expect(leadOf("một ".repeat(60))).toMatch(/một…$/u);
  });
});
