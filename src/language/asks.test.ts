import { describe, expect, it } from "vitest";
import { asksPlainly, hasQuestion, opensAsking } from "./asks.ts";
import { readUtterance } from "./utterance.ts";

const asks = (text: string) => hasQuestion(readUtterance(text));

describe("the form of a question", () => {
  it.each([
    "có lấy lại được tiền không ạ",
    "cong an co bat no khong",
    "nộp đơn ở đâu",
    "phat bao nhieu tien",
    "thế giờ tôi phải làm gì",
    "ai đọc tin này vậy bot",
    "cho em xin số công an xã",
    "bao lâu thì xong",
  ])("is seen: %s", (text) => expect(asks(text)).toBe(true));

  it.each([
    "bọn này hay tụ tập ở đây lắm",
    "hai con lợn giống 60 cân",
    "me toi so qua nam mot cho",
    "nó bảo báo công an thì biết tay nó",
    "biển số 12A 334.56",
    "chỗ ấy tối lắm, không có đèn đường",
  ])("is none: %s", (text) => expect(asks(text)).toBe(false));
});

describe("a plain question", () => {
  it.each([
    "cháu nhà em cũng dính rồi, giờ làm sao ạ",
    "xe tìm thấy thì được trả lại không",
    "sửa được chưa em",
  ])("asks: %s", (text) => expect(asksPlainly(readUtterance(text))).toBe(true));

  it.each([
    "nó chưa trả cho em đồng nào",
    "có một bà đứng canh ở đầu ngõ",
    "co mot ba dung canh o dau ngo",
    "tối nào cũng thấy nó ở đấy",
    "bị nó đánh vào đầu",
  ])("tells: %s", (text) => expect(asksPlainly(readUtterance(text))).toBe(false));
});

describe("a question by its first words", () => {
  it.each(["bao gio goi cho toi", "thế bao lâu thì xuống", "tai sao no duoc tha"])("is one: %s", (text) =>
    expect(opensAsking(readUtterance(text))).toBe(true),
  );

  it.each(["nó bảo bao giờ có tiền thì trả", "lúc ấy bao nhiêu người", "dem nao cung vay"])(
    "is none: %s",
    (text) => expect(opensAsking(readUtterance(text))).toBe(false),
  );
});
