import { runInDurableObject } from "cloudflare:test";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import handler from "../../../src/index.ts";
import { bindings, migrate } from "../../worker/bindings.ts";
import { chatIds } from "../../worker/chats.ts";
import { ISSUED, PLANTED } from "../planted.ts";
import { postTelegram, postZalo } from "./post.ts";

const SETTINGS = [
  "TELEGRAM_BOT_TOKEN",
  "TELEGRAM_WEBHOOK_SECRET",
  "ZALO_APP_SECRET",
  "ZALO_OA_SECRET_KEY",
  "ZALO_REFRESH_TOKEN",
  "REPORT_ENCRYPTION_KEYS",
  "METRICS_TOKEN",
] as const;

const SECRETS: Readonly<Record<string, string>> = {
  ...PLANTED,
  ...ISSUED,
  botPath: `/bot${bindings.TELEGRAM_BOT_TOKEN}`,
  ...Object.fromEntries(SETTINGS.map((name) => [name, bindings[name]])),
};

const CONSOLE = ["log", "info", "warn", "error", "debug"] as const;
const printed: string[] = [];
const asked: string[] = [];
let n = 0;

/** How the platforms answer next: each repeats whatever it was asked. */
type Mood = "refuse" | "throw" | "page" | "ok";
let mood: Mood = "refuse";

function standIn(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input);
  const echo = `${url} ${String(init?.body ?? "")} ${JSON.stringify([...new Headers(init?.headers)])}`;
  asked.push(echo);
  if (url.includes("access_token"))
    return Promise.resolve(
      mood === "throw"
        ? Response.json({ error: -14019, error_name: "Invalid", error_description: echo })
        : Response.json({
            access_token: SECRETS.accessToken,
            refresh_token: SECRETS.nextRefresh,
            expires_in: "90000",
          }),
    );
  switch (mood) {
    case "throw":
      return Promise.reject(new TypeError(`fetch failed: ${echo}`));
    case "page":
      return Promise.resolve(new Response(`<html>${echo}</html>`, { status: 502 }));
    case "refuse":
      return Promise.resolve(
        Response.json(
          { ok: false, error_code: 400, description: `Bad Request: ${echo}`, error: -7777, message: echo },
          { status: url.includes("/bot") ? 400 : 200 },
        ),
      );
    case "ok":
      return Promise.resolve(
        Response.json({ ok: true, result: { message_id: 1 }, error: 0, data: { message_id: "1" } }),
      );
  }
}

beforeAll(async () => {
  await migrate();
  for (const method of CONSOLE)
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      printed.push(
        args
          .map((arg) =>
            arg instanceof Error
              ? `${arg.stack} ${String(arg.cause)}`
              : typeof arg === "string"
                ? arg
                : JSON.stringify(arg),
          )
          .join(" "),
      );
    });
  vi.spyOn(globalThis, "fetch").mockImplementation(standIn);
});

/** Everything that would be sent is tried once now, whenever it would be its time. */
async function settle(): Promise<void> {
  for (const id of await chatIds()) {
    const stub = bindings.CONVERSATION.get(id);
    // A chat that has only written its first message down has no other table yet.
    await stub.wake();
    for (let round = 0; round < 3; round++) {
      await runInDurableObject(stub, (_, { storage: { sql } }) => {
        sql.exec("UPDATE outbox SET next_at = 0 WHERE state = 'pending'");
        sql.exec("UPDATE inbox SET next_at = 0 WHERE state = 'pending'");
      });
      await stub.wake();
    }
  }
}

afterAll(() => vi.restoreAllMocks());

function zalo(name: string, message: object): Promise<number> {
  n += 1;
  return postZalo(
    JSON.stringify({
      app_id: bindings.ZALO_APP_ID,
      sender: { id: PLANTED.zaloId },
      recipient: { id: bindings.ZALO_OA_ID },
      event_name: `user_send_${name}`,
      message: { msg_id: `m${n}`, ...message },
      timestamp: "1763875200123",
    }),
  );
}

function telegram(
  content: object,
  chat: object = { id: Number(PLANTED.telegramId), type: "private" },
): Promise<number> {
  n += 1;
  const from = {
    id: Number(PLANTED.telegramId),
    is_bot: false,
    first_name: PLANTED.person,
    username: "planted_user",
  };
  return postTelegram(
    JSON.stringify({ update_id: n, message: { message_id: n, date: 1, from, chat, ...content } }),
  );
}

