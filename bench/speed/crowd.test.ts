import { afterAll, beforeAll, expect, it } from "vitest";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { type Listening, listen } from "../../sandbox/web.ts";
import { Crowd } from "./crowd.ts";

const settings = sandboxSettings(0);
let telegram: TelegramStandIn;
let zalo: ZaloStandIn;
let bot: Listening;
/** What the bot does once a webhook came, for the chat that it came from. */
let answer: (chat: number) => Promise<number>;

beforeAll(async () => {
  [telegram, zalo] = await Promise.all([TelegramStandIn.listen(settings), ZaloStandIn.listen(settings)]);
  bot = await listen(async (request) => {
    const { message } = (await request.json()) as { message: { chat: { id: number } } };
    return new Response(null, { status: await answer(message.chat.id) });
  });
});
afterAll(() => Promise.all([telegram.close(), zalo.close(), bot.close()]));

const send = (chat: number) =>
  telegram.handle(
    new Request(`http://stand-in/bot${settings.TELEGRAM_BOT_TOKEN}/sendMessage`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ chat_id: chat, text: "chào" }),
    }),
  );
const port = () => Number(new URL(bot.url).port);

it("stops the clock of whom the message is to", async () => {
  const crowd = new Crowd({ settings, telegram, zalo });
  const chats: number[] = [];
  const both = Promise.withResolvers<void>();
  answer = async (chat) => {
    if (chats.push(chat) === 2) both.resolve();
    return 200;
  };
  const asked = [1, 2].map((who) => crowd.ask(port(), who, "chào"));
  await both.promise;
  const [first = 0, second = 0] = chats.toSorted((a, b) => a - b);
  await send(second);
  expect(await asked[1]).toBeGreaterThan(0);
  await send(first);
  expect(await asked[0]).toBeGreaterThan(0);
});

it("takes a webhook that wasn't accepted for no answer", async () => {
  const crowd = new Crowd({ settings, telegram, zalo });
  answer = async (chat) => {
    await send(chat);
    return 500;
  };
  await expect(crowd.ask(port(), 2, "chào")).rejects.toThrow("500");
});
