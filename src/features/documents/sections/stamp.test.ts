import { describe, expect, it } from "vitest";
import { stampOf } from "./stamp.ts";

const stamp = (text: string) => stampOf([{ text, page: 1, isEmphasised: false }]);

describe("a stamp", () => {
  it.each([
    "MẬT",
    "TỐI MẬT",
    "TUYỆT MẬT",
    "M Ậ T",
    "Mật",
    "(MẬT)",
    "Độ mật: Tối mật",
    "Độ mật: MẬT",
    "Số: 3/KH TỐI MẬT",
    "ĐỘ MẬT: TUYỆT MẬT",
  ])("of secrecy is %s", (text) => expect(stamp(text)).toBe("secret"));
  it.each([
    "giữ bí mật cho người báo tin",
    "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "Chế độ bảo mật",
    "mật",
    "Mật ong rừng",
    "công khai, không MẬP mờ",
    "mật khẩu điện thoại",
  ])("is not %s", (text) => expect(stamp(text)).toBe("none"));
  it.each(["LƯU HÀNH NỘI BỘ", "Tài liệu lưu hành nội bộ", "(Nội bộ)"])("of the house is %s", (text) =>
    expect(stamp(text)).toBe("internal"),
  );
  it("is seen in a cell", () => {
    const cells = ["UBND TỈNH", "MẬT"];
    expect(stampOf([{ text: cells.join(" | "), page: 1, isEmphasised: false, cells, isRow: true }])).toBe(
      "secret",
    );
  });
});
