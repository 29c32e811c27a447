import { describe, expect, it } from "vitest";
import { text } from "../../messaging/reply.ts";
import { createZaloChannel } from "./zalo-channel.ts";
import type { SendResult, ZaloClient } from "./zalo-client.ts";
import type { ZaloMessage } from "./zalo-wire.ts";

const PICTURE = new Uint8Array([0x89, 0x50]);

const channelWith = (...results: SendResult[]) => channelDrawing(PICTURE, ...results);

/** @param picture what drawing a chart gives */
function channelDrawing(picture: Uint8Array<ArrayBuffer>, ...results: SendResult[]) {
  const seen: { userId: string; message: ZaloMessage }[] = [];
  const client: ZaloClient = {
    sendMessage: async (userId, message) => {
      seen.push({ userId, message });
      return results[seen.length - 1] ?? { kind: "sent" };
    },
    uploadImage: async (bytes) =>
      bytes.length > 0
        ? { kind: "uploaded", attachmentId: "img-1" }
        : { kind: "park", reason: "zalo image_not_acceptable" },
  };
  return {
    channel: createZaloChannel(
      client,
      async () => picture,
      async () => null,
    ),
    seen,
  };
}

const to = { chat: "7735120946683104825" };
const once: SendResult = { kind: "retry_once", reason: "zalo -200 sending_failed", afterMs: 60_000 };

describe("the Zalo channel", () => {
  it("puts on the wire what it rendered", async () => {
    const { channel, seen } = channelWith({ kind: "sent", messageIds: ["m"] });
    const [part] = channel.render({ blocks: [text("Xin chào")] }, { ...to, replyTo: "q" });
    expect(await channel.send(part ?? { body: "" }, to)).toEqual({ kind: "sent", messageIds: ["m"] });
    expect(seen).toEqual([{ userId: to.chat, message: { text: "Xin chào", quote_message_id: "q" } }]);
  });

  it("sends a chart as an uploaded picture with the words under it, or the words alone", async () => {
    const chart = { kind: "bar" as const, title: "Tỷ lệ", valueName: "%", points: [], source: "Báo" };
    const media = { template_type: "media", elements: [{ media_type: "image", attachment_id: "img-1" }] };
    for (const [picture, attached] of [
      [PICTURE, { attachment: { type: "template", payload: media } }],
      [new Uint8Array(), {}],
    ] as const) {
      const { channel, seen } = channelDrawing(picture);
      const parts = channel.render(
        { blocks: [text("97,63%")], chart, buttons: [{ label: "Xã", payload: "xã" }] },
        to,
      );
      expect(parts).toHaveLength(1);
      await channel.send(parts[0] ?? { body: "" }, to);
      expect(seen.map(({ message }) => message)).toEqual([{ text: "97,63%\n\nNhắn 1: Xã", ...attached }]);
    }
  });

  it("tries a failure without a reason once more, then keeps the message for the person's next word", async () => {
    const { channel } = channelWith(once, once, once);
    const part = { body: '{"message":{"text":"a"}}' };
    expect(await channel.send(part, to)).toEqual({ kind: "retry", reason: once.reason, afterMs: 60_000 });
    expect(await channel.send(part, to)).toEqual({ kind: "hold", reason: once.reason });
    expect(await channel.send(part, to)).toMatchObject({ kind: "retry" });
  });

  it.each<SendResult>([
    { kind: "park", reason: "zalo -201 bad_parameter" },
    { kind: "hold", reason: "zalo -211 quota_used_up" },
    { kind: "retry", reason: "network" },
    { kind: "wait", reason: "no_token", afterMs: 10_000 },
    once,
  ])("drops buttons to call that meet $kind: their words were sent before", async (result) => {
    const { channel, seen } = channelWith({ kind: "sent" }, result);
    const call = { label: "114", phone: "114" };
    const parts = channel.render({ blocks: [text("Gọi ngay 114.")], calls: [call] }, to);
    const outcomes = [];
    for (const part of parts) outcomes.push(await channel.send(part, to));
    expect(seen.map(({ message }) => message.text)).toEqual(["Gọi ngay 114.", "Bấm để gọi:"]);
    expect(outcomes).toEqual([
      { kind: "sent" },
      { kind: "sent", dropped: "reason" in result ? result.reason : "" },
    ]);
  });

  it("gives every message its own try", async () => {
    const { channel } = channelWith(once, once, { kind: "sent" }, once);
    expect(await channel.send({ body: '{"message":{"text":"a"}}' }, to)).toMatchObject({ kind: "retry" });
    expect(await channel.send({ body: '{"message":{"text":"b"}}' }, to)).toMatchObject({ kind: "retry" });
    expect(await channel.send({ body: '{"message":{"text":"b"}}' }, to)).toMatchObject({ kind: "sent" });
    expect(await channel.send({ body: '{"message":{"text":"b"}}' }, to)).toMatchObject({ kind: "retry" });
  });

  it.each(["", "{", "[]", '{"message":{"text":5}}'])(
    "parks the part %j, which it didn't render",
    async (body) => {
      const { channel, seen } = channelWith();
      expect(await channel.send({ body }, to)).toEqual({ kind: "park", reason: "zalo malformed_part" });
      expect(seen).toEqual([]);
    },
  );
});
