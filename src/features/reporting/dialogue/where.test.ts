import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWhere } from "./where.ts";

const place = (text: string) => readWhere(text)?.words ?? null;

describe("where it happened", () => {
  it.each([
    ["Nhà tôi bị trộm xe máy ở thôn Pò Mỏ, xã Đồng Đăng lúc 9h tối", "thôn Pò Mỏ, xã Đồng Đăng"],
    ["toi qua o cho ky lua co danh nhau", "cho ky lua"],
    ["Có đánh bạc tại nhà văn hóa khối 5, phường Tam Thanh", "nhà văn hóa khối 5, phường Tam Thanh"],
    ["xe tải đổ trộm rác gần cầu Đông Kinh", "gần cầu Đông Kinh"],
    ["ở Hữu Lũng có người bán pháo", "Hữu Lũng"],
    ["Ngã ba Phai Trần hay có đua xe", "Ngã ba Phai Trần"],
    ["km 12 quốc lộ 4B có đá rơi", "km 12 quốc lộ 4B"],
    [
      "số nhà 12 đường Trần Đăng Ninh, phường Lương Văn Tri bị đột nhập",
      "số nhà 12 đường Trần Đăng Ninh, phường Lương Văn Tri",
    ],
    ["buôn lậu ở cột mốc 1104", "cột mốc 1104"],
    ["ngo 5 duong phai ve p dong kinh", "ngo 5 duong phai ve p dong kinh"],
    ["mat chiec o to toyota o cho ky lua", "cho ky lua"],
    ["co danh nhau o to 5 phuong tam thanh", "to 5 phuong tam thanh"],
    ["trom xe o to dan pho 3", "to dan pho 3"],
  ])("%s", (text, expected) => {
    expect(place(text)).toBe(expected);
  });

  it.each([
    "tôi bị lừa 20 triệu qua mạng",
    "có người đòi nợ tôi",
    "bi mat xe may",
    "con tôi bị bạn đánh",
    "mười mấy người, có đứa ở xã khác đến",
    "thằng hàng xóm hay chửi bới",
    "mat chiec o to toyota mau trang",
    "o to Hyundai dam vao nguoi",
    "",
  ])("names no place: %s", (text) => {
    expect(place(text)).toBeNull();
  });

  it("quotes what was typed, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const words = place(`ở thôn ${text}`);
        if (words !== null) expect(`ở thôn ${text}`.normalize("NFC")).toContain(words);
      }),
      { numRuns: 1_000 },
    );
  });
});
