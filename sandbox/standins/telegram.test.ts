import { Bot, GrammyError, HttpError, InputFile } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sandboxSettings } from "../settings.ts";
import { TelegramStandIn } from "./telegram.ts";

const settings = sandboxSettings(0);
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let standIn: TelegramStandIn;
let bot: Bot;

beforeEach(async () => {
  standIn = await TelegramStandIn.listen(settings);
  bot = new Bot(settings.TELEGRAM_BOT_TOKEN, { client: { apiRoot: standIn.url, timeoutSeconds: 60 } });
});
afterEach(() => standIn.close());

const refusal = (code: number, words: RegExp) =>
  expect.objectContaining({ error_code: code, description: expect.stringMatching(words) });

describe("TelegramStandIn, called by grammY", () => {
  it("knows its bot and turns a wrong token away", async () => {
    expect((await bot.api.getMe()).is_bot).toBe(true);
    const stranger = new Bot("1:wrong", { client: { apiRoot: standIn.url } });
    await expect(stranger.api.getMe()).rejects.toEqual(refusal(401, /Unauthorized/));
  });

  it("records a message with its keyboard", async () => {
    const keyboard = { inline_keyboard: [[{ text: "Tiếp nhận", callback_data: "nhan" }]] };
    const answer = await bot.api.sendMessage(42, "<b>Chào</b>", {
      parse_mode: "HTML",
      reply_markup: keyboard,
    });
    const [sent] = await standIn.waitForSent(1);
    expect(sent).toMatchObject({
      chatId: "42",
      text: "Chào",
      html: "<b>Chào</b>",
      messageId: answer.message_id,
    });
    expect(sent?.keyboard).toEqual([[{ text: "Tiếp nhận", callback_data: "nhan" }]]);
  });

  it("takes an uploaded photo and gives it back by file id", async () => {
    const message = await bot.api.sendPhoto(42, new InputFile(PNG, "bieu-do.png"), { caption: "Biểu đồ" });
    expect(standIn.sent[0]).toMatchObject({ text: "Biểu đồ" });
    const file = await bot.api.getFile(message.photo[0]?.file_id ?? "");
    const link = `${standIn.url}/file/bot${settings.TELEGRAM_BOT_TOKEN}/${file.file_path}`;
    expect(Buffer.from(await (await fetch(link)).arrayBuffer())).toEqual(PNG);
  });

  it("edits, refuses an edit that changes nothing, deletes", async () => {
    const { message_id: id } = await bot.api.sendMessage(42, "một");
    await bot.api.editMessageText(42, id, "hai");
    await expect(bot.api.editMessageText(42, id, "hai")).rejects.toEqual(refusal(400, /not modified/));
    await bot.api.deleteMessage(42, id);
    await expect(bot.api.editMessageText(42, id, "ba")).rejects.toEqual(refusal(400, /to edit not found/));
  });

  it("answers a callback query once", async () => {
    standIn.api.openQuery("77");
    expect(await bot.api.answerCallbackQuery("77", { text: "Đã ghi nhận" })).toBe(true);
    await expect(bot.api.answerCallbackQuery("77")).rejects.toEqual(refusal(400, /too old/));
  });

  it.each([
    ["empty text", (b: Bot) => b.api.sendMessage(42, " "), 400, /empty/],
    ["4,097 characters", (b: Bot) => b.api.sendMessage(42, "a".repeat(4097)), 400, /too long/],
    [
      "broken HTML",
      (b: Bot) => b.api.sendMessage(42, "<b>x", { parse_mode: "HTML" }),
      400,
      /can't parse entities/,
    ],
    [
      "65 bytes of callback data",
      (b: Bot) =>
        b.api.sendMessage(42, "x", {
          reply_markup: { inline_keyboard: [[{ text: "x", callback_data: "ệ".repeat(22) }]] },
        }),
      400,
      /BUTTON_DATA_INVALID/,
    ],
    [
      "an answer to nothing",
      (b: Bot) => b.api.sendMessage(42, "x", { reply_parameters: { message_id: 1 } }),
      400,
      /replied not found/,
    ],
  ] as const)("refuses %s", async (_, call, code, words) => {
    await expect(call(bot)).rejects.toEqual(refusal(code, words));
    expect(standIn.sent).toEqual([]);
  });

  it("a person who blocked the bot gets nothing", async () => {
    standIn.api.blocked.add("42");
    await expect(bot.api.sendMessage(42, "x")).rejects.toEqual(refusal(403, /blocked/));
  });

  it("takes commands and the webhook", async () => {
    await bot.api.setMyCommands([{ command: "solieu", description: "Số liệu" }]);
    await bot.api.setWebhook("https://vi-du.example/webhooks/telegram", { secret_token: "s" });
    expect(standIn.api.changes.items.at(-1)).toMatchObject({
      kind: "commands",
      commands: [{ command: "solieu" }],
    });
    expect(standIn.api.webhook).toEqual({ url: "https://vi-du.example/webhooks/telegram", secretToken: "s" });
  });

  it("meets the faults in order and only in their scope", async () => {
    standIn.fail({ kind: "rate-limited", retryAfter: 3 }, { on: "sendMessage" });
    standIn.fail({ kind: "status", status: 502 }, { on: "sendMessage" });
    await bot.api.getMe();
    const limited = await bot.api.sendMessage(42, "x").catch((error: unknown) => error);
    expect(limited).toBeInstanceOf(GrammyError);
    expect(limited).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
    await expect(bot.api.sendMessage(42, "x")).rejects.toBeInstanceOf(HttpError);
    await bot.api.sendMessage(42, "x");
    expect(standIn.sent).toHaveLength(1);
  });

  it("can do the work and lose the answer", async () => {
    standIn.fail({ kind: "lost-answer" });
    await expect(bot.api.sendMessage(42, "x")).rejects.toBeInstanceOf(HttpError);
    expect(standIn.sent).toHaveLength(1);
  });
});
