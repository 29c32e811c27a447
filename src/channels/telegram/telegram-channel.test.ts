import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Answer, type BotApi, refusal, startBotApi, success } from "../../../test/telegram/bot-api.ts";
import type { WirePart } from "../../messaging/channel.ts";
import { list, source, strong, text } from "../../messaging/reply.ts";
import { ALLOWED_UPDATES, registerCommands, registerWebhook } from "./setup.ts";
import { createTelegramChannel } from "./telegram-channel.ts";
import { answerCallback, createTelegramApi } from "./telegram-client.ts";

const TOKEN = "138000138:planted-token-that-nobody-may-see";
const CHAT = "-1001380000777";
const REPLY = {
  blocks: [strong("Gọi 113"), list("a < b"), source("Luật", "https://vbpl.vn/x")],
  buttons: [{ label: "Báo tin", payload: "/baocao" }],
};

let server: BotApi;
let logged: string[];

beforeEach(async () => {
  server = await startBotApi();
  logged = [];
  for (const method of ["log", "error", "warn", "info", "debug"] as const) {
    vi.spyOn(console, method).mockImplementation((...args) => void logged.push(args.map(String).join(" ")));
  }
});

afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
  expect(logged.join("\n")).not.toContain("planted");
});

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const drawChart = async () => PNG;
const noMedia = async () => null;
const PATIENT = 20;
const settings = (timeoutSeconds = PATIENT) => ({ token: TOKEN, apiRoot: server.root, timeoutSeconds });

/** Sends the one part of REPLY against scripted answers. */
async function send(answers: readonly Answer[], { timeoutSeconds = PATIENT, replyTo = "912" } = {}) {
  server.script(...answers);
  const channel = createTelegramChannel(settings(timeoutSeconds), drawChart, noMedia);
  const [part] = channel.render(REPLY, { chat: CHAT, replyTo });
  if (part === undefined) throw new Error("nothing rendered");
  const outcome = await channel.send(part, { chat: CHAT });
  expect(JSON.stringify(outcome)).not.toContain("planted");
  return outcome;
}

