import { describe, expect, it } from "vitest";
import { ConceptBook } from "./concept-book.ts";
import { ASPECTS, alternativesOf, mattersOf, SUBJECTS } from "./concepts.ts";

describe("ConceptBook", () => {
  const book = new ConceptBook({ commune: ["xã"], dog: ["chó"], "-": ["công an xã"] });

  it("finds with and without marks, the longest phrase first", () => {
    expect([...book.concepts(["xã", "tôi"])]).toEqual(["commune"]);
    expect([...book.concepts(["xa", "toi"])]).toEqual(["commune"]);
    expect([...book.concepts(["cong", "an", "xa"])]).toEqual([]);
  });

  it("takes a lone word without marks as meant where the rest carries marks", () => {
    expect([...book.concepts(["cho", "hỏi"])]).toEqual([]);
  });
});

describe("the lexicon", () => {
  it("tells what is asked, and of whom", () => {
    expect([...ASPECTS.concepts(["sao", "lai", "goi", "la", "138"])]).toContain("why");
    expect([...SUBJECTS.concepts(["doanh", "nghiep", "thi", "sao"])]).toEqual(["company"]);
  });

  it("knows other words for a phrase and what an answer must speak of", () => {
    const [found] = alternativesOf(["có", "lộ", "tên", "không"]);
    expect(found?.others).toContainEqual(["giu", "bi", "mat"]);
    expect(mattersOf(["làm", "hộ", "chiếu"])).toEqual([["ho", "chieu"]]);
  });
});
