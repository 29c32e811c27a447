import { describe, expect, it } from "vitest";
import { toldBeside, withoutAsked } from "./told-in-question.ts";

it.each([
  ["nha em bi mat trom ga thi bao ai", "nha em bi mat trom ga"],
  ["nó bảo báo thì nó đánh", "nó bảo báo thì nó đánh"],
  ["em ra tận nơi thì người ta bảo không có ai thuê", "em ra tận nơi thì người ta bảo không có ai thuê"],
])("of %s a report begins with: %s", (said, words) => expect(withoutAsked(said)).toBe(words));

describe("what a question tells besides", () => {
  it.each([
    ["mat xe may thi bao o dau vay chu", "mat xe may"],
    ["cho em hỏi chuyển tiền cọc phòng trọ xong bị chặn thì có lấy lại được không ạ", /bị chặn$/u],
    ["nha em bi mat trom ga thi bao ai", "nha em bi mat trom ga"],
    ["hàng xóm đốt rác khói mù thì phản ánh ở đâu", "hàng xóm đốt rác khói mù"],
    ["tôi hỏi cái này. ở bản tôi nó hay tụ tập đánh bạc thì nói với ai", /tụ tập đánh bạc$/u],
  ])("is kept without the words that only ask: %s", (said, words) => {
    const told = toldBeside(said);
    expect(told?.isSure).toBe(true);
    expect(told?.words).toMatch(words);
  });

  it("is kept whole where it is told on behind the question", () => {
    const said = "mất gà thì báo ai nhà tôi vừa mất 5 con đêm qua";
    expect(toldBeside(said)).toEqual({ words: said, isSure: true });
  });

  it("isn't remembered where nothing parts it from what is asked of rules", () =>
    expect(toldBeside("cho hỏi đánh bạc dưới 5 triệu có bị đi tù không")).toBeNull());

  it.each([
    "đánh bạc bị phạt bao nhiêu",
    "cho hỏi đánh bạc dưới 5 triệu có bị đi tù không",
    "tàng trữ ma túy bị xử lý thế nào",
    "bạo lực gia đình là gì",
    "tố giác tội phạm ở đâu",
    "đốt pháo tết có bị phạt không",
    "số điện thoại công an xã là gì",
    "mất thẻ căn cước thì báo ở đâu",
    "chào cán bộ",
  ])("is nothing in a question of rules: %s", (said) =>
    expect(toldBeside(said)?.isSure ?? false).toBe(false),
  );
});
