import { Bot, GrammyError, InputFile, InputMediaBuilder } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sandboxSettings } from "../settings.ts";
import { TelegramStandIn } from "./telegram.ts";

const settings = sandboxSettings(0);
const GROUP = settings.TELEGRAM_DUTY_CHAT_ID;
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const MP4 = Buffer.from("\0\0\0\x18ftypisom");

let standIn: TelegramStandIn;
let bot: Bot;

beforeEach(async () => {
  standIn = await TelegramStandIn.listen(settings);
  bot = new Bot(settings.TELEGRAM_BOT_TOKEN, { client: { apiRoot: standIn.url, timeoutSeconds: 60 } });
});
afterEach(() => standIn.close());

const refusal = (code: number, words: RegExp, parameters: object = {}) =>
  expect.objectContaining({ error_code: code, description: expect.stringMatching(words), parameters });
const picture = (): InputFile => new InputFile(PNG, "image.png");

describe("topics", () => {
  it("a group is no forum unless told so", async () => {
    expect(await bot.api.getChat(GROUP)).not.toHaveProperty("is_forum");
    await expect(bot.api.createForumTopic(GROUP, "Vụ một")).rejects.toEqual(refusal(400, /not a forum/));
  });

  it("a forum opens topics and takes messages there until they are deleted", async () => {
    standIn.api.groups.makeForum(GROUP);
    expect(await bot.api.getChat(GROUP)).toMatchObject({ type: "supergroup", is_forum: true });
    const { message_thread_id: thread } = await bot.api.createForumTopic(GROUP, "Vụ một");
    const message = await bot.api.sendMessage(GROUP, "thẻ", { message_thread_id: thread });
    expect(message).toMatchObject({ message_thread_id: thread, is_topic_message: true });
    expect(standIn.sent[0]).toMatchObject({ thread });
    standIn.api.groups.deleteTopic(thread);
    const late = bot.api.sendMessage(GROUP, "thẻ", { message_thread_id: thread });
    await expect(late).rejects.toEqual(refusal(400, /thread not found/));
  });
});

describe("what can be the matter", () => {
  it("thrown out: nothing can be sent or edited until it is taken back", async () => {
    const { message_id: id } = await bot.api.sendMessage(GROUP, "một");
    standIn.api.groups.throwOut(GROUP);
    await expect(bot.api.sendMessage(GROUP, "hai")).rejects.toEqual(refusal(403, /kicked/));
    await expect(bot.api.editMessageText(GROUP, id, "ba")).rejects.toEqual(refusal(403, /kicked/));
    await expect(bot.api.getChat(GROUP)).rejects.toEqual(refusal(403, /kicked/));
    standIn.api.groups.takeBack(GROUP);
    await bot.api.sendMessage(GROUP, "hai");
    expect(standIn.sent.map(({ text }) => text)).toEqual(["một", "hai"]);
  });

  it("moved: the old id names the new one, which takes messages", async () => {
    standIn.api.groups.migrate(GROUP, "-1001380000999");
    const moved = refusal(400, /upgraded to a supergroup/, { migrate_to_chat_id: -1001380000999 });
    await expect(bot.api.sendMessage(GROUP, "x")).rejects.toEqual(moved);
    await bot.api.sendMessage(-1001380000999, "x");
    expect(standIn.sent.map(({ chatId }) => chatId)).toEqual(["-1001380000999"]);
  });

  it("too many messages: the next has to wait, an edit and another chat don't", async () => {
    standIn.api.groups.limit(GROUP);
    for (let n = 0; n < 19; n += 1) await bot.api.sendMessage(GROUP, `${n}`);
    const { message_id: id } = await bot.api.sendMessage(GROUP, "20");
    const limited = await bot.api.sendMessage(GROUP, "21").catch((error: unknown) => error);
    expect(limited).toBeInstanceOf(GrammyError);
    const seconds = (limited as GrammyError).parameters.retry_after;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    await bot.api.editMessageText(GROUP, id, "hai mươi");
    await bot.api.sendMessage(42, "riêng");
    expect(standIn.sent).toHaveLength(21);
  });

  it("an album counts for as many messages as it has pictures", async () => {
    standIn.api.groups.limit(GROUP, { messages: 2, withinMs: 60_000 });
    const three = [1, 2, 3].map(() => InputMediaBuilder.photo(picture()));
    await expect(bot.api.sendMediaGroup(GROUP, three)).rejects.toMatchObject({ error_code: 429 });
    await bot.api.sendMediaGroup(GROUP, three.slice(1));
    expect(standIn.sent).toHaveLength(2);
  });
});

describe("files", () => {
  it("an album arrives as messages that belong together", async () => {
    const album = [
      InputMediaBuilder.photo(picture(), { caption: "một" }),
      InputMediaBuilder.video(new InputFile(MP4, "video.mp4")),
    ];
    const messages = await bot.api.sendMediaGroup(GROUP, album);
    expect(messages).toMatchObject([1, 2].map(() => ({ media_group_id: standIn.sent[0]?.album })));
    expect(standIn.sent[0]?.album).toBeTypeOf("string");
    expect(standIn.sent).toMatchObject([
      { text: "một", photo: expect.stringMatching(/png$/) },
      { video: expect.stringMatching(/mp4$/) },
    ]);
  });

  it("an album of one is refused", async () => {
    const one = [InputMediaBuilder.photo(picture())];
    await expect(bot.api.sendMediaGroup(GROUP, one)).rejects.toEqual(refusal(400, /wrong number/));
  });

  it.each([
    ["a video", (b: Bot) => b.api.sendVideo(GROUP, new InputFile(MP4, "video.mp4")), "video", "videos/"],
    ["a document", (b: Bot) => b.api.sendDocument(GROUP, new InputFile(MP4, "x.bin")), "document", "videos/"],
    [
      "a page as a document",
      (b: Bot) => b.api.sendDocument(GROUP, new InputFile(Buffer.from("<p>"), "a.html")),
      "document",
      "documents/",
    ],
  ] as const)("%s can be fetched again", async (_, send, field, folder) => {
    const message: unknown = await send(bot);
    const { file_id: id } = (message as Record<string, { file_id: string }>)[field] ?? { file_id: "" };
    const { file_path: path = "" } = await bot.api.getFile(id);
    expect(path.startsWith(folder)).toBe(true);
    const response = await fetch(`${standIn.url}/file/bot${settings.TELEGRAM_BOT_TOKEN}/${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).not.toContain("html");
  });

  it("a file above 20 MB can't be fetched by a bot", async () => {
    const id = standIn.api.media.put({ bytes: new Uint8Array(20 * 1024 * 1024 + 1), type: "video/mp4" });
    await expect(bot.api.getFile(id)).rejects.toEqual(refusal(400, /file is too big/));
  });
});
