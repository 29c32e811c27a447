import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sandboxSettings } from "../settings.ts";
import { Recorder } from "../standins/recorder.ts";
import { TelegramStandIn } from "../standins/telegram.ts";
import { type Listening, listen } from "../web.ts";
import { Official } from "./official.ts";
import { UpdateNumbers } from "./telegram-update.ts";

const settings = sandboxSettings(0);
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);
const SECOND = { id: "138000002", firstName: "Cán bộ", lastName: "thứ hai", username: "can_bo_hai" };

interface Update {
  readonly message: {
    readonly from: { readonly id: number };
    readonly photo: { readonly file_id: string }[];
  };
  readonly callback_query: { readonly id: string };
}

let standIn: TelegramStandIn;
let worker: Listening;
let heard: Recorder<Update>;

beforeEach(async () => {
  const updates = new Recorder<Update>();
  heard = updates;
  worker = await listen(async (request) => {
    updates.add(JSON.parse(await request.text()));
    return new Response();
  });
  standIn = await TelegramStandIn.listen(settings);
});
afterEach(async () => {
  await standIn.close();
  await worker.close();
});

const world = () => ({ standIn, settings, workerUrl: worker.url, updates: new UpdateNumbers() });

async function card(): Promise<number> {
  await fetch(`${standIn.url}/bot${settings.TELEGRAM_BOT_TOKEN}/sendMessage`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      chat_id: settings.TELEGRAM_DUTY_CHAT_ID,
      text: "Thẻ",
      reply_markup: { inline_keyboard: [[{ text: "Tiếp nhận", callback_data: "nhan" }]] },
    }),
  });
  return standIn.sent[0]?.messageId ?? 0;
}

describe("Official", () => {
  it("presses a button by its label, with a query that can be answered", async () => {
    const messageId = await card();
    expect(await new Official(world()).pressInGroup(messageId, "Tiếp")).toBe(200);
    const query = heard.items[0]?.callback_query;
    expect(query).toMatchObject({ data: "nhan", message: { message_id: messageId } });
    expect(await standIn.api.run("answerCallbackQuery", { callback_query_id: query?.id })).toBe(true);
  });

  it("has no button that isn't there, and no message that isn't the bot's", async () => {
    const messageId = await card();
    const official = new Official(world());
    expect(() => official.pressInGroup(messageId, "Đã xong")).toThrow(/no button/);
    expect(() => official.replyInGroup(1, "x")).toThrow(/no message 1/);
  });

  it("replies with words and with a photo that can be fetched", async () => {
    const messageId = await card();
    const official = new Official(world());
    await official.replyInGroup(messageId, "đã rõ");
    await official.replyInGroup(messageId, { photo: JPEG, caption: "// hiện trường" });
    const reply = { message_id: messageId, from: { is_bot: true } };
    expect(heard.items).toMatchObject([
      { message: { text: "đã rõ", reply_to_message: reply } },
      { message: { caption: "// hiện trường", reply_to_message: reply } },
    ]);
    expect(standIn.api.media.has(heard.items[1]?.message.photo[0]?.file_id ?? "")).toBe(true);
  });

  it("isn't heard in the group without a command or the bot's name, and always is alone", async () => {
    const official = new Official(world());
    expect(await official.sayInGroup("ai trực tối nay?")).toBeNull();
    expect(await official.sayInGroup("/tin")).toBe(200);
    expect(await official.sayInGroup(`@${settings.TELEGRAM_BOT_USERNAME} chào`)).toBe(200);
    expect(await official.say("xin chào")).toBe(200);
    expect(heard.items).toMatchObject([
      { message: { text: "/tin", chat: { type: "supergroup" } } },
      { message: { chat: { type: "supergroup" } } },
      { message: { text: "xin chào", chat: { type: "private" } } },
    ]);
  });

  it("two officials are two people in one group", async () => {
    const shared = world();
    await new Official(shared).sayInGroup("/tin");
    await new Official(shared, SECOND).sayInGroup("/tin");
    const people = heard.items.map(({ message }) => message.from.id);
    expect(people).toEqual([Number(settings.TELEGRAM_ADMIN_IDS), Number(SECOND.id)]);
  });
});
