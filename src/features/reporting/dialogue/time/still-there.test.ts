import { describe, expect, it } from "vitest";
import { typedWords } from "../typed-words.ts";
import { timeItems } from "./items.ts";
import { seenThere } from "./still-there.ts";

const seen = (text: string) => {
  const typed = typedWords(text);
  const { there, others } = seenThere(typed, timeItems(typed));
  return { there: there.length > 0, others: others.length > 0 };
};

describe("when something was there still", () => {
  it("is parted from when it was gone", () => {
    expect(seen("5h chiều vẫn còn, sáng nay mất")).toEqual({ there: true, others: true });
  });

  it("is no time of what happened otherwise", () => {
    expect(seen("tối qua 9h nó đập cửa")).toEqual({ there: false, others: true });
  });
});
