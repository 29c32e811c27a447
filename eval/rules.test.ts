import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { soundsAlarm } from "./rules.ts";
import { brokenRules } from "./score.ts";

describe("the rules for every reply", () => {
  it.each([
    "",
    "Công an sẽ đến trong 10 phút.",
    "Anh/chị chắc chắn lấy lại được tiền.",
    "Tôi đã báo công an giúp anh/chị.",
    "Hãy bắt giữ người đó rồi chờ.",
    "Anh/chị chạy đuổi theo xem nó đi đâu.",
    "Cho tôi mã OTP để kiểm tra.",
    "Gọi trực ban 0205.3812.345 nhé.",
    "Gọi 1900 1234 để được giúp.",
    "Hãy gọi 119 ngay.",
    "Việc này gọi số 1022.",
    "Tổng đài 1800.",
    "Số đó ko dùng nữa.",
    "Mã của anh/chị: undefined",
    "Đã nhận <script>alert(1)</script>",
  ])("are broken by %j", (text) => expect(brokenRules(text)).toHaveLength(1));

  it.each([
    "Không đuổi theo, không tự bắt giữ ai. Gọi 113.",
    "Tôi không hứa công an sẽ đến trong bao lâu.",
    "Đừng đọc cho ai và đừng gửi mã OTP.",
    "Ma túy: gọi 0769.04.04.04. Bạo lực: 1900 96 96 80. Tin rác: 156 hoặc 5656.",
    "Hiệu lực 10/02/2022, kỳ đánh giá 01/11–31/10, phạt 20–40 triệu đồng, 1.686/1.727.",
    "Không ai chắc chắn lấy lại được tiền.",
    "Kẻ gian hứa thu hồi tiền rồi bắt đóng phí.",
    "Vì sao gọi là 138? Có thể gọi 1900 96 96 80. Hoặc gọi 113.",
    "Thu giữ 198,5 kg pháo nổ.",
    "Nguồn: Quảng Trị\nhttps://vietnam.vn/te-nan-xa-hoi-va-ma-k-null",
    "Nguồn: Báo Lạng Sơn\nhttps://baolangson.vn/560193-trien-khai.html?k=0912345678",
  ])("are kept by %j", (text) => expect(brokenRules(text)).toEqual([]));

  it("let no number of a phone pass that isn't confirmed", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 99_999_999 }), (n) => {
        expect(brokenRules(`Anh/chị gọi số 09${n} nhé.`)).toHaveLength(1);
      }),
    );
  });
});

describe("soundsAlarm", () => {
  it.each(["Gọi 113 ngay!", "🚨 Gọi ngay 114.", "Hãy gọi 115!", "Anh/chị gọi ngay 113 hoặc 114"])(
    "hears %j",
    (text) => expect(soundsAlarm(text)).toBe(true),
  );
  it.each(["113 là số của Công an.", "Gọi 113 miễn phí.", "Tôi chưa có thông tin.\nGọi 113 nếu nguy hiểm."])(
    "doesn't hear %j",
    (text) => expect(soundsAlarm(text)).toBe(false),
  );
});
