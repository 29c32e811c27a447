import { describe, expect, it } from "vitest";
import { meantBy } from "./meant.ts";

describe("meantBy", () => {
  it.each([
    ["không, ý tôi là báo cho ai trước", "báo cho ai trước"],
    ["ko phai, y e la cho be lon co a", "cho be lon co a"],
    ["À không phải thế. Ý của cháu muốn hỏi là nộp ở đâu", "nộp ở đâu"],
  ])("%s", (message, meant) => {
    expect(meantBy(message)).toBe(meant);
  });

  it.each(["ý anh là thế nào vậy", "ý em là sao", "trạm y tế ở xã là chỗ nào", "không, cho bé lớn cơ"])(
    "leaves: %s",
    (message) => {
      expect(meantBy(message)).toBe(message);
    },
  );
});
