import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readUtterance } from "../../../language/utterance.ts";
import { plainText } from "../../../messaging/reply.ts";
import { FILE_LIMITS } from "../report.ts";
import { answer, applyIntent, beginDraft, canSubmit, type Input } from "./dialogue.ts";
import { ask } from "./dialogue-wording.ts";
import type { Draft } from "./draft.ts";
import { INTENT_WORDS, type Intent, readIntent } from "./intents.ts";
import { screenDraft } from "./screen-draft.ts";

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
    ["hủy bỏ ạ", "cancel"],
    ["khong nho", "skip"],
    ["em không biết ạ", "skip"],
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
});
