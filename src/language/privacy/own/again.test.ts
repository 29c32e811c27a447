import { expect, it } from "vitest";
import { namesAgain } from "./again.ts";
import { ownDetails } from "./own-details.ts";

const again = (told: string, text: string) =>
  namesAgain(text, ownDetails(text), ownDetails(told)).map(({ words }) => words);

it.each([
  ["em là Trần Thị Lan", "nó doạ giết Lan nếu báo", ["Lan"]],
  ["em tên lan", "lan sợ lắm", ["lan"]],
  ["em tên an", "công an đến đi", []],
  ["em là Trần Thị Lan", "ở đường Lan có đánh nhau", []],
  ["em là Hạnh", "ở quán Hồng Hạnh có đánh nhau", []],
  ["em là Sơn", "phá rừng Mẫu Sơn", []],
  ["em là Hồng", "trước nhà Hồng", ["Hồng"]],
  ["thằng Lan bán pháo", "Lan trốn rồi", []],
])("%s / %s", (told, text, found) => {
  expect(again(told, text)).toEqual(found);
});