describe("send", () => {
  it("puts the message on the wire as the Bot API wants it", async () => {
    expect(await send([success()])).toEqual({ kind: "sent", messageIds: ["4021"] });
    expect(server.calls).toEqual([
      {
        token: TOKEN,
        method: "sendMessage",
        body: {
          chat_id: CHAT,
          text: '<b>Gọi 113</b>\n\n• a &lt; b\n\n<i>Nguồn: <a href="https://vbpl.vn/x">Luật</a></i>',
          parse_mode: "HTML",
          link_preview_options: { is_disabled: true },
          reply_parameters: { message_id: 912, allow_sending_without_reply: true },
          reply_markup: { inline_keyboard: [[{ text: "Báo tin", callback_data: "/baocao" }]] },
        },
      },
    ]);
  });

  it("protected files and words say so on the wire", async () => {
    server.script(success(), success());
    const file = async () => ({
      contentType: "application/pdf",
      size: 1,
      open: async function* () {
        yield new Uint8Array([1]);
      },
    });
    const channel = createTelegramChannel(settings(), drawChart, file);
    const reply = {
      blocks: [text("a")],
      attachments: [{ key: "k", kind: "file" as const }],
      protect: true as const,
    };
    for (const part of channel.render(reply, { chat: CHAT })) await channel.send(part, { chat: CHAT });
    expect(server.calls.map(({ method }) => method)).toEqual(["sendMessage", "sendDocument"]);
    expect(JSON.stringify(server.calls.map(({ body }) => body)).match(/protect_content/gu)).toHaveLength(2);
  });

  it("a message is deleted; one that is gone counts as deleted, another refusal doesn't", async () => {
    const channel = createTelegramChannel(settings(), drawChart, noMedia);
    server.script(success(), refusal(400, "Bad Request: message to delete not found"));
    expect(await channel.remove?.("7", { chat: CHAT })).toEqual({ kind: "sent" });
    expect(server.calls[0]).toMatchObject({
      method: "deleteMessage",
      body: { chat_id: CHAT, message_id: 7 },
    });
    expect(await channel.remove?.("7", { chat: CHAT })).toEqual({ kind: "sent" });
    server.script(
      refusal(400, "Bad Request: message can't be deleted for everyone"),
      refusal(502, "Bad Gateway"),
    );
    expect(await channel.remove?.("7", { chat: CHAT })).toMatchObject({ kind: "park" });
    expect(await channel.remove?.("7", { chat: CHAT })).toMatchObject({ kind: "retry" });
  });

  it("a root with a slash at its end is the same root", async () => {
    const channel = createTelegramChannel({ ...settings(), apiRoot: `${server.root}/` }, drawChart, noMedia);
    const [part] = channel.render({ blocks: [text("a")] }, { chat: "5" });
    expect(part && (await channel.send(part, { chat: "5" }))).toMatchObject({ kind: "sent" });
  });

  it.each([
    [
      "too many",
      refusal(429, "Too Many Requests: retry after 3407", { retry_after: 3407 }),
      { kind: "wait", reason: "rate_limited", afterMs: 3_407_000 },
    ],
    [
      "too many, without saying for how long",
      refusal(429, "Too Many Requests"),
      { kind: "wait", reason: "rate_limited", afterMs: 30_000 },
    ],
    ["a server error", refusal(500, "Internal Server Error"), { kind: "retry", reason: "server_error" }],
    ["a proxy's page", { kind: "html", status: 502 } as const, { kind: "retry", reason: "network" }],
    ["a dropped connection", { kind: "reset" } as const, { kind: "retry", reason: "network" }],
    [
      "a token that was revoked",
      refusal(401, "Unauthorized"),
      { kind: "wait", reason: "bad_token", afterMs: 60_000 },
    ],
    ["a token of no bot", refusal(404, "Not Found"), { kind: "wait", reason: "bad_token", afterMs: 60_000 }],
    [
      "JSON of somebody else's",
      { kind: "json", status: 200, body: { error: "captive portal" } } as const,
      { kind: "retry", reason: "refused" },
    ],
    [
      "blocked",
      refusal(403, "Forbidden: bot was blocked by the user"),
      { kind: "hold", reason: "forbidden" },
    ],
    [
      "kicked",
      refusal(403, "Forbidden: bot was kicked from the supergroup chat"),
      { kind: "hold", reason: "forbidden" },
    ],
    [
      "muted",
      refusal(400, "Bad Request: not enough rights to send text messages to the chat"),
      { kind: "hold", reason: "no_rights" },
    ],
    ["no such chat", refusal(400, "Bad Request: chat not found"), { kind: "park", reason: "chat_not_found" }],
    ["too long", refusal(400, "Bad Request: message is too long"), { kind: "park", reason: "too_long" }],
    [
      "a refusal of tomorrow",
      refusal(400, "Bad Request: WHO_KNOWS"),
      { kind: "park", reason: "bad_request" },
    ],
    ["nothing to change", refusal(400, "Bad Request: message is not modified: …"), { kind: "sent" }],
  ])("%s", async (_, answer, expected) => {
    expect(await send([answer])).toEqual(expected);
    expect(server.calls).toHaveLength(1);
  });

  it("gives up waiting for a server that hangs", async () => {
    expect(await send([{ kind: "hang" }], { timeoutSeconds: 0.2 })).toEqual({
      kind: "retry",
      reason: "timeout",
    });
  });

  it("a server that isn't there", async () => {
    await server.close();
    expect(await send([])).toEqual({ kind: "retry", reason: "network" });
    server = await startBotApi();
  });

  it("a message id isn't needed to know that it went out", async () => {
    expect(await send([success(null)])).toEqual({ kind: "sent" });
  });

  it("parks what isn't a part of ours, and calls nobody", async () => {
    const channel = createTelegramChannel(settings(), drawChart, noMedia);
    for (const body of ["", "null", "{}", '{"method":"deleteMessage","payload":{"text":"x"}}']) {
      expect(await channel.send({ body }, { chat: CHAT })).toEqual({
        kind: "park",
        reason: "unreadable_part",
      });
    }
    expect(server.calls).toEqual([]);
  });
});

