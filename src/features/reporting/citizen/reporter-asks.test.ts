import { describe, expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import { fears, readReporterAsk, saysWithdraw } from "./reporter-asks.ts";

describe("what a reporter asks", () => {
  it.each([
    ["nhà nó có biết cháu báo không ạ", "secret"],
    ["the co bi lo ten k a", "secret"],
    ["sợ bọn nó trả thù thì sao", "secret"],
    ["mấy hôm thì công an xuống vậy", "when"],
    ["bao gio co ket qua ha ban", "when"],
    ["giờ rút đơn được không em", "withdraw"],
    ["bat qua tang roi danh no co sao khong", "beat"],
  ])("%s: %s", (said, topic) => expect(readReporterAsk(readUtterance(said))).toBe(topic));

  it.each([
    "nó biết tôi hay đi qua đường đó",
    "đăng ký xe mất bao lâu",
    "tối qua nó đánh tôi",
    "rút tiền ở đâu",
    "nó dọa trả thù nhà tôi",
  ])("isn't in: %s", (said) => expect(readReporterAsk(readUtterance(said))).toBeNull());
});

it("fear is heard without a question, a wish to withdraw too", () => {
  expect(fears(readUtterance("lo nó biết nhà cháu thì khổ"))).toBe(true);
  expect(fears(readUtterance("dung noi la toi bao nhe"))).toBe(true);
  expect(fears(readUtterance("nó sợ vợ lắm"))).toBe(false);
  expect(saysWithdraw(readUtterance("chị xin rút đơn"))).toBe(true);
  expect(saysWithdraw(readUtterance("nó rút dao ra"))).toBe(false);
});
