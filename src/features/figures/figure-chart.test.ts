import { describe, expect, it } from "vitest";
import { ask } from "../../../test/figures/fixtures.ts";
import { plainText } from "../../messaging/reply.ts";

const last = async (...questions: string[]) => (await ask(questions)).at(-1);

describe("/bieudo", () => {
  it("draws what was asked, each figure as the words say it", async () => {
    const reply = await last("/bieudo tỷ lệ đạt chuẩn 2022");
    expect(reply?.chart).toMatchObject({ kind: "bar", points: expect.any(Array) });
    expect(reply?.chart?.points).toHaveLength(7);
    for (const { display } of reply?.chart?.points ?? [])
      expect(plainText(reply ?? { blocks: [] })).toContain(display);
    expect(reply?.chart?.source).toContain("Báo Lạng Sơn");
  });

  it("alone draws the figure asked last, beside its kind", async () => {
    const reply = await last("Năm 2022 bao nhiêu xã đạt chuẩn?", "/bieudo");
    expect(reply?.chart?.points.map(({ label }) => label)).toContain("Xã");
  });

  it("draws years as a line", async () => {
    expect((await last("/bieudo mô hình xây mới"))?.chart).toMatchObject({
      kind: "line",
      points: [{ display: "16 mô hình" }, { display: "8 mô hình" }],
    });
  });

  it("sets no month beside a year, and says so", async () => {
    const reply = await last("/bieudo số vụ ma túy");
    expect(reply?.chart).toBeUndefined();
    expect(plainText(reply ?? { blocks: [] })).toContain("Chưa đủ số liệu cùng loại");
  });

  it("draws no year that there is none of, and asks back where nothing was said", async () => {
    expect((await last("/bieudo xã 2031"))?.chart).toBeUndefined();
    expect(plainText((await last("/bieudo")) ?? { blocks: [] })).toContain("/bieudo tỷ lệ");
  });

  it("is offered under an answer of several rows, not under one figure", async () => {
    const labels = async (question: string) => (await last(question))?.buttons?.map(({ label }) => label);
    expect(await labels("các loại đơn vị đạt chuẩn năm 2022 bao nhiêu")).toContain("Biểu đồ");
    expect(await labels("Năm 2022 bao nhiêu xã đạt chuẩn?")).not.toContain("Biểu đồ");
  });
});
