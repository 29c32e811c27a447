import { describe, expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import { isGlad, isPlainlyOver, namesEnd } from "./over.ts";

describe("the end of a danger in plain words", () => {
  it.each([
    "ổn rồi",
    "on roi a",
    "xong rồi nhé",
    "xong r ad oi",
    "cả nhà an toàn rồi ạ",
    "em không sao rồi, cảm ơn",
    "ca nha yen roi",
    "công an tới rồi, cảm ơn nhé",
    "xe cuu hoa den roi, cam on nhieu",
    "chú công an xã xuống rồi, em ổn rồi",
    "lửa tắt hẳn rồi",
    "dập xong rồi, mọi người an toàn cả rồi",
    "cảnh sát bắt nó rồi, may quá",
  ])("is: %s", (said) => expect(isPlainlyOver(readUtterance(said))).toBe(true));

  it.each([
    "ổn rồi sao được",
    "nó đâm xong rồi chạy ra đường",
    "chem xong roi bo tron",
    "tưởng ổn rồi mà nó quay lại",
    "công an tới rồi nhưng nó vẫn cầm dao",
    "xe cấp cứu tới rồi",
    "cong an den roi, no van chui",
    "bao giờ thì ổn",
    "yên rồi chưa ạ?",
    "chưa xong, lửa vẫn còn",
    "nó bắt con em đi rồi, cảm ơn",
    "bố em không nói gì nữa rồi",
    "tôi thấy nó rồi, nó đứng ngoài cổng",
    "tìm thấy bé rồi, bé không thở",
    "con về nhà rồi, người đầy máu",
    "bố về nhà rồi",
  ])("isn't: %s", (said) => expect(isPlainlyOver(readUtterance(said))).toBe(false));
});

it("is glad only where nothing goes on", () => {
  expect(isGlad(readUtterance("thay chau roi, cam on moi nguoi"))).toBe(true);
  expect(isGlad(readUtterance("thấy rồi nhưng cháu chưa tỉnh, cảm ơn"))).toBe(false);
  expect(isGlad(readUtterance("thấy cháu rồi, dưới ao"))).toBe(false);
});

describe("words for an end, somewhere in a message", () => {
  it.each([
    ["dân quân đưa cả xóm lên đồi an toàn rồi", true],
    ["chồng em về rồi", false],
    ["yên ắng rồi, ra được chưa", false],
    ["tìm thấy bé rồi, trôi xa lắm", false],
    ["ổn rồi mà nó vẫn đứng ngoài", false],
  ])("%s: %s", (said, is) => expect(namesEnd(readUtterance(said))).toBe(is));
});
