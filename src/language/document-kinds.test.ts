import { expect, it } from "vitest";
import { nameOfNumber } from "./document-kinds.ts";

it.each([
  ["282/2025/NĐ-CP", "Nghị định 282/2025/NĐ-CP"],
  ["120/2025/QH15", "Luật 120/2025/QH15"],
  ["21-CT/TW", "Chỉ thị 21-CT/TW"],
  ["7/XY", "văn bản 7/XY"],
  ["Bộ luật Hình sự 2015", "Bộ luật Hình sự 2015"],
])("%s is named %s", (number, name) => {
  expect(nameOfNumber(number)).toBe(name);
});