describe("a chart", () => {
  const chart = { kind: "bar" as const, title: "Tỷ lệ", valueName: "%", points: [], source: "Báo" };
  const inChat = { chat: CHAT };

  it("goes out as a photo with the words as its caption", async () => {
    const channel = createTelegramChannel(settings(), drawChart, noMedia);
    const parts = channel.render({ blocks: [strong("97,63%")], chart }, inChat);
    expect(parts).toHaveLength(1);
    expect(await channel.send(parts[0] as WirePart, inChat)).toMatchObject({ kind: "sent" });
    expect(server.calls[0]).toMatchObject({
      method: "sendPhoto",
      body: { chat_id: CHAT, caption: "<b>97,63%</b>" },
    });
    expect(String(server.calls[0]?.body.photo)).toContain("bieu-do.png");
  });

  it("stands alone above words that are too long for a caption", () => {
    const channel = createTelegramChannel(settings(), drawChart, noMedia);
    const parts = channel.render({ blocks: [text("a".repeat(2_000))], chart }, inChat);
    expect(parts.map((part) => (JSON.parse(part.body) as { method: string }).method)).toEqual([
      "sendPhoto",
      "sendMessage",
    ]);
  });

  it("that can't be drawn doesn't take its words along", async () => {
    const channel = createTelegramChannel(
      settings(),
      async () => Promise.reject(new Error("no font")),
      noMedia,
    );
    const [part] = channel.render({ blocks: [strong("97,63%")], chart }, inChat);
    expect(await channel.send(part as WirePart, inChat)).toMatchObject({ kind: "sent" });
    expect(server.calls[0]).toMatchObject({ method: "sendMessage", body: { text: "<b>97,63%</b>" } });
  });
});

describe("what can be mended at once", () => {
  const badMarkup = refusal(400, `Bad Request: can't parse entities: Unsupported start tag "x"`);

  it("refused markup goes out once more as plain words, buttons and all", async () => {
    expect(await send([badMarkup])).toMatchObject({ kind: "sent" });
    expect(server.calls[1]?.body).toMatchObject({
      text: "Gọi 113\n\n• a < b\n\nNguồn: Luật",
      reply_markup: { inline_keyboard: [[{ text: "Báo tin", callback_data: "/baocao" }]] },
    });
    expect(server.calls[1]?.body).not.toHaveProperty("parse_mode");
  });

  it("and parks where that doesn't help", async () => {
    expect(await send([badMarkup, badMarkup])).toEqual({ kind: "park", reason: "bad_markup" });
    expect(server.calls).toHaveLength(2);
  });

  it("a group that became a supergroup gets it under its new id, bound to no old message", async () => {
    const moved = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: -1_001_380_000_999,
    });
    expect(await send([moved])).toMatchObject({ kind: "sent" });
    expect(server.calls.map((call) => call.body.chat_id)).toEqual([CHAT, "-1001380000999"]);
    expect(server.calls[1]?.body).not.toHaveProperty("reply_parameters");
    expect(await send([moved, moved, moved])).toEqual({ kind: "park", reason: "migrated" });
  });

  it("a message that is gone isn't replied to", async () => {
    expect(await send([refusal(400, "Bad Request: message to be replied not found")])).toMatchObject({
      kind: "sent",
    });
    expect(server.calls[1]?.body).not.toHaveProperty("reply_parameters");
  });

  it("a rate limit met while mending is a rate limit", async () => {
    expect(await send([badMarkup, refusal(429, "Too Many Requests", { retry_after: 2 })])).toEqual({
      kind: "wait",
      reason: "rate_limited",
      afterMs: 2_000,
    });
  });
});

describe("answerCallback", () => {
  const answer = (...answers: Answer[]) => {
    server.script(...answers);
    return answerCallback(createTelegramApi(settings(0.2)), "4382");
  };

  it("answers", async () => {
    await answer(success(true));
    expect(server.calls).toEqual([
      { token: TOKEN, method: "answerCallbackQuery", body: { callback_query_id: "4382" } },
    ]);
    expect(logged).toEqual([]);
  });

  it("says nothing of a query that is too old", async () => {
    await answer(
      refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"),
    );
    expect(logged).toEqual([]);
  });

  it.each([
    [refusal(429, "Too Many Requests", { retry_after: 5 }), "rate_limited"],
    [{ kind: "hang" } as const, "timeout"],
    [{ kind: "reset" } as const, "network"],
  ])("never throws: %o", async (failure, reason) => {
    await answer(failure);
    expect(logged.map((line) => JSON.parse(line))).toEqual([
      { event: "telegram_callback_unanswered", at: expect.any(String), level: "warn", reason },
    ]);
  });
});

