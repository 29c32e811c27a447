import { expect, it } from "vitest";
import { readUtterance } from "../../language/utterance.ts";
import { moodOf } from "./mood.ts";

it.each([
  ["con dâu tôi sinh cháu trai, mừng quá", "glad"],
  ["thi vao truong noi tru chau do roi, ca ban vui", "glad"],
  ["bốc hàng cả ngày mệt rã rời", "tired"],
  ["hồi xưa ông tôi đi dân công, đói mà hát suốt", "memory"],
  ["dem qua nam mo thay nuoc ngap ca xom", "dream"],
  ["xã vừa diễn tập chữa cháy, đông như hội", "drill"],
  ["mật ong rừng 200k, ai lấy inbox em", "selling"],
  ["vui gì nổi, bạn thân chuyển đi rồi, buồn quá", "sad"],
  ["sáng nay sương mù dày quá", null],
])("hears the mood of %s", (message, mood) => expect(moodOf(readUtterance(message))).toBe(mood));

it("congratulates nobody on a loss", () => {
  for (const message of [
    "ông em qua đời hôm qua, cả nhà đang vui mà",
    "buồn quá, con chó vẫn mừng chủ mà nay không còn",
  ])
    expect(moodOf(readUtterance(message))).toBe("sad");
});
