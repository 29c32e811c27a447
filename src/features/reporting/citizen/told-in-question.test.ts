import { describe, expect, it } from "vitest";
import { toldBeside } from "./told-in-question.ts";

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
    const said = "mất chó thì có được báo không ạ nghe buồn cười nhưng nhà em mất 2 con";
    expect(toldBeside(said)).toEqual({ words: said, isSure: true });
  });

  it.each([
    "đánh bạc bị phạt bao nhiêu",
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
