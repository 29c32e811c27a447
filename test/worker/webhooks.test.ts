import { exports } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bindings, migrate } from "./bindings.ts";
import { chatIds, chatOf } from "./chats.ts";

/** Nobody else's: the runtime still lists another file's chat, and this one is to be counted as new. */
const CITIZEN = "7735120946683104891";
const worker = (exports as unknown as { default: Fetcher }).default;

function zaloBody(overrides: Record<string, unknown> = {}): string {
  return JSON.stringify({
    app_id: bindings.ZALO_APP_ID,
    sender: { id: CITIZEN },
    recipient: { id: bindings.ZALO_OA_ID },
    event_name: "user_send_text",
    message: { text: "khu dân cư là gì", msg_id: "b41f7c0e93d25a687d10" },
    timestamp: "1763875200123",
    ...overrides,
  });
}

async function sha256(text: string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

async function hmac(key: string, text: string): Promise<string> {
  const bytes = new TextEncoder();
  const imported = await crypto.subtle.importKey(
    "raw",
    bytes.encode(key),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return hex(await crypto.subtle.sign("HMAC", imported, bytes.encode(text)));
}

function hex(buffer: ArrayBuffer): string {
  return [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const sign = (body: string, secret = bindings.ZALO_OA_SECRET_KEY, timestamp = "1763875200123") =>
  sha256(`${bindings.ZALO_APP_ID}${body}${timestamp}${secret}`);

async function postZalo(body: string, signature?: string): Promise<number> {
  const headers = {
    "content-type": "application/json",
    ...(signature !== undefined && { "x-zevent-signature": signature }),
  };
  const response = await worker.fetch("https://bot.example/webhooks/zalo", { method: "POST", body, headers });
  await response.arrayBuffer();
  return response.status;
}

async function postTelegram(body: string, secret?: string): Promise<number> {
  const headers = {
    "content-type": "application/json",
    ...(secret !== undefined && { "x-telegram-bot-api-secret-token": secret }),
  };
  const response = await worker.fetch("https://bot.example/webhooks/telegram", {
    method: "POST",
    body,
    headers,
  });
  await response.arrayBuffer();
  return response.status;
}

const chats = async () => (await chatIds()).length;

beforeAll(migrate);

describe("forged Zalo events", () => {
  const forgeries: Record<string, () => Promise<[body: string, signature?: string]>> = {
    "no signature": async () => [zaloBody()],
    "an empty signature": async () => [zaloBody(), "mac="],
    "a made-up signature": async () => [zaloBody(), `mac=${"0".repeat(64)}`],
    "the signature cut short": async () => [zaloBody(), `mac=${(await sign(zaloBody())).slice(0, 63)}`],
    "HMAC instead of the concatenation": async () => [
      zaloBody(),
      `mac=${await hmac(bindings.ZALO_OA_SECRET_KEY, zaloBody())}`,
    ],
    "signed with the app secret": async () => [
      zaloBody(),
      `mac=${await sign(zaloBody(), bindings.ZALO_APP_SECRET)}`,
    ],
    "signed with an empty secret": async () => [zaloBody(), `mac=${await sign(zaloBody(), "")}`],
    "the signature of another text": async () => [
      zaloBody({ message: { text: "khác", msg_id: "b41f7c0e93d25a687d10" } }),
      `mac=${await sign(zaloBody())}`,
    ],
    "the signature of another timestamp": async () => [
      zaloBody({ timestamp: "1763875200124" }),
      `mac=${await sign(zaloBody())}`,
    ],
    "one byte changed after signing": async () => [`${zaloBody()} `, `mac=${await sign(zaloBody())}`],
    "another app's event": async () => {
      const body = zaloBody({ app_id: "9999999999999999999" });
      return [body, `mac=${await sign(body)}`];
    },
    "junk that isn't JSON": async () => ["{{{", `mac=${await sign("{{{")}`],
  };

  it.each(Object.keys(forgeries))("%s: 200, and nothing happens", async (name) => {
    const before = await chats();
    const forgery = forgeries[name];
    if (forgery === undefined) throw new Error(name);
    expect(await postZalo(...(await forgery()))).toBe(200);
    expect(await chats()).toBe(before);
  });

  it("takes no 3 MB body", async () => {
    const body = zaloBody({ message: { text: "a".repeat(3_000_000), msg_id: "x" } });
    const before = await chats();
    expect(await postZalo(body, `mac=${await sign(body)}`)).toBe(200);
    expect(await chats()).toBe(before);
  });
});

describe("forged Telegram updates", () => {
  const update = JSON.stringify({
    update_id: 1,
    message: {
      message_id: 1,
      date: 1,
      chat: { id: 5, type: "private" },
      from: { id: 5, is_bot: false, first_name: "A" },
      text: "hi",
    },
  });

  it.each([
    ["none", undefined],
    ["empty", ""],
    ["wrong", "wrong"],
  ])("%s secret: 401, and nothing happens", async (_, secret) => {
    const before = await chats();
    expect(await postTelegram(update, secret)).toBe(401);
    expect(await chats()).toBe(before);
  });

  it("a part of the secret is not the secret", async () => {
    expect(await postTelegram(update, bindings.TELEGRAM_WEBHOOK_SECRET.slice(0, -1))).toBe(401);
    expect(await postTelegram(update, `${bindings.TELEGRAM_WEBHOOK_SECRET}x`)).toBe(401);
  });

  it("413 for 3 MB, 200 for what is no update", async () => {
    const before = await chats();
    const secret = bindings.TELEGRAM_WEBHOOK_SECRET;
    expect(await postTelegram(JSON.stringify({ update_id: 2, pad: "a".repeat(3_000_000) }), secret)).toBe(
      413,
    );
    for (const junk of [
      "",
      "null",
      "[]",
      "{{{",
      '{"update_id":"x"}',
      '{"update_id":3}',
      '{"update_id":4,"message":{}}',
    ]) {
      expect(await postTelegram(junk, secret)).toBe(200);
    }
    expect(await chats()).toBe(before);
  });
});

describe("who comes into a group", () => {
  beforeEach(migrate);
  const joined = (chat: string, id: number) =>
    JSON.stringify({
      update_id: id,
      chat_member: {
        chat: { id: Number(chat), type: "supergroup", title: "Nhóm" },
        from: { id: 5, is_bot: false, first_name: "A" },
        date: 1_763_875_200,
        old_chat_member: { user: { id: 6, is_bot: false, first_name: "B" }, status: "left" },
        new_chat_member: { user: { id: 6, is_bot: false, first_name: "B" }, status: "member" },
      },
    });

  it("of an unknown group is a 200 and no chat; of the duty group supervisors are told", async () => {
    const before = await chats();
    const secret = bindings.TELEGRAM_WEBHOOK_SECRET;
    expect(await postTelegram(joined("-1009990000138", 71), secret)).toBe(200);
    expect(await chats()).toBe(before);
    expect(await postTelegram(joined(bindings.TELEGRAM_DUTY_CHAT_ID, 72), secret)).toBe(200);
    const outgoing = async (chat: string) =>
      (await (await chatOf({ channel: "telegram", chat })).wake()).outgoing;
    expect(await outgoing(bindings.TELEGRAM_DUTY_CHAT_ID)).toBe(0);
    expect(await outgoing(bindings.TELEGRAM_ADMIN_IDS)).toBe(1);
  });
});

describe("genuine messages", () => {
  beforeEach(migrate);

  it("a signed text is journaled in its own chat, under an id beyond 2^53", async () => {
    const before = await chats();
    const body = zaloBody();
    expect(await postZalo(body, `mac=${await sign(body)}`)).toBe(200);
    expect(await chats()).toBe(before + 1);
    const counts = await (await chatOf({ channel: "zalo", chat: CITIZEN })).wake();
    expect(counts.outgoing).toBeGreaterThan(0);
  });

  it("an event we don't know is a 200 and no chat", async () => {
    const before = await chats();
    const body = zaloBody({ event_name: "user_invented_tomorrow" });
    expect(await postZalo(body, `mac=${await sign(body)}`)).toBe(200);
    expect(await chats()).toBe(before);
  });
});

describe("GET /healthz", () => {
  const health = async (authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization };
    const response = await worker.fetch("https://bot.example/healthz", { headers });
    expect([response.status, response.headers.get("cache-control")]).toEqual([200, "no-store"]);
    return response.text();
  };

  it.each([undefined, "Bearer ", "Bearer wrong-token-0123456789", bindings.METRICS_TOKEN])(
    "tells everybody one word, and nothing that can be counted: %#",
    async (authorization) => {
      const body = await health(authorization);
      expect(Object.keys(JSON.parse(body))).toEqual(["status"]);
      expect(body).toMatch(/^\{"status":"(?:ok|degraded|starting)"\}$/u);
    },
  );

  it("tells who has the token what runs, without telling a secret, and every call so far", async () => {
    const unsigned = async () => JSON.parse(await health(token)).today["zalo.bad_signature"] ?? 0;
    const token = `Bearer ${bindings.METRICS_TOKEN}`;
    const before = await unsigned();
    const call = () => worker.fetch("https://bot.example/webhooks/zalo", { method: "POST", body: "{}" });
    await Promise.all(Array.from({ length: 215 }, call));
    // A status is of the last second, and so may be the one from before.
    await expect.poll(unsigned).toBeGreaterThanOrEqual(before + 215);
    const body = await health(token);
    expect(JSON.parse(body)).toMatchObject({ channels: { zalo: true, telegram: true } });
    for (const [name, value] of Object.entries(bindings)) {
      if (/TOKEN|SECRET/.test(name)) expect(body).not.toContain(String(value));
    }
  });
});
