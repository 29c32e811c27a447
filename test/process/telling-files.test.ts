import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
import { deliver, OwnServer } from "./harness.ts";

/** Whatever of this leaves tells who made a file. */
const PLANTED = /NGUYEN-VAN-THU|MAYANH|SERIAL-SECRET|iPhone|\+21\.8|ten-nguoi-gui/;

const FILES = join(import.meta.dirname, "../files/media");
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const planted = (text: string): Buffer => Buffer.from(`${text} NGUYEN-VAN-THU SERIAL-SECRET`, "latin1");
const photo = readFileSync(join(FILES, "photo.jpg"));

/** Real files of many kinds, and what else people send. */
const REAL = readdirSync(FILES)
  .filter((name) => name !== "README.md")
  .map((name) => ({ name, bytes: readFileSync(join(FILES, name)) }));
const MADE = [
  { name: "scan.tiff", bytes: planted("II*\0") },
  { name: "don.pdf", bytes: planted("%PDF-1.7 /Author") },
  {
    name: "don.docx",
    bytes: Buffer.from(zipSync({ "docProps/core.xml": planted("<dc:creator>") }, { level: 0 })),
  },
  { name: "voice.amr", bytes: planted("#!AMR\n") },
  { name: "voice.mp3", bytes: planted("ID3") },
  { name: "unknown.bin", bytes: planted("????") },
  { name: "photo-and-zip.jpg", bytes: Buffer.concat([photo, planted("PK\u0003\u0004")]) },
  { name: "photo-and-html.jpg", bytes: Buffer.concat([photo, planted("<html>")]) },
  {
    name: "fill-bytes.jpg",
    bytes: Buffer.concat([photo.subarray(0, 2), Buffer.from([0xff]), photo.subarray(2)]),
  },
];

const CITIZEN = { id: "555138555", firstName: "Thư", lastName: "Nguyễn", username: "nguyen_van_thu" };
const SUPERVISOR = { id: "138000001", firstName: "Cán bộ", lastName: "trực", username: "can_bo" };
const MEMBER = { id: "555000999", firstName: "Người", lastName: "lạ", username: "nguoi_la" };

let server: OwnServer;
let telegram: TelegramStandIn;
let zalo: ZaloStandIn;
const settings = sandboxSettings(0);
const updates = new UpdateNumbers();
let messageId = 6_000_000;

beforeAll(async () => {
  zalo = await ZaloStandIn.listen(settings);
  telegram = await TelegramStandIn.listen(settings);
  server = await OwnServer.create({ zalo: zalo.url, telegram: telegram.url }, settings);
  await server.start();
});
afterAll(async () => {
  await server.dispose();
  await Promise.all([zalo.close(), telegram.close()]);
});

const sentTo = (chat: string): TelegramSent[] =>
  telegram.api.sent.items.filter(({ chatId }) => chatId === chat);

async function act(who: typeof CITIZEN, chat: "private" | "group", what: OfficialAct): Promise<void> {
  expect(
    await deliver(telegramWebhookCall(server.url, server.settings, updates.next(), chat, what, who)),
  ).toBe(200);
}

/** Does it and waits for the next message to this person; the newest one, once it says what is waited for. */
async function heard(who: typeof CITIZEN, what: OfficialAct, pattern: RegExp): Promise<string> {
  const before = sentTo(who.id).length;
  await act(who, "private", what);
  return (await arrived(who.id, pattern, before)).text;
}

/** A message to a chat, not one of the first `before`, that says what is waited for. */
async function arrived(chat: string, pattern: RegExp, before = 0): Promise<TelegramSent> {
  return telegram.api.sent.waitUntil((items) =>
    items
      .filter(({ chatId }) => chatId === chat)
      .slice(before)
      .find(({ text }) => pattern.test(text)),
  );
}

const says = (text: string): OfficialAct => ({ kind: "text", text, messageId: messageId++ });

function shows({ name, bytes }: (typeof REAL)[number]): OfficialAct {
  const fileId = telegram.api.media.put({ bytes, type: "application/octet-stream" });
  const named = `ten-nguoi-gui-${name}`;
  return { kind: "document", fileId, name: named, size: bytes.length, messageId: messageId++ };
}