describe("setup", () => {
  it("sets a menu for private chats and one for groups, within the limits", async () => {
    server.script(success(true), success(true));
    await registerCommands(createTelegramApi(settings()));
    expect(server.calls.map((call) => [call.method, call.body.scope])).toEqual([
      ["setMyCommands", { type: "all_private_chats" }],
      ["setMyCommands", { type: "all_group_chats" }],
    ]);
    const menus = server.calls.map(
      (call) => call.body.commands as { command: string; description: string }[],
    );
    const names = menus.map((menu) => menu.map(({ command }) => command));
    expect(names[0]).toEqual([
      "start",
      "help",
      "baocao",
      "tracuu",
      "tincuatoi",
      "solieu",
      "bieudo",
      "quyenriengtu",
    ]);
    expect(names[1]).toEqual(["tin", "giaoca", "baocaothang", "ca", "solieu", "help"]);
    for (const { command, description } of menus.flat()) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
      expect(description.length).toBeLessThanOrEqual(256);
    }
  });

  it("asks for the updates that we read, and for no other", async () => {
    server.script(success(true));
    const url = "https://bot.example/webhooks/telegram";
    await registerWebhook(createTelegramApi(settings()), { url, secret: "s3cret" });
    expect(server.calls[0]).toMatchObject({
      method: "setWebhook",
      body: { url, secret_token: "s3cret", allowed_updates: [...ALLOWED_UPDATES] },
    });
  });

  it("an error that reaches the operator doesn't show the token", async () => {
    await server.close();
    const failure: unknown = await registerCommands(createTelegramApi(settings())).catch(
      (error: unknown) => error,
    );
    server = await startBotApi();
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).not.toContain("planted");
  });

  it("would show it with grammY's sensitive logs: the test above can fail", async () => {
    await server.close();
    const careless = new Api(TOKEN, { apiRoot: server.root, sensitiveLogs: true });
    expect(String(await careless.getMe().catch((error: unknown) => error))).toContain("planted");
    server = await startBotApi();
  });
});

describe("a message that takes the place of another", () => {
  const channel = () => createTelegramChannel(settings(), drawChart, noMedia);
  const sendEdit = (answers: readonly Answer[], thread?: string) => {
    server.script(...answers);
    const [part] = channel().render(REPLY, { chat: CHAT });
    if (part === undefined) throw new Error("nothing rendered");
    return channel().send(part, { chat: CHAT, edit: "77", ...(thread !== undefined && { thread }) });
  };

  it("edits it, and an unchanged one is fine as it is", async () => {
    expect(await sendEdit([success(true)])).toEqual({ kind: "sent" });
    expect(server.calls[0]).toMatchObject({ method: "editMessageText", body: { message_id: 77 } });
    expect(await sendEdit([refusal(400, "Bad Request: message is not modified: …")])).toEqual({
      kind: "sent",
    });
  });

  it("is said anew where the old one is gone", async () => {
    const outcome = await sendEdit([refusal(400, "Bad Request: message to edit not found")], "5");
    expect(outcome).toEqual({ kind: "sent", messageIds: ["4021"] });
    expect(server.calls.map(({ method }) => method)).toEqual(["editMessageText", "sendMessage"]);
    expect(server.calls[1]?.body).toMatchObject({ message_thread_id: 5 });
  });

  it.each(["message thread not found", "TOPIC_CLOSED"])(
    "goes to the group as a whole where its topic is gone: %s",
    async (why) => {
      server.script(refusal(400, `Bad Request: ${why}`));
      const [part] = channel().render(REPLY, { chat: CHAT });
      expect(await channel().send(part ?? { body: "" }, { chat: CHAT, thread: "5" })).toMatchObject({
        kind: "sent",
      });
      expect(server.calls[1]?.body).not.toHaveProperty("message_thread_id");
    },
  );
});

