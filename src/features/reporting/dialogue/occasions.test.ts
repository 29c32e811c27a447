import { describe, expect, it } from "vitest";
import { answer } from "./dialogue.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";
import { occasionsIn } from "./occasions.ts";
import { screenDraft } from "./screen-draft.ts";
import { aheadIn } from "./time/ahead.ts";

/** A Tuesday evening. */
const NOW = Date.parse("2026-12-01T11:45:00Z");

describe("two occasions", () => {
  it.each([
    ["tối thứ 6 tuần trước tầm 9h một lần, tối qua lại một lần nữa", "tối thứ 6 tuần trước tầm 9h; tối qua"],
    [
      "dem chu nhat nha ba Len mat 3 con ngan, 4h sang nay nha ong Su mat 2 con ngan",
      "dem chu nhat; 4h sang nay",
    ],
  ])("both stand where the same is told of both: %s", (text, words) => {
    expect(occasionsIn(text, NOW)?.words).toBe(words);
  });

  it.each([
    "chặt từ hôm thứ 5, hôm nay tôi lên nương mới biết",
    "hôm qua nó đánh em, hôm nay em đi khám",
    "tối qua tầm 9h",
  ])("the other day is of something else: %s", (text) => expect(occasionsIn(text, NOW)).toBeNull());

  it("told apart stand side by side", () => {
    const told = ["chúng nó đua xe tối thứ 6 tuần trước", "tối qua lại thêm lần nữa"].reduce(
      (draft, text) => answer(draft, { kind: "text", text }, NOW).draft,
      { ...EMPTY_DRAFT, step: "summary" } as Draft,
    );
    expect(told.when?.words).toBe("tối thứ 6 tuần trước; tối qua");
  });
});

describe("what is to come", () => {
  it.each([
    ["bọn nó hẹn thứ 6 này quay lại", "hẹn thứ 6 này"],
    ["ba ay hen chu nhat nay don o nga ba", "hen chu nhat nay"],
    ["8h tối mai nó giao hàng", "8h tối mai"],
    ["nó dọa thứ 7 cho người đến", "dọa thứ 7"],
  ])("is kept as it was said, and is no day that was: %s", (text, words) => {
    expect(aheadIn(text, NOW)).toBe(words);
    const { draft } = answer({ ...EMPTY_DRAFT, step: "summary" }, { kind: "text", text }, NOW);
    expect(draft.when).toBeUndefined();
    expect(screenDraft(draft).content.when?.words).toBe(words);
  });

  it.each([
    "co 3 dua, mot dua cam gay",
    "thứ 2 này nó lại đánh em",
    "chúng nó hẹn hôm thứ 6 mà không đến",
    "thứ 6 tuần trước nó dọa",
  ])("isn't what was: %s", (text) => expect(aheadIn(text, NOW)).toBeNull());

  it("stands beside what was", () => {
    const told = ["chúng nó chặn đánh em chiều thứ 2", "còn hẹn thứ 6 này đánh tiếp"].reduce(
      (draft, text) => answer(draft, { kind: "text", text }, NOW).draft,
      { ...EMPTY_DRAFT, step: "summary" } as Draft,
    );
    expect(screenDraft(told).content.when?.words).toBe("hẹn thứ 6 này; chiều thứ 2");
  });
});
