import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCuration, readDecision } from "./curation-request.ts";

const text = { answer: "Tại Công an xã.", source: "", audience: "public" };

describe("readCuration", () => {
  it.each([
    ["/cauhoi", { kind: "list_questions" }],
    ["/cauhoi@tro_ly_138_bot 2", { kind: "show_group", number: 2 }],
    ["/cauhoi hạn", { kind: "review", list: "due", page: 1 }],
    ["/cauhoi han 2", { kind: "review", list: "due", page: 2 }],
    ["/cauhoi Rà soát trang 12", { kind: "review", list: "due", page: 12 }],
    ["/cauhoi chưa xác nhận", { kind: "review", list: "unconfirmed", page: 1 }],
    ["/cauhoi chuaxacnhan 3", { kind: "review", list: "unconfirmed", page: 3 }],
    ["/cauhoi hạn xe", { kind: "list_questions" }],
    ["/cauhoi nhóm 2", { kind: "show_group", number: 2 }],
    ["/CAUHOI bỏ qua số 12", { kind: "skip_group", number: 12 }],
    ["/cauhoi boqua 3", { kind: "skip_group", number: 3 }],
    ["/traloi", { kind: "how" }],
    ["/traloi 2", { kind: "how" }],
    ["/traloi danh sách", { kind: "list_answers" }],
    ["/traloi xem 4", { kind: "show_answer", number: 4 }],
    ["/traloi gỡ 4", { kind: "retire", number: 4 }],
    ["/traloi dang 0123456789abcdef", { kind: "publish", draft: "0123456789abcdef" }],
    ["/traloi huỷ", { kind: "drop" }],
    ["/traloi 2 Tại Công an xã.", { kind: "answer", groups: [2], text }],
    [
      "/traloi 2, 5 Tại Công an xã.\nNguồn: CA xã",
      { kind: "answer", groups: [2, 5], text: { ...text, source: "CA xã" } },
    ],
    [
      "/traloi Ở đâu cấp? Cấp ở chỗ nào? | Tại Công an xã. | Nguồn: Công an xã A | nội bộ",
      {
        kind: "answer",
        questions: ["Ở đâu cấp?", "Cấp ở chỗ nào?"],
        text: { ...text, source: "Công an xã A", audience: "internal" },
      },
    ],
    ["/traloi 113 là số gì? | Tại Công an xã.", { kind: "answer", questions: ["113 là số gì?"], text }],
    ["/traloi một câu không có nội dung", { kind: "how" }],
    ["/traloixyz", null],
    ["hỏi /cauhoi", null],
  ])("%s", (typed, wanted) => {
    expect(readCuration(typed)).toEqual(wanted);
  });

  it("keeps the lines of an answer and drops what hides text", () => {
    const read = readCuration("/traloi 2 Bước 1:\u202e đến.\n\nBước 2: nộp.\u0000 | nguồn: 124/2021/TT-BCA");
    expect(read).toMatchObject({
      text: { answer: "Bước 1: đến.\n\nBước 2: nộp.", source: "124/2021/TT-BCA" },
    });
  });

  it("reads anything", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(readCuration(`/traloi ${typed}`)).not.toBeNull();
      }),
    );
  });
});

describe("readDecision", () => {
  it.each([
    ["Đăng", "publish"],
    [" dang. ", "publish"],
    ["huỷ", "drop"],
    ["Hủy", "drop"],
    ["đăng ký", null],
    ["", null],
  ])("%s", (typed, wanted) => {
    expect(readDecision(typed)).toBe(wanted);
  });
});
