import { describe, expect, it } from "vitest";
import { errorCodeOf, KNOWN_CODES } from "../../channels/zalo/error-codes.ts";
import { reasonInWords } from "./reasons.ts";

describe("why a message is parked", () => {
  it("has plain words for every code of Zalo that parks or holds", () => {
    const reasons = KNOWN_CODES.flatMap((code) => {
      const known = errorCodeOf(code);
      const isSetAside = known !== undefined && ["park", "hold", "drop_quote"].includes(known.treatment.do);
      return isSetAside ? [`zalo ${code} ${known.slug}`] : [];
    });
    expect(reasons.length).toBeGreaterThan(20);
    expect(reasons.filter((reason) => reasonInWords(reason).includes("mã:"))).toEqual([]);
  });

  it.each([
    ["turn_failed", /chưa xử lý được/u],
    ["forbidden", /chặn bot/u],
    ["http_503", /không trả lời/u],
    ["zalo -230 no_recent_interaction", /khi người dân nhắn lại/u],
    ["zalo -9999 unknown", /mã: zalo -9999 unknown/u],
  ])("%s", (reason, words) => expect(reasonInWords(reason)).toMatch(words));
});
