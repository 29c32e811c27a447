import { expect, it } from "vitest";
import { areSameWords, saysNothingNew } from "./same-words.ts";

it("the same words are the same, a longer story isn't", () => {
  expect(areSameWords("mất xe Wave đỏ ở chợ Kỳ Lừa", "mat xe wave do o cho ky lua")).toBe(true);
  expect(areSameWords("mất xe", "Mất xe")).toBe(true);
  expect(areSameWords("mất xe", "mất bò")).toBe(false);
  expect(
    areSameWords("mất xe Wave đỏ ở chợ Kỳ Lừa", "mất xe Wave đỏ ở chợ Kỳ Lừa, thằng lấy đội mũ đen"),
  ).toBe(false);
});

it("who says hardly a word that another didn't tells nothing new; who says less than that tells of something", () => {
  const fire = "cháy to ở kho vải chợ Đông Kinh, khói đen mù mịt";
  expect(saysNothingNew("bao chay kho vai cho dong kinh", fire)).toBe(true);
  expect(saysNothingNew("kho vải chợ Đông Kinh bị mất trộm đêm qua", fire)).toBe(false);
  expect(saysNothingNew("cháy", fire)).toBe(false);
});
