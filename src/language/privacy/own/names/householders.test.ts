import { expect, it } from "vitest";
import { householders } from "./householders.ts";

it.each([
  ["Nhà Nguyễn Văn An", ["Nguyễn Văn An"]],
  ["nhà Hương, khối 2", ["Hương"]],
  ["Thu Hà, 12 Lê Lợi", ["Thu Hà"]],
  ["Nhà máy xi măng Hồng Phong", []],
  ["Nhà mình", []],
  ["Vị trí của Lan", ["Lan"]],
  ["Cua hang Sao Mai", []],
])("finds whose house it is: %s", (label, names) => {
  expect(householders(label).map(({ words }) => words)).toEqual(names);
});
