import { describe, expect, it } from "vitest";
import { isPast } from "./past.ts";

/** A Sunday, shortly before eleven in the morning. */
const NOW = Date.UTC(2026, 10, 29, 3, 51);

describe("a danger that is over", () => {
  it.each([
    ["robbery", "tối qua nó giật dây chuyền của tôi ở chợ"],
    ["robbery", "hom qua bi cuop xe o duong vang"],
    ["violence", "chuyện hôm kia rồi"],
    ["violence", "viec cu roi, gio yen ca"],
    ["loanShark", "gần nhất là đêm qua tầm 1 giờ"],
    ["roadCrash", "khong ai bi thuong ca"],
    ["roadCrash", "lúc 5 giờ sáng nay"],
    ["fire", "cháy hôm qua cơ, tắt lâu rồi"],
  ] as const)("is: %s, %s", (kind, text) => expect(isPast(kind, text, NOW)).toBe(true));

  it.each([
    ["robbery", "tối qua nó cướp, giờ nó lại đến trước cổng"],
    ["robbery", "nó vừa giật túi của em"],
    ["robbery", "10 phút trước"],
    ["kidnapping", "con tôi bị bắt đi từ tối qua"],
    ["missingPerson", "bà đi lạc từ hôm qua"],
    ["domesticViolence", "tối qua chồng em đánh em"],
    ["snakebite", "rắn cắn từ chiều qua"],
    ["fire", "từ tối qua đến giờ vẫn đang cháy"],
    ["fire", "không ai bị sao"],
    ["violence", "tối qua đánh nhau, vẫn chảy máu không cầm"],
  ] as const)("isn't: %s, %s", (kind, text) => expect(isPast(kind, text, NOW)).toBe(false));

  it("may be told in two messages", () => {
    const when = { words: "tối qua", from: NOW - 50_000_000, to: NOW - 40_000_000 };
    expect(isPast("robbery", "em bị giật túi\n2 thằng đi xe máy", NOW, when)).toBe(true);
  });
});