const SAID = [
  `nhà tôi bị mất ${PLANTED.words}, gọi ${PLANTED.phone}`,
  `/baocao mất ${PLANTED.words} ở ${PLANTED.place}, tôi là ${PLANTED.person}, số ${PLANTED.phone}, tài khoản ${PLANTED.account}`,
  "gửi",
  "/tincuatoi",
  `cháy ở ${PLANTED.place} cứu với ${PLANTED.phone}`,
  `khu dân cư là gì ${PLANTED.words}`,
  `/solieu ${PLANTED.words} năm 2022`,
  `/tracuu ${PLANTED.words}`,
  `/danhtinh TB-0000-0000 ${PLANTED.words}`,
  `/${PLANTED.phone}`,
  "huỷ",
  "/xoadulieu",
] as const;

async function everyKindOfTurn(): Promise<void> {
  for (const text of SAID) {
    await zalo("text", { text });
    await telegram({ text });
  }
  const payload = {
    url: PLANTED.file,
    name: PLANTED.fileName,
    size: "12",
    coordinates: { latitude: "21.85", longitude: "106.76" },
  };
  for (const kind of ["image", "file", "video", "location", "sticker", "business_card"])
    await zalo(kind, { text: PLANTED.caption, attachments: [{ type: kind, payload }] });
  await telegram({ photo: [{ file_id: "planted" }], caption: PLANTED.caption });
  await telegram({ document: { file_id: "planted", file_name: PLANTED.fileName } });
  await telegram({ contact: { phone_number: PLANTED.phone, first_name: PLANTED.person } });
  await telegram(
    { text: `/tin ${PLANTED.words}` },
    { id: Number(bindings.TELEGRAM_DUTY_CHAT_ID), type: "supergroup", title: PLANTED.person },
  );
  n += 1;
  const message = { message_id: 1, chat: { id: Number(PLANTED.telegramId), type: "private" } };
  const from = { id: Number(PLANTED.telegramId), is_bot: false, first_name: PLANTED.person };
  await postTelegram(
    JSON.stringify({
      update_id: n,
      callback_query: { id: PLANTED.callback, from, message, data: PLANTED.words },
    }),
  );
}

const found = () => {
  const all = printed.join("\n");
  return Object.entries(SECRETS)
    .filter(([, value]) => all.includes(value))
    .map(([name]) => name);
};

describe("planted secrets", () => {
  it.each(["refuse", "throw", "page", "ok"] as const)("platforms that %s: none in any line", async (next) => {
    mood = next;
    asked.length = 0;
    await everyKindOfTurn();
    await settle();
    const all = asked.join("\n");
    // The platforms really were asked with the secrets and the ids, or this would show nothing.
    expect(all).toContain(SECRETS.botPath);
    expect(all).toContain(PLANTED.telegramId);
    if (next !== "throw") expect(all).toContain(PLANTED.zaloId);
    expect(printed.join("\n")).toContain("send_deferred");
    expect(found()).toEqual([]);
  });

  it("a chat that can't be reached, a setting that is refused, a cron run: none", async () => {
    const planted = () => {
      throw new Error(`planted ${Object.values(SECRETS).join(" ")}`);
    };
    const CONVERSATION = {
      idFromName: planted,
      get: planted,
      idFromString: planted,
    } as unknown as typeof bindings.CONVERSATION;
    const secret = { "x-telegram-bot-api-secret-token": bindings.TELEGRAM_WEBHOOK_SECRET };
    const update = {
      update_id: 1,
      message: { message_id: 1, date: 1, chat: { id: 5, type: "private" }, text: PLANTED.words },
    };
    const request = (url: string) =>
      new Request(url, { method: "POST", headers: secret, body: JSON.stringify(update) }) as never;
    const context = { waitUntil: () => undefined } as unknown as ExecutionContext;
    const hook = "https://bot.example/webhooks/telegram";
    expect((await handler.fetch(request(hook), { ...bindings, CONVERSATION }, context)).status).toBe(500);
    for (const name of SETTINGS) {
      const refused = await handler.fetch(
        request(hook),
        { ...bindings, [name]: `x ${PLANTED.words} ${bindings[name]}` },
        context,
      );
      expect(refused.status).toBe(503);
      const text = await refused.text();
      for (const value of Object.values(SECRETS)) expect(text).not.toContain(value);
    }
    await handler.scheduled({} as ScheduledController, { ...bindings, CONVERSATION } as never);
    expect(printed.join("\n")).toMatch(/journal_failed[\s\S]*config_refused/u);
    expect(found()).toEqual([]);
  });

  it("none in what is kept for the operator", async () => {
    const { results } = await bindings.LEDGER.prepare("SELECT * FROM parked_messages").all();
    const reasons: unknown[] = [...results];
    for (const id of await chatIds())
      reasons.push(
        await runInDurableObject(bindings.CONVERSATION.get(id), (_, { storage: { sql } }) =>
          sql.exec("SELECT reason FROM outbox").toArray(),
        ),
      );
    expect(results.length).toBeGreaterThan(0);
    const all = JSON.stringify(reasons);
    expect(Object.entries(SECRETS).filter(([, value]) => all.includes(value))).toEqual([]);
  });
});
