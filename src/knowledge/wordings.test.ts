import { describe, expect, it } from "vitest";
import { LEARNED_ENCODER } from "./encoder.ts";
import type { Passage } from "./knowledge-index.ts";
import { encodeWordings, nearestCosine, nearnessOf, wordingsBy } from "./wordings.ts";

const passage = (heading: string, ...asks: string[]): Passage => ({
  id: heading,
  document: { id: "one", title: "Một", asOf: "2026-11-01", audience: "public" },
  headings: ["Một", heading],
  text: "",
  asks,
  citation: "Luật",
  sources: [],
});
const stored = encodeWordings(
  passage("Ngày hội là ngày nào?", "mấy giờ bắt đầu ngày hội", "ngày hội ở đâu"),
  LEARNED_ENCODER,
);

describe("a section's own wordings", () => {
  it("lie where they were encoded, but for the eighth bit", () => {
    const own = wordingsBy(LEARNED_ENCODER, stored);
    expect(own?.scales).toHaveLength(3);
    const asked = LEARNED_ENCODER.encode("mấy giờ bắt đầu ngày hội");
    const near = own && nearnessOf(asked, own);
    expect(near?.meaning).toBeGreaterThan(0.99);
    expect(near?.asked).toBeGreaterThan(0.9);
    expect(near?.around).toBeLessThan(near?.meaning ?? 0);
    expect(own && nearestCosine(asked.vector, own)).toBe(near?.meaning);
  });

  it("are nearer to their own question than to another", () => {
    const own = wordingsBy(LEARNED_ENCODER, stored);
    const cosine = (text: string) => (own ? nearestCosine(LEARNED_ENCODER.encode(text).vector, own) : 0);
    expect(cosine("ngay hoi to chuc ngay nao")).toBeGreaterThan(cosine("giá vàng hôm nay thế nào"));
  });

  it("aren't compared with what another encoder made", () => {
    expect(wordingsBy({ ...LEARNED_ENCODER, name: "another" }, stored)).toBeUndefined();
  });
});
