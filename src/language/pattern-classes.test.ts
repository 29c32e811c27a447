import { describe, expect, it } from "vitest";
import { withClasses } from "./pattern-classes.ts";

const CLASSES = {
  KIN: "chồng/vợ",
  PEOPLE: "hàng xóm/<KIN>",
  CLAIM: "(tôi/em) (/đang) là (<RANK>)",
  RANK: "giám đốc/trưởng",
  NONE: "",
};

describe("withClasses", () => {
  it.each([
    ["<KIN> … đánh", "(chồng/vợ) … đánh"],
    ["(bạn/<KIN>) dọa <KIN>", "(bạn/chồng/vợ) dọa (chồng/vợ)"],
    ["bị <PEOPLE>", "bị (hàng xóm/chồng/vợ)"],
    ["<CLAIM> & cho", "(tôi/em) (/đang) là (giám đốc/trưởng) & cho"],
    ["(núi/<NONE>/rừng)", "(núi/rừng)"],
    ["cháy", "cháy"],
  ])("%s → %s", (pattern, out) => expect(withClasses(pattern, CLASSES)).toBe(out));

  it("refuses what isn't known, a place of which nothing is left, and a sequence in brackets", () => {
    expect(() => withClasses("bị <THEY>", CLASSES)).toThrow("<THEY>");
    expect(() => withClasses("bị <NONE>", CLASSES)).toThrow("<NONE>");
    expect(() => withClasses("(anh/<CLAIM>)", CLASSES)).toThrow("<CLAIM>");
  });
});
