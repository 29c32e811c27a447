import { describe, expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import { hasQuestion } from "./asks.ts";

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
