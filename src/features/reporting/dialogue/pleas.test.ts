import { describe, expect, it } from "vitest";
import { needsHelp } from "./pleas.ts";

describe("who needs help at this moment", () => {
  it.each([
    "cứu em với, nhà em số 12 ngõ 4, nó đang cầm dao đập cửa",
    "chay nha roi, nha toi so 5 ngo 3, goi toi 0912345678",
    "no van danh me chau, nha chau so 5 ngo 3",
    "nó đang đánh em, em trọ ở ngay đầu ngõ 12",
    "bố cháu ngã bất tỉnh, gọi lại số này giúp cháu với",
  ])("does: %s", (words) => {
    expect(needsHelp([words])).toBe(true);
  });

  it.each([
    "Có trộm chó ở xóm. - Anh Quân, 0912345678",
    "tui tên Bé Ba, nhà tui số 12/3 đường Bà Triệu, hổm rày có thằng lạ mặt rình mấy đứa nhỏ",
    "có vụ đánh nhau ở bến xe tối qua, liên hệ zalo 0912345678",
    "mk tên Trang, nhà mk ngay đầu ngõ 12, có mấy ông say đập phá quán nét",
    "toi la nong van tai o dong dang, hom qua co danh nhau o nha van hoa",
    "em hiện đang trọ ở phòng 5 ngõ 43, đêm qua có đánh nhau",
    "ngay nao chung no cung danh nhau, goi toi 0912345678",
    "Người viết: Lý A Sử. Điện thoại: 0912345678. Xe tải chở hàng lậu lúc 2h sáng",
  ])("doesn't: %s", (words) => {
    expect(needsHelp([words])).toBe(false);
  });
});