describe("forum topics", () => {
  const channel = () => createTelegramChannel(settings(), drawChart, noMedia);

  it("opens one in a forum", async () => {
    server.script(success({ id: 1, type: "supergroup", is_forum: true }), success({ message_thread_id: 9 }));
    expect(await channel().openTopic?.(CHAT, "TB-1234-5678")).toBe("9");
    expect(server.calls[1]).toMatchObject({ method: "createForumTopic", body: { name: "TB-1234-5678" } });
  });

  it.each([
    ["no forum", [success({ id: 1, type: "supergroup" })]],
    [
      "no right to",
      [success({ is_forum: true }), refusal(400, "Bad Request: not enough rights to create a topic")],
    ],
    ["no such method", [refusal(404, "Not Found")]],
    ["an odd success", [success(true)]],
  ])("does without: %s", async (_, answers) => {
    server.script(...answers);
    expect(await channel().openTopic?.(CHAT, "TB-1234-5678")).toBeNull();
  });

  it("keeps no urgent card waiting for as long as a message may take", async () => {
    const delays = vi.spyOn(globalThis, "setTimeout");
    server.script(success({ is_forum: true }), { kind: "hang" });
    expect(await channel().openTopic?.(CHAT, "TB-1234-5678")).toBeNull();
    const longest = Math.max(...delays.mock.calls.map(([, ms]) => ms ?? 0));
    expect(longest).toBeLessThan(PATIENT * 1_000);
  });
});

