import { expect, it } from "vitest";
import { beginDraft } from "./dialogue.ts";
import { leaveOut } from "./leave-out.ts";

const NOW = Date.UTC(2026, 10, 26, 8, 30);
const draft = beginDraft(
  "mấy tờ cho vay nóng dán đầy, ai vay thì bị nhắn chửi\ncó số trên tờ rơi",
  NOW,
).draft;

it("leaves out the clause that is quoted, and nothing else", () => {
  expect(leaveOut(draft, "bỏ câu bị nhắn chửi đi, em không chắc")?.what).toBe(
    "mấy tờ cho vay nóng dán đầy, có số trên tờ rơi",
  );
  expect(leaveOut(draft, "xoá đoạn có số trên tờ rơi nhé")?.what).toBe(
    "mấy tờ cho vay nóng dán đầy, ai vay thì bị nhắn chửi",
  );
});

it.each(["thôi em không báo nữa", "huỷ đi", "bỏ hết đi anh"])("nothing is quoted: %s", (text) =>
  expect(leaveOut(draft, text)).toBeNull(),
);

it("the only clause isn't left out: then all is dropped, which is asked", () =>
  expect(leaveOut(beginDraft("có người trộm chó", NOW).draft, "bỏ vụ trộm chó đi")).toBeNull());
