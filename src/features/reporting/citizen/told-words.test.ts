import { describe, expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import { REPORT_THIS } from "./citizen-wording.ts";
import { DROP_TOLD, ONE_MATTER, REPORT_BEFORE } from "./told-wording.ts";
import { readToldWish } from "./told-words.ts";

const wish = (text: string) => readToldWish(readUtterance(text));

describe("what somebody wishes for what they told", () => {
  it("is every button's own words", () => {
    expect([REPORT_THIS, REPORT_BEFORE, ONE_MATTER, DROP_TOLD].map(({ payload }) => wish(payload))).toEqual([
      "report",
      "before",
      "join",
      "drop",
    ]);
  });

  it.each([
    ["bao tin nay giup em", "report"],
    ["Dạ báo việc này đi ạ", "report"],
    ["gui tin truoc", "before"],
    ["báo cả hai việc luôn", "both"],
    ["chung mot viec", "join"],
    ["gộp lại nhé", "join"],
  ] as const)("%s: %s", (text, meant) => {
    expect(wish(text)).toBe(meant);
  });

  it.each(["báo tin này có bị lộ tên không", "tin này ở chợ", "hai thằng cùng một xóm", "xoá ảnh"])(
    "is none: %s",
    (text) => {
      expect(wish(text)).toBeNull();
    },
  );
});
