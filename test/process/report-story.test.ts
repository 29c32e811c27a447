import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CitizenAct, zaloWebhookCall } from "../../sandbox/people/citizen.ts";
import {
  newQueryId,
  type OfficialAct,
  telegramWebhookCall,
  UpdateNumbers,
} from "../../sandbox/people/official.ts";
import { sandboxSettings } from "../../sandbox/settings.ts";
import { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import type { TelegramSent } from "../../sandbox/standins/telegram-chats.ts";
import { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { DevServer, deliver } from "./harness.ts";

/** A 1×1 PNG. */
const PNG = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (char) => char.charCodeAt(0),
);
const CITIZEN = "7138000000000138777";
const WITHIN = 15_000;

let zalo: ZaloStandIn;
let telegram: TelegramStandIn;
let server: DevServer;
let group: string;
const updates = new UpdateNumbers();
let messageId = 5_000_000;

beforeAll(async () => {
  const settings = sandboxSettings(0);
  zalo = await ZaloStandIn.listen(settings);
  telegram = await TelegramStandIn.listen(settings);
  server = await DevServer.create({ zalo: zalo.url, telegram: telegram.url }, settings);
  group = settings.TELEGRAM_DUTY_CHAT_ID;
  await server.start();
});

afterAll(async () => {
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close()]);
});

/** What the citizen does; resolves to the next words they get. */
async function citizen(act: CitizenAct): Promise<string> {
  const before = zalo.sent.length;
  expect(await deliver(zaloWebhookCall(server.url, server.settings, act, CITIZEN))).toBe(200);
  await zalo.waitForSent(before + 1, WITHIN);
  return JSON.stringify(zalo.sent.slice(before));
}

const toCitizen = (n: number) => zalo.waitForSent(n, WITHIN).then((sent) => JSON.stringify(sent[n - 1]));

async function official(act: OfficialAct): Promise<void> {
  const call = telegramWebhookCall(server.url, server.settings, updates.next(), "group", act);
  expect(await deliver(call)).toBe(200);
}

const press = (message: TelegramSent, label: string) => {
  const data = message.keyboard.flat().find(({ text }) => text.startsWith(label))?.callback_data;
  if (data === undefined) throw new Error(`no button "${label}" under: ${message.text}`);
  const queryId = newQueryId();
  telegram.api.openQuery(queryId);
  return official({ kind: "callback", data, queryId, message });
};

const reply = (to: TelegramSent, text: string) =>
  official({ kind: "text", text, messageId: messageId++, replyTo: to });

/** The card as it stands now, once it says what is waited for. */
async function card(pattern: RegExp): Promise<TelegramSent> {
  const found = await telegram.api.changes.waitUntil(
    (changes) =>
      changes.findLast(
        (change) =>
          (change.kind === "message" || change.kind === "edit") &&
          change.message.chatId === group &&
          pattern.test(change.message.text),
      ),
    WITHIN,
  );
  if (found.kind !== "message" && found.kind !== "edit") throw new Error("not a message");
  return found.message;
}

describe("the story of one case", () => {
  it("from a frightened message to a handled case, exposing no one", async () => {
    const photo = `${zalo.url}/media/${zalo.media.put({ bytes: PNG, type: "image/png" })}`;
    const shown = await citizen({
      kind: "photo",
      url: photo,
      caption: "/baocao tối qua 22h ở chợ Kỳ Lừa có nhóm áo kẻ ca rô vàng đánh bạc",
    });
    expect(shown).toMatch(/chợ Kỳ Lừa/);
    const code = /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await citizen({ kind: "text", text: "gửi" }))?.[0] ?? "";
    expect(code).not.toBe("");

    const posted = await card(new RegExp(`${code}[\\s\\S]*chợ Kỳ Lừa`));
    await telegram.api.changes.waitUntil(
      (changes) => changes.find((change) => change.kind === "message" && change.message.photo !== undefined),
      WITHIN,
    );

    let told = zalo.sent.length;
    await press(posted, "Tiếp nhận");
    expect(await toCitizen(told + 1)).toContain("đã tiếp nhận");
    const accepted = await card(/Đã tiếp nhận/);
    expect(accepted.messageId).toBe(posted.messageId);

    told = zalo.sent.length;
    await reply(accepted, "Có khoảng mấy người ạ?");
    expect(await toCitizen(told + 1)).toContain("Có khoảng mấy người");

    await citizen({ kind: "text", text: "Khoảng 6 người, hai xe máy" });
    const answered = await card(/Khoảng 6 người/);

    told = zalo.sent.length;
    await reply(answered, "// đã báo tổ tuần tra");
    await card(/nội bộ/i);
    expect(zalo.sent.length).toBe(told);

    expect(await citizen({ kind: "text", text: `/tracuu ${code}` })).toContain("Đã tiếp nhận");

    told = zalo.sent.length;
    await press(await card(/Đã tiếp nhận/), "Đã xong");
    expect(await toCitizen(told + 1)).toMatch(/xử lý xong[\s\S]*Chưa xong/);

    const toTelegram = JSON.stringify([telegram.sent, telegram.calls.items]);
    expect(toTelegram).not.toContain(CITIZEN);
    expect(server.output).not.toContain(CITIZEN);
    expect(server.output).not.toContain("ca rô vàng");
    expect(inLedger(server.stateDir, code)).not.toEqual([]);
    expect(inLedger(server.stateDir, CITIZEN)).toEqual([]);
    expect(inLedger(server.stateDir, "ca rô vàng")).toEqual([]);
  });
});

/** Files of the D1 databases that hold the text; Durable Objects know their own chat and are left out. */
function inLedger(dir: string, text: string): string[] {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.parentPath.includes("d1"))
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => readFileSync(path).includes(text));
}
