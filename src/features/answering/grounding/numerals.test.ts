import { expect, it } from "vitest";
import { numeralsOf } from "./numerals.ts";

const amounts = (text: string) =>
  numeralsOf(text, false).flatMap(({ key, unit }) => (unit === "đồng" ? [key] : []));

it.each([
  ["phạt 3–4 triệu đồng", ["3000000", "4000000"]],
  ["phạt 500.000 đến 2 triệu đồng", ["500000", "2000000"]],
  ["phạt 200.000–500.000 đồng", ["200000", "500000"]],
])("%s is %j", (text, wanted) => {
  expect(amounts(text)).toEqual(wanted);
});
