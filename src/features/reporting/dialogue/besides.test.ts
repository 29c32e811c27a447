import { describe, expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import { besidesIn, givesUpReport, isHold, saysHold, wantsBack } from "./besides.ts";

describe("what is said besides what happened", () => {
  it.each([
    ["không có ảnh đâu", { noFiles: true, unnamed: false, rest: "" }],
    ["k co anh", { noFiles: true, unnamed: false, rest: "" }],
    ["bo qua anh", { noFiles: true, unnamed: false, rest: "" }],
    ["gửi luôn không cần ảnh", { noFiles: true, unnamed: false, rest: "", sends: true }],
    ["thoi khong co hinh, gui luon", { noFiles: true, unnamed: false, rest: "", sends: true }],
    ["không có ảnh, đừng nêu tên em", { noFiles: true, unnamed: true, rest: "" }],
    ["đừng ghi tên tôi vào", { noFiles: false, unnamed: true, rest: "" }],
    ["mai gui anh sau", { noFiles: true, unnamed: false, rest: "" }],
    ["hình tôi bổ sung sau nhé", { noFiles: true, unnamed: false, rest: "" }],
    ["không có video quay lại", { noFiles: true, unnamed: false, rest: "" }],
    ["xe biển 98B3. cho e bổ sung vào đc k ạ", { noFiles: false, unnamed: false, rest: "xe biển 98B3." }],
    ["không có ảnh, thằng đó áo đỏ", { noFiles: true, unnamed: false, rest: "thằng đó áo đỏ" }],
  ])("%s", (text, besides) => {
    expect(besidesIn(text)).toEqual(besides);
  });

  it.each(["nó tung ảnh nóng của em lên mạng", "ở chợ không có ai", "tên nó là Tèo, đừng gửi tiền"])(
    "leaves a story as it is: %s",
    (text) => {
      expect(besidesIn(text)).toEqual({ noFiles: false, unnamed: false, rest: text });
    },
  );
});

it.each(["khoan", "khoan đã gửi", "khoan da gui voi", "đừng gửi vội", "từ từ đã"])("waits: %s", (text) => {
  expect(isHold(readUtterance(text))).toBe(true);
});

it.each(["được rồi gửi cho biên phòng", "duoc roi gui cho bien phong", "gửi đi"])(
  "doesn't wait: %s",
  (text) => {
    expect(saysHold(readUtterance(text))).toBe(false);
  },
);

it.each(["a bam nham, lay lai cai vua nay dc k", "cho em xem lại tin", "xem lai cai nao"])(
  "wants it back: %s",
  (text) => {
    expect(wantsBack(readUtterance(text))).toBe(true);
  },
);

it("asks for money, not for what was told", () => {
  expect(wantsBack(readUtterance("em có lấy lại được tiền không"))).toBe(false);
});

describe("giving a report up", () => {
  it.each([
    ["dừng đi ạ, em thấy đồ rồi", "theft"],
    ["thoi khoi bao, nha tu giai quyet", "other"],
    ["huỷ giúp em, nhầm người", "other"],
    ["tim duoc dien thoai duoi gam giuong roi", "lostProperty"],
    ["họ trả lại xe cho em rồi", "theft"],
    ["không cần báo nữa, cảm ơn", "noise"],
  ])("does: %s", (said, category) => expect(givesUpReport(said, category)).toBe(true));

  it.each([
    ["khoan đã, đừng gửi vội", "theft"],
    ["tìm thấy xe rồi nhưng mất yên với gương", "theft"],
    ["nó dừng xe lại rồi bỏ chạy", "theft"],
    ["họ tìm thấy ma tuý trong xe rồi", "drugs"],
    ["thằng đó huỷ kèo rồi đánh nhau", "other"],
  ])("doesn't: %s", (said, category) => expect(givesUpReport(said, category)).toBe(false));
});
