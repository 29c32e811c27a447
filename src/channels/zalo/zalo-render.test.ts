import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { list, type Reply, source, strong, text } from "../../messaging/reply.ts";
import { renderReply } from "./zalo-render.ts";
import { type ZaloMessage, ZaloPart } from "./zalo-wire.ts";

const messages = (reply: Reply, replyTo?: string): ZaloMessage[] =>
  renderReply(reply, replyTo).map((part) => ZaloPart.parse(JSON.parse(part.body)).message);
const buttonsOf = (message: ZaloMessage | undefined): unknown =>
  message?.attachment !== undefined && "buttons" in message.attachment.payload
    ? message.attachment.payload.buttons
    : undefined;

describe("renderReply", () => {
  it("joins the blocks of an answer into one message", () => {
    const reply = {
      blocks: [
        strong("Gọi ngay 113."),
        text("Tránh xa nơi nguy hiểm."),
        list("Một", "Hai"),
        { kind: "table", header: ["Loại", "Số đạt"], rows: [["Khu dân cư", "1.686"]] } as const,
        source("Báo cáo năm 2022", "https://vi-du.example.vn"),
      ],
    };
    expect(messages(reply)).toEqual([
      {
        text: "Gọi ngay 113.\n\nTránh xa nơi nguy hiểm.\n\n• Một\n• Hai\n\n• Khu dân cư; Số đạt: 1.686\n\nNguồn: Báo cáo năm 2022\nhttps://vi-du.example.vn",
      },
    ]);
  });

  it("gives buttons with what to type instead, as they show on phones only", () => {
    const [message] = messages({
      blocks: [text("Anh/chị cần gì?")],
      buttons: [
        { label: "Số liệu", payload: "/solieu" },
        { label: "Báo\n tin", payload: "/baocao" },
      ],
    });
    expect(message).toEqual({
      text: "Anh/chị cần gì?\n\nNhắn 1: Số liệu\nNhắn 2: Báo tin",
      attachment: {
        type: "template",
        payload: {
          buttons: [
            { title: "Số liệu", type: "oa.query.hide", payload: "/solieu" },
            { title: "Báo tin", type: "oa.query.hide", payload: "/baocao" },
          ],
        },
      },
    });
  });

  it("quotes with the first part and puts the buttons on the last one only", () => {
    const parts = messages(
      { blocks: [text("chữ ".repeat(900))], buttons: [{ label: "Gửi", payload: "gửi" }] },
      "m1",
    );
    expect(parts).toHaveLength(2);
    expect(parts.map((part) => part.quote_message_id)).toEqual(["m1", undefined]);
    expect(buttonsOf(parts[0])).toBeUndefined();
    expect(buttonsOf(parts[1])).toEqual([{ title: "Gửi", type: "oa.query.hide", payload: "gửi" }]);
    expect(parts[1]?.text).toMatch(/Nhắn 1: Gửi$/);
  });

  it("gives the choices a message of their own where the last one is full", () => {
    const full = "a".repeat(1_995);
    const parts = messages({ blocks: [text(full)], buttons: [{ label: "Gửi", payload: "gửi" }] });
    expect(parts.map((part) => part.text)).toEqual([full, "Nhắn 1: Gửi"]);
    expect(buttonsOf(parts[1])).toHaveLength(1);
  });

  it("puts the numbers to call into a message of their own, after the words", () => {
    const reply = {
      blocks: [strong("Gọi ngay 114 (cứu hỏa).")],
      buttons: [{ label: "Báo tin", payload: "/baocao" }],
      calls: [
        { label: "114 (cứu hỏa)", phone: "114" },
        { label: "Bảo hộ công dân", phone: "+84981848484" },
      ],
    };
    const parts = renderReply(reply).map((part) => ZaloPart.parse(JSON.parse(part.body)));
    expect(parts.map(({ extra }) => extra)).toEqual([undefined, true]);
    expect(parts[0]?.message).toEqual(messages({ ...reply, calls: [] })[0]);
    expect(parts[1]?.message).toEqual({
      text: "Bấm để gọi:",
      attachment: {
        type: "template",
        payload: {
          buttons: [
            { title: "114 (cứu hỏa)", type: "oa.open.phone", payload: { phone_code: "114" } },
            { title: "Bảo hộ công dân", type: "oa.open.phone", payload: { phone_code: "+84981848484" } },
          ],
        },
      },
    });
  });

  it("says a word where there are buttons only, and nothing where there is nothing", () => {
    expect(messages({ blocks: [], buttons: [{ label: "Gửi", payload: "gửi" }] })[0]?.text).toMatch(
      /^Anh\/chị chọn/,
    );
    expect(messages({ blocks: [] })).toEqual([]);
    expect(messages({ blocks: [text("  ")] })).toEqual([]);
  });

  it("writes composed characters, which count less", () => {
    expect(messages({ blocks: [text("Đạt chuẩn".normalize("NFD"))] })[0]?.text).toBe("Đạt chuẩn");
  });

  it("keeps every part within Zalo's limits, whatever is said", () => {
    const word = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.constantFrom("\n\n", ". ", "👨‍👩‍👧‍👦", "ệ".repeat(500)),
    );
    const long = fc.array(word, { maxLength: 30 }).map((pieces) => pieces.join(" "));
    const button = fc.record({
      label: fc.string({ unit: "grapheme", maxLength: 200 }),
      payload: fc.string({ minLength: 1, maxLength: 60 }),
    });
    const reply = fc.record({
      blocks: fc.array(long.map(text), { maxLength: 4 }),
      buttons: fc.array(button, { maxLength: 7 }),
    });
    fc.assert(
      fc.property(reply, (value) => {
        const parts = messages(value);
        const shown = parts.flatMap((part) => buttonsOf(part) ?? []) as { title: string; payload: string }[];
        expect(
          parts.every((part) => part.text !== undefined && part.text.length > 0 && part.text.length <= 2000),
        ).toBe(true);
        expect(parts.every((part) => part.text?.isWellFormed())).toBe(true);
        expect(shown.map((one) => one.payload)).toEqual(value.buttons.slice(0, 5).map((one) => one.payload));
        expect(shown.every((one) => one.title.length > 0 && one.title.length <= 100)).toBe(true);
      }),
    );
  });

  it("needs one message for each 2,000 characters of ordinary words, no more", () => {
    const paragraph = "Nhân dân tham gia bảo vệ an ninh, trật tự ở khu dân cư. ".repeat(8).trim();
    const words = Array.from({ length: 20 }, () => paragraph).join("\n\n");
    expect(messages({ blocks: [text(words)] }).length).toBeLessThanOrEqual(
      Math.ceil(words.length / 2000) + 1,
    );
  });
});
