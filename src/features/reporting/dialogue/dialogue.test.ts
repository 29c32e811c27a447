import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import { plainText } from "../../../messaging/reply.ts";
import type { Point } from "../../../reader/names/labels.ts";
import { FILE_LIMITS } from "../report.ts";
import { answer, applyIntent, beginDraft, type Input } from "./dialogue.ts";
import { ask } from "./dialogue-wording.ts";
import { Draft } from "./draft.ts";
import { INTENT_WORDS, type Intent, isPlainYes, readIntent, saysSend } from "./intents.ts";
import { joined } from "./joined.ts";
import { screenDraft } from "./screen-draft.ts";
import { canSubmit, stepBack } from "./steps.ts";

const NOW = Date.UTC(2026, 10, 23, 8, 0);
const say = (draft: Draft, text: string) => answer(draft, { kind: "text", text }, NOW).draft;
const photo = {
  key: "k",
  kind: "image" as const,
  bytes: 9,
  contentType: "image/jpeg",
  clean: true as const,
};

describe("a report, step by step", () => {
  it("asks what, where, when and what the kind of incident needs, then shows it all", () => {
    let draft = beginDraft("", NOW).draft;
    expect(draft.step).toBe("what");
    draft = say(draft, "nhà em bị trộm mất con trâu");
    expect(draft).toMatchObject({ step: "where", category: "theft" });
    draft = say(draft, "thôn Pò Mỏ xã Đồng Đăng");
    expect(draft.step).toBe("when");
    draft = say(draft, "tối qua khoảng 9h");
    expect(draft.step).toBe("details");
    draft = say(draft, "trâu đực to, sừng cụt");
    expect(draft.step).toBe("summary");
    expect(plainText(ask(draft))).toContain("tối qua khoảng 9h (khoảng 21:00 ngày 22/11/2026)");
    expect(screenDraft(draft).content).toMatchObject({
      what: "nhà em bị trộm mất con trâu",
      where: { words: "thôn Pò Mỏ xã Đồng Đăng" },
      details: { told: "trâu đực to, sừng cụt" },
    });
  });

  it("goes straight to the summary when all is told in one message", () => {
    const { draft } = beginDraft(
      "Tối qua 22h ở chợ Kỳ Lừa có nhóm đánh bạc, biển số xe 12B1-123.45 đỗ ngoài",
      NOW,
    );
    expect(draft).toMatchObject({
      step: "summary",
      category: "gambling",
      where: { words: "chợ Kỳ Lừa" },
      details: { plate: "12B1-123.45" },
    });
  });

  it("asks one thing where the place is missing", () => {
    const { draft } = beginDraft("bị lừa chuyển 20 triệu vào stk 0123456789", NOW);
    expect(draft).toMatchObject({ step: "where", details: { amount: "20 triệu", account: "0123456789" } });
    expect(applyIntent(draft, "skip", NOW)).toMatchObject({ step: "summary", where: { unknown: true } });
  });

  it("takes a shared position at any step", () => {
    const { draft } = beginDraft("có người bán pháo", NOW);
    const located = answer(draft, { kind: "location", lat: 21.85, lng: 106.76 }, NOW);
    expect(located.draft).toMatchObject({ step: "summary", where: { lat: 21.85, lng: 106.76 } });
    expect(answer(draft, { kind: "location", lat: 0, lng: 0 }, NOW).notes).toEqual(["outside_vietnam"]);
  });

  it("keeps what is told at the summary as more of the telling", () => {
    let { draft } = beginDraft("ở chợ Kỳ Lừa có đánh nhau", NOW);
    draft = say(draft, "lúc 8h sáng nay, có 5 người");
    expect(draft.what).toBe("ở chợ Kỳ Lừa có đánh nhau\nlúc 8h sáng nay, có 5 người");
    expect(draft.when?.words).toContain("8h sáng nay");
  });

  it.each([
    ["what happened", "có người trộm chó", undefined],
    ["who it was", "hai đứa đi xe wave", "people"],
    ["who it was, whatever the reader thinks of it", "hai đứa đi xe wave", undefined],
  ] as const)("a question for the place isn't answered by %s", (_, words, about) => {
    const { draft } = beginDraft("hàng xóm cãi nhau", NOW);
    const told = answer(draft, { kind: "text", text: words }, NOW, about);
    expect(told.draft).toMatchObject({ step: "where", what: `hàng xóm cãi nhau\n${words}` });
    expect(told.draft.where).toBeUndefined();
    expect(told.notes).toContain("told");
  });

  it("asks for a place twice, then no more", () => {
    const { draft } = beginDraft("hàng xóm cãi nhau", NOW);
    const once = say(draft, "ầm ĩ cả lên");
    expect(plainText(ask(once))).toContain("tôi không hỏi nữa");
    expect(say(once, "ai cũng nghe thấy").step).toBe("summary");
  });

  it("a time said to the question for the place is the time", () => {
    const draft = say(say(beginDraft("", NOW).draft, "hàng xóm cãi nhau"), "tối qua");
    expect(draft).toMatchObject({ step: "where", when: { words: "tối qua" }, what: "hàng xóm cãi nhau" });
    expect(say(draft, "thôn Pò Mỏ").step).toBe("summary");
  });

  it("takes a bare name for a place, or a bare time, on the reader's word alone", () => {
    const { draft } = beginDraft("hàng xóm cãi nhau", NOW);
    const placed = answer(draft, { kind: "text", text: "Pò Mỏ" }, NOW, "place").draft;
    expect(placed).toMatchObject({ step: "summary", where: { words: "Pò Mỏ" }, what: "hàng xóm cãi nhau" });
    const timed = answer(placed, { kind: "text", text: "bữa giỗ ông Ba" }, NOW, "time").draft;
    expect(timed).toMatchObject({ when: { words: "bữa giỗ ông Ba" }, what: "hàng xóm cãi nhau" });
  });

  it("what isn't known is said so, and isn't told", () => {
    const { draft } = beginDraft("hàng xóm cãi nhau", NOW);
    const skipped = answer(draft, { kind: "text", text: "chịu thôi em ơi" }, NOW, "unknown").draft;
    expect(skipped).toMatchObject({ step: "summary", where: { unknown: true }, what: "hàng xóm cãi nhau" });
  });

  it("a later place wins; the earlier one stays in the story", () => {
    let { draft } = beginDraft("hàng xóm cãi nhau", NOW);
    draft = say(draft, "thôn Pò Mỏ");
    draft = say(draft, "ở chợ Kỳ Lừa");
    expect(draft).toMatchObject({ where: { words: "chợ Kỳ Lừa" }, what: "hàng xóm cãi nhau\nthôn Pò Mỏ" });
    const more = say(draft, "nhà nó ở thôn Nà Pàn, ai cũng biết mặt");
    expect(more.where?.words).toBe("chợ Kỳ Lừa");
    expect(more.what).toContain("nhà nó ở thôn Nà Pàn");
  });

  it("words about a shared position stay with it", () => {
    let { draft } = beginDraft("có người bán pháo", NOW);
    draft = answer(draft, { kind: "location", lat: 21.85, lng: 106.76 }, NOW).draft;
    expect(say(draft, "ở chợ Kỳ Lừa").where).toEqual({ words: "chợ Kỳ Lừa", lat: 21.85, lng: 106.76 });
  });

  it("the same words twice are written once, and sixty pieces are bounded", () => {
    let { draft } = beginDraft("có người bán pháo", NOW);
    draft = say(say(draft, "hai đứa đi xe wave"), "Hai đứa đi xe wave");
    expect(draft.what).toBe("có người bán pháo\nhai đứa đi xe wave");
    for (let n = 0; n < 60; n += 1) draft = say(draft, `thêm nữa ${n} ${"dài ".repeat(80)}`);
    expect(draft.what?.length).toBeLessThanOrEqual(10_000);
    expect(draft.said?.length).toBeLessThanOrEqual(20);
  });

  it("who tells all at once isn't asked for more; who doesn't is asked one thing at a time", () => {
    const { draft } = beginDraft("", NOW);
    expect(say(draft, "tối qua 9h ở chợ Kỳ Lừa nhà em bị trộm mất xe đạp").step).toBe("summary");
    expect(say(draft, "nhà em bị trộm mất xe đạp").step).toBe("where");
  });

  it("what waited for an answer joins the story, at the question that stands", () => {
    const { draft } = beginDraft("hàng xóm cãi nhau", NOW);
    const next = joined({ ...draft, pending: "thằng con bán pháo tối qua" }, NOW);
    expect(next).toMatchObject({
      step: "where",
      what: "hàng xóm cãi nhau\nthằng con bán pháo tối qua",
      when: { words: "tối qua" },
    });
    expect(next.pending).toBeUndefined();
    expect(joined(draft, NOW)).toEqual(draft);
  });

  it("a draft from before an upgrade goes on", () => {
    const old = {
      step: "where",
      done: ["what"],
      category: "other",
      danger: false,
      what: "có đánh bạc",
      details: {},
      media: [],
      lostMedia: [],
    };
    expect(say(Draft.parse(old), "chợ Kỳ Lừa")).toMatchObject({
      step: "when",
      where: { words: "chợ Kỳ Lừa" },
    });
  });

  it("what is put right stays until there is something better, and goes back one step", () => {
    let { draft } = beginDraft("ở chợ Kỳ Lừa có đánh nhau", NOW);
    draft = applyIntent(draft, "edit_where", NOW);
    expect(plainText(ask(draft))).toContain("Đang ghi: chợ Kỳ Lừa");
    expect(applyIntent(draft, "keep", NOW)).toMatchObject({
      step: "summary",
      where: { words: "chợ Kỳ Lừa" },
    });
    expect(applyIntent(draft, "skip", NOW)).toMatchObject({ step: "summary", where: { unknown: true } });
    expect(stepBack(applyIntent(draft, "keep", NOW))).toMatchObject({ step: "where", fixing: true });
  });

  it("asks again for what is to be corrected", () => {
    const { draft } = beginDraft("ở chợ Kỳ Lừa có đánh nhau", NOW);
    const again = applyIntent(draft, "edit_where", NOW);
    expect(again).toMatchObject({ step: "where" });
    expect(say(again, "chợ Đông Kinh")).toMatchObject({ step: "summary", where: { words: "chợ Đông Kinh" } });
  });

  it("keeps twenty files and says so of more", () => {
    const { draft } = beginDraft("ở chợ Kỳ Lừa có đánh nhau", NOW);
    const media = Array.from({ length: 25 }, () => photo);
    const { draft: full, notes } = answer(draft, { kind: "media", media, lost: [] }, NOW);
    expect(full.media).toHaveLength(FILE_LIMITS.files);
    expect(notes).toEqual(["files_full"]);
  });

  it("a photo alone can be sent, but the question stays", () => {
    const { draft } = answer(beginDraft("", NOW).draft, { kind: "media", media: [photo], lost: [] }, NOW);
    expect(draft.step).toBe("what");
    expect(canSubmit(draft)).toBe(true);
  });

  it("keeps 10,000 characters and says so of more", () => {
    const { draft, notes } = beginDraft("ở chợ Kỳ Lừa ".repeat(1_000), NOW);
    expect(draft.what).toHaveLength(10_000);
    expect(notes).toContain("too_long");
  });

  it("hides who is writing", () => {
    const { draft, notes } = beginDraft("Tôi tên là Nguyễn Văn An, ở thôn Pò Mỏ có đánh bạc", NOW);
    expect(notes).toEqual([]);
    const { content, findings } = screenDraft(draft);
    expect(content.what).toBe("Tôi tên là [đã che], ở thôn Pò Mỏ có đánh bạc");
    expect(content.where).toEqual({ words: "thôn Pò Mỏ" });
    expect(findings).toMatchObject([{ kind: "name", words: "Nguyễn Văn An", shown: "hidden" }]);
  });
});

