import { expect, it } from "vitest";
import { takeWords } from "./dialogue.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";

const NOW = Date.UTC(2026, 10, 23, 15);
const told = (...pieces: readonly string[]): Draft =>
  pieces.reduce<Draft>((draft, piece) => takeWords(draft, piece, NOW).draft, {
    ...EMPTY_DRAFT,
    step: "summary",
  });

it("lets a fuller place and time take the place of vague ones", () => {
  const { where, when, what } = told(
    "lúc nãy hàng xóm cạnh nhà đánh vợ",
    "nó đánh vợ tối qua tầm 8h, ở khu 2 thị trấn Lộc Bình, say rượu",
  );
  expect(where?.words).toBe("khu 2 thị trấn Lộc Bình");
  expect(when?.words).toBe("tối qua tầm 8h");
  expect(what).toContain("cạnh nhà");
});

it("doesn't give up a named place for another that is told in passing", () => {
  const { where } = told(
    "mất ví trên xe khách ở bến xe Bắc Sơn sáng nay",
    "nhà xe Hoà Bình, ghế cuối, xe 29 chỗ",
  );
  expect(where?.words).toBe("trên xe khách ở bến xe Bắc Sơn");
});
