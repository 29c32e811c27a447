import { expect, it } from "vitest";
import { COMMUNES, communeOf } from "./commune.ts";

it("every commune is found by its name, with its kind and without marks", () => {
  for (const name of COMMUNES) expect(communeOf({ words: `thôn 3, xã ${name}` })).toBe(name);
});

it.each([
  ["thôn Bình Gia, xã Hồng Phong", "Hồng Phong"],
  ["cổng chợ kỳ lừa", "Kỳ Lừa"],
  ["xa that khe", "Thất Khê"],
  ["trong rừng", null],
  ["", null],
])("reads %j", (words, commune) => expect(communeOf({ words })).toBe(commune));

it("a point on the map alone names none", () => {
  expect(communeOf({ lat: 21.8, lng: 106.7 })).toBeNull();
  expect(communeOf(undefined)).toBeNull();
});
