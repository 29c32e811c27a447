import { describe, expect, it } from "vitest";
import { indexTerms, readWords } from "./terms.ts";

describe("readWords", () => {
  it.each([
    ["TT 124", "thông tư 124"],
    ["tt124/2021", "thông tư 124 2021"],
    ["nđ số 144", "nghị định số 144"],
    ["Thông tư 124/2021/TT-BCA", "thông tư 124 2021 tt bca"],
    ["thị trấn TT huyện", "thị trấn tt huyện"],
    ["CA xã ko nhận đơn", "công an xã không nhận đơn"],
    ["hoà giải", "hoà giải"],
  ])("%s → %s", (text, words) => {
    expect(readWords(text).join(" ")).toBe(words);
  });
});

describe("indexTerms", () => {
  it("is the same with and without marks, and holds pairs", () => {
    expect(indexTerms("Phong trào")).toBe("phong trao phong_trao");
    expect(indexTerms("Đạt chuẩn an toàn")).toBe(indexTerms("dat chuan an toan"));
    expect(indexTerms("124/2021/TT-BCA").split(" ")).toContain("124_2021");
  });
});
