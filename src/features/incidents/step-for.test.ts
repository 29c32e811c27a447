import { describe, expect, it } from "vitest";
import { stepFor } from "./step-for.ts";

describe("the step of the advice that is due", () => {
  it("is the one that speaks of what was said", () => {
    expect(stepFor("onlineScam", "no bao phi lay lai tien, dich vu tren facebook", "told")).toContain(
      "lấy lại tiền",
    );
  });

  it("answers a question that it has the words of", () => {
    expect(stepFor("theft", "mà bọn tôi có cần giữ nguyên hiện trường không", "asked")).toContain(
      "hiện trường",
    );
  });

  it.each([
    ["theft", "thế người làm chứng có bị gọi lên không hả cán bộ", "asked"],
    ["theft", "con trâu cái sừng cụt một bên", "told"],
    ["other", "giữ nguyên hiện trường à", "asked"],
  ] as const)("is none of another matter: %s, %s", (category, words, as) => {
    expect(stepFor(category, words, as)).toBeUndefined();
  });
});