describe("intents", () => {
  it.each([
    ["gửi", "send"],
    ["gui di", "send"],
    ["Gửi luôn nhé", "send"],
    ["huy", "cancel"],
    ["hủy ạ", "cancel"],
    ["xoá đi", "delete"],
    ["Giữ lại", "keep"],
    ["Viết tiếp", "resume"],
    ["khong nho", "skip"],
    ["không nhớ ạ", "skip"],
    ["sửa nơi", "edit_where"],
    ["sua", "edit"],
    ["đang diễn ra", "ongoing"],
  ])("%s → %s", (words, intent) => {
    expect(readIntent(readUtterance(words))).toBe(intent);
  });

  it.each([
    "gửi ảnh cho công an xã",
    "không có ai bị thương",
    "sửa xe ở chợ",
    "thôn Pò Mỏ",
    "nó huỷ hoại tài sản",
  ])("%s is told, not wished", (words) => {
    expect(readIntent(readUtterance(words))).toBeNull();
  });

  it.each(["ok em", "đúng rồi ạ", "ừ", "xong roi", "chuẩn rồi", "uk"])("%s is a plain yes", (words) => {
    expect(isPlainYes(readUtterance(words))).toBe(true);
  });

  it.each(["ẩn tên giúp tôi", "đúng là nó", "xong nó chạy mất"])("%s is none", (words) => {
    expect(isPlainYes(readUtterance(words))).toBe(false);
    expect(saysSend(readUtterance(words))).toBe(false);
  });

  it.each(["chuyển cho các anh ấy", "guwir ddi", "nop di"])("%s says that it is to go", (words) => {
    expect(saysSend(readUtterance(words))).toBe(true);
  });

  it("every button's words are understood", () => {
    for (const [intent, [payload = ""]] of Object.entries(INTENT_WORDS)) {
      expect(readIntent(readUtterance(payload))).toBe(intent);
    }
  });
});

