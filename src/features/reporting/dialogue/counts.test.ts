import { expect, it } from "vitest";
import { correct } from "./correct.ts";
import { countsIn, recounted } from "./counts.ts";
import { beginDraft } from "./dialogue.ts";
import { withRightNumber } from "./numbers.ts";

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

it.each([
  ["biển đuôi 47, xe trắng", "đuôi 74 nhé không phải 47", "biển đuôi 74, xe trắng"],
  ["4 dua lan, no quay clip", "ko phai 4 dau co 5 dua, con 1 dua dung giu xe", "5 dua lan, no quay clip"],
  ["shop e bi lua coc 5 trieu", "sua lai 5tr5 nhe tinh ca phi", "shop e bi lua coc 5tr5"],
  [
    "vay 20 triệu, đóng 500 nghìn, hết 40 triệu",
    "em nói nhầm, vay 15 triệu thôi",
    "vay 15 triệu, đóng 500 nghìn, hết 40 triệu",
  ],
  ["nạp 3tr, tổng mất 12tr", "nhầm, 12tr8", "nạp 3tr, tổng mất 12tr8"],
  ["chuyển 3tr2 vào stk", "à 3tr7 mới đúng, lần 2 nó bảo thêm 500k", "chuyển 3tr7 vào stk"],
  ["wave đỏ 12H1 045.32", "a nham 045.23 nhe", "wave đỏ 12H1 045.23"],
  ["gọi từ số 0912 345 678", "nhầm, stk 0771234567890", null],
  ["biển 12H1 045.32", "biển xe kia 12H1 045.23", null],
  ["3 người, 3 xe", "không phải 3, 4 cơ", null],
  ["lúc 5h chiều", "không phải 5h đâu, 7h", null],
])("of %s a number is put right: %s", (story, text, right) => {
  expect(withRightNumber(story, text)).toBe(right);
});
