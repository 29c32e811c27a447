import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { runOperationsCron } from "../../src/cron/operations-cron.ts";
import { OperationsState } from "../../src/ledger/operations-state.ts";
import { bindings, migrate } from "./bindings.ts";
import { chatOf, toldKeys } from "./chats.ts";

const SUPERVISOR = "138000001";
const config = readConfig({ ...bindings });
const app = createApp(bindings, config, () => {});

/** What went out, in place of the network. */
let sent: { readonly chat: string; readonly text: string }[] = [];
let isDown = false;
const network = globalThis.fetch;
beforeAll(migrate);
beforeEach(() => {
  sent = [];
  isDown = false;
  globalThis.fetch = async (_, init) => {
    if (isDown) throw new Error("down");
    const body = JSON.parse(String(init?.body)) as { chat_id: string; text: string };
    sent.push({ chat: body.chat_id, text: body.text });
    return Response.json({ ok: true, result: { message_id: sent.length } });
  };
});
afterEach(() => {
  globalThis.fetch = network;
});

let updates = 0;
/** Delivers a Telegram message; give the body again to deliver the same one. */
const messageOf = (chat: number, text: string) =>
  JSON.stringify({
    update_id: ++updates,
    message: {
      message_id: updates,
      date: Math.floor(Date.now() / 1000),
      chat: { id: chat, type: "private" },
      from: { id: chat, is_bot: false, first_name: "A" },
      text,
    },
  });
async function deliver(body: string): Promise<number> {
  const headers = {
    "content-type": "application/json",
    "x-telegram-bot-api-secret-token": bindings.TELEGRAM_WEBHOOK_SECRET,
  };
  const response = await app.request("/webhooks/telegram", { method: "POST", body, headers });
  return response.status;
}

const chatNumber = (chat: number) => chatOf({ channel: "telegram", chat: String(chat) });
/** Lets the chat's storage refuse every statement, but those that still go through, as SQLite does on a full disk. */
const fill = async (chat: number, goesThrough = /^$/u) =>
  runInDurableObject(await chatNumber(chat), (_, { storage: { sql } }) => {
    const exec = sql.exec.bind(sql);
    const value: typeof exec = (query, ...values) => {
      if (goesThrough.test(query)) return exec(query, ...values);
      throw new Error("database or disk is full: SQLITE_FULL");
    };
    Object.defineProperty(sql, "exec", { value, configurable: true });
  });
const makeRoom = async (chat: number) =>
  runInDurableObject(await chatNumber(chat), (_, { storage }) => {
    Reflect.deleteProperty(storage.sql, "exec");
  });
const rows = async (chat: number) =>
  runInDurableObject(await chatNumber(chat), (_, { storage }) =>
    storage.sql.exec("SELECT * FROM inbox").toArray(),
  );

describe("a message that can't be written down", () => {
  it("is answered where it tells of a danger, once, also when it comes again and there is room", async () => {
    await fill(5001);
    const body = messageOf(5001, "cháy nhà rồi!!");
    expect(await Promise.all([deliver(body), deliver(body)])).toEqual([200, 200]);
    expect(sent).toEqual([{ chat: "5001", text: expect.stringMatching(/^.{0,40}114/u) }]);
    await makeRoom(5001);
    expect(await deliver(body)).toBe(200);
    expect([sent.length, await rows(5001)]).toEqual([1, []]);
  });

  it("is asked for again where it tells of none", async () => {
    await fill(5002);
    expect(await deliver(messageOf(5002, "khu dân cư là gì"))).toBe(500);
    expect(sent).toEqual([]);
    await makeRoom(5002);
  });

  it("is asked for again where the answer to a danger doesn't go out either", async () => {
    await fill(5003);
    const body = messageOf(5003, "cháy nhà rồi!!");
    isDown = true;
    expect(await deliver(body)).toBe(500);
    isDown = false;
    expect(await deliver(body)).toBe(200);
    expect(sent.map(({ chat }) => chat)).toEqual(["5003"]);
    await makeRoom(5003);
  });
});

describe("a message that was written down just before the disk was full", () => {
  it("is answered where it tells of a danger, and not again once there is room", async () => {
    await fill(5004, /^\s*(?:SELECT|INSERT OR IGNORE INTO inbox|INSERT INTO notes)/u);
    expect(await deliver(messageOf(5004, "cháy nhà rồi!!"))).toBe(200);
    const chat = await chatNumber(5004);
    await chat.wake().catch(() => {});
    expect(sent).toEqual([{ chat: "5004", text: expect.stringMatching(/^.{0,40}114/u) }]);
    await makeRoom(5004);
    await (await chatNumber(5004)).wake();
    expect(await rows(5004)).toEqual([expect.objectContaining({ state: "answered" })]);
    expect(sent).toHaveLength(1);
  });
});

describe("a reply that went out on a full disk", () => {
  it("doesn't go out at every try", async () => {
    await fill(5005, /^\s*(?!DELETE FROM outbox)/u);
    const chat = await chatNumber(5005);
    const tryAgain = () => chat.wake().catch(() => {});
    expect(await deliver(messageOf(5005, "113 là số gì"))).toBe(200);
    for (let i = 0; i < 3; i++) await tryAgain();
    expect(sent).toHaveLength(1);
    await makeRoom(5005);
    await tryAgain();
    expect([sent.length, (await chat.wake()).outgoing]).toEqual([1, 0]);
  });
});

describe("GET /healthz", () => {
  const storageOf = async (env: typeof bindings) => {
    const status = (await (
      await createApp(env, config, () => {}).request("/healthz", {
        headers: { authorization: `Bearer ${bindings.METRICS_TOKEN}` },
      })
    ).json()) as {
      status: string;
      storage: unknown;
    };
    return [status.status, status.storage];
  };
  const disk = (freeShare: number) => ({ fetch: async () => Response.json({ freeShare }) });

  it("isn't ok where nothing can be written, though everything can be read", async () => {
    const prepare = (sql: string) => {
      if (/^\s*(?:INSERT|UPDATE|DELETE)/u.test(sql)) throw new Error("SQLITE_FULL");
      return bindings.LEDGER.prepare(sql);
    };
    const full = { ...bindings, LEDGER: { prepare } as D1Database };
    expect(await storageOf(bindings)).toEqual(["starting", { writable: true }]);
    expect(await storageOf(full)).toEqual(["degraded", { writable: false }]);
  });

  it("isn't ok where little room is left", async () => {
    await new OperationsState(bindings.LEDGER).set("cron", "", Date.now());
    expect(await storageOf({ ...bindings, DISK: disk(0.5) })).toEqual([
      "ok",
      { writable: true, freeShare: 0.5 },
    ]);
    expect((await storageOf({ ...bindings, DISK: disk(0.05) }))[0]).toBe("degraded");
  });

  it("and the supervisors hear of it before the disk is full", async () => {
    await runOperationsCron({ ...bindings, DISK: disk(0.05) }, config, Date.now());
    expect(await toldKeys({ channel: "telegram", chat: SUPERVISOR }, ["alarm:disk_low:1"])).toHaveLength(1);
  });
});
