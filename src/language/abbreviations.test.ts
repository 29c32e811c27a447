import { describe, expect, it } from "vitest";
import { expandAbbreviations } from "./abbreviations.ts";

describe("expandAbbreviations", () => {
  it.each([
    ["bao ca xa o dau", "bao công an xa o dau"],
    ["gọi ca ngay", "gọi công an ngay"],
    ["tat ca ho dan", "tat ca ho dan"],
    ["ca nuoc co bao nhieu mo hinh", "ca nuoc co bao nhieu mo hinh"],
    ["ca bay loai don vi", "ca bay loai don vi"],
    ["ca sĩ", "ca sĩ"],
    ["ca lang son", "công an lang son"],
    ["cong ca hai loai", "cong ca hai loai"],
  ])("ca by its neighbours: %s", (typed, meant) => {
    expect(expandAbbreviations(typed)).toBe(meant);
  });

  it.each([
    ["trường mn", "trường mầm non"],
    ["mn cho hỏi", "mọi người cho hỏi"],
    ["nộp hs ở đâu", "nộp hồ sơ ở đâu"],
    ["hs tham gia đc ko", "học sinh tham gia được không"],
    ["ko đk chuẩn", "không đăng ký chuẩn"],
    ["có đk ko", "có được không"],
    ["tố giác tp", "tố giác tội phạm"],
    ["tp lạng sơn", "thành phố lạng sơn"],
    ["an ninh tt", "an ninh trật tự"],
    ["tổ bv antt", "tổ bảo vệ an ninh trật tự"],
    ["tinh con 65 xp", "tinh con 65 xã phường"],
    ["bị xp bao nhiêu", "bị xử phạt bao nhiêu"],
    ["trg hoc dat", "trường hoc dat"],
  ])("two readings: %s", (typed, meant) => {
    expect(expandAbbreviations(typed)).toBe(meant);
  });
});
