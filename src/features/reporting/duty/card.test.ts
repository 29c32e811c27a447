import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderReply } from "../../../channels/telegram/telegram-render.ts";
import { newReportCode } from "../../../language/report-code.ts";
import { plainText } from "../../../messaging/reply.ts";
import type { CaseEvent } from "../case.ts";
import { DETAILS } from "../dialogue/details.ts";
import type { Report, ReportContent, ReportState } from "../report.ts";
import { WORKFLOW } from "../workflow/workflow.ts";
import { type CardFacts, cardCopy, cardReply } from "./card.ts";

const T0 = Date.parse("2026-11-23T08:00:00+07:00");
const HOUR = 3_600_000;
const CODE = newReportCode();
const CONTENT: ReportContent = {
  what: "Hai người đang cắt khóa xe máy",
  where: { words: "cổng chợ Kỳ Lừa", lat: 21.853, lng: 106.761 },
  when: { words: "vừa xong", from: T0 - 600_000, to: T0 },
  details: { plate: "12X1-345.67" },
  media: [
    { key: "a", kind: "image", bytes: 1, contentType: "image/jpeg", clean: true },
    { key: "b", kind: "image", bytes: 1, contentType: "image/jpeg", clean: true },
  ],
  lostMedia: [{ kind: "video", why: "too_large" }],
  ongoing: true,
};
const report = (changes: Partial<Report> = {}): Report => ({
  code: CODE,
  lane: "urgent",
  category: "theft",
  state: "received",
  content: CONTENT,
  receivedAt: T0,
  dueAt: T0 + 900_000,
  likelySpam: false,
  version: 1,
  ...changes,
});
const facts = (changes: Partial<CardFacts> = {}): CardFacts => ({
  now: T0,
  duplicates: [],
  undelivered: 0,
  ...changes,
});
const words = (changes: Partial<Report> = {}, known: Partial<CardFacts> = {}) =>
  plainText(cardReply(report(changes), facts(known)));

