import { describe, expect, it } from "vitest";
import { asksForIdentity } from "./personal-questions.ts";

describe("a question about the reporter", () => {
  it.each([
    "cho xin họ tên, số điện thoại và số nhà",
    "Anh/chị cho biết số điện thoại và địa chỉ nhà để cán bộ đến",
    "Họ tên anh là gì?",
    "ho ten cua chi",
    "anh tên gì",
    "a tên j vậy",
    "Bạn là ai?",
    "cho e xin sdt",
    "cho xin SĐT với ạ",
    "so dien thoai cua ban la bn",
    "số đt của chị?",
    "cho xin số để gọi",
    "gọi anh số nào",
    "liên hệ chị qua số nào được?",
    "dia chi nha chi o dau",
    "đ/c nhà mình",
    "nhà anh ở đâu?",
    "nha chi o dau a",
    "chị đang ở đâu",
    "anh ở thôn nào?",
    "CCCD số mấy",
    "gửi ảnh căn cước giúp",
    "can cuoc cong dan cua anh",
    "chụp cho xem chứng minh thư",
    "cmnd?",
    "gửi giấy tờ tùy thân",
    "năm sinh của bạn",
    "bạn bao nhiêu tuổi",
    "cho xin zalo",
    "zalo của anh số mấy",
    "quê chị ở đâu",
    "cung cấp thông tin cá nhân",
    "anh làm nghề gì, công tác ở đâu?",
    "h.ọ t.ê.n",
    "số  điện\nthoại",
    "S Đ T của bạn",
    "s.đ.t",
    "sô đien thoai của cô",
    "c c c d",
  ])("%s", (words) => {
    expect(asksForIdentity(words)).toBe(true);
  });

  it.each([
    "Xe màu gì ạ?",
    "Có khoảng mấy người ạ?",
    "Việc xảy ra lúc mấy giờ?",
    "Họ còn ở đó không?",
    "Cảm ơn anh/chị, tổ tuần tra đã đến.",
    "Biển số xe là bao nhiêu?",
    "Cháy còn to không, có ai bị thương không?",
  ])("not: %s", (words) => {
    expect(asksForIdentity(words)).toBe(false);
  });
});