describe("whatever is said", () => {
  const input: fc.Arbitrary<Input | Intent> = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }).map((text): Input => ({ kind: "text", text })),
    fc.constantFrom("tối qua", "ở chợ Kỳ Lừa", "bị trộm xe").map((text): Input => ({ kind: "text", text })),
    fc
      .record({
        lat: fc.double({ min: -90, max: 90, noNaN: true }),
        lng: fc.double({ min: -180, max: 180, noNaN: true }),
      })
      .map((point): Input => ({ kind: "location", ...point })),
    fc.constant<Input>({ kind: "media", media: [photo], lost: [{ kind: "video", why: "too_large" }] }),
    fc.constantFrom(...(Object.keys(INTENT_WORDS) as Intent[])),
  );

  it("there is always a question or a summary, and a way out of it", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(input, { maxLength: 25 }), (begin, inputs) => {
        let { draft } = beginDraft(begin, NOW);
        for (const next of inputs) {
          draft = typeof next === "string" ? applyIntent(draft, next, NOW) : answer(draft, next, NOW).draft;
          const reply = ask(draft);
          expect(reply.buttons?.map(({ payload }) => payload)).toContain("huỷ");
          expect(plainText(reply).length).toBeGreaterThan(0);
          if (draft.step !== "what") expect(canSubmit(draft)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  const mark = fc.integer({ min: 100_000, max: 999_999 }).map((n) => `Dấu${n}`);
  const about = fc.constantFrom(undefined, "place", "time", "people", "details", "what", "identity");
  const piece = fc
    .tuple(
      mark,
      fc.constantFrom(
        (word: string) => `hàng xóm ${word} đánh bạc ăn tiền`,
        (word: string) => `ở chợ ${word}`,
        (word: string) => `thôn ${word}, tối qua`,
        (word: string) => `tối qua lúc 9h ${word} lại đến`,
        (word: string) => word,
        (word: string) => `biển số 12B1-123.45 của ${word}`,
      ),
      about,
    )
    .map(([word, around, point]) => ({ word, text: around(word), point }));
  const wish = fc.constantFrom<Intent>(
    "skip",
    "edit_where",
    "edit_when",
    "keep",
    "ongoing",
    "just_now",
    "attach",
  );

  it("every told word is in the story or in a part of the report", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, piece, wish), { maxLength: 20 }), (turns) => {
        let { draft } = beginDraft("", NOW);
        const told: string[] = [];
        for (const turn of turns) {
          if (typeof turn === "string") {
            // Putting a part right is to lose what it held.
            if (turn.startsWith("edit")) continue;
            if (turn === "skip" || turn === "ongoing" || turn === "just_now") {
              const lost = JSON.stringify([draft.where, draft.when]);
              draft = applyIntent(draft, turn, NOW);
              for (const word of told.filter((one) => lost.includes(one)))
                expect(JSON.stringify(draft)).toContain(word);
            } else draft = applyIntent(draft, turn, NOW);
            continue;
          }
          draft = answer(
            draft,
            { kind: "text", text: turn.text },
            NOW,
            turn.point as Point | undefined,
          ).draft;
          told.push(turn.word);
          const { said: _, ...kept } = draft;
          for (const word of told) expect(JSON.stringify(kept)).toContain(word);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("what may be an alarm alone is heard with the story that it belongs to", () => {
    const begun = beginDraft("Tối thứ bảy vừa rồi bác bị kẻ gian vào chuồng dắt mất con bò", NOW).draft;
    const say = (text: string) => answer(begun, { kind: "text", text }, NOW).draft.danger;
    expect(say("bò vàng, cổ có đeo cái chuông đồng")).toBe(false);
    const undated = beginDraft("có nhóm tụ tập ở chợ Xanh", NOW).draft;
    expect(answer(undated, { kind: "text", text: "co ng bi chem o cho xanh" }, NOW).draft.danger).toBe(true);
    expect(say("nó đang quay lại cầm dao chém chồng bác rồi")).toBe(true);
  });
});
