import { describe, expect, it } from "vitest";
import { sandboxSettings } from "../settings.ts";
import { telegramWebhookCall, UpdateNumbers } from "./telegram-update.ts";

const settings = sandboxSettings(1);

describe("telegramWebhookCall", () => {
  it("carries the secret and marks a leading command", () => {
    const act = { kind: "text", text: "/solieu xã 2022", messageId: 7 } as const;
    const call = telegramWebhookCall("http://worker", settings, 12, "private", act);
    expect(call.headers["x-telegram-bot-api-secret-token"]).toBe(settings.TELEGRAM_WEBHOOK_SECRET);
    expect(JSON.parse(call.body)).toMatchObject({
      update_id: 12,
      message: {
        message_id: 7,
        chat: { type: "private" },
        entities: [{ type: "bot_command", offset: 0, length: 7 }],
      },
    });
  });

  it("a reply in the group names the card it answers", () => {
    const card = { chatId: settings.TELEGRAM_DUTY_CHAT_ID, messageId: 5, at: 0, text: "Thẻ", keyboard: [] };
    const act = { kind: "text", text: "Đã rõ", messageId: 8, replyTo: card } as const;
    const { message } = JSON.parse(telegramWebhookCall("http://worker", settings, 1, "group", act).body);
    expect(message.chat).toMatchObject({ id: Number(settings.TELEGRAM_DUTY_CHAT_ID), type: "supergroup" });
    expect(message.reply_to_message).toMatchObject({ message_id: 5, text: "Thẻ", from: { is_bot: true } });
  });
});

it("update numbers only grow", () => {
  const numbers = new UpdateNumbers();
  const [first, second] = [numbers.next(), numbers.next()];
  expect(second).toBeGreaterThan(first);
});
