import { describe, expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import {
  asksWhetherSent,
  fears,
  readReporterAsk,
  saysJoked,
  saysMore,
  saysWithdraw,
  speaksOfOwnReports,
} from "./reporter-asks.ts";

describe("what a reporter asks", () => {
  it.each([
    ["nhà nó có biết cháu báo không ạ", "secret"],
    ["the co bi lo ten k a", "secret"],
    ["co hoi ten ba khong, ba so lam", "secret"],
    ["co ma roi thi em doi bao lau ha", "when"],
    ["sợ bọn nó trả thù thì sao", "secret"],
    ["mấy hôm thì công an xuống vậy", "when"],
    ["bao gio co ket qua ha ban", "when"],
    ["giờ rút đơn được không em", "withdraw"],
    ["gui them clip dc ko a", "files"],
    ["em kèm ảnh kiểu gì", "files"],
    ["có phải lên công an ký giấy không", "sign"],
    ["bat qua tang roi danh no co sao khong", "beat"],
  ])("%s: %s", (said, topic) => expect(readReporterAsk(readUtterance(said))).toBe(topic));

  it.each([
    "nó biết tôi hay đi qua đường đó",
    "đăng ký xe mất bao lâu",
    "nuôi chó có phải đăng ký không",
    "tối qua nó đánh tôi",
    "rút tiền ở đâu",
    "nó dọa trả thù nhà tôi",
    "nó doạ tung ảnh của em",
    "nó ký giấy nợ thay em",
  ])("isn't in: %s", (said) => expect(readReporterAsk(readUtterance(said))).toBeNull());
});

it("the own reports are heard, other people's matters aren't", () => {
  for (const said of [
    "cac tin toi gui gio the nao roi",
    "vụ nhà em báo hôm kia sao rồi",
    "đơn của cháu có ai xem",
  ])
    expect(speaksOfOwnReports(readUtterance(said)), said).toBe(true);
  for (const said of ["tin báo là gì", "công an gửi giấy cho tôi", "đơn xin việc viết thế nào"])
    expect(speaksOfOwnReports(readUtterance(said)), said).toBe(false);
});

it("fear is heard without a question, a wish to withdraw too", () => {
  expect(fears(readUtterance("lo nó biết nhà cháu thì khổ"))).toBe(true);
  expect(fears(readUtterance("dung noi la toi bao nhe"))).toBe(true);
  expect(fears(readUtterance("no biet toi bao roi hay sao ay, cho toi rut tin"))).toBe(true);
  expect(fears(readUtterance("nó sợ vợ lắm"))).toBe(false);
  expect(saysWithdraw(readUtterance("chị xin rút đơn"))).toBe(true);
  expect(saysWithdraw(readUtterance("nó rút dao ra"))).toBe(false);
});

describe("what a reporter says afterwards", () => {
  it.each([
    "chua xong dau a, bong moi lai vo roi",
    "vẫn chưa thấy ai xử lý gì",
    "nó lại đâu vào đấy rồi",
    "à còn nữa, đứa móc túi xăm rồng ở cổ",
    "quen chua noi, no di xe do",
    "đã xong đâu anh ơi, đêm qua lại mở tiếp",
    "chả giải quyết được gì",
    "vẫn chưa thấy ai xuống dẹp cả các anh ạ",
  ])("is more of it: %s", (words) => expect(saysMore(readUtterance(words))).toBe(true));

  it.each(["không, đùa thôi", "em dua ti thoi ma"])("was a joke: %s", (words) =>
    expect(saysJoked(readUtterance(words))).toBe(true),
  );

  it.each([
    "chưa xong à?",
    "cảm ơn nhé",
    "phong trào là gì",
    "họ có đùa thôi không?",
    "nó bảo đùa thôi nhưng đánh con em chảy máu mồm",
    "no bao dua thoi",
    "không phải đùa chơi đâu anh",
  ])("is neither: %s", (words) => {
    expect(saysMore(readUtterance(words))).toBe(false);
    expect(saysJoked(readUtterance(words))).toBe(false);
  });
});

describe("whether it has gone", () => {
  it.each(["gui chua", "đã gửi đi chưa ạ", "chuyển lên công an chưa em"])("is asked: %s", (said) =>
    expect(asksWhetherSent(readUtterance(said))).toBe(true),
  );

  it.each(["gửi đi", "chưa gửi vội", "nó chưa gửi tiền cho em lần nào cả mà cứ đòi em gửi trước là sao"])(
    "isn't: %s",
    (said) => expect(asksWhetherSent(readUtterance(said))).toBe(false),
  );
});
