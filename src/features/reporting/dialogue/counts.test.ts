import { expect, it } from "vitest";
import { correct } from "./correct.ts";
import { countsIn, recounted } from "./counts.ts";
import { beginDraft } from "./dialogue.ts";

const NOW = Date.UTC(2026, 10, 23, 15);

it.each([
  ["chung 8 9 nguoi deo ba lo", [{ words: "8 9 nguoi", unit: "nguoi" }]],
  ["khoảng 20 xe, 2 đứa", ["20 xe", "2 đứa"].map((words, i) => ({ words, unit: ["xe", "dua"][i] }))],
  ["lúc 20h ngày 3/11", []],
])("counts in %s", (text, counts) => {
  expect(countsIn(text)).toEqual(counts);
});

it("puts the one count in the place of the other", () => {
  expect(recounted("khoảng 20 xe nẹt pô", "khoảng 30 xe nhé")).toBe("khoảng 30 xe nẹt pô");
  expect(recounted("bán 4 gói, thu 9 triệu", "sửa là 5 gói")).toBe("bán 5 gói, thu 9 triệu");
  expect(recounted("3 người đánh 2 người", "4 người")).toBeNull();
  expect(recounted("đua xe", "30 xe")).toBeNull();
});

it("takes a count for no time, whatever the reader makes of it", () => {
  const { draft } = beginDraft("có 6 người vác hàng qua mốc 1116 tối qua", NOW);
  const change = correct(draft, "không phải 6 người, 9 người mới đúng", NOW, "time");
  expect(change.kind).toBe("done");
  if (change.kind !== "done") return;
  expect(change.progress.draft.what).toBe("có 9 người vác hàng qua mốc 1116 tối qua");
  expect(change.progress.draft.when).toEqual(draft.when);
});

it("puts a sum right in the story and beside it", () => {
  const { draft } = beginDraft("chiều qua em bị lừa 7 triệu trên zalo", NOW);
  const change = correct(draft, "khoan đã, sửa thành 9 triệu", NOW, "place");
  expect(change).toMatchObject({
    kind: "done",
    progress: { draft: { what: "chiều qua em bị lừa 9 triệu trên zalo", details: { amount: "9 triệu" } } },
  });
});
