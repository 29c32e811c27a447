import { describe, expect, it } from "vitest";
import { oneAddress } from "./levels.ts";

describe("an address told in two pieces", () => {
  it.each([
    ["quan karaoke Huong Lan", "xa Bac Son", "quan karaoke Huong Lan, xa Bac Son"],
    ["xã Bình Gia", "thôn Nà Lốc", "thôn Nà Lốc, xã Bình Gia"],
    ["xã Bắc Sơn", "quán karaoke Hương Lan", "quán karaoke Hương Lan, xã Bắc Sơn"],
    ["xóm Nà Lốc", "huyện Bình Gia cũ", "xóm Nà Lốc, huyện Bình Gia cũ"],
    ["chợ Giếng Vuông", "phường Lương Văn Tri", "chợ Giếng Vuông, phường Lương Văn Tri"],
  ])("%s + %s", (before, now, whole) => expect(oneAddress(before, now)).toBe(whole));

  it.each([
    ["chợ Kỳ Lừa", "bến xe phía Bắc"],
    ["thôn Nà Pàn", "thôn Nà Lốc"],
    ["thôn Pò Mỏ", "chợ Kỳ Lừa"],
    ["thôn Nà Pàn xã Hồng Phong", "xã Bình Gia"],
  ])("two places: %s, %s", (before, now) => expect(oneAddress(before, now)).toBeNull());
});
