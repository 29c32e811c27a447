import { describe, expect, it } from "vitest";
import { readBackReference } from "./back-reference.ts";

describe("readBackReference", () => {
  it.each<[string, string, string, boolean?]>([
    ["còn doanh nghiệp thì sao?", "sure", "doanh nghiệp thì sao", true],
    ["thế còn xã?", "sure", "xã"],
    ["thông tư đó ai ký", "sure", "ai ký"],
    ["van ban nay co hieu luc khi nao", "sure", "co hieu luc khi nao"],
    ["con truong hoc thi sao", "weak", "truong hoc thi sao", true],
    ["khóa nó kiểu gì", "none", "khoá kiểu gì"],
    ["no thay the van ban nao", "weak", "thay the van ban nao"],
    ["Tố giác tội phạm ở đâu?", "none", "Tố giác tội phạm ở đâu?"],
    ["đốt phao no bị phạt bao nhiêu", "none", "đốt phao no bị phạt bao nhiêu"],
  ])("%s", (question, strength, rest, isHanging = false) => {
    expect(readBackReference(question)).toEqual({ strength, rest, isHanging });
  });
});
