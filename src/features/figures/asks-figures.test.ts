import { describe, expect, it } from "vitest";
import { contextOf } from "../../../test/turn-context.ts";
import { isOtherMatter, mayAskForFigures } from "./asks-figures.ts";
import { readQuestion } from "./parse/figure-reading.ts";
import { understand } from "./parse/understand.ts";

const NOW = Date.parse("2026-11-30T05:00:00Z");

/** True where its words can be read as a request, and it is none. */
function isOther(said: string): boolean {
  const context = contextOf(said);
  const read = readQuestion(context.utterance, NOW);
  const asks = understand(read, { now: NOW, forced: false, thread: undefined });
  if (asks === null) throw new Error("no request at all");
  return isOtherMatter(context, read, asks);
}

describe("a question for figures", () => {
  it("is none where a story names places, years and units", () => {
    const story =
      "tôi làm trưởng thôn ở Bình Gia, năm ngoái trong thôn có 3 vụ xô xát với 1 nhà nấu rượu, năm nay xã giao phải đạt an toàn về an ninh trật tự, xảy ra như thế thì còn được xét nữa không các anh chị";
    expect(isOther(story)).toBe(true);
  });

  it.each([
    "năm 2022 có bao nhiêu xã đạt chuẩn an toàn về an ninh trật tự",
    "ty le pha an 2022 o nghe an la bao nhieu",
  ])("is one: %s", (said) => expect(isOther(said)).toBe(false));

  it("may be one only where a number, a time, a place or a quantity is named", () => {
    const may = (said: string) => {
      const context = contextOf(said);
      return mayAskForFigures(context, readQuestion(context.utterance, NOW));
    };
    expect([may("năm 2022 bao nhiêu xã đạt"), may("phong trào để làm gì")]).toEqual([true, false]);
  });
});
