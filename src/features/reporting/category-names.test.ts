import { expect, it } from "vitest";
import { categoryName } from "./category-names.ts";

it("a category of an earlier release has a name too", () => {
  expect(categoryName("theft")).toBe("Trộm cắp");
  expect(categoryName("noLongerKnown")).toBe(categoryName("other"));
});
