import { expect, it } from "vitest";
import { typedWords } from "../typed-words.ts";
import { timeItems } from "./items.ts";
import { quotes } from "./quotes.ts";

const quoted = (text: string): readonly string[] => {
  const typed = typedWords(text);
  return quotes(text, typed, timeItems(typed));
};

it("quotes no sum and no count between two times", () => {
  for (const words of quoted("tháng 3 vay, mỗi ngày đóng 500 nghìn, tối qua nó đến"))
    expect(words).not.toContain("500");
});

it("keeps the few words between two times that belong together", () => {
  expect(quoted("chiều nào cũng có từ 2h đến 5h").join(" | ")).toContain("2h");
});
