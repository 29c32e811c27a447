import { describe, expect, it } from "vitest";
import { withoutPersons } from "./pin-label.ts";

const shown = (label: string) => withoutPersons({ kind: "location", lat: 21.85, lng: 106.76, label }).label;

describe("what is written on a shared place", () => {
  it.each([
    ["Nhà Nguyễn Văn An", "Nhà [đã che]"],
    ["nha tran van binh to 3 khoi 5", "nha [đã che] to 3 khoi 5"],
    ["Nhà của Bé Na", "Nhà của [đã che]"],
    ["Nhà chị Lan, khối 8", "Nhà chị [đã che], khối 8"],
    ["Lan, 15 Bà Triệu, Lạng Sơn", "[đã che], 15 Bà Triệu, Lạng Sơn"],
    ["Tạp hoá số 5, 0987654321", "Tạp hoá số 5, [đã che]"],
  ])("names no person and no number: %s", (label, safe) => expect(shown(label)).toBe(safe));

  it("is nothing where only they are written on it", () => {
    expect(shown("Trần Văn Bình")).toBeUndefined();
    expect(shown("Nguyễn Thị Hoa, 0912345678")).toBeUndefined();
  });

  it.each([
    "Nhà văn hoá thôn Nà Pàn",
    "Nhà nghỉ Hoa Hồng",
    "Trường THPT Hoàng Văn Thụ, đường Hoàng Văn Thụ",
    "12 Lê Lợi, Vĩnh Trại, Lạng Sơn",
    "Chợ Kỳ Lừa",
    "Quán ăn Bảo Châu",
    "Mẫu Sơn",
  ])("keeps a public place: %s", (label) => expect(shown(label)).toBe(label));

  it("may be absent", () => {
    expect(withoutPersons({ kind: "location", lat: 1, lng: 2 })).toEqual({
      kind: "location",
      lat: 1,
      lng: 2,
    });
  });
});
