import { describe, expect, it } from "vitest";
import { markRestorer } from "./restore-marks.ts";

const restore = markRestorer([
  "tố giác tội phạm ở đâu",
  "tôi muốn tố giác",
  "bảo vệ an ninh tổ quốc",
  "báo tin cho công an",
]);

describe("marks put back", () => {
  it.each([
    ["to giac toi pham o dau", "tố giác tội phạm ở đâu"],
    ["Toi muon to giac", "tôi muốn tố giác"],
    ["bao ve an ninh to quoc", "bảo vệ an ninh tổ quốc"],
    ["bao tin", "báo tin"],
  ])("%s → %s", (typed, expected) => expect(restore(typed)).toBe(expected));

  it("leaves words alone that it doesn't know, and what has marks", () => {
    expect(restore("to giac blockchain")).toBe("tố giác blockchain");
    expect(restore("Tố giác o dau?")).toBe("Tố giác o dau?");
    expect(restore("")).toBe("");
  });

  it("takes a long message in its stride", () => {
    expect(restore("toi ".repeat(1_000)).split(" ")).toHaveLength(1_000);
  });
});
