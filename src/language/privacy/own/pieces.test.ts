import { describe, expect, it } from "vitest";
import { dripped, piecesOf } from "./pieces.ts";

describe("a number told bit by bit", () => {
  it.each([
    [
      ["091", "2345678"],
      ["091", "2345678"],
    ],
    [
      ["có trộm ở chợ\nsố em 0912", "345", "678 nhé"],
      ["0912", "345", "678"],
    ],
    [
      ["không chín một", "rồi 2345678"],
      ["không chín một", "2345678"],
    ],
  ])("%j", (texts, pieces) => {
    expect(dripped(texts).flatMap((some) => some.map(({ words }) => words))).toEqual(pieces);
  });

  it.each([[["có 3 người", "12"]], [["21h30", "45"]], [["0912"]], [["10/11", "2345678"]]])(
    "is none: %j",
    (texts) => {
      expect(dripped(texts).flat()).toEqual([]);
    },
  );

  it("has its places in the text", () => {
    expect(piecesOf("trộm\nsố em 091")).toEqual([{ digits: "091", start: 11, end: 14 }]);
  });
});
