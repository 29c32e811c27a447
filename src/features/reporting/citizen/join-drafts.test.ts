import { describe, expect, it } from "vitest";
import { type Draft, EMPTY_DRAFT } from "../dialogue/draft.ts";
import { FILE_LIMITS } from "../report.ts";
import { joinDrafts } from "./join-drafts.ts";

const files = (from: number, to: number): Draft["media"] =>
  Array.from({ length: to - from }, (_, i) => ({
    key: `m${from + i}`,
    kind: "image",
    bytes: 1,
    contentType: "image/jpeg",
  }));
const told = (changes: Partial<Draft>): Draft => ({ ...EMPTY_DRAFT, ...changes });

describe("two things told, as one", () => {
  it("have all words in their order, and the first one's fields where both have them", () => {
    const first = told({
      what: "mất gà",
      category: "theft",
      where: { words: "thôn Nà Pàn" },
      details: { a: "1" },
    });
    const second = told({
      what: "sáng nay",
      category: "other",
      danger: true,
      where: { lat: 21, lng: 106 },
      when: { words: "sáng nay" },
      details: { a: "2", b: "3" },
    });
    expect(joinDrafts(first, second)).toMatchObject({
      what: "mất gà\nsáng nay",
      category: "theft",
      danger: true,
      where: { words: "thôn Nà Pàn", lat: 21, lng: 106 },
      when: { words: "sáng nay" },
      details: { a: "1", b: "3" },
    });
  });

  it("lose no second point on the map", () => {
    const joined = joinDrafts(told({ where: { lat: 21, lng: 106 } }), told({ where: { lat: 22, lng: 107 } }));
    expect(joined).toMatchObject({ where: { lat: 21, lng: 106 }, what: "Vị trí khác: 22, 107" });
  });

  it("name the files that one report has no room for, and have the same file once", () => {
    const joined = joinDrafts(told({ media: files(0, 15) }), told({ media: files(10, 25) }));
    expect(joined.media.map(({ key }) => key)).toEqual(files(0, FILE_LIMITS.files).map(({ key }) => key));
    expect(joined.lostMedia).toEqual(Array(5).fill({ kind: "image", why: "too_many" }));
  });
});
