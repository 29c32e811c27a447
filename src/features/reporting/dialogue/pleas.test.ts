import { describe, expect, it } from "vitest";
import { needsHelp } from "./pleas.ts";

describe("who needs help at this moment", () => {
  it.each([
    "cứu em với, nhà em số 12 ngõ 4, nó đang cầm dao đập cửa",
    "chay nha roi, nha toi so 5 ngo 3, goi toi 0912345678",
    "bố cháu ngã bất tỉnh ở thôn Nà Pàn, gọi lại số này giúp cháu với",
  ])("does: %s", (words) => {
    expect(needsHelp([words])).toBe(true);
  });

  it.each([
    "Có trộm chó ở xóm. - Anh Quân, 0912345678",
    "tui tên Bé Ba, nhà tui số 12/3 đường Bà Triệu, hổm rày có thằng lạ mặt rình mấy đứa nhỏ",
    "có vụ đánh nhau ở bến xe tối qua, liên hệ zalo 0912345678",
    "Người viết: Lý A Sử. Điện thoại: 0912345678. Xe tải chở hàng lậu lúc 2h sáng",
  ])("doesn't: %s", (words) => {
    expect(needsHelp([words])).toBe(false);
  });
});