describe("the card", () => {
  it("says of place and time that they are those of before, where the reporter put something right", () => {
    const at = (action: "told_duty" | "placed", as?: "corrects") =>
      ({ at: T0, actor: "reporter", action, text: "ở chợ khác", ...(as && { as }) }) as const;
    const [corrects, placed] = [at("told_duty", "corrects"), at("placed")];
    const isMarked = (...events: readonly CaseEvent[]) =>
      words({}, { events }).includes("Nơi (trước khi người báo sửa): cổng chợ Kỳ Lừa");
    expect([isMarked(at("told_duty")), isMarked(corrects), isMarked(corrects, placed)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("keeps until when a case rested in its history", () => {
    const snoozed = { at: T0, actor: { id: "1", label: "Lan" }, action: "snoozed", text: "16:30" } as const;
    expect(words({}, { events: [snoozed] })).toContain("16:30");
  });

  it("says first how urgent, which case and how it stands, then what a handler needs", () => {
    const card = cardReply(report(), facts());
    expect(card.blocks[0]).toEqual({
      kind: "strong",
      text: `🚨 KHẨN · ${CODE} · Đã nhận tin, chờ tiếp nhận`,
    });
    expect(card.blocks[1]).toMatchObject({ text: expect.stringMatching(/CHƯA AI NHẬN.*2, 5, 10 phút/u) });
    const said = plainText(card);
    for (const part of [
      "ĐANG DIỄN RA",
      "Nơi: cổng chợ Kỳ Lừa · https://maps.google.com/?q=21.853,106.761",
      "Biển số: 12X1-345.67",
      "Kèm: 2 ảnh",
      "Không giữ được: video quá 20 MB",
      "Loại: Trộm cắp",
      "Hạn tiếp nhận 08:15 ngày 23/11/2026",
      "Hai người đang cắt khóa xe máy",
      "//",
    ])
      expect(said).toContain(part);
    expect(card).toMatchObject({ about: CODE, slot: `card:${CODE}`, topic: `${CODE} Trộm cắp` });
  });

  it("shows a citizen's words as a quotation: they begin no line that could pass for ours", () => {
    const lie = "x\n• Loại: Đã xác minh\u2028• Có thể trùng TB-0000-0000\n\nKHẨN · đã khép";
    const where = { words: lie };
    const card = cardReply(
      report({ content: { ...CONTENT, what: lie, where, details: { plate: lie } } }),
      facts(),
    );
    expect(card.protect).toBe(true);
    const [part] = renderReply(card, {});
    const { text } = JSON.parse(part?.body ?? "{}").payload as { text: string };
    const ours = text.replace(/<blockquote>[\s\S]*?<\/blockquote>/gu, "");
    expect(text).toContain("<blockquote>x\n• Loại: Đã xác minh");
    const lines = ours.split(/[\n\u2028]/u).filter((line) => /^(?:• Loại|• Có thể trùng|KHẨN)/u.test(line));
    expect(lines).toEqual([expect.stringMatching(/^• Loại: Trộm cắp$/u)]);
  });

  it("has the buttons of its state, each bound to the version that it shows", () => {
    const labels = (state: ReportState) =>
      cardReply(report({ state, version: 4 }), facts()).buttons?.map(({ label }) => label);
    expect(labels("received")).toEqual(["Tiếp nhận", "Không xử lý", "Trùng", "Chuyển"]);
    expect(labels("in_progress")).toEqual(["Đã xong", "Không xử lý", "Trùng", "Chuyển"]);
    expect(labels("resolved")).toEqual([]);
    expect(cardReply(report({ version: 4 }), facts()).buttons?.[0]?.payload).toBe(`/xl ${CODE} accepted 4`);
  });

  it("a supervisor's copy can put right what was closed; a private one can only be looked at", () => {
    const closed = report({ state: "rejected" });
    const copy = cardCopy(closed, facts(), { in: "group", role: "supervisor" });
    expect(copy.buttons?.map(({ label }) => label)).toEqual(["Đang xử lý lại"]);
    expect(copy.slot).toBeUndefined();
    const looked = cardCopy(closed, facts(), { in: "private" });
    expect([looked.buttons, looked.about]).toEqual([undefined, undefined]);
  });

  it("tells what is late, and by which clock", () => {
    expect(words({}, { now: T0 + HOUR })).toContain("hạn tiếp nhận 08:15 ngày 23/11/2026");
    expect(words({ state: "accepted" })).toContain("Hạn bắt tay xử lý");
    expect(words({ state: "accepted", lane: "crime" })).toContain("Hạn xử lý");
    expect(words({ state: "resolved" }, { now: T0 + HOUR })).not.toMatch(/hạn/iu);
  });

  it("marks spam, likely duplicates, the original and what didn't reach the reporter", () => {
    const said = words(
      { likelySpam: true, duplicateOf: "TB-AAAA-AAAA" },
      { undelivered: 2, duplicates: [{ code: "TB-BBBB-BBBB", why: ["same_detail", "near_on_map"] }] },
    );
    expect(said).toContain("Có thể là tin rác");
    expect(said).toContain("Trùng với TB-AAAA-AAAA");
    expect(said).toContain("Có thể trùng TB-BBBB-BBBB: cùng biển số");
    expect(said).toContain("Chưa giao được 2 tin cho người báo");
  });

  it("of an erased report nothing is left but its course", () => {
    const card = cardReply(report({ erased: true, state: "accepted" }), facts());
    expect(plainText(card)).toContain("Nội dung đã xóa");
    expect(plainText(card)).not.toContain("Kỳ Lừa");
    expect(card.buttons).toEqual([]);
  });

  it("a long text is cut on the card, with the way to the whole, and whole in the copy", () => {
    const what = `${"Dài dòng văn tự. ".repeat(600)}HẾT`;
    expect(words({ content: { ...CONTENT, what } })).toContain(`… (xem đủ: /tin ${CODE})`);
    const copy = cardCopy(report({ content: { ...CONTENT, what } }), facts(), { in: "group", role: "duty" });
    expect(plainText(copy)).toContain("HẾT");
  });

  it("is one Telegram message, whatever was told", () => {
    const long = fc
      .tuple(fc.string({ unit: "binary", maxLength: 12 }), fc.constantFrom(1, 100, 1_000))
      .map(([some, times]) => some.repeat(times));
    const content = fc.record({
      what: long,
      words: long,
      detail: long,
      files: fc.integer({ min: 0, max: 20 }),
      state: fc.constantFrom(...(Object.keys(WORKFLOW) as ReportState[])),
    });
    fc.assert(
      fc.property(content, ({ what, words: told, detail, files, state }) => {
        const extreme = report({
          state,
          likelySpam: true,
          duplicateOf: CODE,
          category: told,
          content: {
            what,
            where: { words: told, lat: -89.123456789, lng: 179.123456789 },
            when: { words: told, from: T0, to: T0 + HOUR },
            details: Object.fromEntries(
              [...DETAILS.map(({ id }) => id), "x", "y", "z"].map((id) => [id, detail]),
            ),
            media: Array.from({ length: files }, () => CONTENT.media[0] as ReportContent["media"][number]),
            lostMedia: (["image", "video", "audio", "file"] as const).flatMap((kind) =>
              (["too_large", "not_fetched", "not_allowed", "too_many"] as const).map((why) => ({
                kind,
                why,
              })),
            ),
          },
        });
        const duplicates = Array.from({ length: 3 }, () => ({
          code: CODE,
          why: ["same_detail", "near_on_map", "same_place_words"] as const,
        }));
        expect(renderReply(cardReply(extreme, facts({ duplicates, undelivered: 99 })), {})).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });
});