function presses(message: TelegramSent, label: string): OfficialAct {
  const data = message.keyboard.flat().find(({ text }) => text.startsWith(label))?.callback_data;
  if (data === undefined) throw new Error(`no button "${label}" under: ${message.text}`);
  const queryId = newQueryId();
  telegram.api.openQuery(queryId);
  return { kind: "callback", data, queryId, message };
}

/** The name and the bytes of every file that the bot uploaded for this chat. */
const uploaded = (chat: string): { readonly name: string; readonly text: string }[] =>
  sentTo(chat).flatMap(({ photo: picture, video, document }) => {
    const id = picture ?? video ?? document?.name;
    return id === undefined
      ? []
      : [
          {
            name: document?.fileName ?? "",
            text: latin1(telegram.api.media.get(id)?.bytes ?? new Uint8Array()),
          },
        ];
  });

/** Sends a report with these files, all of them agreed to; returns its code and how many were asked about. */
async function report(files: typeof REAL, place: string): Promise<{ code: string; asked: number }> {
  await heard(CITIZEN, says(`/baocao tối qua ở ${place} có nhóm đánh bạc`), /chưa gửi/u);
  let asked = 0;
  for (const file of files) {
    const answer = await heard(CITIZEN, shows(file), /./u);
    expect(answer, file.name).toMatch(/vẫn gửi kèm\?|Đã nhận/u);
    if (answer.includes("vẫn gửi kèm?")) asked += 1;
  }
  if (asked > 0) await heard(CITIZEN, says("gửi kèm"), /Kèm:/u);
  const receipt = await heard(CITIZEN, says("gửi"), /Mã: TB-/u);
  return { code: /TB-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(receipt)?.[0] ?? "", asked };
}

describe("files with planted marks, from the sender to the group", () => {
  it.each([
    { files: REAL, place: "chợ Kỳ Lừa", clean: 13 },
    { files: MADE, place: "bến xe phía Bắc", clean: 0 },
  ])(
    "$place: what can be cleaned arrives clean, the rest is only offered",
    async ({ files, place, clean }) => {
      const group = settings.TELEGRAM_DUTY_CHAT_ID;
      const before = uploaded(group).length;
      const { code } = await report(files, place);
      const offers = (items: readonly TelegramSent[]) =>
        items
          .filter(({ text }) => text.startsWith(code))
          .flatMap(({ keyboard }) => keyboard.flat())
          .filter(({ text }) => text.startsWith("Xem tệp"));
      await telegram.api.sent.waitUntil((items) =>
        uploaded(group).length - before + offers(items).length >= files.length ? true : undefined,
      );
      const arrivedFiles = uploaded(group).slice(before);
      expect(arrivedFiles.length).toBeGreaterThanOrEqual(clean);
      for (const { name, text } of arrivedFiles) expect(`${name} ${text}`).not.toMatch(PLANTED);
      expect(JSON.stringify(sentTo(group))).not.toMatch(PLANTED);
      expect(offers(telegram.api.sent.items).length).toBe(files.length - arrivedFiles.length);
    },
  );

  it("one that can't be cleaned is opened by a handler with a role, in private, after a warning", async () => {
    const offer = await arrived(settings.TELEGRAM_DUTY_CHAT_ID, /^TB-\S+: 6 tệp[\s\S]*chưa đăng lên nhóm/u);
    await act(MEMBER, "group", presses(offer, "Xem tệp (PDF"));
    await arrived(settings.TELEGRAM_DUTY_CHAT_ID, /chưa được cấp quyền trực/u);
    expect(uploaded(MEMBER.id)).toEqual([]);
    await act(SUPERVISOR, "group", presses(offer, "Xem tệp (PDF"));
    const warning = await arrived(SUPERVISOR.id, /chưa được làm sạch[\s\S]*ghi sổ/u);
    expect(uploaded(SUPERVISOR.id)).toEqual([]);
    await act(SUPERVISOR, "private", presses(warning, "Mở tệp"));
    const [file] = await telegram.api.sent.waitUntil(() =>
      uploaded(SUPERVISOR.id).length > 0 ? uploaded(SUPERVISOR.id) : undefined,
    );
    expect(file?.text).toContain("%PDF-1.7");
    expect(file?.name).not.toMatch(PLANTED);
    const group = uploaded(settings.TELEGRAM_DUTY_CHAT_ID);
    expect(group.some(({ text }) => PLANTED.test(text))).toBe(false);
  });
});
