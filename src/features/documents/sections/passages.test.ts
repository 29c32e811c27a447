import { describe, expect, it } from "vitest";
import { partsOf } from "./parts.ts";
import { passagesOf } from "./passages.ts";
import { MAX_SECTION } from "./split.ts";

const FRONT = {
  kind: "Quy chế",
  title: "Quy chế: trực đêm ở bến xe",
  number: "9/QC-UBND",
  issued: "2026-02-03",
  issuer: "Ủy ban nhân dân xã Ba Khe",
  body: 0,
};
const line = (text: string) => ({ text, page: 1, isEmphasised: false });
const LONG = Array.from({ length: 30 }, (_, i) => `${i + 1}. Chủ bến xe thứ ${i + 1} cử người trực đêm.`);
const made = passagesOf({
  id: "van-ban-x",
  front: FRONT,
  parts: partsOf([
    line("Điều 1. Trách nhiệm của chủ bến xe"),
    ...LONG.map(line),
    line("Điều 2. Bãi bỏ"),
    line("Bỏ quy chế cũ."),
    line("Nơi nhận:"),
    line("Lò Văn Thử"),
  ]),
  now: Date.UTC(2028, 1, 28, 20),
});

describe("the passages of a document", () => {
  it("begin with what it is and what stands in it", () => {
    const [first] = made.passages;
    expect(first?.headings).toEqual(["Quy chế: trực đêm ở bến xe"]);
    expect(first?.text).toBe(
      "Quy chế số 9/QC-UBND ngày 03/02/2026 của Ủy ban nhân dân xã Ba Khe, trực đêm ở bến xe. Gồm:\n- Điều 1: Trách nhiệm của chủ bến xe\n- Điều 2: Bãi bỏ",
    );
    expect(first?.asks).toContain("Quy chế 9/QC-UBND nói về gì?");
  });

  it("have no more than a screen each, with their place in the document as the source", () => {
    const own = made.passages.filter(({ citation }) => citation.endsWith(", Điều 1"));
    expect(own.length).toBeGreaterThan(1);
    for (const { text, headings } of own) {
      expect(text.length).toBeLessThanOrEqual(MAX_SECTION);
      expect(headings.at(-1)).toMatch(/^Điều 1\. Trách nhiệm của chủ bến xe \(\d\/\d\)$/u);
    }
    expect(own.map(({ text }) => text).join("\n")).toBe(LONG.join("\n"));
    expect(own[0]?.citation).toBe(
      "Quy chế số 9/QC-UBND ngày 03/02/2026 của Ủy ban nhân dân xã Ba Khe, Điều 1",
    );
  });

  it("are asked for by their number, their heading and what they say", () => {
    const article = made.passages.find(({ citation }) => citation.endsWith(", Điều 2"));
    expect(article?.asks).toEqual(["Bãi bỏ", "Điều 2 Quy chế 9/QC-UBND quy định gì?"]);
    expect(made.passages.at(-1)?.asks).toContain("Quy chế 9/QC-UBND do ai ký?");
    expect(made.passages[1]?.asks).toContain("Chủ bến xe thứ 1 cử người trực đêm");
  });

  it("are for officials only until somebody decides, and to be looked at again after a year", () => {
    expect(made.document.audience).toBe("internal");
    expect(made.document.asOf).toBe("2028-02-29");
    expect(new Set(made.passages.map(({ ageing }) => ageing?.checkAfter))).toEqual(new Set(["2029-03-01"]));
    expect(new Set(made.passages.map(({ id }) => id)).size).toBe(made.passages.length);
  });
});
