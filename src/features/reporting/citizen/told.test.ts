import { describe, expect, it } from "vitest";
import { plainText } from "../../../messaging/reply.ts";
import { answer, applyIntent } from "../dialogue/dialogue.ts";
import { ask, whereWeAre } from "../dialogue/dialogue-wording.ts";
import { type Draft, EMPTY_DRAFT } from "../dialogue/draft.ts";
import { screenDraft } from "../dialogue/screen-draft.ts";
import { asReport } from "./told.ts";

const NOW = Date.UTC(2026, 10, 26, 8, 30);

/** What was told without a question, made a report. */
const report = (text: string): Draft =>
  asReport(answer({ ...EMPTY_DRAFT, step: "summary" }, { kind: "text", text }, NOW).draft);

describe("what was told, made a report", () => {
  it("asks once for the time, and can be sent without", () => {
    const draft = report("em bị rạch túi ở chợ Kỳ Lừa");
    expect(draft.step).toBe("when");
    expect(applyIntent(draft, "skip", NOW).step).toBe("summary");
    expect(answer(draft, { kind: "text", text: "mất 3 tờ 500" }, NOW).draft.step).toBe("summary");
    expect(report("chiều qua em bị rạch túi ở chợ Kỳ Lừa").step).toBe("summary");
    expect(plainText(whereWeAre({ ...draft, step: "summary" }))).not.toContain("đã đủ");
  });

  it("asks for no time of what is going on", () => {
    expect(
      asReport({ ...EMPTY_DRAFT, what: "nó đập cửa", where: { words: "ngõ 3" }, danger: true }).step,
    ).toBe("summary");
  });

  it("asks once for more of a place that nobody could find, and keeps it", () => {
    const draft = report("chiều qua em mất xe đạp ở sân bóng");
    expect(draft.step).toBe("where");
    expect(plainText(ask(draft))).toContain("Đang ghi: sân bóng");
    expect(applyIntent(draft, "skip", NOW)).toMatchObject({ step: "summary", where: { words: "sân bóng" } });
    const told = answer(draft, { kind: "text", text: "sân bóng Phai Vệ" }, NOW).draft;
    expect(told).toMatchObject({ step: "summary", where: { words: "sân bóng Phai Vệ" } });
  });

  it.each(["trên facebook", "gần chợ Bản Ngà", "nhà bà Lợi cuối xóm"])("knows %s for a place", (place) =>
    expect(report(`chiều qua ở ${place} có đứa lừa tiền`).step).toBe("summary"),
  );
});

describe("the teller's own house", () => {
  const told = (...pieces: readonly string[]): Draft => {
    let draft: Draft = EMPTY_DRAFT;
    for (const text of pieces)
      draft = answer({ ...draft, step: "summary" }, { kind: "text", text }, NOW).draft;
    return asReport(draft);
  };

  it("is where it happened, once it was told of, and hidden like any home", () => {
    const draft = told("đêm qua nó ném đá vào nhà em", "nhà em ở số 9 ngõ 4 đường Bà Triệu");
    expect(draft.step).toBe("summary");
    const { content } = screenDraft(draft);
    expect(JSON.stringify(content)).not.toMatch(/Bà Triệu|số 9/u);
  });

  it("isn't, where something else was told of", () => {
    expect(told("đêm qua có nhóm đua xe", "nhà em ở số 9 ngõ 4 đường Bà Triệu").step).toBe("where");
    expect(told("đêm qua nó ném đá vào nhà em", "nhà em ở ngõ 4, nó trốn ở chợ Bản Ngà").where?.words).toBe(
      "chợ Bản Ngà",
    );
  });
});
