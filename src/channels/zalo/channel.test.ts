import { describe, expect, it } from "vitest";
import { text } from "../../messaging/reply.ts";
import { createZaloChannel } from "./channel.ts";
import type { SendResult, ZaloClient } from "./client.ts";
import type { ZaloMessage } from "./wire.ts";

function channelWith(...results: SendResult[]) {
  const seen: { userId: string; message: ZaloMessage }[] = [];
  const client: ZaloClient = {
    sendMessage: async (userId, message) => {
      seen.push({ userId, message });
      return results[seen.length - 1] ?? { kind: "sent" };
    },
    uploadImage: async () => ({ kind: "park", reason: "not used here" }),
  };
  return { channel: createZaloChannel(client), seen };
}

const to = { chat: "7735120946683104825" };
const once: SendResult = { kind: "retry_once", reason: "zalo -200 sending_failed", afterMs: 60_000 };

describe("the Zalo channel", () => {
  it("puts on the wire what it rendered", async () => {
    const { channel, seen } = channelWith({ kind: "sent", messageId: "m" });
    const [part] = channel.render({ blocks: [text("Xin chào")] }, { ...to, replyTo: "q" });
    expect(await channel.send(part ?? { body: "" }, to)).toEqual({ kind: "sent", messageId: "m" });
    expect(seen).toEqual([{ userId: to.chat, message: { text: "Xin chào", quote_message_id: "q" } }]);
  });

  it("tries a failure without a reason once more, then keeps the message for the person's next word", async () => {
    const { channel } = channelWith(once, once, once);
    const part = { body: '{"text":"a"}' };
    expect(await channel.send(part, to)).toEqual({ kind: "retry", reason: once.reason, afterMs: 60_000 });
    expect(await channel.send(part, to)).toEqual({ kind: "hold", reason: once.reason });
    expect(await channel.send(part, to)).toMatchObject({ kind: "retry" });
  });

  it("gives every message its own try", async () => {
    const { channel } = channelWith(once, once, { kind: "sent" }, once);
    expect(await channel.send({ body: '{"text":"a"}' }, to)).toMatchObject({ kind: "retry" });
    expect(await channel.send({ body: '{"text":"b"}' }, to)).toMatchObject({ kind: "retry" });
    expect(await channel.send({ body: '{"text":"b"}' }, to)).toMatchObject({ kind: "sent" });
    expect(await channel.send({ body: '{"text":"b"}' }, to)).toMatchObject({ kind: "retry" });
  });

  it.each(["", "{", "[]", '{"text":5}'])("parks the part %j, which it didn't render", async (body) => {
    const { channel, seen } = channelWith();
    expect(await channel.send({ body }, to)).toEqual({ kind: "park", reason: "zalo malformed_part" });
    expect(seen).toEqual([]);
  });
});
