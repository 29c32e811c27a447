import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWord } from "./relay.ts";

describe("for whom a reply is", () => {
  it.each([
    ["Biển số xe là gì ạ?", { as: "message", text: "Biển số xe là gì ạ?" }],
    ["//  nghi cùng nhóm", { as: "note", text: "nghi cùng nhóm" }],
    ["  // nghi cùng nhóm", { as: "note", text: "nghi cùng nhóm" }],
    ["/ / nghi cùng nhóm", { as: "note", text: "nghi cùng nhóm" }],
    ["／／ nghi cùng nhóm", { as: "note", text: "nghi cùng nhóm" }],
    ["\u200b// nghi cùng nhóm", { as: "note", text: "nghi cùng nhóm" }],
    ["//", { as: "note", text: "" }],
    ["/ nghi cùng nhóm", { as: "unclear" }],
    ["/ghi nghi cùng nhóm", { as: "unclear" }],
    ["Xem https://vi.du/a", { as: "message", text: "Xem https://vi.du/a" }],
  ])("%s", (raw, word) => {
    expect(readWord(raw)).toEqual(word);
  });

  it("whatever begins with a slash is never a message", () => {
    const lead = fc.string({ unit: fc.constantFrom(" ", "\n", "\u200b", "\ufeff") });
    fc.assert(
      fc.property(lead, fc.constantFrom("/", "／"), fc.string({ unit: "grapheme" }), (blank, slash, rest) => {
        expect(readWord(blank + slash + rest).as).not.toBe("message");
      }),
    );
  });
});
