import { describe, expect, it } from "vitest";
import { ask } from "../../../test/figures/fixtures.ts";
import { plainText, type Reply } from "../../messaging/reply.ts";
import { DETAILS } from "./figure-buttons.ts";

const spoken = (reply: Reply) => reply.blocks.filter(({ kind }) => kind !== "source");

describe("an answer", () => {
  it.each(["xã đạt chuẩn 2022", "tỷ lệ doanh nghiệp đạt năm 2022", "bằng khen bộ trưởng 2022"])(
    "has what was asked, what bears on it and the source: %s",
    async (question) => {
      const [reply] = await ask([question]);
      if (reply === null || reply === undefined) throw new Error("no answer");
      expect(spoken(reply).length).toBeLessThanOrEqual(3);
      expect(reply.blocks[0]?.kind).toBe("strong");
      expect(plainText(reply)).toMatch(/tỉnh Lạng Sơn, năm 2022/u);
      expect(reply.blocks.at(-1)?.kind).toBe("source");
    },
  );

  it("keeps the notes behind a button", async () => {
    const [short, long] = await ask(["7 loại năm 2022 đạt bao nhiêu", DETAILS]);
    if (!short || !long) throw new Error("no answer");
    expect(short.buttons?.map(({ payload }) => payload)).toContain(DETAILS);
    expect(plainText(short)).not.toContain("kỳ đánh giá");
    expect(plainText(long)).toMatch(/2\.795\/2\.878[\s\S]*kỳ đánh giá[\s\S]*lực lượng vũ trang/u);
    expect(long.buttons?.map(({ payload }) => payload)).not.toContain(DETAILS);
  });
});
