import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT } from "../dialogue/draft.ts";
import { isIdle } from "./is-idle.ts";

const of = (what: string) => ({ ...EMPTY_DRAFT, what });

describe("what is asked about once", () => {
  it.each([
    "đm chúng mày lũ ăn hại",
    "công an toàn lũ ngu như chó",
    "haha đùa thôi",
    "báo công an bắt crush tội làm tim em lỡ nhịp =))",
    "báo cáo sếp: hôm nay trời đẹp quá hihi",
    "alo alo 123",
    "trái tim em bị bạn cùng bàn lấy trộm rồi :))",
    "trinh bao: co nguoi cuom mat con tim toi =))",
  ])("%s", (what) => expect(isIdle(of(what))).toBe(true));

  it.each([
    "tối qua có trộm vào nhà lấy mất xe",
    "mấy đứa đm cứ nẹt pô suốt đêm ở ngõ 5",
    "thằng chó nó lừa của tôi 5 triệu rồi",
    "cháy nhà cứu với",
    "ô nhiễm",
    "đèn đường hỏng",
    "cột điện sắp đổ",
    "sới gà",
    "có đứa lấy trộm mất cái đèn trái tim ở cổng nhà tôi",
    // A known wrong is never doubted, whatever smiles beside it.
    "hàng xóm trộm mất con gà của tôi haha bực quá",
  ])("never: %s", (what) => expect(isIdle(of(what))).toBe(false));

  it("never what has a photo, a time or a danger", () => {
    const joke = of("báo công an bắt crush tội làm tim em lỡ nhịp =))");
    expect(isIdle({ ...joke, danger: true })).toBe(false);
    expect(isIdle({ ...joke, when: { words: "tối qua" } })).toBe(false);
    expect(
      isIdle({ ...joke, media: [{ key: "a", kind: "image", bytes: 1, contentType: "image/jpeg" }] }),
    ).toBe(false);
  });
});