describe("kept files", () => {
  const MB = 1024 * 1024;
  const kept: Record<string, { readonly contentType: string; readonly size: number }> = {
    a: { contentType: "image/jpeg", size: 2 },
    b: { contentType: "image/png", size: 2 },
    c: { contentType: "application/pdf", size: 2 },
    heic: { contentType: "application/octet-stream", size: 2 },
    film: { contentType: "video/mp4", size: 2 },
    long: { contentType: "video/mp4", size: 15 * MB },
  };
  const readMedia = async (key: string) => {
    const file = kept[key];
    if (file === undefined) return null;
    return {
      ...file,
      open: async function* () {
        yield new Uint8Array([1]);
        yield new Uint8Array([2]);
      },
    };
  };
  const channel = (timeoutSeconds = PATIENT) =>
    createTelegramChannel(settings(timeoutSeconds), drawChart, readMedia);
  const image = (key: string) => ({ key, kind: "image" as const });
  const video = (key: string) => ({ key, kind: "video" as const });
  const sendFiles = async (
    attachments: readonly { readonly key: string; readonly kind: "image" | "video" | "file" }[],
    answers: readonly Answer[] = [],
    to: { readonly thread?: string; readonly timeoutSeconds?: number } = {},
  ) => {
    server.script(...answers);
    const { timeoutSeconds, ...thread } = to;
    const [part] = channel().render({ blocks: [], attachments }, { chat: CHAT });
    return channel(timeoutSeconds).send(part ?? { body: "" }, { chat: CHAT, ...thread });
  };
  const methods = () => server.calls.map(({ method }) => method);
  const tooLarge = refusal(413, "Request Entity Too Large");
  /** The keys in each of the parts that a part was divided into. */
  const keysOf = (outcome: Awaited<ReturnType<typeof sendFiles>>) =>
    outcome.kind !== "divided"
      ? outcome
      : outcome.into.map(({ body, files }) => [
          ...(JSON.parse(body) as { attachments: { key: string }[] }).attachments.map(({ key }) => key),
          ...(files ?? []),
        ]);

  it("sends a photo by itself, under a name of ours", async () => {
    expect(await sendFiles([image("a")])).toEqual({ kind: "sent", messageIds: ["4021"] });
    expect(server.calls[0]).toMatchObject({ method: "sendPhoto", body: { photo: "image.jpg" } });
  });

  it("sends several as an album and knows each message", async () => {
    const sent = success([{ message_id: 5 }, { message_id: 6 }]);
    expect(await sendFiles([image("a"), image("b")], [sent])).toEqual({
      kind: "sent",
      messageIds: ["5", "6"],
    });
    expect(server.calls[0]).toMatchObject({ method: "sendMediaGroup", body: { chat_id: CHAT } });
    expect(JSON.parse(String(server.calls[0]?.body.media))).toEqual([
      { type: "photo", media: "attach://file0" },
      { type: "photo", media: "attach://file1" },
    ]);
  });

  it("sends a file as a document", async () => {
    expect(await sendFiles([{ key: "c", kind: "file" }])).toMatchObject({ kind: "sent" });
    expect(server.calls[0]).toMatchObject({ method: "sendDocument", body: { document: "file.pdf" } });
  });

  it("sends what Telegram wouldn't take as a photo as a document from the start", async () => {
    expect(await sendFiles([image("heic")])).toMatchObject({ kind: "sent" });
    expect(server.calls[0]).toMatchObject({ method: "sendDocument", body: { document: "image.bin" } });
  });

  it("parks where nothing is left to send", async () => {
    expect(await sendFiles([image("gone")])).toEqual({ kind: "park", reason: "media_gone" });
    expect(server.calls).toEqual([]);
  });

  it.each([
    ["too large", tooLarge],
    ["too large, by a proxy's page", { kind: "html", status: 413 } as const],
    ["one picture of it is bad", refusal(400, "Bad Request: IMAGE_PROCESS_FAILED")],
    ["a refusal of tomorrow", refusal(400, "Bad Request: WHO_KNOWS")],
    ["cut off", { kind: "reset" } as const],
  ])("divides an album that isn't taken into its files: %s", async (_, answer) => {
    expect(keysOf(await sendFiles([image("a"), video("film"), image("b")], [answer]))).toEqual([
      ["a", "image"],
      ["film", "video"],
      ["b", "image"],
    ]);
    expect(methods()).toEqual(["sendMediaGroup"]);
  });

  it("divides an album that hangs, too", async () => {
    const outcome = await sendFiles([image("a"), image("b")], [{ kind: "hang" }], { timeoutSeconds: 0.2 });
    expect(keysOf(outcome)).toHaveLength(2);
  });

  it("divides what is known to be too much for one request without asking", async () => {
    expect(keysOf(await sendFiles([video("long"), video("long")]))).toHaveLength(2);
    expect(methods()).toEqual([]);
  });

  it.each([
    ["IMAGE_PROCESS_FAILED", "a" as const],
    ["PHOTO_INVALID_DIMENSIONS", "a" as const],
  ])("sends a photo that is refused as a document: %s", async (why, key) => {
    const outcome = await sendFiles([image(key)], [refusal(400, `Bad Request: ${why}`)]);
    expect(outcome).toMatchObject({ kind: "sent" });
    expect(methods()).toEqual(["sendPhoto", "sendDocument"]);
  });

  it("gives up a file that is refused as a document too", async () => {
    expect(await sendFiles([video("film")], [tooLarge, tooLarge])).toEqual({
      kind: "park",
      reason: "too_large",
    });
    expect(methods()).toEqual(["sendVideo", "sendDocument"]);
  });

  it.each([
    [
      "album",
      [
        { key: "a", kind: "image" as const },
        { key: "b", kind: "image" as const },
      ],
    ],
    ["photo", [{ key: "a", kind: "image" as const }]],
    ["document", [{ key: "c", kind: "file" as const }]],
  ])("follows a group to its new id: %s", async (_, files) => {
    const moved = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: -1_001_380_000_999,
    });
    const outcome = await sendFiles(files, [moved], { thread: "5" });
    expect(outcome).toMatchObject({ kind: "sent", movedTo: "-1001380000999" });
    expect(server.calls.map(({ body }) => body.chat_id)).toEqual([CHAT, "-1001380000999"]);
    expect(server.calls[1]?.body).not.toHaveProperty("message_thread_id");
  });

  it("goes to the group as a whole where its topic is gone", async () => {
    const gone = refusal(400, "Bad Request: message thread not found");
    expect(await sendFiles([image("a")], [gone], { thread: "5" })).toMatchObject({ kind: "sent" });
    expect(server.calls.map(({ body }) => body.message_thread_id)).toEqual(["5", undefined]);
  });

  it.each([
    [
      "a limit",
      refusal(429, "Too Many Requests: retry after 7", { retry_after: 7 }),
      { kind: "wait", reason: "rate_limited", afterMs: 7_000 },
    ],
    ["a dead token", refusal(401, "Unauthorized"), { kind: "wait", reason: "bad_token", afterMs: 60_000 }],
    ["thrown out", refusal(403, "Forbidden: bot was kicked"), { kind: "hold", reason: "forbidden" }],
    ["a server error", refusal(502, "Bad Gateway"), { kind: "retry", reason: "server_error" }],
    ["its page", { kind: "html", status: 502 } as const, { kind: "retry", reason: "server_error" }],
    ["a captive portal", { kind: "html", status: 200 } as const, { kind: "retry", reason: "network" }],
  ])("is no fault of the file: %s", async (_, answer, expected) => {
    expect(await sendFiles([image("a")], [answer])).toEqual(expected);
    expect(server.calls).toHaveLength(1);
  });
});
